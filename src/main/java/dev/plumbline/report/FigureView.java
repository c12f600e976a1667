package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.chart.Chart;
import dev.plumbline.chart.ChartTable;
import dev.plumbline.chart.Legend;
import dev.plumbline.chart.PlainText;
import dev.plumbline.chart.PlotlyJson;
import dev.plumbline.chart.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture on a page.
 *
 * @param missing why there is no SVG; empty when there is one
 * @param json    for Plotly; empty on a static page
 */
public record FigureView(
        String id,
        String title,
        String alt,
        String caption,
        SafeHtml svg,
        String missing,
        List<Legend.Entry> legend,
        ChartTable table,
        SafeHtml json) {

    /**
     * Draws a chart and tells its numbers.
     *
     * @param points most points of an interactive trace; 0 for a static page
     */
    static FigureView of(Chart chart, String id, int points) {
        Drawing drawing = Drawing.of(chart, id);
        List<String> caption = new ArrayList<>(List.of(PlainText.line(chart.caption(), 1_000)));
        Svg.reduced(chart).ifPresent(caption::add);
        Optional<JsonNode> json = points == 0
                ? Optional.empty()
                : Optional.of(points == PlotlyJson.POINTS ? drawing.plotly() : PlotlyJson.of(chart, points));
        json.flatMap(shown -> PlotlyJson.reduced(chart, points)).ifPresent(caption::add);
        return new FigureView(
                id,
                PlainText.line(chart.title(), 200),
                PlainText.line(chart.alt(), 600),
                String.join(" ", caption).strip(),
                drawing.wide() instanceof Svg.Drawn wide && drawing.narrow() instanceof Svg.Drawn narrow
                        ? new SafeHtml("<div class=\"wide\">" + wide.svg() + "</div><div class=\"narrow\">"
                                + narrow.svg() + "</div>")
                        : SafeHtml.NONE,
                drawing.wide() instanceof Svg.NotDrawn not ? not.because() : "",
                Legend.of(chart).stream()
                        .map(e -> new Legend.Entry(PlainText.line(e.name(), 60), e.colour(), e.dashed()))
                        .toList(),
                ChartTable.of(chart),
                json.map(ScriptJson::of).orElse(SafeHtml.NONE));
    }

    public boolean interactive() {
        return !json.markup().isEmpty();
    }
}
