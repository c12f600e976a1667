package dev.plumbline.notebook;

import dev.plumbline.chart.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in columns, numbers to the right, never wider than asked: words are cut first, then columns are left out. */
final class Columns {

    private static final int MAX_WIDTH = 60;
    private static final int LEAST = 12;

    /** A time, which is not cut but told without its seconds, then without its year. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?|");

    private static final int MINUTE = "2026-11-19 17:42".length();
    private static final int SHORT = "11-19 17:42".length();

    private final List<String> names;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;
    private final boolean[] times;

    private Columns(List<String> names, List<Boolean> right, List<List<String>> rows) {
        this.names = names;
        this.right = right;
        this.rows.add(names);
        this.rows.addAll(rows);
        this.widths = new int[names.size()];
        this.times = new boolean[names.size()];
        for (int i = 0; i < times.length; i++) {
            int column = i;
            times[i] = !rows.isEmpty()
                    && rows.stream()
                            .allMatch(row -> TIME.matcher(row.get(column)).matches());
        }
        for (List<String> row : this.rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(MAX_WIDTH, width(line(row.get(i)))));
            }
        }
    }

    static String text(List<String> names, List<Boolean> right, List<List<String>> rows, int room) {
        return new Columns(names, right, rows).text(room);
    }

    private String text(int room) {
        int shown = fit(room);
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < shown; i++) {
                String text = cut(times[i] ? time(row.get(i), widths[i]) : line(row.get(i)), widths[i]);
                String space = " ".repeat(widths[i] - width(text));
                line.append(i == 0 ? "" : "  ").append(right.get(i) ? space + text : text + space);
            }
            lines.add(line.toString().stripTrailing());
        }
        if (shown < names.size()) {
            String left = "… too narrow for " + String.join(", ", names.subList(shown, names.size()));
            lines.add(cut(left, room));
        }
        return String.join("\n", lines);
    }

    /** Makes times shorter, then the widest words narrower; returns how many columns there is room for. */
    private int fit(int room) {
        int over = total(widths.length) - room;
        for (int form : new int[] {MINUTE, SHORT}) {
            for (int i = 0; i < widths.length; i++) {
                int narrow = Math.max(form, width(names.get(i)));
                if (times[i] && over > 0 && widths[i] > narrow) {
                    over -= widths[i] - narrow;
                    widths[i] = narrow;
                }
            }
        }
        while (over > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean words = !right.get(i) && !times[i] && widths[i] > Math.max(LEAST, width(names.get(i)));
                widest = words && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            over--;
        }
        int shown = widths.length;
        while (shown > 1 && total(shown) > room) {
            shown--;
        }
        widths[0] = shown == 1 ? Math.min(widths[0], room) : widths[0];
        return shown;
    }

    private int total(int columns) {
        int sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += widths[i] + (i == 0 ? 0 : 2);
        }
        return sum;
    }

    /** Harmless before it is measured and cut: half an escape would swallow the rest of the table. */
    private static String line(String text) {
        return PlainText.line(text, 4 * MAX_WIDTH).replaceAll(" {2,}", " ");
    }

    private static String time(String text, int width) {
        if (text.length() <= Math.max(width, SHORT) || !TIME.matcher(text).matches()) {
            return line(text);
        }
        return text.substring(width >= MINUTE ? 0 : MINUTE - SHORT, MINUTE);
    }

    private static String cut(String text, int width) {
        return width(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
