package dev.plumbline.report;

import dev.plumbline.baseline.Deviation;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Measurement;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Slice;
import java.util.Locale;
import java.util.Map;

/** The point of a finding in a few words: {@code ETH/USDT wins less}. */
final class Leads {

    private static final Map<Class<?>, String> COUNTED = Map.of(
            ClosedTrades.class, "trade",
            ActionCounts.class, "decision",
            ConfidenceReadings.class, "reading",
            ModeHistory.class, "change",
            RetrainingRuns.class, "run");

    private Leads() {}

    /** What moved, and which way; a metric without words of its own has its title. */
    static String moved(Deviation row, boolean up) {
        Slice slice = row.now().slice();
        String who = who(slice);
        return switch (row.now().metric().id()) {
            case "win_rate" -> who + (slice.dimension().equals("side") ? " win" : " wins") + (up ? " more" : " less");
            case "confidence" -> where("It is " + (up ? "surer of itself" : "less sure of itself"), slice);
            case "open_share" -> "It opens " + (up ? "more" : "less") + " often";
            case "decisions_per_hour" -> "It decides " + (up ? "more" : "less") + " often";
            case "action_share" ->
                (up ? "More" : "Fewer") + " decisions to " + plain(slice.value().replace('_', ' '));
            case "retraining_success_rate" -> where("Retraining succeeds " + (up ? "more" : "less") + " often", slice);
            case "retrainings_per_day" -> where("It retrains " + (up ? "more" : "less") + " often", slice);
            case "mode_transitions" -> where("The mode changes " + (up ? "more" : "less") + " often", slice);
            case "expectancy" -> who + " earns " + (up ? "more" : "less") + " a trade";
            default -> {
                String title = Words.capital(plain(row.now().title()));
                yield title + (title.contains(", ") ? ", " : " ") + (up ? "rose" : "fell");
            }
        };
    }

    /** A limit that was passed: the value, in words where there are some. */
    static String stands(Measurement now) {
        String value = now.text();
        return switch (now.metric().id()) {
            case "red_days_in_a_row" -> Words.capital(value + (value.equals("1") ? " red day" : " red days in a row"));
            case "mode_transitions_peak" -> where("The mode changed " + value + " times in one hour", now.slice());
            case "win_rate" -> who(now.slice()) + " wins " + value + " of " + counted(now, now.n());
            default -> Words.capital(plain(now.title())) + ": " + value;
        };
    }

    /** {@code 118 trades}, {@code 1 run}; bare where nobody has a word for what is counted. */
    static String counted(Measurement measured, long n) {
        boolean daily = measured.metric().id().startsWith("daily_");
        String one = daily ? "day" : COUNTED.getOrDefault(measured.metric().sample(), "");
        return one.isEmpty() ? String.format(Locale.ROOT, "%,d", n) : Words.count(n, one, one + "s");
    }

    private static String who(Slice slice) {
        if (slice.isAll()) {
            return "It";
        }
        String value = plain(slice.value());
        return slice.dimension().equals("side") ? Words.capital(value) + "s" : value;
    }

    private static String where(String words, Slice slice) {
        if (slice.isAll()) {
            return words;
        }
        return words + (slice.dimension().equals("symbol") ? " on " : " in ") + plain(slice.value());
    }

    private static String plain(String text) {
        return PlainText.line(text, 120);
    }
}
