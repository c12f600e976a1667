package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of a file as arrays of one length, in the order of its lines. A number that is not there is not a number, a
 * time that is not there {@link #NO_TIME}. Arrays inside are never written to.
 */
public final class Columns {

    /** A time that is not there. */
    public static final long NO_TIME = FieldReader.NO_TIME;

    private final List<Field> fields;
    private final ColumnBlock all;
    private final long rejectedFields;

    private Columns(List<Field> fields, ColumnBlock all, long rejectedFields) {
        this.fields = fields;
        this.all = all;
        this.rejectedFields = rejectedFields;
    }

    /** The blocks of a file's stretches one after the other; each has numbered its lines from 1. */
    static Columns of(List<Field> fields, List<ColumnBlock> blocks, List<Long> linesBefore) {
        ColumnBlock first = blocks.get(0);
        int size = blocks.stream().mapToInt(block -> block.size).sum();
        first.lines = Arrays.copyOf(first.lines, size);
        for (int i = 0; i < fields.size(); i++) {
            switch (fields.get(i).type()) {
                case TIME -> first.times[i] = Arrays.copyOf(first.times[i], size);
                case NUMBER, SHARE -> first.numbers[i] = Arrays.copyOf(first.numbers[i], size);
                case TEXT -> first.codes[i] = Arrays.copyOf(first.codes[i], size);
            }
        }
        for (int b = 1; b < blocks.size(); b++) {
            append(first, blocks.get(b), fields, linesBefore.get(b));
        }
        return new Columns(fields, first, first.complaints);
    }

    private static void append(ColumnBlock to, ColumnBlock block, List<Field> fields, long before) {
        for (int row = 0; row < block.size; row++) {
            to.lines[to.size + row] = (int) (block.lines[row] + before);
        }
        for (int i = 0; i < fields.size(); i++) {
            switch (fields.get(i).type()) {
                case TIME -> System.arraycopy(block.times[i], 0, to.times[i], to.size, block.size);
                case NUMBER, SHARE -> System.arraycopy(block.numbers[i], 0, to.numbers[i], to.size, block.size);
                case TEXT -> {
                    int[] codes = to.words[i].codesOf(block.words[i]);
                    for (int row = 0; row < block.size; row++) {
                        to.codes[i][to.size + row] = codes[block.codes[i][row]];
                    }
                }
            }
        }
        for (Rejected one : block.rejected) {
            if (to.rejected.size() < ColumnBlock.TOLD) {
                to.rejected.add(new Rejected(one.file(), one.line() + before, one.column(), one.value(), one.reason()));
            }
        }
        to.size += block.size;
        to.seen += block.seen;
        to.lost += block.lost;
        to.complaints += block.complaints;
        to.reader.moments().add(block.reader.moments());
    }

    /** How many rows could be read. */
    public int size() {
        return all.size;
    }

    /** How many rows the file has. */
    public long rows() {
        return all.seen;
    }

    /** How many rows are lost because something in them could not be read. */
    public long lost() {
        return all.lost;
    }

    /** How many fields or lines could not be read. */
    public long rejections() {
        return rejectedFields;
    }

    /** The first of what could not be read. */
    public List<Rejected> rejected() {
        return List.copyOf(all.rejected);
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Microseconds since 1970. */
    public long[] times(String name) {
        return all.times[place(name)];
    }

    public double[] numbers(String name) {
        return all.numbers[place(name)];
    }

    /** Which of {@link #words} each row has. */
    public int[] codes(String name) {
        return all.codes[place(name)];
    }

    /** The different texts of a column. */
    public List<String> words(String name) {
        return all.words[place(name)].texts();
    }

    /** The line of each row, from 1. */
    public int[] lines() {
        return all.lines;
    }

    /** What a reader of the figures should know of how times are written. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (all.reader.moments().naive() > 0) {
            notes.add("its times name no zone: UTC assumed");
        }
        return notes;
    }

    private int place(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column was read as " + name);
    }
}
