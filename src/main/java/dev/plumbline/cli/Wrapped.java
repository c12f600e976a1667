package dev.plumbline.cli;

/** Text broken at blanks, so that no line is wider than a terminal. */
final class Wrapped {

    private Wrapped() {}

    /** Lines of at most {@code width}, where words allow it; all but the first are indented. */
    static String lines(String text, String indent, int width) {
        StringBuilder lines = new StringBuilder();
        String rest = text;
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            if (at <= indent.length()) {
                break;
            }
            lines.append(rest, 0, at).append('\n');
            rest = indent + rest.substring(at + 1);
        }
        return lines.append(rest).append('\n').toString();
    }
}
