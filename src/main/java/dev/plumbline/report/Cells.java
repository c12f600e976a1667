package dev.plumbline.report;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the columns of a terminal, where some characters take two and some none. */
final class Cells {

    private Cells() {}

    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** At most {@code columns} wide, with an ellipsis where something was left out. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            if (used + width(c) > columns - 1) {
                break;
            }
            cut.appendCodePoint(c);
            used += width(c);
        }
        return cut + "…";
    }

    /** Lines of at most {@code columns}, broken at spaces; a longer word is cut. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(cut(word, columns));
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Lines of at most {@code columns}, broken between parts where they fit, else at spaces. */
    static List<String> wrapParts(List<String> parts, String between, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts) {
            String longer = line.isEmpty() ? part : line + between + part;
            if (line.isEmpty() || width(longer + between.stripTrailing()) <= columns) {
                line = longer;
            } else {
                lines.addAll(wrap(line + between.stripTrailing(), columns));
                line = part;
            }
        }
        lines.addAll(wrap(line, columns));
        return lines;
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
