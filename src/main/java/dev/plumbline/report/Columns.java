package dev.plumbline.report;

import java.util.List;

/** Widths of the columns of {@link VerdictTable}: metric, baseline, now, change, interval, n, verdict. */
final class Columns {

    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    private static final int METRIC = 0;
    private static final int INTERVAL = 4;
    private static final int LEAST_METRIC = 16;

    private Columns() {}

    /**
     * As wide as the contents, at most {@code room} in all: first the metric's name gives way, then the interval goes, then
     * every column is cut.
     */
    static int[] fit(List<String> heads, List<List<String>> rows, int room) {
        int[] widths = new int[heads.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Cells.width(heads.get(c));
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], Cells.width(row.get(c)));
            }
        }
        widths[METRIC] = Math.min(widths[METRIC], 34);
        shrink(widths, METRIC, LEAST_METRIC, room);
        if (total(widths) > room) {
            widths[INTERVAL] = 0;
            widths[METRIC] = Math.min(34, Math.max(widths[METRIC], widths[METRIC] + room - total(widths)));
            for (int c = widths.length - 2; c >= 0; c--) {
                shrink(widths, c, 5, room);
            }
        }
        return widths;
    }

    static int total(int[] widths) {
        int sum = Cells.width(INDENT);
        boolean first = true;
        for (int width : widths) {
            sum += width == 0 ? 0 : width + (first ? 0 : Cells.width(GAP));
            first = false;
        }
        return sum;
    }

    static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int c = 0; c < widths.length; c++) {
            if (widths[c] > 0) {
                String cell = Cells.cut(cells.get(c), widths[c]);
                String space = " ".repeat(widths[c] - Cells.width(cell));
                boolean left = c == METRIC || c == INTERVAL || c == widths.length - 1;
                line.append(c == 0 ? "" : GAP).append(left ? cell + space : space + cell);
            }
        }
        return line.toString();
    }

    private static void shrink(int[] widths, int column, int least, int room) {
        int over = total(widths) - room;
        if (over > 0 && widths[column] > least) {
            widths[column] = Math.max(least, widths[column] - over);
        }
    }
}
