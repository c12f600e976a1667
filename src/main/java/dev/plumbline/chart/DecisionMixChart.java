package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What was decided each day, as shares of the day's decisions. */
public final class DecisionMixChart {

    private static final Map<String, Tone> KNOWN = known();
    private static final String OTHER = "other";

    private DecisionMixChart() {}

    /**
     * A bar a day, an action a colour, the same colour on every page.
     *
     * @param days   the counts of each day, in order; each one's period is its day
     * @param window shaded
     */
    public static Chart of(List<ActionCounts> days, Period window, ZoneId zone) {
        List<String> actions = actions(days);
        double[] x = days.stream()
                .mapToDouble(day -> (day.period().fromMicros() + day.period().toMicros()) / 2.0)
                .toArray();
        double[][] shares = new double[actions.size()][x.length];
        long inside = 0;
        long before = 0;
        for (int i = 0; i < x.length; i++) {
            ActionCounts day = days.get(i);
            for (String action : day.counts().keySet()) {
                int k = actions.indexOf(KNOWN.containsKey(action) ? action : OTHER);
                shares[k][i] += day.total() == 0 ? Double.NaN : (double) day.count(action) / day.total();
            }
            inside += window.contains(day.period().from()) ? day.total() : 0;
            before += day.period().from().isBefore(window.from()) ? day.total() : 0;
        }
        StackedBars bars = new StackedBars(
                "share of decisions",
                x,
                actions.stream().map(action -> action.replace('_', ' ')).toList(),
                shares,
                actions.stream()
                        .map(action -> KNOWN.getOrDefault(action, Tone.FIFTH))
                        .toList());
        String counts = String.format(Locale.ROOT, "%,d decisions %s", inside, Windows.name(window))
                + (before == 0 ? "." : String.format(Locale.ROOT, ", %,d in the days before.", before));
        return new Chart(
                "",
                counts + " Days of " + Clock.name(zone) + ".",
                "Shares of each day's decisions, stacked: " + String.join(", ", bars.names()) + ". " + counts,
                new Times(zone),
                List.of(new Panel("share of decisions", Format.PERCENT, 2.3, List.of(bars), List.of())),
                List.of());
    }

    private static List<String> actions(List<ActionCounts> days) {
        TreeSet<String> seen = new TreeSet<>();
        days.forEach(day -> seen.addAll(day.counts().keySet()));
        List<String> actions = new ArrayList<>();
        KNOWN.keySet().stream().filter(seen::contains).forEach(actions::add);
        if (!KNOWN.keySet().containsAll(seen)) {
            actions.add(OTHER);
        }
        return actions;
    }

    private static Map<String, Tone> known() {
        Map<String, Tone> known = new LinkedHashMap<>();
        known.put("wait", Tone.FAINT);
        known.put("hold", Tone.PALE);
        known.put("open_long", Tone.MAIN);
        known.put("open_short", Tone.SECOND);
        known.put("close", Tone.THIRD);
        known.put("close_long", Tone.THIRD);
        known.put("close_short", Tone.FOURTH);
        return Collections.unmodifiableMap(known);
    }
}
