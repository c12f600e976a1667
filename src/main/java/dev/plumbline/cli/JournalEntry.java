package dev.plumbline.cli;

import dev.plumbline.Dates;
import dev.plumbline.Window;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.report.TradingJournal;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the journal keeps of a day or a week: trades, win rate, P&L, alerts and changes; the rest is written by hand. */
final class JournalEntry {

    private static final int ALERTS = 5;

    private JournalEntry() {}

    static TradingJournal.Entry of(String kind, Window window, Optional<Check> check) {
        String scope = window.scope().system() + " " + window.scope().agent() + " "
                + window.scope().environment();
        List<String> lines = new ArrayList<>();
        check.ifPresent(it -> lines.add(
                "Verdict: " + it.verdict().glyph() + " " + it.verdict().word()));
        for (Measurement figure : List.of(
                window.measure(Metrics.TRADES), window.measure(Metrics.WIN_RATE), window.measure(Metrics.NET_PNL))) {
            lines.add(figure.metric().title() + ": "
                    + (figure.isDefined()
                            ? figure.text() + interval(figure)
                            : figure.because().orElse("undefined")));
        }
        lines.add("alerts: " + check.map(JournalEntry::alerts).orElse("not judged"));
        lines.add("changes: " + changes(window));
        return new TradingJournal.Entry(
                kind + " " + window.period().lastDate(window.zone()) + " " + scope,
                Dates.title(window.period(), window.zone()) + " · " + scope,
                lines.stream().map(line -> "- " + plain(line)).collect(Collectors.joining("\n")),
                kind.equals("weekly") ? "Notable events:\n\nNext week:" : "Notes:");
    }

    /** Adds or refreshes entries; says which were touched by hand. */
    static List<String> write(Path file, List<TradingJournal.Entry> entries) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            List<String> kept = new ArrayList<>();
            for (TradingJournal.Entry entry : entries) {
                TradingJournal journal = TradingJournal.with(text, entry);
                text = journal.text();
                if (journal.outcome() == TradingJournal.Outcome.KEPT_BOTH) {
                    kept.add(entry.heading());
                }
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " could not be written", e);
        }
    }

    private static String interval(Measurement figure) {
        return figure.interval()
                .map(range -> " [" + figure.metric().unit().format(range.low()) + ", "
                        + figure.metric().unit().format(range.high()) + "]")
                .orElse("");
    }

    private static String alerts(Check check) {
        List<Deviation> rows = Stream.of(Verdict.RED, Verdict.YELLOW)
                .flatMap(verdict -> check.with(verdict).stream())
                .toList();
        if (rows.isEmpty()) {
            return "none";
        }
        return rows.stream()
                        .limit(ALERTS)
                        .map(row -> row.title() + " " + row.now().text())
                        .collect(Collectors.joining("; "))
                + (rows.size() > ALERTS ? "; and " + (rows.size() - ALERTS) + " more" : "");
    }

    private static String changes(Window window) {
        Rows rows = window.rows("samples/changes");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            texts.add(rows.texts("kind")[i] + (rows.texts("text")[i].isEmpty() ? "" : ": " + rows.texts("text")[i]));
        }
        return texts.isEmpty() ? "none recorded" : String.join("; ", texts);
    }

    private static String plain(String line) {
        return line.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
