package dev.plumbline;

import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a monitor counted and measured over a window, in parts by the words in the names of its series. */
public final class MonitoredSeries {

    private static final String ABSENT = "–";

    private final Window window;
    private final Rows rows;

    private MonitoredSeries(Window window) {
        this.window = window;
        this.rows = window.rows("explore/monitored_series");
    }

    static MonitoredSeries of(Window window) {
        return new MonitoredSeries(window);
    }

    /** Series whose name holds one of the words; nothing where there is none. */
    public Showable about(String... words) {
        List<List<String>> lines = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.texts("metric")[i];
            if (List.of(words).stream().noneMatch(name::contains)) {
                continue;
            }
            String n = number(rows.doubles("n")[i]);
            boolean counts = Double.isFinite(rows.doubles("total")[i]);
            if (counts && rows.doubles("highest")[i] == 0) {
                never.add(name + " (0 in all " + n + " readings)");
                continue;
            }
            lines.add(List.of(
                    name,
                    number(rows.doubles("total")[i]),
                    counts ? ABSENT : number(rows.doubles("lowest")[i]),
                    number(rows.doubles("mean")[i]),
                    number(rows.doubles("highest")[i]),
                    counts ? ABSENT : number(rows.doubles("newest_value")[i]),
                    n));
        }
        if (lines.isEmpty() && never.isEmpty()) {
            return new Nothing();
        }
        String unseen = never.isEmpty()
                ? ""
                : "Never observed by its monitor, which is not the same as zero: " + String.join(", ", never) + ".";
        return new Evaluated(
                (lines.isEmpty() ? unseen : "What its monitor counted. " + unseen).strip(),
                "",
                Evaluated.columns("series", "#total", "#lowest", "#mean", "#highest", "#newest", "#readings"),
                lines);
    }

    /** Rows of a query below {@code queries/explore}, and below them {@link #about}. */
    public Showable beside(String query, String... words) {
        return Show.together(Show.table(window, query, "Not available: no such event is recorded."), about(words));
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.3f", value)
                .replace('-', '−');
    }

    /** No part of a page. */
    private record Nothing() implements Showable {

        @Override
        public List<Block> blocks() {
            return List.of();
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
