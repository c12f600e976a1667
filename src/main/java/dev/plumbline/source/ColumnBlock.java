package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The wanted columns of a stretch of a file while it is read. A row is kept whole or not at all. */
final class ColumnBlock {

    /** Rejected lines that are told; the others are counted. */
    static final int TOLD = 1_000;

    private final List<Field> fields;
    private final String shown;
    final FieldReader reader;
    final long[][] times;
    final double[][] numbers;
    final int[][] codes;
    final Words[] words;
    int[] lines;
    int size;
    long seen;
    long lost;
    final List<Rejected> rejected = new ArrayList<>();
    long complaints;

    /** @param expected about how many rows there will be */
    ColumnBlock(String shown, List<Field> fields, boolean commas, ZoneId zone, int expected) {
        this.shown = shown;
        this.fields = fields;
        this.reader = new FieldReader(commas, zone);
        int n = fields.size();
        this.times = new long[n][];
        this.numbers = new double[n][];
        this.codes = new int[n][];
        this.words = new Words[n];
        this.lines = new int[expected];
        for (int i = 0; i < n; i++) {
            switch (fields.get(i).type()) {
                case TIME -> times[i] = new long[expected];
                case NUMBER, SHARE -> numbers[i] = new double[expected];
                case TEXT -> {
                    codes[i] = new int[expected];
                    words[i] = new Words();
                }
            }
        }
    }

    /** A row whose wanted fields lie at {@code from[i]} to {@code to[i]} of the text. */
    void add(long line, byte[] text, int[] from, int[] to) {
        seen++;
        if (size == lines.length) {
            grow(Math.max(16, size + (size >> 1)));
        }
        for (int i = 0; i < from.length; i++) {
            Field field = fields.get(i);
            switch (field.type()) {
                case TIME -> times[i][size] = reader.time(text, from[i], to[i]);
                case NUMBER -> numbers[i][size] = reader.number(text, from[i], to[i], false);
                case SHARE -> numbers[i][size] = reader.number(text, from[i], to[i], true);
                case TEXT -> codes[i][size] = words[i].code(text, from[i], to[i]);
            }
            if (field.type() != Field.Type.TEXT && reader.unreadable()) {
                String found = CsvRange.string(text, from[i], to[i]);
                reject(line, field.place() + 1, found, field.name() + ": " + expected(field));
                if (field.required()) {
                    lost++;
                    return;
                }
            }
        }
        lines[size++] = (int) line;
    }

    private static String expected(Field field) {
        String what = field.type() == Field.Type.TIME
                ? "a time such as 2026-11-16T10:00:00Z or unix seconds was expected"
                : "a finite number was expected";
        return what + (field.required() ? "; the line is left out" : "; the line is kept without it");
    }

    /** A line that does not fit the header. */
    void unfit(long line, String found, String reason) {
        seen++;
        lost++;
        reject(line, 0, found, reason);
    }

    private void reject(long line, long column, String found, String reason) {
        complaints++;
        if (rejected.size() < TOLD) {
            rejected.add(new Rejected(shown, line, column, found, reason));
        }
    }

    private void grow(int room) {
        lines = Arrays.copyOf(lines, room);
        for (int i = 0; i < fields.size(); i++) {
            switch (fields.get(i).type()) {
                case TIME -> times[i] = Arrays.copyOf(times[i], room);
                case NUMBER, SHARE -> numbers[i] = Arrays.copyOf(numbers[i], room);
                case TEXT -> codes[i] = Arrays.copyOf(codes[i], room);
            }
        }
    }
}
