package dev.plumbline.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A series as Plotly traces. */
final class PlotlyTrace {

    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

    private PlotlyTrace() {}

    static List<ObjectNode> of(Chart chart, Panel panel, Series series) {
        if (series instanceof StackedBars bars) {
            List<ObjectNode> traces = new ArrayList<>();
            for (int k = 0; k < bars.names().size(); k++) {
                ObjectNode trace = trace(chart, panel, bars.names().get(k), bars.x(), bars.y()[k]);
                trace.put("type", "bar");
                trace.putObject("marker").put("color", colour(bars.tones().get(k)));
                traces.add(trace);
            }
            return traces;
        }
        if (series instanceof Line line) {
            return List.of(line(chart, panel, line));
        }
        if (series instanceof Area area) {
            ObjectNode trace = trace(chart, panel, area.name(), area.x(), area.y());
            trace.put("type", "scatter").put("mode", "lines").put("fill", "tozeroy");
            trace.put("opacity", 0.6)
                    .putObject("line")
                    .put("color", colour(area.tone()))
                    .put("width", 0);
            return List.of(trace);
        }
        if (series instanceof Chart.Rowed rowed) {
            return List.of(PlotlyRows.of(chart, panel, rowed));
        }
        return List.of(series instanceof Bars bars ? bars(chart, panel, bars) : points(chart, panel, (Points) series));
    }

    private static ObjectNode line(Chart chart, Panel panel, Line line) {
        ObjectNode trace = trace(chart, panel, line.name(), line.x(), line.y());
        boolean reference = line.tone() == Tone.SOFT;
        trace.put("type", "scatter").put("mode", "lines").put("connectgaps", false);
        trace.putObject("line")
                .put("color", colour(line.tone()))
                .put("width", reference ? 1 : 1.8)
                .put("dash", reference ? "dot" : "solid");
        return trace;
    }

    private static ObjectNode bars(Chart chart, Panel panel, Bars bars) {
        ObjectNode trace = trace(chart, panel, bars.name(), bars.x(), bars.y());
        trace.put("type", "bar");
        ObjectNode marker = trace.putObject("marker");
        ArrayNode colours = marker.putArray("color");
        ArrayNode opacities = marker.putArray("opacity");
        for (int i = 0; i < bars.y().length; i++) {
            colours.add(bars.y()[i] < 0 ? Palette.LOSS.light() : Palette.GAIN.light());
            opacities.add(bars.past()[i] ? 0.45 : 1);
        }
        return trace;
    }

    private static ObjectNode points(Chart chart, Panel panel, Points points) {
        ObjectNode trace = trace(chart, panel, points.name(), points.x(), points.y());
        trace.put("type", "scatter").put("mode", points.x().length == 1 ? "markers+text" : "markers");
        trace.putObject("marker").put("color", colour(points.tone())).put("size", 8);
        if (points.x().length == 1) {
            trace.put("text", PlainText.line(points.name(), 60)).put("textposition", "middle left");
        }
        if (Arrays.stream(points.low()).anyMatch(Double::isFinite)) {
            double[] up = new double[points.y().length];
            double[] down = new double[points.y().length];
            for (int i = 0; i < up.length; i++) {
                up[i] = points.high()[i] - points.y()[i];
                down[i] = points.y()[i] - points.low()[i];
            }
            ObjectNode error = trace.putObject("error_y").put("type", "data").put("symmetric", false);
            error.put("color", colour(points.tone())).put("thickness", 2).put("width", 0);
            error.set("array", numbers(up));
            error.set("arrayminus", numbers(down));
        }
        return trace;
    }

    private static ObjectNode trace(Chart chart, Panel panel, String name, double[] x, double[] y) {
        ObjectNode trace = JsonNodeFactory.instance.objectNode();
        trace.put("name", escaped(PlainText.line(name, 60)));
        trace.set("x", places(chart, x));
        trace.set("y", numbers(y));
        String format = PlotlyLayout.format(panel.format());
        trace.put("hovertemplate", "%{y:" + format + "}");
        return trace;
    }

    static ArrayNode places(Chart chart, double[] x) {
        ArrayNode xs = JsonNodeFactory.instance.arrayNode(x.length);
        for (double at : x) {
            if (chart.x() instanceof Times times) {
                xs.add(Clock.plotly(at, times.zone()));
            } else if (chart.x() instanceof Categories) {
                xs.add((int) at);
            } else {
                add(xs, at);
            }
        }
        return xs;
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
        for (double value : values) {
            add(array, value);
        }
        return array;
    }

    private static void add(ArrayNode array, double value) {
        if (!Double.isFinite(value)) {
            array.addNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            array.add((long) value);
        } else {
            array.add(new BigDecimal(value).round(DIGITS).doubleValue());
        }
    }

    /** Plotly reads a few HTML tags in its texts; a name is only ever text. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String colour(Tone tone) {
        return Palette.of(tone).light();
    }
}
