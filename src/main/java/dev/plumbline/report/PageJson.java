package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.chart.PlotlyJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A page as JSON, to lie beside its HTML: what is undefined is null with its reason. */
public final class PageJson {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PageJson() {}

    public static String write(Page page) {
        try {
            String text = MAPPER.writeValueAsString(of(page)) + "\n";
            // half a character, which no file can hold, becomes a question mark
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode of(Page page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("over", page.over()).put("title", page.title()).put("scope", page.scope());
        json.set("summary", ReportSummary.of(page).json());
        ArrayNode blocks = json.putArray("blocks");
        page.blocks().forEach(block -> blocks.add(block(block)));
        entries(json.putObject("made"), page.made());
        entries(json.putObject("run"), page.run());
        return json;
    }

    private static ObjectNode block(Block block) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (block instanceof Block.Heading heading) {
            json.put("type", "heading").put("level", heading.level()).put("text", heading.text());
        } else if (block instanceof Block.Prose prose) {
            json.put("type", "prose").put("markdown", prose.markdown());
        } else if (block instanceof Block.Code code) {
            json.put("type", "code").put("title", code.title()).put("source", code.source());
        } else if (block instanceof Block.Printed printed) {
            json.put("type", "printed").put("text", printed.text());
        } else if (block instanceof Block.Failure failure) {
            json.put("type", "failure").put("place", failure.place()).put("message", failure.message());
            json.put("detail", failure.detail());
        } else if (block instanceof Block.Figure figure) {
            json.put("type", "figure").put("title", figure.chart().title());
            json.put("caption", figure.chart().caption())
                    .put("alt", figure.chart().alt());
            json.set("plotly", PlotlyJson.of(figure.chart()));
        } else if (block instanceof Block.VerdictBox box) {
            Sentences said = Sentences.of(box.check());
            json.put("type", "verdict").put("verdict", Tones.of(said.verdict())).put("headline", said.headline());
            ArrayNode findings = json.putArray("findings");
            said.findings().forEach(f -> findings.addObject()
                    .put("verdict", Tones.of(f.verdict()))
                    .put("lead", f.lead())
                    .put("body", f.body())
                    .put("action", f.action()));
        } else if (block instanceof Block.Deviations deviations) {
            json.put("type", "deviations").set("check", CheckJson.of(deviations.check()));
        } else if (block instanceof Block.Measurements measured) {
            ArrayNode rows = json.put("type", "measurements").putArray("rows");
            measured.rows().forEach(row -> rows.add(MeasurementJson.of(row)));
        } else if (block instanceof Block.DataTable table) {
            table(json, table);
        } else if (block instanceof Block.Definitions definitions) {
            entries(json.put("type", "definitions").putObject("entries"), definitions.entries());
        } else {
            json.put("type", "html").put("html", ((Block.Html) block).trusted());
        }
        return json;
    }

    private static void table(ObjectNode json, Block.DataTable table) {
        json.put("type", "table").put("caption", table.caption()).put("total", table.total());
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(column -> columns.add(column.name()));
        ArrayNode rows = json.putArray("rows");
        for (List<String> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cells::add);
        }
    }

    private static void entries(ObjectNode into, Map<String, String> entries) {
        entries.forEach(into::put);
    }
}
