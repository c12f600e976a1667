package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads log files record by record into stretches. A record is a line that one of the forms fits, and the lines after it that
 * none fits. Memory does not grow with the file.
 */
final class LogReader {

    /** What takes a full stretch, and gives an empty one back. */
    interface Full {
        LogStretch take(LogStretch stretch) throws InterruptedException;
    }

    private final List<LineForm> forms;
    private final List<List<Integer>> groups;
    private final int continuation;
    private final List<Integer> times;
    private final LogClock clock;
    private final LogCuts cuts;
    private final Full full;
    private final Rejections rejections;
    private final LogTurns turns = new LogTurns();
    private final LogRecord record = new LogRecord();
    private LogStretch stretch;
    private byte[] name = new byte[0];
    private byte[] line = new byte[0];
    private int from;
    private int to;
    private boolean odd;

    /**
     * @param columns of text; each takes the group of its name, {@code continuation} the lines after the first
     * @param cuts    where a stretch may end
     */
    LogReader(
            List<LineForm> forms,
            List<String> columns,
            LogClock clock,
            LogCuts cuts,
            LogStretch first,
            Full full,
            Rejections rejections) {
        this.forms = forms;
        this.groups = forms.stream()
                .map(form -> columns.stream()
                        .map(column -> form.names().indexOf(column))
                        .toList())
                .toList();
        this.continuation = columns.indexOf("continuation");
        this.times = forms.stream().map(form -> form.names().indexOf("time")).toList();
        this.clock = clock;
        this.cuts = cuts;
        this.stretch = first;
        this.full = full;
        this.rejections = rejections;
    }

    /** Reads the files one after the other; the last stretch, which may be empty, is handed on too. */
    void read(List<SourceFile> files) throws InterruptedException {
        for (SourceFile file : files) {
            read(file);
        }
        stretch = full.take(stretch);
    }

    private void read(SourceFile file) throws InterruptedException {
        turns.clear();
        name = file.shown().getBytes(StandardCharsets.UTF_8);
        boolean begun = false;
        long position = 0;
        long before = 0;
        try (TextLines lines = TextLines.open(file.path())) {
            while (lines.advance()) {
                if (!lines.complete() && begun && lines.to() > lines.from()) {
                    rejections.note(file.shown() + ":" + lines.number()
                            + ": the last line is still being written; it is left for next time");
                    break;
                }
                look(lines);
                int form = form();
                if (form >= 0) {
                    position = begun ? write(file, position) : position;
                    begun = true;
                    record.begin(form, forms.get(form), line, from, to, lines.number());
                } else if (begun) {
                    record.more(lines.text());
                } else if (!lines.text().isBlank()) {
                    before++;
                }
            }
            if (begun) {
                write(file, position);
            }
        } catch (IOException e) {
            rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
        }
        record.shrink();
        if (!begun && before > 0) {
            rejections.reject(Rejected.file(
                    file.shown(), "no line begins as a record of this log does, such as one with a time and a level"));
        } else if (before > 0) {
            rejections.note(String.format(
                    Locale.ROOT, "%s: %,d lines before the first record are left out", file.shown(), before));
        }
    }

    /** The line's bytes, made well-formed where they are not. */
    private void look(TextLines lines) {
        line = lines.bytes();
        from = lines.from();
        to = lines.to();
        odd = false;
        if (!ByteSearch.plain(line, from, to)) {
            String text = lines.text();
            line = text.getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = line.length;
            odd = text.indexOf('\u0085') >= 0 || text.indexOf('\u2028') >= 0 || text.indexOf('\u2029') >= 0;
        }
    }

    /** Which of the forms the line fits; -1 where none does. */
    private int form() {
        for (int i = 0; i < forms.size(); i++) {
            if (forms.get(i).fits(line, from, to, odd)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds the finished record to the stretch; the position of the next. */
    private long write(SourceFile file, long position) throws InterruptedException {
        int group = times.get(record.form());
        long time = group < 0 || record.from(group) < 0
                ? LogClock.NONE
                : clock.read(record.first(), record.from(group), record.to(group));
        if (time == LogClock.NONE) {
            rejections.reject(new Rejected(
                    file.shown(),
                    record.line(),
                    1,
                    group < 0 || record.from(group) < 0 ? "null" : record.text(group),
                    "a time such as 2026-11-16 10:00:00,123 was expected; the record is left out"));
            return position;
        }
        if (cuts.before(time, stretch)) {
            stretch = full.take(stretch);
        }
        List<Integer> columns = groups.get(record.form());
        for (int column = 0; column < columns.size(); column++) {
            if (column == continuation) {
                record.putContinuation(stretch.text(column));
            } else if (columns.get(column) < 0) {
                stretch.text(column).addNull();
            } else {
                record.put(columns.get(column), stretch.text(column));
            }
        }
        long nth = turns.next(time, record.first(), record.length());
        stretch.add(name, record.line(), position, time, nth, record.lines());
        return position + 1;
    }
}
