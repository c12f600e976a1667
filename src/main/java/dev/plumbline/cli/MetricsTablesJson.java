package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.FileMetrics;
import dev.plumbline.FileTables;
import dev.plumbline.metric.DrawdownTable;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.MonthTable;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Rolling;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What a file says over time, as JSON: {@code tables} of the whole, {@code group_tables} of each group. */
final class MetricsTablesJson {

    private final JsonGenerator json;

    MetricsTablesJson(JsonGenerator json) {
        this.json = json;
    }

    /** Nothing where nothing was asked for. */
    void write(FileMetrics found) throws IOException {
        FileTables whole = found.tables();
        if (!whole.equals(FileTables.NONE)) {
            table("tables", whole);
        }
        if (!found.groupTables().isEmpty()) {
            json.writeObjectFieldStart("group_tables");
            for (Map.Entry<String, FileTables> group : found.groupTables().entrySet()) {
                table(group.getKey(), group.getValue());
            }
            json.writeEndObject();
        }
    }

    private void table(String name, FileTables tables) throws IOException {
        json.writeObjectFieldStart(name);
        if (!tables.because().isEmpty()) {
            json.writeStringField("reason", tables.because());
        }
        if (tables.rolling().isPresent()) {
            rolling(tables.rolling().get());
        }
        if (tables.calendar().isPresent()) {
            calendar(tables.calendar().get());
        }
        if (tables.drawdowns().isPresent()) {
            drawdowns(tables.drawdowns().get());
        }
        json.writeEndObject();
    }

    private void rolling(FileTables.Moving moving) throws IOException {
        json.writeObjectFieldStart("rolling");
        json.writeNumberField("window", moving.window());
        json.writeStringField("of", moving.of());
        json.writeNumberField("step", moving.step());
        json.writeArrayFieldStart("time");
        for (List<Rolling.Point> points :
                moving.points().values().stream().limit(1).toList()) {
            for (Rolling.Point point : points) {
                json.writeString(point.at().toString());
            }
        }
        json.writeEndArray();
        for (Map.Entry<Metric<?>, List<Rolling.Point>> each : moving.points().entrySet()) {
            json.writeArrayFieldStart("rolling_" + each.getKey().id());
            for (Rolling.Point point : each.getValue()) {
                number(
                        point.result() instanceof Result.Value value
                                ? OptionalDouble.of(value.value())
                                : OptionalDouble.empty());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void calendar(FileTables.Months months) throws IOException {
        json.writeObjectFieldStart("calendar");
        json.writeStringField("unit", months.unit().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("years");
        for (MonthTable.Year year : months.table().years()) {
            json.writeStartObject();
            json.writeNumberField("year", year.year());
            json.writeArrayFieldStart("months");
            for (OptionalDouble month : year.months()) {
                number(month);
            }
            json.writeEndArray();
            json.writeNumberField("total", year.total());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void drawdowns(FileTables.Stays stays) throws IOException {
        json.writeObjectFieldStart("drawdowns");
        json.writeNumberField("count", stays.all());
        if (!stays.table().because().isEmpty()) {
            json.writeStringField("reason", stays.table().because());
        }
        json.writeArrayFieldStart("deepest");
        for (DrawdownTable.Stay stay : stays.table().stays()) {
            json.writeStartObject();
            json.writeNumberField("depth", stay.depth());
            json.writeStringField("start", stay.start().toString());
            json.writeStringField("trough", stay.trough().toString());
            json.writeStringField("end", stay.end().map(Instant::toString).orElse(null));
            json.writeNumberField("seconds", stay.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumber(value.getAsDouble());
        } else {
            json.writeNull();
        }
    }
}
