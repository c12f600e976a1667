package dev.plumbline.sample;

import java.nio.charset.StandardCharsets;

/** JSON as Python's {@code json.dump} writes it: ASCII only, floats with a point. */
final class PythonJson {

    private final StringBuilder text;
    private final Layout layout;
    private int depth;
    private boolean first = true;
    private boolean keyed;

    private enum Layout {
        INDENTED,
        LINE,
        COMPACT
    }

    /** As {@code json.dump(value, file, indent=2)} writes. */
    PythonJson() {
        this(new StringBuilder(2_048), Layout.INDENTED);
    }

    private PythonJson(StringBuilder text, Layout layout) {
        this.text = text;
        this.layout = layout;
    }

    /** As {@code json.dumps(value)} writes: one line, with a space after comma and colon. */
    static PythonJson line(StringBuilder text) {
        return new PythonJson(text, Layout.LINE);
    }

    /** As web frameworks answer: one line without spaces. */
    static PythonJson compact(StringBuilder text) {
        return new PythonJson(text, Layout.COMPACT);
    }

    PythonJson beginObject() {
        return begin('{');
    }

    PythonJson endObject() {
        return end('}');
    }

    PythonJson beginArray() {
        return begin('[');
    }

    PythonJson endArray() {
        return end(']');
    }

    PythonJson key(String name) {
        place();
        quoted(name);
        text.append(layout == Layout.COMPACT ? ":" : ": ");
        keyed = true;
        return this;
    }

    PythonJson field(String name, String value) {
        return key(name).value(value);
    }

    PythonJson field(String name, long value) {
        return key(name).value(value);
    }

    PythonJson field(String name, boolean value) {
        key(name).place();
        text.append(value);
        return this;
    }

    /** Seconds since 1970 as {@code time.time()} gives them. */
    PythonJson seconds(String name, long micros) {
        key(name).place();
        Digits.shortest(text, micros, 6);
        return this;
    }

    PythonJson nothing(String name) {
        key(name).place();
        text.append("null");
        return this;
    }

    /** A float with at most {@code decimals} digits after the point. */
    PythonJson field(String name, double value, int decimals) {
        return key(name).value(value, decimals);
    }

    PythonJson value(String value) {
        place();
        quoted(value);
        return this;
    }

    PythonJson value(long value) {
        place();
        text.append(value);
        return this;
    }

    PythonJson value(double value, int decimals) {
        place();
        Digits.shortest(text, value, decimals);
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private PythonJson begin(char bracket) {
        place();
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private PythonJson end(char bracket) {
        depth--;
        if (!first) {
            line();
        }
        text.append(bracket);
        first = false;
        return this;
    }

    private void place() {
        if (keyed) {
            keyed = false;
            return;
        }
        if (!first) {
            text.append(layout == Layout.LINE ? ", " : ",");
        }
        if (depth > 0) {
            line();
        }
        first = false;
    }

    private void line() {
        if (layout != Layout.INDENTED) {
            return;
        }
        text.append('\n');
        for (int i = 0; i < depth; i++) {
            text.append("  ");
        }
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ' || c > '~') {
                        text.append("\\u").append(Character.forDigit(c >> 12, 16));
                        text.append(Character.forDigit(c >> 8 & 15, 16));
                        text.append(Character.forDigit(c >> 4 & 15, 16));
                        text.append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
