package dev.plumbline;

import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the counters of a bot rose by in a window, over its restarts. */
final class Counters {

    private Counters() {}

    /** One counter, as one observer saw it. */
    private record Rise(double increase, long resets, long readings, long unknown) {

        Rise and(Rise other) {
            return new Rise(
                    Double.isNaN(increase)
                            ? other.increase
                            : Double.isNaN(other.increase) ? increase : increase + other.increase,
                    resets + other.resets,
                    readings + other.readings,
                    unknown + other.unknown);
        }
    }

    /** A row a counter and observer; what a snapshot counts anew, and what never was anything but 0, is told elsewhere. */
    static Showable of(Window window) {
        Rows rows = window.rows("explore/counter_rates");
        Set<String> flows =
                Set.copyOf(Arrays.asList(window.rows("explore/monitored_flows").texts("metric")));
        Map<List<String>, Rise> rises =
                new TreeMap<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
        for (int i = 0; i < rows.size(); i++) {
            rises.merge(
                    List.of(rows.texts("metric")[i], rows.texts("seen_by")[i]),
                    new Rise(
                            rows.doubles("increase")[i],
                            (long) rows.doubles("resets")[i],
                            (long) rows.doubles("samples")[i],
                            (long) rows.doubles("undefined")[i]),
                    Rise::and);
        }
        List<List<String>> cells = new ArrayList<>();
        rises.forEach((name, rise) -> {
            if (rise.increase() != 0 && !flows.contains(name.get(0))) {
                cells.add(List.of(
                        name.get(0),
                        name.get(1),
                        Double.isNaN(rise.increase()) ? "–" : number(rise.increase()),
                        count(rise.resets()),
                        count(rise.readings()),
                        count(rise.unknown())));
            }
        });
        return cells.isEmpty()
                ? Evaluated.only(
                        flows.isEmpty()
                                ? "Not available: no counter rose."
                                : "Counts of each interval: see positions, above.")
                : new Evaluated(
                        "What the counters rose by.",
                        "Where a counter began at 0 again, what it had after that is added. What it rose by between the last"
                                + " reading before and the restart nobody knows.",
                        Evaluated.columns("counter", "seen by", "#rose by", "#began again", "#readings", "#not known"),
                        cells);
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }
}
