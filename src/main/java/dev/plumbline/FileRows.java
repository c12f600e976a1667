package dev.plumbline;

import dev.plumbline.source.Columns;
import dev.plumbline.source.SeriesColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which rows of a file are used, and why the others are not: what is missing is never filled. */
final class FileRows {

    private final Columns columns;
    private final List<String> notes;
    private long duplicates;

    FileRows(Columns columns, List<String> notes) {
        this.columns = columns;
        this.notes = notes;
    }

    /** Rows with a time. */
    int[] timed(String time, String words) {
        long[] times = columns.times(time);
        return kept(all(), row -> times[row] != Columns.NO_TIME, words);
    }

    private int[] all() {
        int[] rows = new int[columns.size()];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** Rows whose value is there; the others are counted, with the line of the first. */
    int[] valued(int[] rows, double[] value, String words) {
        return kept(rows, row -> Double.isFinite(value[row]), words);
    }

    /** Whether a row is used. */
    @FunctionalInterface
    interface Use {

        boolean of(int row);
    }

    int[] kept(int[] rows, Use use, String words) {
        int[] kept = new int[rows.length];
        int n = 0;
        int first = -1;
        for (int row : rows) {
            if (use.of(row)) {
                kept[n++] = row;
            } else if (first < 0) {
                first = row;
            }
        }
        if (first >= 0) {
            int without = rows.length - n;
            notes.add(counted(without, "row") + " " + words + " left out, not filled (first: line "
                    + columns.lines()[first] + ")");
        }
        return n == rows.length ? rows : Arrays.copyOf(kept, n);
    }

    /** In order of time, which is said where the file was not. */
    int[] ordered(int[] rows, long[] times) {
        int out = TimeOrder.firstOut(times, rows);
        if (out < 0) {
            return rows;
        }
        note("rows were not in order of time (first: line " + columns.lines()[out] + "): sorted");
        return TimeOrder.sorted(times, rows);
    }

    /** One row an instant, the last, which is said where there were more. */
    int[] distinct(int[] rows, long[] times) {
        int[] last = TimeOrder.lastOfEach(times, rows);
        int dropped = rows.length - last.length;
        duplicates += dropped;
        return last;
    }

    /** Notes how many rows {@link #distinct} left out. */
    void tellDuplicates() {
        if (duplicates > 0) {
            note(counted(duplicates, "duplicate timestamp") + " dropped, the last of each kept");
        }
    }

    /** The rows of each group, in alphabetical order of their names; rows without one are in none. */
    Map<String, int[]> groups(int[] rows) {
        int[] codes = columns.codes(SeriesColumns.GROUP);
        List<String> names = columns.words(SeriesColumns.GROUP);
        int[] sizes = new int[names.size()];
        for (int row : rows) {
            sizes[codes[row]]++;
        }
        int[][] parts = new int[names.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new int[sizes[i]];
        }
        int[] filled = new int[parts.length];
        for (int row : rows) {
            int code = codes[row];
            parts[code][filled[code]++] = row;
        }
        Map<String, int[]> groups = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (names.get(i).isEmpty()) {
                notes.add(counted(parts[i].length, "row") + " without a group in none of them");
            } else if (parts[i].length > 0) {
                groups.put(names.get(i), parts[i]);
            }
        }
        return groups;
    }

    /** The different texts that a column has in some rows. */
    List<String> words(String name, int[] rows) {
        if (!columns.has(name)) {
            return List.of();
        }
        List<String> words = columns.words(name);
        boolean[] met = new boolean[words.size()];
        int[] codes = columns.codes(name);
        for (int row : rows) {
            met[codes[row]] = true;
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            if (met[i] && !words.get(i).isEmpty()) {
                found.add(words.get(i));
            }
        }
        return found;
    }

    synchronized void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    static String counted(long n, String word) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? word : word + "s");
    }
}
