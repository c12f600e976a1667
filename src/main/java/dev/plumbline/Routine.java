package dev.plumbline;

import dev.plumbline.baseline.Band;
import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Unit;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lines that a guide asks to go through each day, week or month, each answered from the data where data can. */
final class Routine {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String BY_HAND = "by hand";
    private static final String UNTOLD = "cannot be told";

    /** Lists about one thing, which do not ask how the rest is. */
    private static final Set<String> PANELS = Set.of("retraining");

    private Routine() {}

    /** Empty where the guide has no such list. */
    static Optional<Showable> of(Window window, Check check, Optional<Baseline> baseline, String name) {
        return GuideList.of(window, baseline, name)
                .map(list -> answered(rows(window, check, list, !PANELS.contains(name))));
    }

    private static List<List<String>> rows(Window window, Check check, GuideList list, boolean ofEverything) {
        List<List<String>> rows = new ArrayList<>();
        if (ofEverything) {
            check.freshness()
                    .ifPresent(
                            fresh -> rows.add(line("data up to date", fresh.verdict() != Verdict.RED, fresh.words())));
            long red = check.count(Verdict.RED);
            rows.add(line("no critical finding", red == 0, red == 0 ? "" : red + " red in the check"));
        }
        list.rows().forEach(row -> rows.add(answer(row)));
        if (ofEverything) {
            series(window).ifPresent(rows::add);
        }
        list.quality()
                .forEach(checked -> rows.add(line(
                        "no " + checked.name().replace('_', ' '),
                        checked.found().isEmpty(),
                        checked.found().stream()
                                .map(Quality.Finding::sentence)
                                .limit(3)
                                .collect(Collectors.joining("; ")))));
        list.byHand().forEach(words -> rows.add(List.of(words, BY_HAND, "", "", "")));
        return rows;
    }

    private static List<String> line(String asked, boolean holds, String why) {
        return List.of(asked, holds ? YES : NO, "", "", why);
    }

    private static List<String> answer(Deviation row) {
        String asked = row.now().title()
                + (row.kind() == Deviation.Kind.DEVIATION ? " beside the baseline" : "")
                + row.band()
                        .map(band -> accepted(row.now().metric().unit(), band))
                        .orElse("");
        boolean known = row.now().isDefined() && row.verdict() != Verdict.UNKNOWN;
        boolean alarm = row.verdict().isAlarm();
        return List.of(
                asked,
                known ? (alarm ? NO : YES) : UNTOLD,
                row.now().isDefined() ? row.now().text() : "–",
                row.now().isDefined()
                        ? String.format(Locale.ROOT, "%,d", row.now().n())
                        : "–",
                alarm || !known || row.kind() == Deviation.Kind.DEVIATION ? row.why() : unseen(row));
    }

    /** A count that stayed 0 may be that of something that nobody counts. */
    private static String unseen(Deviation row) {
        boolean never =
                row.now().metric().unit() == Unit.COUNT && row.now().value().orElse(1) == 0;
        return never ? "0 throughout, which may mean never observed" : "";
    }

    private static String accepted(Unit unit, Band band) {
        if (band.high() == 0 && Double.isInfinite(band.low()) && unit == Unit.COUNT) {
            return ", none";
        }
        String low = Double.isInfinite(band.low()) ? "" : unit.format(band.low()) + " or more";
        String high = Double.isInfinite(band.high()) ? "" : unit.format(band.high()) + " or less";
        return ", " + (low.isEmpty() || high.isEmpty() ? low + high : low + ", " + high);
    }

    /** Whether every symbol has a candle as new as the newest of its timeframe. */
    private static Optional<List<String>> series(Window window) {
        Rows seen = window.rows("explore/series_seen");
        Map<String, Long> newest = new TreeMap<>();
        for (int i = 0; i < seen.size(); i++) {
            if (Double.isFinite(seen.doubles("candles")[i])) {
                newest.merge(seen.texts("timeframe")[i], seen.micros("newest_candle")[i], Math::max);
            }
        }
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<String> behind = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            String frame = seen.texts("timeframe")[i];
            if (newest.containsKey(frame) && seen.micros("newest_candle")[i] < newest.get(frame)) {
                behind.add(seen.texts("symbol")[i] + " " + frame);
            }
        }
        return Optional.of(line(
                "all symbols and timeframes updating",
                behind.isEmpty(),
                behind.isEmpty() ? "" : "behind: " + String.join(", ", behind)));
    }

    private static Showable answered(List<List<String>> rows) {
        String no = titles(rows, NO);
        String untold = titles(rows, UNTOLD);
        String words = (no.isEmpty() ? "Nothing that can be told is amiss." : "**Not as asked**: " + no + ".")
                + (untold.isEmpty() ? "" : " Cannot be told: " + untold + ".");
        return new Evaluated(
                words, "The lines of the guide.", Evaluated.columns("asked", "answer", "#found", "#n", "why"), rows);
    }

    private static String titles(List<List<String>> rows, String answer) {
        return rows.stream()
                .filter(row -> row.get(1).equals(answer))
                .map(row -> row.get(0))
                .collect(Collectors.joining("; "));
    }
}
