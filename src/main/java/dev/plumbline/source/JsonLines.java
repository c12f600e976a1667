package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files with a JSON object a line, streamed into tables of {@code raw}. A line that cannot be used costs itself; a last
 * one without a line end that is no whole object is still being written, and left for next time.
 *
 * <p>What a kind of file has before the JSON, such as the {@code bot_1  | } of docker-compose, is taken off. Such files
 * have lines of other programs among them: where the table has a column {@code output}, it takes the lines that are no
 * JSON object.
 */
final class JsonLines {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final String OUTPUT = "output";

    private final JsonShape shape;
    private final Optional<Pattern> prefix;
    private final List<String> groups;
    private final Map<String, RawTable> tables;
    private final TimeReader times;
    private final JsonLoad load;
    private final Rejections rejections;

    private JsonLines(
            FileKind kind, Map<String, RawTable> tables, TimeReader times, JsonLoad load, Rejections rejections) {
        this.shape = kind.json().orElseThrow();
        this.prefix = kind.prefix();
        this.groups = prefix.stream()
                .flatMap(pattern -> GROUP.matcher(pattern.pattern()).results())
                .map(found -> found.group(1))
                .toList();
        this.tables = tables;
        this.times = times;
        this.load = load;
        this.rejections = rejections;
    }

    static void run(List<SourceFile> files, FileKind kind, Staging staging, TimeReader times, Rejections rejections) {
        Map<String, RawTable> tables = RawTable.read(staging, "");
        try (JsonLoad load = new JsonLoad(staging, tables, rejections)) {
            JsonLines reader = new JsonLines(kind, tables, times, load, rejections);
            for (SourceFile file : files) {
                try (TextLines lines = TextLines.open(file.path())) {
                    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                        reader.line(file, next.get());
                    }
                } catch (IOException e) {
                    rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
                }
            }
        }
    }

    /** The keys of each line that is a JSON object once the prefix is off. */
    static Stream<Set<String>> keys(String head, Pattern prefix) {
        return head.lines()
                .map(line -> {
                    Matcher matcher = prefix.matcher(line);
                    return matcher.lookingAt() ? line.substring(matcher.end()) : line;
                })
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonHead.of(line.getBytes(StandardCharsets.UTF_8)).keys());
    }

    private void line(SourceFile file, TextLines.Line line) {
        Map<String, String> said = new HashMap<>();
        int begins = prefixEnd(line.text(), said);
        String text = line.text().substring(begins);
        if (text.isBlank()) {
            return;
        }
        if (line.cut()) {
            rejections.reject(new Rejected(
                    file.shown(), line.number(), 0, line.text(), "the line is too long: at most 64 MB were expected"));
            return;
        }
        RawTable table = tables.get(shape.table());
        boolean output =
                !text.startsWith("{") && table != null && table.field(OUTPUT).isPresent();
        JsonFile.Content content = output
                ? new JsonFile.Content(List.of(output(file, line, text, table)), List.of())
                : moved(JsonFile.line(file, text, line.number(), shape, tables, times), begins);
        if (!line.complete() && (output || content.rows().isEmpty())) {
            rejections.note(file.shown() + ":" + line.number()
                    + ": the last line is still being written; it is left for next time");
            return;
        }
        for (JsonFile.Row row : content.rows()) {
            said.forEach((group, value) ->
                    row.table().field(group).ifPresent(field -> row.values().set(field.place(), value)));
        }
        load.append(content);
    }

    /** With columns counted from the beginning of the line, not of its JSON. */
    private static JsonFile.Content moved(JsonFile.Content content, int by) {
        if (by == 0 || content.rejected().isEmpty()) {
            return content;
        }
        return new JsonFile.Content(
                content.rows(),
                content.rejected().stream()
                        .map(r -> new Rejected(
                                r.file(), r.line(), r.column() == 0 ? 0 : r.column() + by, r.value(), r.reason()))
                        .toList());
    }

    private static JsonFile.Row output(SourceFile file, TextLines.Line line, String text, RawTable table) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(new @Nullable Object[table.width()]));
        values.set(0, file.shown());
        values.set(1, line.number());
        values.set(2, line.number() - 1);
        table.field(OUTPUT).ifPresent(field -> values.set(field.place(), text));
        return new JsonFile.Row(table, values);
    }

    /** Where the prefix ends, and what its named groups say: they are columns of their names. */
    private int prefixEnd(String line, Map<String, String> said) {
        Matcher matcher = prefix.map(pattern -> pattern.matcher(line))
                .filter(Matcher::lookingAt)
                .orElse(null);
        if (matcher == null) {
            return 0;
        }
        for (String group : groups) {
            if (matcher.group(group) != null) {
                said.put(group, matcher.group(group));
            }
        }
        return matcher.end();
    }
}
