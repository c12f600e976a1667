package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.FileMetrics;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of a file as one JSON document: numbers as numbers, undefined as null with the reason. */
final class MetricsJson {

    private final JsonGenerator json;

    private MetricsJson(JsonGenerator json) {
        this.json = json;
    }

    static String text(FileMetrics found) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new MetricsJson(json).write(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(FileMetrics found) throws IOException {
        json.writeStartObject();
        input(found.input());
        measurements("metrics", found.metrics());
        json.writeObjectFieldStart("groups");
        for (var group : found.groups().entrySet()) {
            measurements(group.getKey(), group.getValue());
        }
        json.writeEndObject();
        new MetricsTablesJson(json).write(found);
        json.writeEndObject();
    }

    private void input(FileMetrics.Input input) throws IOException {
        json.writeObjectFieldStart("input");
        json.writeStringField("file", input.file());
        json.writeStringField("kind", input.kind().words());
        json.writeNumberField("rows", input.rows());
        json.writeNumberField("used", input.used());
        instant("from", input.from());
        instant("to", input.to());
        if (input.periodsPerYear().isPresent()) {
            number("periods_per_year", input.periodsPerYear().getAsDouble());
        } else {
            json.writeNullField("periods_per_year");
        }
        json.writeStringField("sha256", input.sha256());
        strings("notes", input.notes());
        json.writeEndObject();
    }

    private void instant(String name, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, time.get().toString());
        } else {
            json.writeNullField(name);
        }
    }

    private void measurements(String name, List<Measurement> measured) throws IOException {
        json.writeObjectFieldStart(name);
        for (Measurement one : measured) {
            json.writeObjectFieldStart(one.metric().id());
            measurement(one);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void measurement(Measurement one) throws IOException {
        if (one.value().isPresent()) {
            number("value", one.value().getAsDouble());
        } else {
            json.writeNullField("value");
        }
        json.writeNumberField("n", one.n());
        json.writeStringField("unit", one.metric().unit().name().toLowerCase(Locale.ROOT));
        if (one.interval().isPresent()) {
            Interval range = one.interval().get();
            json.writeArrayFieldStart("interval");
            json.writeNumber(range.low());
            json.writeNumber(range.high());
            json.writeEndArray();
            json.writeNumberField("level", range.level());
            json.writeStringField("method", range.method());
        }
        if (one.result() instanceof Result.Undefined undefined) {
            json.writeStringField("reason", undefined.because());
            json.writeStringField("reason_code", undefined.reason().name().toLowerCase(Locale.ROOT));
        }
        if (!one.notes().isEmpty()) {
            strings("notes", one.notes());
        }
    }

    /** A whole number without its point. */
    private void number(String name, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumberField(name, (long) value);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void strings(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
