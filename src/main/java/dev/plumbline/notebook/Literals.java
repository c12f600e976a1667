package dev.plumbline.notebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A parameter's value as Java writes it. */
final class Literals {

    /** The types that a parameter may have. */
    static final List<String> TYPES = List.of(
            "String",
            "int",
            "long",
            "double",
            "boolean",
            "float",
            "char",
            "BigDecimal",
            "LocalDate",
            "Instant",
            "Duration");

    private static final Map<String, String> BOXED = Map.of(
            "Integer", "int",
            "Long", "long",
            "Double", "double",
            "Boolean", "boolean",
            "Float", "float",
            "Character", "char");

    /** What {@code var} stands for, by how its first value is written. */
    private static final Map<String, Pattern> WRITTEN = Map.of(
            "String", Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\""),
            "int", Pattern.compile("-?\\d[\\d_]*"),
            "long", Pattern.compile("-?\\d[\\d_]*[lL]"),
            "double", Pattern.compile("-?\\d*\\.?\\d+(?:[eE]-?\\d+)?[dD]?|-?\\d+\\."),
            "boolean", Pattern.compile("true|false"));

    private Literals() {}

    /** The type whose values are expected: a boxed one's own, and of {@code var} its first value's. */
    static String type(String declared, String initialiser) {
        if (!declared.equals("var")) {
            String simple = declared.replaceFirst("^java\\.(?:lang|math|time)\\.", "");
            return BOXED.getOrDefault(simple, simple);
        }
        // a whole number is a double's form too
        return Stream.of("String", "int", "long", "boolean", "double")
                .filter(type -> WRITTEN.get(type).matcher(initialiser).matches())
                .findFirst()
                .orElse(declared);
    }

    /** Empty when the text is not a value of the type. */
    static Optional<String> of(String type, String text) {
        String stripped = text.strip();
        try {
            return switch (type) {
                case "String" -> Optional.of(quoted(text));
                case "int" -> Optional.of(Integer.toString(Integer.parseInt(stripped)));
                case "long" -> Optional.of(Long.parseLong(stripped) + "L");
                case "double" -> finite(Double.parseDouble(stripped), "");
                case "float" -> finite(Float.parseFloat(stripped), "f");
                case "boolean" -> truth(stripped.toLowerCase(Locale.ROOT));
                case "char" -> text.length() == 1 ? Optional.of(quoted(text) + ".charAt(0)") : Optional.empty();
                case "BigDecimal" -> made("new java.math.BigDecimal(", new BigDecimal(stripped));
                case "LocalDate" -> made("java.time.LocalDate.parse(", LocalDate.parse(stripped));
                case "Instant" -> made("java.time.Instant.parse(", Instant.parse(stripped));
                case "Duration" -> made("java.time.Duration.parse(", Duration.parse(stripped));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String expected(String type) {
        return switch (type) {
            case "int" -> "a whole number (int)";
            case "long" -> "a whole number (long)";
            case "double", "float", "BigDecimal" -> "a number (" + type + ")";
            case "char" -> "one character (char)";
            case "LocalDate" -> "a date such as 2026-11-16 (LocalDate)";
            case "Instant" -> "a time such as 2026-11-16T00:00:00Z (Instant)";
            case "Duration" -> "a length of time such as PT1H30M (Duration)";
            case "boolean" -> "true or false (boolean)";
            default -> "a text (" + type + ")";
        };
    }

    private static Optional<String> made(String call, Object value) {
        return Optional.of(call + quoted(value.toString()) + ")");
    }

    private static Optional<String> finite(double value, String suffix) {
        return Double.isFinite(value) ? Optional.of(value + suffix) : Optional.empty();
    }

    private static Optional<String> finite(float value, String suffix) {
        return Float.isFinite(value) ? Optional.of(value + suffix) : Optional.empty();
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
