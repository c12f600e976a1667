package dev.plumbline.sample;

import java.nio.charset.StandardCharsets;

/** JSON as Python's {@code json.dump(value, file, indent=2)} writes it: ASCII only, floats with a point. */
final class PythonJson {

    private final StringBuilder text = new StringBuilder(2_048);
    private int depth;
    private boolean first = true;
    private boolean keyed;

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
        text.append(": ");
        keyed = true;
        return this;
    }

    PythonJson field(String name, String value) {
        return key(name).value(value);
    }

    PythonJson field(String name, long value) {
        return key(name).value(value);
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
        decimal(value, decimals);
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
            text.append(',');
        }
        if (depth > 0) {
            line();
        }
        first = false;
    }

    private void line() {
        text.append('\n');
        for (int i = 0; i < depth; i++) {
            text.append("  ");
        }
    }

    /** From integers, for Double.toString prints other digits before Java 19. */
    private void decimal(double value, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long scaled = Math.round(value * scale);
        if (scaled < 0) {
            text.append('-');
        }
        text.append(Math.abs(scaled / scale)).append('.');
        long rest = Math.abs(scaled % scale);
        for (long place = scale / 10; rest > 0; place /= 10) {
            text.append((char) ('0' + rest / place));
            rest %= place;
        }
        if (text.charAt(text.length() - 1) == '.') {
            text.append('0');
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
