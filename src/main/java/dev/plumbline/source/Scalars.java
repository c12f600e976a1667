package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single JSON values as DuckDB types. */
final class Scalars {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Scalars() {}

    /** The value at the parser, or null where it does not fit the type; a number may be written as a text. */
    static @Nullable Object read(JsonParser parser, String type, TimeReader times) throws IOException {
        JsonToken token = parser.currentToken();
        if (type.equals("JSON")) {
            return text(parser);
        }
        if (token.isStructStart()) {
            return null;
        }
        if (type.startsWith("DECIMAL")) {
            return exact(parser, token);
        }
        return switch (type) {
            case "VARCHAR" -> parser.getText();
            case "DOUBLE" -> number(parser, token);
            case "BIGINT" -> whole(parser, token);
            case "BOOLEAN" -> token.isBoolean() ? (Object) parser.getBooleanValue() : null;
            case "TIMESTAMP" -> time(parser, token, times);
            default ->
                throw new IllegalArgumentException("raw tables have no columns of type " + type
                        + "; VARCHAR, DOUBLE, DECIMAL, BIGINT, BOOLEAN, TIMESTAMP and JSON are read");
        };
    }

    /** What a type expects, in words. */
    static String expected(String type) {
        return switch (type) {
            case "DOUBLE" -> "a number";
            case "BIGINT" -> "a whole number";
            case "BOOLEAN" -> "true or false";
            case "TIMESTAMP" -> "a time such as 2026-11-21T10:00:00";
            default -> "a text";
        };
    }

    /** Whatever stands here, as JSON. */
    private static String text(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonFile.JSON.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private static @Nullable BigDecimal exact(JsonParser parser, JsonToken token) throws IOException {
        Double value = number(parser, token);
        return value == null ? null : new BigDecimal(parser.getText().strip());
    }

    private static @Nullable Double number(JsonParser parser, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            double value = parser.getDoubleValue();
            return Double.isFinite(value) ? value : null;
        }
        String text = parser.getText().strip();
        return token == JsonToken.VALUE_STRING
                        && NUMBER.matcher(text).matches()
                        && Double.isFinite(Double.parseDouble(text))
                ? Double.valueOf(text)
                : null;
    }

    private static @Nullable Long whole(JsonParser parser, JsonToken token) throws IOException {
        Double value = number(parser, token);
        if (value == null || value != Math.rint(value) || Math.abs(value) > Long.MAX_VALUE) {
            return null;
        }
        boolean exact = token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER;
        return exact ? parser.getLongValue() : value.longValue();
    }

    private static @Nullable Object time(JsonParser parser, JsonToken token, TimeReader times) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return times.parse(parser.getText()).orElse(null);
        }
        Long count = whole(parser, token);
        return count == null || count == 0 ? null : times.of(count).orElse(null);
    }
}
