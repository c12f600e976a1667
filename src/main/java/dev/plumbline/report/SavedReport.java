package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A report that was written earlier, read back from its JSON.
 *
 * @param facts what the report says of itself, by name: verdict, period, baseline, rules, parameters
 * @param rows  every figure, by its key; one that stands twice is read where the check has it
 * @param parts every other thing on the page, by its place and kind, with its content as text
 */
record SavedReport(
        String file,
        String title,
        Optional<Verdict> verdict,
        Map<String, String> facts,
        Map<String, SavedRow> rows,
        Map<String, String> parts) {

    /**
     * Reads a report's JSON, or the JSON that stands beside its page.
     *
     * @throws IllegalArgumentException when there is none, or it is not a report's
     */
    static SavedReport read(Path named) {
        Path file = json(named);
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readString(file));
            if (!json.path("blocks").isArray()) {
                throw new IllegalArgumentException(
                        file + ": found no \"blocks\", expected the JSON that plumb run or plumb review wrote");
            }
            return new SavedReportReader(named.toString(), json).report();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ":" + e.getLocation().getLineNr() + ": not JSON: "
                            + PlainText.line(e.getOriginalMessage(), 120),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path json(Path named) {
        if (!Files.isRegularFile(named)) {
            throw new IllegalArgumentException("there is no report " + named);
        }
        String name = String.valueOf(named.getFileName());
        if (!name.endsWith(".html")) {
            return named;
        }
        Path beside = named.resolveSibling(name.replaceFirst("\\.html$", ".json"));
        if (!Files.isRegularFile(beside)) {
            throw new IllegalArgumentException(
                    named + ": its figures are read from " + beside + ", which is not there; keep the two together");
        }
        return beside;
    }

    /** What the report calls itself, in one line. */
    String head() {
        return file + "   " + title
                + verdict.map(v -> "   " + v.glyph() + " " + v.word()).orElse("");
    }

    static Map<String, String> entries(JsonNode object) {
        Map<String, String> entries = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> entries.put(
                        PlainText.line(entry.getKey(), 60),
                        PlainText.line(entry.getValue().asText(), 300)));
        return entries;
    }
}
