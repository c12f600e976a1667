package dev.plumbline.source;

import dev.plumbline.store.Lot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Records of a log that stand together: as many as are worth the work in one piece and few enough for the memory. */
final class LogStretch {

    /** Row groups of a Parquet file, two a thread: planning its queries takes time for each stretch, however big. */
    static final int RECORDS = 4 * 122_880;

    private static final int BYTES = 40 << 20;

    /** Columns of numbers; the time is in microseconds. */
    static final List<String> NUMBERS = List.of("line", "position", "time", "nth", "lines");

    private final List<LogColumn> texts = new ArrayList<>();
    private final long[][] numbers = new long[NUMBERS.size()][1 << 8];
    private byte[][] files = new byte[1 << 8][];
    private final LogMonths months = new LogMonths();
    private boolean several;
    private int size;

    /** @param texts how many columns of text it has */
    LogStretch(int texts) {
        for (int i = 0; i < texts; i++) {
            this.texts.add(new LogColumn());
        }
    }

    LogColumn text(int column) {
        return texts.get(column);
    }

    /** Ends a record whose texts were added. */
    void add(byte[] file, long line, long position, long time, long nth, long lines) {
        if (size == files.length) {
            files = Arrays.copyOf(files, size * 2);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Arrays.copyOf(numbers[i], size * 2);
            }
        }
        several |= size > 0 && file != files[size - 1];
        months.add(time);
        files[size] = file;
        numbers[0][size] = line;
        numbers[1][size] = position;
        numbers[2][size] = time;
        numbers[3][size] = nth;
        numbers[4][size] = lines;
        size++;
    }

    int size() {
        return size;
    }

    /** What the records are, all together. */
    Lot lot() {
        return new Lot(
                months.all(),
                several || size == 0 ? Optional.empty() : Optional.of(new String(files[0], StandardCharsets.UTF_8)));
    }

    byte[] file(int row) {
        return files[row];
    }

    /** @param column of {@link #NUMBERS}, from 0 */
    long number(int column, int row) {
        return numbers[column][row];
    }

    /** Whether it should be worked on before more is added. */
    boolean full() {
        return size >= RECORDS || bytes() >= BYTES;
    }

    private long bytes() {
        long bytes = 0;
        for (LogColumn text : texts) {
            bytes += text.used();
        }
        return bytes;
    }

    void clear() {
        size = 0;
        several = false;
        months.clear();
        texts.forEach(LogColumn::clear);
    }
}
