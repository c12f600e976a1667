package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import java.util.Locale;
import java.util.Optional;

/** A measurement as JSON: the value a number, or null with the reason. */
public final class MeasurementJson {

    private MeasurementJson() {}

    public static ObjectNode of(Measurement measured) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("metric", measured.metric().id());
        if (!measured.slice().isAll()) {
            json.putObject("slice")
                    .put(measured.slice().dimension(), measured.slice().value());
        }
        json.put("title", measured.title());
        json.put("unit", measured.metric().unit().name().toLowerCase(Locale.ROOT));
        if (measured.value().isPresent()) {
            json.put("value", measured.value().getAsDouble());
        } else {
            json.putNull("value");
        }
        json.put("n", measured.n());
        interval(json, measured.interval());
        if (measured.result() instanceof Result.Undefined undefined) {
            json.put("reason", undefined.because());
            json.put("reason_code", undefined.reason().name().toLowerCase(Locale.ROOT));
        }
        if (!measured.notes().isEmpty()) {
            var notes = json.putArray("notes");
            measured.notes().forEach(notes::add);
        }
        return json;
    }

    static void interval(ObjectNode json, Optional<Interval> interval) {
        interval.ifPresent(i -> {
            json.set("interval", pair(i.low(), i.high()));
            json.put("level", i.level());
            json.put("method", i.method());
        });
    }

    /** Two numbers; an open end is null. */
    static ArrayNode pair(double low, double high) {
        ArrayNode pair = JsonNodeFactory.instance.arrayNode(2);
        for (double end : new double[] {low, high}) {
            if (Double.isFinite(end)) {
                pair.add(end);
            } else {
                pair.addNull();
            }
        }
        return pair;
    }
}
