package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import dev.plumbline.model.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link PageJson} wrote. */
final class SavedReportReader {

    private static final List<String> NO_FACTS = List.of("again", "definitions");

    private final String file;
    private final JsonNode json;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, SavedRow> rows = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private Optional<Verdict> verdict = Optional.empty();
    private String heading = "";

    SavedReportReader(String file, JsonNode json) {
        this.file = file;
        this.json = json;
    }

    SavedReport report() {
        facts.put("scope", PlainText.line(json.path("scope").asText(), 400));
        for (JsonNode block : json.path("blocks")) {
            block(block);
        }
        SavedReport.entries(json.path("made")).forEach((name, value) -> {
            if (!NO_FACTS.contains(name)) {
                facts.put(name, value);
            }
        });
        return new SavedReport(file, PlainText.line(json.path("title").asText(), 100), verdict, facts, rows, parts);
    }

    private void block(JsonNode block) {
        String type = block.path("type").asText();
        switch (type) {
            case "heading" -> {
                heading = PlainText.line(block.path("text").asText(), 80);
                part("section", "");
            }
            case "verdict" ->
                verdict =
                        verdict.or(() -> SavedRow.verdict(block.path("verdict").asText()));
            case "deviations" -> check(block.path("check"));
            case "measurements" ->
                block.path("rows").forEach(row -> {
                    SavedRow saved = SavedRow.of(row, Optional.empty());
                    rows.putIfAbsent(saved.key(), saved);
                });
            case "table" ->
                part("table", block.path("columns") + block.path("rows").toString());
            case "figure" ->
                part(
                        ("chart " + PlainText.line(block.path("title").asText(), 60)).strip(),
                        block.path("plotly").toString());
            case "failure" -> part("failure", block.path("message").asText());
            default ->
                part(
                        switch (type) {
                            case "prose" -> "text";
                            case "printed" -> "output";
                            case "code" -> "code";
                            default -> "picture";
                        },
                        block.toString());
        }
    }

    private void check(JsonNode check) {
        verdict = verdict.or(() -> SavedRow.verdict(check.path("verdict").asText()));
        facts.put("days", days(check.path("period")));
        JsonNode baseline = check.path("baseline");
        facts.put(
                "baseline",
                baseline.isMissingNode()
                        ? "none"
                        : PlainText.line(baseline.path("name").asText(), 60) + " (" + days(baseline) + ")");
        facts.put("rules", PlainText.line(check.path("rules").asText(), 100));
        check.path("rows").forEach(row -> {
            SavedRow saved = SavedRow.of(
                    row.path("now"), SavedRow.verdict(row.path("verdict").asText()));
            rows.put(saved.key() + row.path("kind").asText(), saved);
        });
    }

    /** {@code 10–16 Nov 2026}, or the times as they are where a day does not begin at midnight in UTC. */
    private static String days(JsonNode period) {
        String from = PlainText.line(period.path("from").asText(), 40);
        String to = PlainText.line(period.path("to").asText(), 40);
        boolean whole = from.endsWith("T00:00:00Z") && to.endsWith("T00:00:00Z");
        try {
            return whole ? Words.days(new Period(Instant.parse(from), Instant.parse(to))) : from + " to " + to;
        } catch (DateTimeException | IllegalArgumentException e) {
            return from + " to " + to;
        }
    }

    /** Several of a kind under a heading are numbered. */
    private void part(String kind, String content) {
        String place = kind + (heading.isEmpty() ? "" : " “" + heading + "”");
        String key = place;
        for (int i = 2; parts.containsKey(key); i++) {
            key = place + " (" + i + ")";
        }
        parts.put(key, content);
    }
}
