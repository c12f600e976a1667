package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Log files into one table of {@code raw}: a row a record, which is a line that one of the kind's patterns matches and the
 * lines after it that none matches, such as a traceback. Beside the named groups of the patterns a row has {@code time},
 * {@code nth} (which of the records with the same time and text it is, from 0), {@code lines} and {@code continuation}.
 * Memory does not grow with the file.
 */
final class LogLoad {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    /** A pattern, and for each column after the leading ones which of its groups fills it; empty where none does. */
    private record Form(Pattern pattern, List<String> groups) {}

    private final RawTable table;
    private final List<Form> forms;
    private final LogClock clock;
    private final DuckDBAppender to;
    private final Rejections rejections;
    private final LogTurns turns = new LogTurns();

    private LogLoad(FileKind kind, RawTable table, LogClock clock, DuckDBAppender to, Rejections rejections) {
        this.table = table;
        this.forms = kind.lines().stream().map(pattern -> form(pattern, table)).toList();
        this.clock = clock;
        this.to = to;
        this.rejections = rejections;
    }

    static void run(List<SourceFile> files, FileKind kind, Staging staging, TimeReader times, Rejections rejections) {
        RawTable table = RawTable.read(staging, kind.table()).get(kind.table());
        try (DuckDBAppender to = staging.appender(kind.table())) {
            LogLoad load = new LogLoad(kind, table, new LogClock(times), to, rejections);
            for (SourceFile file : files) {
                load.file(file);
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw." + kind.table(), e);
        }
    }

    private static Form form(Pattern pattern, RawTable table) {
        List<String> named = new ArrayList<>();
        for (Matcher group = GROUP.matcher(pattern.pattern()); group.find(); ) {
            named.add(group.group(1));
        }
        return new Form(
                pattern,
                table.fields().keySet().stream()
                        .map(column -> named.contains(column) ? column : "")
                        .toList());
    }

    private void file(SourceFile file) throws SQLException {
        turns.clear();
        LogRecord record = null;
        long position = 0;
        long before = 0;
        try (TextLines lines = TextLines.open(file.path())) {
            for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
                TextLines.Line line = next.get();
                if (!line.complete() && record != null && !line.text().isEmpty()) {
                    rejections.note(file.shown() + ":" + line.number()
                            + ": the last line is still being written; it is left for next time");
                    break;
                }
                LogRecord begun = begin(line);
                if (begun != null) {
                    position = write(file, record, position);
                    record = begun;
                } else if (record != null) {
                    record.more(line.text());
                } else if (!line.text().isBlank()) {
                    before++;
                }
            }
            write(file, record, position);
        } catch (IOException e) {
            rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
        }
        if (record == null && before > 0) {
            rejections.reject(Rejected.file(
                    file.shown(), "no line begins as a record of this log does, such as one with a time and a level"));
        } else if (before > 0) {
            rejections.note(String.format(
                    Locale.ROOT, "%s: %,d lines before the first record are left out", file.shown(), before));
        }
    }

    private @Nullable LogRecord begin(TextLines.Line line) {
        for (int i = 0; i < forms.size(); i++) {
            Matcher match = forms.get(i).pattern().matcher(line.text());
            if (match.matches()) {
                return new LogRecord(i, match, line.number());
            }
        }
        return null;
    }

    /** Writes a finished record; the position of the next. */
    private long write(SourceFile file, @Nullable LogRecord record, long position) throws SQLException {
        if (record == null) {
            return position;
        }
        Form form = forms.get(record.form());
        Optional<LocalDateTime> time = clock.read(record.group("time"));
        if (time.isEmpty()) {
            rejections.reject(new Rejected(
                    file.shown(),
                    record.line(),
                    1,
                    String.valueOf(record.group("time")),
                    "a time such as 2026-11-16 10:00:00,123 was expected; the record is left out"));
            return position;
        }
        to.beginRow();
        to.append(file.shown());
        to.append(record.line());
        to.append(position);
        int column = 0;
        for (RawTable.Field field : table.fields().values()) {
            String group = form.groups().get(column++);
            switch (field.name()) {
                case "time" -> to.append(time.get());
                case "nth" -> to.append(turns.next(time.get(), record.text()));
                case "lines" -> to.append(record.lines());
                case "continuation" -> append(record.continuation());
                default -> append(group.isEmpty() ? null : record.group(group));
            }
        }
        to.endRow();
        return position + 1;
    }

    private void append(@Nullable String text) throws SQLException {
        if (text == null) {
            to.appendNull();
        } else {
            to.append(LogRecord.shortened(text));
        }
    }
}
