package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What changed between two reports, for scripts. */
public final class DiffJson {

    private DiffJson() {}

    public static ObjectNode of(ReportDiff diff) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("same", diff.same());
        report(json.putObject("before"), diff.before);
        report(json.putObject("after"), diff.after);
        said(json.putArray("about"), diff.facts);
        ArrayNode verdicts = json.putArray("verdicts");
        diff.verdicts.forEach(moved -> {
            ObjectNode one = verdicts.addObject().put("title", moved.after().title());
            one.put("before", moved.before().verdict().map(Tones::of).orElse(null));
            one.put("after", moved.after().verdict().map(Tones::of).orElse(null));
        });
        ArrayNode figures = json.putArray("figures");
        diff.moved.forEach(moved -> figure(figures.addObject(), moved));
        titles(json.putArray("new"), diff.added);
        titles(json.putArray("gone"), diff.gone);
        ArrayNode parts = json.putArray("parts");
        diff.parts.forEach(part -> parts.add(part.name()));
        return json;
    }

    private static void report(ObjectNode json, SavedReport report) {
        json.put("file", report.file()).put("title", report.title());
        json.put("verdict", report.verdict().map(Tones::of).orElse(null));
    }

    private static void said(ArrayNode json, List<ReportDiff.Said> all) {
        all.forEach(said -> json.addObject()
                .put("name", said.name())
                .put("before", said.before())
                .put("after", said.after()));
    }

    private static void figure(ObjectNode json, ReportDiff.Moved moved) {
        json.put("title", moved.after().title());
        json.put("unit", moved.after().unit().name().toLowerCase(Locale.ROOT));
        row(json.putObject("before"), moved.before());
        row(json.putObject("after"), moved.after());
        if (Double.isFinite(moved.change())) {
            json.put("change", moved.change());
        } else {
            json.putNull("change");
        }
        moved.apart().ifPresent(apart -> json.put("intervals_apart", apart));
    }

    private static void row(ObjectNode json, SavedRow row) {
        if (row.value().isPresent()) {
            json.put("value", row.value().getAsDouble());
        } else {
            json.putNull("value").put("reason", row.reason());
        }
        json.put("n", row.n());
        if (row.hasInterval()) {
            json.set("interval", MeasurementJson.pair(row.low(), row.high()));
        }
    }

    private static void titles(ArrayNode json, List<SavedRow> rows) {
        rows.forEach(row -> json.add(row.title()));
    }
}
