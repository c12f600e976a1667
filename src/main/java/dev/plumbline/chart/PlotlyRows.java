package dev.plumbline.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Spans;
import dev.plumbline.chart.Chart.Times;

/** What lies in named rows as Plotly traces: a heat map, and bars that begin at a time. */
final class PlotlyRows {

    private PlotlyRows() {}

    static ObjectNode of(Chart chart, Panel panel, Chart.Rowed series) {
        ObjectNode trace = JsonNodeFactory.instance.objectNode();
        trace.put("name", text(series.name()));
        return series instanceof Cells cells ? cells(chart, panel, cells, trace) : spans(chart, (Spans) series, trace);
    }

    /** Row names as ticks, the first on top. */
    static void axis(Chart.Rowed series, ObjectNode axis) {
        axis.put("tickmode", "array")
                .put("ticks", "")
                .put("showgrid", false)
                .put("zeroline", false)
                .put("automargin", true);
        ArrayNode places = axis.putArray("tickvals");
        ArrayNode labels = axis.putArray("ticktext");
        for (int r = 0; r < series.rows().size(); r++) {
            places.add(r);
            labels.add(PlotlyTrace.escaped(PlainText.line(series.rows().get(r), 34)));
        }
        axis.putArray("range").add(Math.max(1, series.rows().size()) - 0.5).add(-0.5);
    }

    private static ObjectNode cells(Chart chart, Panel panel, Cells cells, ObjectNode trace) {
        double most = HeatScale.of(cells).most();
        trace.put("type", "heatmap").put("xgap", 3).put("ygap", 3).put("showscale", false);
        trace.put("zmin", -most).put("zmax", most).put("opacity", 0.75).put("hoverongaps", false);
        ArrayNode scale = trace.putArray("colorscale");
        scale.addArray().add(0).add(Palette.SECOND.light());
        scale.addArray().add(0.5).add(Palette.CARD.light());
        scale.addArray().add(1).add(Palette.MAIN.light());
        trace.set("x", PlotlyTrace.places(chart, cells.x()));
        ArrayNode z = trace.putArray("z");
        ArrayNode words = trace.putArray("text");
        for (double[] row : cells.y()) {
            z.add(PlotlyTrace.numbers(row));
            ArrayNode line = words.addArray();
            for (double value : row) {
                line.add(Double.isFinite(value) ? CellLabels.text(panel.format(), value) : "");
            }
        }
        if (cells.x().length <= CellLabels.COLUMNS) {
            trace.put("texttemplate", "%{text}").putObject("textfont").put("color", Palette.INK.light());
        }
        String format = PlotlyLayout.format(panel.format());
        ArrayNode names = trace.putArray("customdata");
        for (String row : cells.rows()) {
            ArrayNode line = names.addArray();
            for (int i = 0; i < cells.x().length; i++) {
                line.add(text(row));
            }
        }
        trace.put("hovertemplate", "%{customdata}, %{x}: %{z:" + format + "}<extra></extra>");
        return trace;
    }

    private static ObjectNode spans(Chart chart, Spans spans, ObjectNode trace) {
        trace.put("type", "bar").put("orientation", "h").put("width", 0.6).put("hoverinfo", "text");
        trace.set("base", PlotlyTrace.places(chart, spans.x()));
        ArrayNode lengths = trace.putArray("x");
        ArrayNode rows = trace.putArray("y");
        ArrayNode words = trace.putArray("hovertext");
        ArrayNode colours = trace.putObject("marker").putArray("color");
        // of a date axis Plotly counts lengths in milliseconds
        double unit = chart.x() instanceof Times ? 1e3 : 1;
        double[] ends = DomainAxes.ends(chart);
        for (int i = 0; i < spans.x().length; i++) {
            double least = (ends[1] - ends[0]) * 0.002;
            lengths.add(Math.round(Math.max(least, spans.until()[i] - spans.x()[i]) / unit));
            rows.add(spans.row()[i]);
            words.add(text(spans.rows().get(spans.row()[i])) + ", " + place(chart, spans.x()[i]) + " to "
                    + place(chart, spans.until()[i]));
            colours.add(PlotlyTrace.colour(spans.tones().get(i)));
        }
        return trace;
    }

    private static String place(Chart chart, double x) {
        return chart.x() instanceof Times times
                ? Clock.minute(x, times.zone())
                : NumberWords.cell(Chart.Format.NUMBER, x);
    }

    private static String text(String text) {
        return PlotlyTrace.escaped(PlainText.line(text, 60));
    }
}
