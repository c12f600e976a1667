package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What symbols mean that no rule understands: {@code data/symbols.yaml}, a line a symbol, as it is written and canonical. */
record SymbolAliases(Map<String, String> aliases) implements UnaryOperator<String> {

    private static final Pattern CANONICAL = Pattern.compile("[A-Z0-9.]+/[A-Z0-9.]+(:[A-Z0-9.-]+)?");

    SymbolAliases {
        aliases = Map.copyOf(aliases);
    }

    /** @throws IllegalArgumentException where the file cannot be understood: one line with file and line */
    static SymbolAliases read(Path data) {
        Path file = data.resolve("symbols.yaml");
        Map<String, String> aliases = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return new SymbolAliases(aliases);
        }
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
            JsonToken first = parser.nextToken();
            while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
                String written = parser.currentName();
                parser.nextToken();
                String canonical = String.valueOf(parser.getText());
                if (!CANONICAL.matcher(canonical).matches()) {
                    throw new IllegalArgumentException(file + ":"
                            + parser.currentTokenLocation().getLineNr() + ": " + written + " is \"" + canonical
                            + "\": BASE/QUOTE or BASE/QUOTE:SETTLE in capitals was expected");
                }
                aliases.put(written, canonical);
            }
            return new SymbolAliases(aliases);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": a line a symbol, such as XBTUSDTM: BTC/USDT:USDT, was expected", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The canonical name of a symbol as it is written. */
    @Override
    public String apply(String written) {
        String alias = aliases.get(written);
        return alias == null ? Symbols.canonical(written) : alias;
    }

    /** Empty where there are none: part of what files were read with. */
    @Override
    public String toString() {
        return aliases.isEmpty() ? "" : new TreeMap<>(aliases).toString();
    }
}
