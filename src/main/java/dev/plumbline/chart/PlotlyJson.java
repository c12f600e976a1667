package dev.plumbline.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Series;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart as Plotly's {@code {data, layout}}: numbers are numbers, a missing one is null, titles are objects as Plotly 3
 * wants them. Times are the wall clock of the chart's zone, for Plotly knows no zones. Colours are the light ones of
 * {@link Palette}; a page replaces them by its own.
 */
public final class PlotlyJson {

    /** Most points of a trace. */
    public static final int POINTS = 5_000;

    private PlotlyJson() {}

    public static ObjectNode of(Chart chart) {
        return of(chart, POINTS);
    }

    /**
     * The same with fewer points.
     *
     * @param max most points of a trace; longer ones keep the lowest and highest of each stretch
     */
    public static ObjectNode of(Chart chart, int max) {
        Chart shown = Reduced.of(chart, max);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var data = json.putArray("data");
        for (int i = 0; i < shown.panels().size(); i++) {
            Panel panel = shown.panels().get(i);
            for (Series series : panel.series()) {
                PlotlyTrace.of(shown, panel, series).forEach(trace -> data.add(trace));
            }
            String axis = i == 0 ? "y" : "y" + (i + 1);
            for (int t = 0; t < data.size(); t++) {
                ObjectNode trace = (ObjectNode) data.get(t);
                if (!trace.has("yaxis")) {
                    trace.put("yaxis", axis);
                }
            }
        }
        json.set("layout", PlotlyLayout.of(shown));
        return json;
    }

    /** In words, when a trace has fewer points than there are. */
    public static Optional<String> reduced(Chart chart, int max) {
        return Reduced.longest(chart) <= max
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "Interactive: at most %,d points a line.", max));
    }

    /** Points of all traces together, which decides how large a page becomes. */
    public static long points(Chart chart) {
        return chart.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .mapToLong(series -> Math.min(POINTS, series.x().length))
                .sum();
    }
}
