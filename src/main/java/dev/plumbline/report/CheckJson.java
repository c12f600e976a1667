package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.model.Period;
import java.util.Locale;
import java.util.Optional;

/** A check as JSON: the verdict, how many rows of each kind, and every row. */
public final class CheckJson {

    private CheckJson() {}

    /** With the time of the agent's newest row. */
    public static ObjectNode of(Checked checked) {
        return of(checked.check()).put("newest_row", checked.newest().toString());
    }

    public static ObjectNode of(Check check) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", Tones.of(check.verdict()));
        json.put("exit_code", check.verdict().exitCode());
        json.putObject("scope")
                .put("system", check.scope().system())
                .put("agent", check.scope().agent())
                .put("environment", check.scope().environment());
        period(json.putObject("period"), check.period());
        check.baseline().ifPresent(baseline -> {
            ObjectNode node = json.putObject("baseline").put("name", baseline.name());
            period(node, baseline.period());
            ArrayNode notes = node.putArray("notes");
            baseline.notes().forEach(notes::add);
        });
        check.freshness().ifPresent(fresh -> json.putObject("freshness")
                .put("verdict", Tones.of(fresh.verdict()))
                .put("words", fresh.words()));
        check.caution().ifPresent(words -> json.put("caution", words));
        json.put("rules", check.rules());
        ObjectNode counts = json.putObject("counts");
        for (Verdict verdict : Verdict.values()) {
            counts.put(Tones.of(verdict), check.count(verdict));
        }
        var rows = json.putArray("rows");
        check.rows().forEach(row -> rows.add(row(row)));
        return json;
    }

    private static void period(ObjectNode into, Period period) {
        into.put("from", period.from().toString()).put("to", period.to().toString());
    }

    private static ObjectNode row(Deviation row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verdict", Tones.of(row.verdict()));
        json.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        json.set("now", MeasurementJson.of(row.now()));
        row.then().ifPresent(then -> json.set("baseline", MeasurementJson.of(then)));
        if (row.change().isPresent()) {
            json.put("change", row.change().getAsDouble());
        } else {
            json.putNull("change").put("change_reason", reason(row));
        }
        MeasurementJson.interval(json, row.interval());
        row.pValue().ifPresent(p -> json.put("p_value", p));
        row.band().ifPresent(band -> json.set("band", MeasurementJson.pair(band.low(), band.high())));
        json.put("why", row.why());
        if (!row.action().isEmpty()) {
            json.put("action", row.action());
        }
        if (!row.author().isEmpty()) {
            json.put("author", row.author());
        }
        if (!row.since().isEmpty()) {
            json.put("since", row.since());
        }
        return json;
    }

    /** Why there is no change. */
    private static String reason(Deviation row) {
        return row.now()
                .because()
                .or(() -> row.then().isEmpty()
                        ? Optional.of("no baseline")
                        : row.then().get().because().map(why -> "baseline: " + why))
                .orElse("nothing to compare");
    }
}
