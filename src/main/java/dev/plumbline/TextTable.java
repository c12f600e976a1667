package dev.plumbline;

import java.util.List;

/** A table as text: columns padded, numbers to the right, control characters taken out. */
public final class TextTable {

    private TextTable() {}

    /**
     * The header, then a line a row.
     *
     * @param numeric which columns are set to the right
     * @param rows    each as long as {@code header}
     */
    public static String of(List<String> header, List<Boolean> numeric, List<List<String>> rows) {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    header.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> clean(row.get(column)).length())
                            .max()
                            .orElse(0));
        }
        StringBuilder text = new StringBuilder();
        line(text, header, numeric, widths);
        rows.forEach(row -> line(text, row, numeric, widths));
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, List<String> cells, List<Boolean> numeric, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = clean(cells.get(i));
            String space = " ".repeat(widths[i] - cell.length());
            line.append(i == 0 ? "" : "  ").append(numeric.get(i) ? space + cell : cell + space);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** Untrusted text without what a terminal would obey. */
    public static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", " ");
    }
}
