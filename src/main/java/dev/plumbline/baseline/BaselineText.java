package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Slice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A baseline in the form of the playbook's document: every one of its lines, measured or not, then everything else. */
final class BaselineText {

    private static final Pattern CURRENCY = Pattern.compile("\\((\\p{Alnum}+)\\)$");

    private final Baseline baseline;
    private final Map<Measurement, Boolean> written = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private BaselineText(Baseline baseline) {
        this.baseline = baseline;
    }

    static String of(Baseline baseline) {
        return new BaselineText(baseline).write();
    }

    private String write() {
        List<LocalDate> dates = baseline.period().dates(baseline.zone());
        String title = dates.isEmpty()
                ? "System Baseline (an empty period)"
                : "System Baseline (" + dates.get(0) + " to " + dates.get(dates.size() - 1) + ")";
        text.append(title).append('\n').append("=".repeat(title.length())).append('\n');
        text.append(baseline.scope()).append('\n');

        heading(Heading.WIN_RATE);
        baseline.entries().stream()
                .filter(entry -> entry.metric().id().equals("win_rate")
                        && entry.slice().dimension().equals("symbol"))
                .forEach(entry -> line(entry.slice().value(), Optional.of(entry), ""));
        line("Overall", "win_rate", Slice.ALL, "");

        heading(Heading.CONFIDENCE);
        line("Average", "confidence", Slice.ALL, "");
        line("TRADING mode avg", "confidence", Slice.of("mode", "TRADING"), "");
        line("LEARNING mode avg", "confidence", Slice.of("mode", "LEARNING"), "");

        heading(Heading.RETRAINING);
        line("Frequency", "retrainings_per_day", Slice.ALL, " per symbol");
        line("Success rate", "retraining_success_rate", Slice.ALL, "");
        line("Avg duration", "retraining_duration", Slice.ALL, "");

        heading(Heading.MODES);
        line("TRADING", "mode_share_rows", Slice.of("mode", "TRADING"), " of rows");
        line("LEARNING", "mode_share_rows", Slice.of("mode", "LEARNING"), " of rows");
        line("Transitions", "mode_transitions", Slice.ALL, "");

        heading(Heading.PNL);
        line("Daily average", "daily_pnl", Slice.ALL, "");
        line("Best day", "daily_pnl_best", Slice.ALL, "");
        line("Worst day", "daily_pnl_worst", Slice.ALL, "");
        line("Sharpe ratio", "sharpe", Slice.ALL, "");

        List<Measurement> rest = baseline.entries().stream()
                .filter(entry -> !written.containsKey(entry))
                .toList();
        if (!rest.isEmpty()) {
            heading(Heading.REST);
            rest.forEach(entry ->
                    line(CURRENCY.matcher(entry.title()).replaceFirst("").strip(), Optional.of(entry), ""));
        }
        if (!baseline.notes().isEmpty()) {
            text.append("\nNotes:\n");
            baseline.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        }
        return text.toString();
    }

    private void heading(Heading heading) {
        text.append('\n').append(heading.title()).append(":\n");
    }

    private void line(String label, String id, Slice slice, String after) {
        Optional<Measurement> found = baseline.entries().stream()
                .filter(entry -> entry.metric().id().equals(id) && entry.slice().equals(slice))
                .findFirst();
        line(label, found, after);
    }

    /** The currency that the figure's title names: its own label here has none. */
    private static String currency(Measurement entry) {
        Matcher named = CURRENCY.matcher(entry.metric().title());
        return entry.metric().unit() == Unit.MONEY && named.find() ? " " + named.group(1) : "";
    }

    private void line(String label, Optional<Measurement> entry, String after) {
        entry.ifPresent(m -> written.put(m, true));
        String value = entry.map(
                        m -> m.because().map(why -> "undefined: " + why).orElse(m.text() + currency(m) + after))
                .orElse("not measured");
        text.append("  ").append(label).append(": ").append(value).append('\n');
    }
}
