package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.model.Rejected;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON file, streamed into rows of {@code raw}: fields that no table names, such as prompts and thoughts, are
 * skipped without being made into text. What does not fit is rejected with its line and column; the rest stays.
 */
final class JsonFile {

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** A row for a table of {@code raw}. */
    record Row(RawTable table, List<@Nullable Object> values) {}

    /** What one file gave. */
    record Content(List<Row> rows, List<Rejected> rejected) {}

    private final SourceFile file;
    private final String shown;
    private final Map<String, RawTable> tables;
    private final TimeReader times;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    /** The line that is read, of a file with one object a line; 0 in other files. */
    private final long only;

    private JsonFile(SourceFile file, Map<String, RawTable> tables, TimeReader times, long only) {
        this.file = file;
        this.shown = file.shown();
        this.tables = tables;
        this.times = times;
        this.only = only;
    }

    /** One line of a file that has an object a line; it is the object at this position, counted from 0. */
    static Content line(
            SourceFile source,
            String text,
            long line,
            JsonShape shape,
            Map<String, RawTable> tables,
            TimeReader times) {
        JsonFile file = new JsonFile(source, tables, times, line);
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Place place = new Place(parser);
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                file.object(place, shape, line - 1, 0, null);
            } else {
                file.reject(place, "a JSON object was expected");
            }
        } catch (JsonProcessingException e) {
            file.rows.clear();
            file.rejected.clear();
            file.rejected.add(new Rejected(
                    source.shown(),
                    line,
                    column(e.getLocation()),
                    text,
                    "one whole JSON object was expected on this line"));
        } catch (IOException e) {
            file.rejected.add(new Rejected(source.shown(), line, 0, "", "cannot be read: " + e.getMessage()));
        }
        return new Content(file.rows, file.rejected);
    }

    private static long column(@Nullable JsonLocation location) {
        return location == null ? 0 : Math.max(0, location.getColumnNr());
    }

    private long line(JsonLocation location) {
        return only > 0 ? only : location.getLineNr();
    }

    /** @param buffer to read with; may be used again */
    static Content read(
            SourceFile source, JsonShape shape, Map<String, RawTable> tables, TimeReader times, byte[] buffer) {
        JsonFile file = new JsonFile(source, tables, times, 0);
        try (InputStream in = new FileInputStream(source.path().toFile());
                JsonParser parser = parser(in, buffer)) {
            file.document(parser, shape);
        } catch (ForeignFile e) {
            file.rejected.add(e.rejected());
        } catch (JsonProcessingException e) {
            file.broken(e, shape);
        } catch (IOException e) {
            file.rejected.add(Rejected.file(source.shown(), "cannot be read: " + e.getMessage()));
        }
        return new Content(file.rows, file.rejected);
    }

    /** Of the buffer alone where it holds the whole file, as it does most: streaming costs a copy and a look for more. */
    private static JsonParser parser(InputStream in, byte[] buffer) throws IOException {
        int n = FileBytes.first(in, buffer);
        return n < buffer.length
                ? JSON.createParser(buffer, 0, n)
                : JSON.createParser(new SequenceInputStream(new ByteArrayInputStream(buffer, 0, n), in));
    }

    private void document(JsonParser parser, JsonShape shape) throws IOException {
        if (parser.nextToken() == null) {
            rejected.add(new Rejected(shown, 1, 1, "", "the file is empty: " + shape.form().words + " was expected"));
            return;
        }
        Place place = new Place(parser);
        value(place, shape, 0);
        if (parser.nextToken() != null) {
            reject(place, "the end of the file was expected");
        }
    }

    /** Where a value stands: of a JSON inside a text, the place of the text. */
    private record Place(JsonParser parser, @Nullable JsonLocation outer) {
        Place(JsonParser parser) {
            this(parser, null);
        }

        JsonLocation location() {
            return outer == null ? parser.currentTokenLocation() : outer;
        }
    }

    private void value(Place place, JsonShape shape, long parent) throws IOException {
        JsonParser parser = place.parser();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        switch (shape.form()) {
            case OBJECT -> {
                if (token == JsonToken.START_OBJECT) {
                    object(place, shape, 0, parent, null);
                    return;
                }
            }
            case ARRAY -> {
                if (token == JsonToken.START_ARRAY) {
                    array(place, shape, parent);
                    return;
                }
            }
            case ANY -> {
                if (token == JsonToken.START_OBJECT) {
                    object(place, shape, 0, parent, null);
                    return;
                }
                if (token == JsonToken.START_ARRAY) {
                    array(place, shape, parent);
                    return;
                }
            }
            case MAP -> {
                if (token == JsonToken.START_OBJECT) {
                    map(place, shape, parent);
                    return;
                }
            }
            case TEXT -> {
                if (token == JsonToken.VALUE_STRING) {
                    text(place, shape, parent);
                    return;
                }
            }
        }
        reject(place, shape.form().words + " was expected");
        parser.skipChildren();
    }

    private void array(Place place, JsonShape shape, long parent) throws IOException {
        JsonParser parser = place.parser();
        for (long position = 0; parser.nextToken() != JsonToken.END_ARRAY; position++) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                object(place, shape, position, parent, null);
            } else {
                reject(place, "a JSON object was expected");
                parser.skipChildren();
            }
        }
    }

    /** An object whose values are objects of one kind, each under a name of its own. */
    private void map(Place place, JsonShape shape, long parent) throws IOException {
        JsonParser parser = place.parser();
        for (long position = 0; parser.nextToken() != JsonToken.END_OBJECT; position++) {
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(place, shape, position, parent, key);
            } else {
                reject(place, "a JSON object was expected");
                parser.skipChildren();
            }
        }
    }

    private void text(Place place, JsonShape shape, long parent) throws IOException {
        String inner = place.parser().getText();
        if (inner.isBlank()) {
            return;
        }
        JsonLocation location = place.location();
        int kept = rows.size();
        try (JsonParser parser = JSON.createParser(inner)) {
            parser.nextToken();
            Place within = new Place(parser, location);
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                array(within, shape, parent);
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                reject(within, "a JSON array was expected in this text");
            }
        } catch (JsonProcessingException e) {
            rows.subList(kept, rows.size()).clear();
            rejected.add(at(location, inner, "a JSON array was expected in this text"));
        }
    }

    /** An object, whose fields stand in the row that its shape asks for. */
    private void object(Place place, JsonShape shape, long position, long parent, @Nullable String key)
            throws IOException {
        JsonLocation start = place.location();
        JsonRow row = new JsonRow(shape, shape.table().isEmpty() ? null : tables.get(shape.table()), position);
        row.leading(shown, line(start), parent, key);
        int kept = rows.size();
        int said = rejected.size();
        fields(place, row, "");
        if (row.complete) {
            row.add(rows);
            return;
        }
        // one line for what cannot be used, whatever else was wrong inside it
        rows.subList(kept, rows.size()).clear();
        if (!row.complained) {
            rejected.subList(said, rejected.size()).clear();
            rejected.add(at(start, "", "no " + String.join(" or ", shape.required()) + " here: a time was expected"));
        }
    }

    /** The fields of an object; those of objects within it too, where the table names them. */
    private void fields(Place place, JsonRow row, String prefix) throws IOException {
        JsonParser parser = place.parser();
        JsonShape shape = row.shape;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            JsonShape child = shape.children().get(name);
            RawTable.Field field = row.field(name);
            String foreign = shape.foreign().get(name);
            if (foreign != null) {
                throw new ForeignFile(at(place.location(), name, foreign));
            } else if (child != null) {
                value(place, child, row.position);
            } else if (field != null) {
                int before = rejected.size();
                row.values[field.place()] = field(place, field, shape.ranges().get(name));
                boolean needed = shape.required().contains(name);
                row.complete |= needed && row.values[field.place()] != null;
                row.complained |= needed && rejected.size() > before;
            } else if (token == JsonToken.START_OBJECT && row.descends(name)) {
                fields(place, row, name + ".");
            } else {
                parser.skipChildren();
            }
        }
    }

    private @Nullable Object field(Place place, RawTable.Field field, JsonShape.@Nullable Range range)
            throws IOException {
        JsonParser parser = place.parser();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        @Nullable Object value = Scalars.read(parser, field.type(), times);
        if (value == null) {
            reject(place, field.name() + " is not usable: " + Scalars.expected(field.type()) + " was expected");
            parser.skipChildren();
        } else if (range != null && value instanceof Double number && (number < range.min() || number > range.max())) {
            reject(
                    place,
                    String.format(
                            Locale.ROOT,
                            "%s is out of range: a number from %.0f to %.0f was expected",
                            field.name(),
                            range.min(),
                            range.max()));
            return null;
        }
        return value;
    }

    /** A cut-off or malformed file: of an array the elements before the break stay, of an object nothing does. */
    private void broken(JsonProcessingException e, JsonShape shape) {
        if (shape.form() == JsonShape.Form.OBJECT) {
            rows.clear();
            rejected.clear();
        }
        JsonLocation location = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        if (e instanceof JsonEOFException) {
            rejected.add(at(
                    location,
                    "end of file",
                    "the rest of the JSON was expected: it is cut off, or still being written"));
        } else {
            String words = String.valueOf(e.getOriginalMessage()).replaceFirst("(?s): was expecting.*|\\R.*", "");
            rejected.add(at(location, found(location), "valid JSON was expected (" + words + ")"));
        }
    }

    /** The text at a place of the file, for a message. */
    private String found(JsonLocation location) {
        try (InputStream in = Files.newInputStream(file.path())) {
            in.skipNBytes(Math.max(0, location.getByteOffset() - 1));
            return new String(in.readNBytes(20), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private void reject(Place place, String reason) throws IOException {
        rejected.add(at(place.location(), String.valueOf(place.parser().getText()), reason));
    }

    private Rejected at(JsonLocation location, String value, String reason) {
        return new Rejected(shown, Math.max(0, line(location)), Math.max(0, location.getColumnNr()), value, reason);
    }

    /** Thrown at the field that shows a file to be of another kind. */
    private static final class ForeignFile extends IOException {
        private final transient Rejected rejected;

        ForeignFile(Rejected rejected) {
            super(rejected.toString());
            this.rejected = rejected;
        }

        Rejected rejected() {
            return rejected;
        }
    }
}
