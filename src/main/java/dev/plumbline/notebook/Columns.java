package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;

/** Text in columns, numbers to the right. */
final class Columns {

    private static final int MAX_WIDTH = 60;

    private Columns() {}

    static String text(List<String> names, List<Boolean> right, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(names);
        all.addAll(rows);
        int[] widths = new int[names.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(cut(row.get(i))));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String text = cut(row.get(i));
                String space = " ".repeat(widths[i] - width(text));
                line.append(i == 0 ? "" : "  ").append(right.get(i) ? space + text : text + space);
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return width(line) <= MAX_WIDTH ? line : line.substring(0, line.offsetByCodePoints(0, MAX_WIDTH - 1)) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
