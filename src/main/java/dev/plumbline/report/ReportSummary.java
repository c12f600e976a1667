package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A report in a few words. It stands before the blocks of the report's JSON, so that a list of many reports reads little
 * of each.
 *
 * @param failed   whether a cell failed: the rest may be missing
 * @param headline the verdict in a sentence; empty where there is none
 * @param scope    whose report it is; empty for several agents, or where nothing was checked
 * @param figures  by the metric's id, those of {@link #FIGURES} that the page shows
 */
record ReportSummary(
        boolean failed,
        Optional<Verdict> verdict,
        String headline,
        Optional<Scope> scope,
        Optional<Period> period,
        Map<String, Double> figures) {

    /** What is followed from report to report. */
    static final List<String> FIGURES = List.of("total_return", "win_rate");

    ReportSummary {
        figures = Map.copyOf(figures);
    }

    static ReportSummary of(Page page) {
        List<Check> checks = page.blocks().stream()
                .flatMap(block -> block instanceof Block.VerdictBox box ? Stream.of(box.check()) : Stream.empty())
                .distinct()
                .toList();
        Optional<Check> only = checks.size() == 1 ? Optional.of(checks.get(0)) : Optional.empty();
        return new ReportSummary(
                page.blocks().stream().anyMatch(Block.Failure.class::isInstance),
                checks.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Verdict.ofAll(
                                checks.stream().map(Check::verdict).toList())),
                only.map(check -> Sentences.of(check).headline()).orElse(""),
                only.map(Check::scope),
                checks.stream().map(Check::period).findFirst(),
                figures(page));
    }

    private static Map<String, Double> figures(Page page) {
        Map<String, Double> figures = new TreeMap<>();
        page.blocks().stream().flatMap(ReportSummary::measured).forEach(one -> {
            String id = one.metric().id();
            if (one.slice().isAll() && FIGURES.contains(id) && one.value().isPresent()) {
                figures.putIfAbsent(id, one.value().getAsDouble());
            }
        });
        return figures;
    }

    private static Stream<Measurement> measured(Block block) {
        if (block instanceof Block.Deviations deviations) {
            return deviations.check().rows().stream().map(Deviation::now);
        }
        return block instanceof Block.Measurements measured ? measured.rows().stream() : Stream.empty();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("failed", failed);
        verdict.ifPresent(it -> json.put("verdict", Tones.of(it)).put("headline", headline));
        scope.ifPresent(it -> json.putObject("scope")
                .put("system", it.system())
                .put("agent", it.agent())
                .put("environment", it.environment()));
        period.ifPresent(it -> json.putObject("period")
                .put("from", it.from().toString())
                .put("to", it.to().toString()));
        ObjectNode values = json.putObject("figures");
        new TreeMap<>(figures).forEach(values::put);
        return json;
    }

    /** Reads it back; what somebody broke by hand is as if it were not there. */
    static ReportSummary read(JsonNode json) {
        JsonNode whose = json.path("scope");
        Map<String, Double> figures = new TreeMap<>();
        for (String id : FIGURES) {
            if (json.path("figures").path(id).isNumber()) {
                figures.put(id, json.path("figures").path(id).asDouble());
            }
        }
        return new ReportSummary(
                json.path("failed").asBoolean(),
                SavedRow.verdict(json.path("verdict").asText()),
                json.path("headline").asText(),
                whose.isObject()
                        ? Optional.of(Scope.of(
                                whose.path("system").asText(),
                                whose.path("agent").asText(),
                                whose.path("environment").asText()))
                        : Optional.empty(),
                period(json.path("period")),
                figures);
    }

    private static Optional<Period> period(JsonNode json) {
        try {
            return json.isObject()
                    ? Optional.of(new Period(
                            Instant.parse(json.path("from").asText()),
                            Instant.parse(json.path("to").asText())))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
