package dev.plumbline.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Level;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Times;

/** Axes, shades and levels as Plotly's layout; panels share the x axis. */
final class PlotlyLayout {

    private static final String CLEAR = "rgba(0,0,0,0)";

    private PlotlyLayout() {}

    /** Air between panels, so that the lowest label of one and the highest of the next do not touch. */
    private static final double GAP = 0.035;

    /** Below so many days Plotly writes hours. */
    private static final int HOURS_SHOWN = 5;

    static ObjectNode of(Chart chart) {
        ObjectNode layout = JsonNodeFactory.instance.objectNode();
        layout.putObject("title").put("text", text(chart.title()));
        layout.putObject("font").put("color", Palette.SOFT.light()).put("size", 12);
        layout.put("paper_bgcolor", CLEAR)
                .put("plot_bgcolor", CLEAR)
                .put("barmode", rowed(chart) ? "overlay" : "relative")
                .put("bargap", 0.15);
        layout.put("hovermode", chart.x() instanceof Chart.Numbers || rowed(chart) ? "closest" : "x unified");
        layout.putObject("hoverlabel")
                .put("bgcolor", Palette.CARD.light())
                .put("bordercolor", Palette.RULE.light())
                .putObject("font")
                .put("color", Palette.INK.light());
        layout.putObject("margin")
                .put("l", 70)
                .put("r", 16)
                .put("t", chart.title().isEmpty() ? 12 : 44)
                .put("b", hasTwoLines(chart) ? 44 : 28);
        layout.putObject("modebar")
                .put("bgcolor", CLEAR)
                .put("color", Palette.SOFT.light())
                .put("activecolor", Palette.INK.light());
        layout.put("showlegend", !Legend.of(chart).isEmpty());
        layout.set("xaxis", x(chart));
        ArrayNode shapes = layout.putArray("shapes");
        ArrayNode notes = layout.putArray("annotations");
        double weights = chart.panels().stream().mapToDouble(Panel::weight).sum();
        double top = 1;
        for (int i = 0; i < chart.panels().size(); i++) {
            Panel panel = chart.panels().get(i);
            boolean last = i == chart.panels().size() - 1;
            double share = panel.weight() / weights;
            int ticks = (int) Math.max(3, Math.round(6 * share));
            Scale scale = Scale.of(panel, i == 0 && DomainAxes.labelled(chart), !last, ticks);
            double bottom = last ? 0 : top - share + GAP;
            layout.set(i == 0 ? "yaxis" : "yaxis" + (i + 1), y(panel, scale, bottom, top));
            for (Level level : panel.levels()) {
                level(level, i == 0 ? "y" : "y" + (i + 1), shapes, notes);
            }
            top = bottom - GAP;
        }
        for (Shade shade : chart.shades()) {
            shade(chart, shade, shapes, notes);
        }
        return layout;
    }

    private static boolean rowed(Chart chart) {
        return chart.panels().stream()
                .flatMap(panel -> panel.series().stream())
                .anyMatch(series -> series instanceof Chart.Rowed);
    }

    static String format(Format format) {
        return switch (format) {
            case PERCENT -> ",.1%";
            case MONEY -> ",.2f";
            case NUMBER -> ",.4~g";
        };
    }

    private static ObjectNode x(Chart chart) {
        ObjectNode axis = JsonNodeFactory.instance.objectNode();
        axis.put(
                "anchor",
                chart.panels().size() == 1 ? "y" : "y" + chart.panels().size());
        axis.put("showgrid", false).put("zeroline", false).put("ticks", "").put("ticklabelstandoff", 4);
        double[] ends = DomainAxes.ends(chart);
        ArrayNode range = axis.putArray("range");
        if (chart.x() instanceof Times times) {
            range.add(Clock.plotly(ends[0], times.zone())).add(Clock.plotly(ends[1], times.zone()));
            axis.put("type", "date").put("hoverformat", "%-d %b %Y %H:%M");
            ArrayNode formats = axis.putArray("tickformatstops");
            stop(formats, "%H:%M\n%-d %b").addNull().add(86_399_999);
            stop(formats, "%-d %b").add(86_400_000).add("M1");
            stop(formats, "%b %Y").add("M1").addNull();
        } else if (chart.x() instanceof Categories categories) {
            range.add(ends[0]).add(ends[1]);
            axis.put("tickmode", "array");
            ArrayNode places = axis.putArray("tickvals");
            ArrayNode labels = axis.putArray("ticktext");
            for (int i = 0; i < categories.labels().size(); i++) {
                places.add(i);
                labels.add(text(categories.labels().get(i)));
            }
        } else {
            Chart.Numbers numbers = (Chart.Numbers) chart.x();
            range.add(ends[0]).add(ends[1]);
            axis.putObject("title").put("text", text(numbers.label()));
            axis.put("tickformat", numbers.format() == Format.PERCENT ? ".0%" : ",.4~g");
        }
        return axis;
    }

    /** A title beneath the axis, or hours above their date. */
    private static boolean hasTwoLines(Chart chart) {
        double[] ends = DomainAxes.ends(chart);
        return chart.x() instanceof Chart.Numbers
                || (chart.x() instanceof Times && ends[1] - ends[0] < HOURS_SHOWN * Clock.DAY);
    }

    private static ArrayNode stop(ArrayNode formats, String format) {
        return formats.addObject().put("value", format).putArray("dtickrange");
    }

    private static ObjectNode y(Panel panel, Scale scale, double bottom, double top) {
        ObjectNode axis = JsonNodeFactory.instance.objectNode();
        axis.putObject("title")
                .put("text", text(panel.label()))
                .putObject("font")
                .put("size", 12);
        if (!panel.series().isEmpty() && panel.series().get(0) instanceof Chart.Rowed rowed) {
            PlotlyRows.axis(rowed, axis);
            axis.putArray("domain").add(bottom).add(top);
            return axis;
        }
        axis.put("gridcolor", Palette.RULE.light()).put("zerolinecolor", Palette.RULE.light());
        double shown = panel.format() == Format.PERCENT ? scale.step() * 100 : scale.step();
        long decimals = Math.max(0, Math.min(8, -(long) Math.floor(Math.log10(shown) + 1e-9)));
        axis.put("tickformat", ",." + decimals + (panel.format() == Format.PERCENT ? "%" : "f"))
                .put("tick0", 0)
                .put("dtick", scale.step())
                .put("automargin", true);
        axis.putArray("domain").add(bottom).add(top);
        boolean down = panel.series().stream().anyMatch(s -> s instanceof Area area && area.down());
        axis.putArray("range").add(down ? scale.high() : scale.low()).add(down ? scale.low() : scale.high());
        return axis;
    }

    private static void level(Level level, String axis, ArrayNode shapes, ArrayNode notes) {
        ObjectNode line =
                shapes.addObject().put("type", "line").put("xref", "paper").put("yref", axis);
        line.put("x0", 0).put("x1", 1).put("y0", level.y()).put("y1", level.y());
        line.putObject("line")
                .put("color", Palette.SOFT.light())
                .put("width", 1)
                .put("dash", "dot");
        notes.addObject()
                .put("text", text(level.label()))
                .put("xref", "paper")
                .put("yref", axis)
                .put("x", 1)
                .put("y", level.y())
                .put("showarrow", false)
                .put("xanchor", "right")
                .put("yanchor", "bottom");
    }

    private static void shade(Chart chart, Shade shade, ArrayNode shapes, ArrayNode notes) {
        ObjectNode box = shapes.addObject().put("type", "rect").put("layer", "below");
        box.put("xref", "x").put("yref", "paper").put("y0", 0).put("y1", 1);
        place(chart, box, "x0", shade.from());
        place(chart, box, "x1", shade.to());
        box.put("fillcolor", Palette.of(shade.tone()).light()).put("opacity", 0.08);
        ObjectNode edge = box.putObject("line").put("width", shade.isMark() ? 1 : 0);
        if (shade.isMark()) {
            edge.put("color", Palette.SOFT.light()).put("dash", "dot");
            box.put("opacity", 1);
        }
        if (!shade.label().isEmpty()) {
            ObjectNode note = notes.addObject().put("text", text(shade.label())).put("showarrow", false);
            note.put("xref", "x")
                    .put("yref", "paper")
                    .put("y", 1)
                    .put("xanchor", "left")
                    .put("yanchor", "top");
            place(chart, note, "x", shade.from());
        }
    }

    private static void place(Chart chart, ObjectNode node, String key, double x) {
        if (chart.x() instanceof Times times) {
            node.put(key, Clock.plotly(x, times.zone()));
        } else {
            node.put(key, x);
        }
    }

    private static String text(String text) {
        return PlotlyTrace.escaped(PlainText.line(text, 80));
    }
}
