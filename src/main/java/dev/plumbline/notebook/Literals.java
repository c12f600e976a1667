package dev.plumbline.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A parameter's value as Java writes it. */
final class Literals {

    /** The types that a parameter may have. */
    static final List<String> TYPES = List.of("String", "int", "long", "double", "boolean");

    private Literals() {}

    /** Empty when the text is not a value of the type. */
    static Optional<String> of(String type, String text) {
        try {
            return switch (type) {
                case "String" -> Optional.of(quoted(text));
                case "int" -> Optional.of(Integer.toString(Integer.parseInt(text.strip())));
                case "long" -> Optional.of(Long.parseLong(text.strip()) + "L");
                case "double" -> finite(Double.parseDouble(text.strip()));
                case "boolean" -> truth(text.strip().toLowerCase(Locale.ROOT));
                default -> Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String expected(String type) {
        return switch (type) {
            case "int" -> "a whole number (int)";
            case "long" -> "a whole number (long)";
            case "double" -> "a number (double)";
            case "boolean" -> "true or false (boolean)";
            default -> "a text (" + type + ")";
        };
    }

    private static Optional<String> finite(double value) {
        return Double.isFinite(value) ? Optional.of(Double.toString(value)) : Optional.empty();
    }

    private static Optional<String> truth(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text) : Optional.empty();
    }

    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                // octal: Java would turn a Unicode escape into the line end itself
                literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
