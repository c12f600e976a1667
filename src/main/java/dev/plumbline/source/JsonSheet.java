package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.QueryFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects, one a line or in an array, as rows: their keys are the columns, those of an object inside an object with
 * its key and a dot before them. The keys of the first objects are the header.
 */
final class JsonSheet implements Sheet {

    private static final int SAMPLE = 1_000;

    private final Path path;
    private final boolean lines;
    private final List<String> header;

    private JsonSheet(Path path, boolean lines, List<String> header) {
        this.path = path;
        this.lines = lines;
        this.header = header;
    }

    static JsonSheet open(Path path) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(path)) {
            head = in.readNBytes(4096);
        }
        boolean lines = !new String(head, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .startsWith("[");
        JsonSheet sheet = new JsonSheet(path, lines, List.of());
        Set<String> keys = new LinkedHashSet<>();
        int[] seen = {0};
        sheet.read(
                (line, fields) -> {
                    keys.addAll(fields.keySet());
                    return ++seen[0] < SAMPLE;
                },
                (line, column, found, reason) -> {});
        return new JsonSheet(path, lines, List.copyOf(keys));
    }

    /** The keys of the objects that begin in a file's first bytes. */
    static List<String> keys(byte[] head) {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonParser parser = JsonFile.JSON.createParser(head)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT) {
                keys.addAll(object(parser, "", new LinkedHashMap<>()).keySet());
                token = parser.nextToken();
            }
        } catch (IOException e) {
            // the head ends in the middle of an object: what came before it is enough
            return List.copyOf(keys);
        }
        return List.copyOf(keys);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    /** What is done with a row. */
    interface Row {
        /** Whether to go on. */
        boolean take(long line, Map<String, String> fields) throws IOException;
    }

    /** What is done with what is no row. */
    interface Complaint {
        void say(long line, long column, String found, String reason);

        /** A last line without a line end, which is no whole object. */
        default void unfinished(long line) {}
    }

    @Override
    public void copy(Target target) throws IOException {
        Map<String, Integer> order = new HashMap<>();
        List<String> names = target.places().values().stream().map(header::get).toList();
        for (int i = 0; i < names.size(); i++) {
            order.put(names.get(i), i);
        }
        Set<String> later = new LinkedHashSet<>();
        long[] rows = {0};
        try (DuckDBAppender to = target.staging().appender("csv_lines")) {
            @Nullable String[] values = new @Nullable String[names.size()];
            read(
                    (line, fields) -> {
                        Arrays.fill(values, null);
                        fields.forEach((key, value) -> {
                            Integer place = order.get(key);
                            if (place != null) {
                                values[place] = value;
                            } else if (!header.contains(key)) {
                                later.add(key);
                            }
                        });
                        append(to, line, values);
                        return ++rows[0] < target.limit();
                    },
                    new Complaints(target));
        } catch (SQLException e) {
            throw new QueryFailed("copying " + target.file().shown(), e);
        }
        if (!later.isEmpty()) {
            target.rejections()
                    .note(target.file().shown() + ": columns that the first " + SAMPLE
                            + " objects do not have are not read: " + String.join(", ", later));
        }
    }

    /** What is no row of a file on its way into staging. */
    private record Complaints(Target target) implements Complaint {

        @Override
        public void say(long line, long column, String found, String reason) {
            target.rejections().reject(new Rejected(target.file().shown(), line, column, found, reason));
        }

        @Override
        public void unfinished(long line) {
            target.rejections()
                    .note(target.file().shown() + ":" + line
                            + ": the last line is still being written; it is left for next time");
        }
    }

    private static void append(DuckDBAppender to, long line, @Nullable String[] values) throws IOException {
        try {
            to.beginRow();
            to.append(line);
            for (@Nullable String value : values) {
                to.append(Target.word(value));
            }
            to.endRow();
        } catch (SQLException e) {
            throw new QueryFailed("copying JSON", e);
        }
    }

    void read(Row row, Complaint complaint) throws IOException {
        if (lines) {
            readLines(row, complaint);
        } else {
            readArray(row, complaint);
        }
    }

    private void readLines(Row row, Complaint complaint) throws IOException {
        try (DecodedLines in = DecodedLines.open(path)) {
            long line = 0;
            String after = in.next();
            while (after != null) {
                String text = after;
                after = in.next();
                line++;
                if (text.isBlank()) {
                    continue;
                }
                try (JsonParser parser = JsonFile.JSON.createParser(text)) {
                    if (parser.nextToken() != JsonToken.START_OBJECT) {
                        complaint.say(line, 1, text, "a JSON object was expected; the line is left out");
                    } else if (!row.take(line, object(parser, "", new LinkedHashMap<>()))) {
                        return;
                    }
                } catch (JsonProcessingException e) {
                    if (after == null && !CsvReader.endsWithNewline(path)) {
                        complaint.unfinished(line);
                    } else {
                        complaint.say(
                                line, column(e), text, "one JSON object a line was expected; the line is left out");
                    }
                }
            }
        }
    }

    private void readArray(Row row, Complaint complaint) throws IOException {
        try (JsonParser parser = JsonFile.JSON.createParser(path.toFile())) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                JsonLocation place = parser.currentTokenLocation();
                if (token != JsonToken.START_OBJECT) {
                    complaint.say(
                            place.getLineNr(), place.getColumnNr(), parser.getText(), "a JSON object was expected");
                    parser.skipChildren();
                } else if (!row.take(place.getLineNr(), object(parser, "", new LinkedHashMap<>()))) {
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            complaint.say(
                    place == null ? 0 : place.getLineNr(),
                    place == null ? 0 : place.getColumnNr(),
                    "",
                    "valid JSON was expected from here on; the rest of the file is left out");
        }
    }

    private static long column(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    }

    /** The scalars of an object, and of objects inside it; arrays are left out. */
    private static Map<String, String> object(JsonParser parser, String prefix, Map<String, String> fields)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(parser, key + ".", fields);
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else {
                fields.put(key, token == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
        }
        return fields;
    }

    @Override
    public void close() {}
}
