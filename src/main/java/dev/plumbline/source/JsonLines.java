package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files with a JSON object a line, streamed into tables of {@code raw}. A line that cannot be used costs itself; a last
 * one without a line end that is no whole object is still being written, and left for next time.
 */
final class JsonLines {

    private JsonLines() {}

    static void run(List<SourceFile> files, JsonShape shape, Staging staging, TimeReader times, Rejections rejections) {
        Map<String, RawTable> tables = RawTable.read(staging, "");
        try (JsonLoad load = new JsonLoad(staging, tables, rejections)) {
            for (SourceFile file : files) {
                try (TextLines lines = TextLines.open(file.path())) {
                    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                        line(file, next.get(), shape, tables, times, load, rejections);
                    }
                } catch (IOException e) {
                    rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
                }
            }
        }
    }

    private static void line(
            SourceFile file,
            TextLines.Line line,
            JsonShape shape,
            Map<String, RawTable> tables,
            TimeReader times,
            JsonLoad load,
            Rejections rejections) {
        if (line.text().isBlank()) {
            return;
        }
        if (line.cut()) {
            rejections.reject(new Rejected(
                    file.shown(), line.number(), 0, line.text(), "the line is too long: at most 64 MB were expected"));
            return;
        }
        JsonFile.Content content = JsonFile.line(file, line.text(), line.number(), shape, tables, times);
        if (!line.complete() && content.rows().isEmpty()) {
            rejections.note(file.shown() + ":" + line.number()
                    + ": the last line is still being written; it is left for next time");
            return;
        }
        load.append(content);
    }
}
