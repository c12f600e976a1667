package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import java.util.List;
import java.util.Locale;

/** Answers for scripts: one document, numbers as numbers, undefined as null with a reason. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode measurement(Measurement measurement) {
        ObjectNode node = object();
        node.put("metric", measurement.metric().id());
        if (!measurement.slice().isAll()) {
            node.put("slice", measurement.slice().toString());
        }
        measurement.value().ifPresentOrElse(value -> node.put("value", value), () -> node.putNull("value"));
        node.put("n", measurement.n());
        node.put("unit", measurement.metric().unit().name().toLowerCase(Locale.ROOT));
        measurement.interval().ifPresent(interval -> {
            pair(node, interval);
            node.put("method", interval.method());
        });
        measurement.because().ifPresent(reason -> node.put("reason", reason));
        if (!measurement.notes().isEmpty()) {
            measurement.notes().forEach(node.withArray("notes")::add);
        }
        return node;
    }

    static ObjectNode check(Check check) {
        ObjectNode node = object();
        node.put("verdict", name(check.verdict()));
        node.put("exit_code", check.verdict().exitCode());
        node.put("system", check.scope().system());
        node.put("agent", check.scope().agent());
        node.put("environment", check.scope().environment());
        node.put("from", check.period().from().toString());
        node.put("to", check.period().to().toString());
        check.baseline()
                .ifPresentOrElse(
                        it -> node.putObject("baseline")
                                .put("name", it.name())
                                .put("from", it.period().from().toString())
                                .put("to", it.period().to().toString()),
                        () -> node.putNull("baseline"));
        check.freshness()
                .ifPresent(fresh -> node.putObject("freshness")
                        .put("verdict", name(fresh.verdict()))
                        .put("words", fresh.words()));
        node.put("rules", check.rules());
        ArrayNode rows = node.putArray("rows");
        check.rows().forEach(row -> rows.add(deviation(row)));
        return node;
    }

    private static ObjectNode deviation(Deviation row) {
        ObjectNode node = measurement(row.now());
        node.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        node.put("verdict", name(row.verdict()));
        row.then().ifPresent(then -> node.set("baseline", measurement(then)));
        row.change().ifPresent(change -> node.put("change", change));
        row.interval().ifPresent(interval -> {
            ArrayNode range = node.putArray("change_interval");
            range.add(interval.low()).add(interval.high());
        });
        row.pValue().ifPresent(p -> node.put("p_value", p));
        row.band().ifPresent(band -> {
            ArrayNode range = node.putArray("band");
            finite(range, band.low());
            finite(range, band.high());
        });
        node.put("why", row.why());
        if (!row.action().isEmpty()) {
            node.put("action", row.action());
        }
        return node;
    }

    private static void finite(ArrayNode range, double value) {
        if (Double.isFinite(value)) {
            range.add(value);
        } else {
            range.addNull();
        }
    }

    private static void pair(ObjectNode node, Interval interval) {
        node.putArray("interval").add(interval.low()).add(interval.high());
    }

    static String name(dev.plumbline.baseline.Verdict verdict) {
        return switch (verdict) {
            case WITHIN -> "green";
            case UNKNOWN -> "not enough data";
            default -> verdict.name().toLowerCase(Locale.ROOT);
        };
    }

    static ObjectNode report(LoadReport report) {
        ObjectNode node = object();
        node.put("import", report.importId());
        node.put("files", report.files());
        node.put("files_unchanged", report.unchanged());
        ArrayNode tables = node.putArray("tables");
        for (LoadReport.TableLoad table : report.tables()) {
            tables.addObject()
                    .put("table", table.table())
                    .put("loaded", table.loaded())
                    .put("updated", table.updated())
                    .put("unchanged", table.unchanged())
                    .put("removed", table.removed());
        }
        ArrayNode rejected = node.putArray("rejected");
        report.rejected().forEach(what -> rejected.add(rejected(what)));
        report.notes().forEach(node.withArray("notes")::add);
        return node;
    }

    private static ObjectNode rejected(Rejected what) {
        return object()
                .put("file", what.file())
                .put("line", what.line())
                .put("column", what.column())
                .put("value", what.value())
                .put("reason", what.reason());
    }

    static ObjectNode measurements(List<Measurement> rows) {
        ObjectNode node = object();
        ArrayNode list = node.putArray("measurements");
        rows.forEach(row -> list.add(measurement(row)));
        return node;
    }
}
