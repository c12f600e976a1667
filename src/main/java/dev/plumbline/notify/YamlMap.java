package dev.plumbline.notify;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.model.EditDistance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map of a YAML file whose every value remembers its line, so that what is wrong with it can be said by line. */
final class YamlMap {

    /**
     * A value: one text, several, or a list of maps.
     *
     * @param texts as written; several only where a list stood
     */
    record Value(int line, List<String> texts, List<YamlMap> maps) {

        String text() {
            return texts.isEmpty() ? "" : texts.get(0);
        }
    }

    private final Path file;
    private final int line;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private YamlMap(Path file, int line) {
        this.file = file;
        this.line = line;
    }

    /** @throws IllegalArgumentException where the file cannot be understood: one line, which never shows a value */
    static YamlMap read(Path file) {
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return new YamlMap(file, 1);
            }
            YamlMap root = new YamlMap(file, 1);
            if (first != JsonToken.START_OBJECT) {
                throw root.wrong("keys such as \"channels:\" were expected");
            }
            return root.fill(parser);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new IllegalArgumentException(file + (location == null ? "" : ":" + location.getLineNr())
                    + ": YAML was expected, and this line or the one before it is none");
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private YamlMap fill(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            JsonToken token = parser.nextToken();
            Value value;
            if (token == JsonToken.START_ARRAY) {
                value = list(parser, at);
            } else if (token.isScalarValue()) {
                value = new Value(
                        at,
                        token == JsonToken.VALUE_NULL
                                ? List.of()
                                : List.of(parser.getText().strip()),
                        List.of());
            } else {
                throw wrong(at, "\"" + key + "\" holds keys of its own, and a value was expected");
            }
            if (values.put(key, value) != null) {
                throw wrong(at, "\"" + key + "\" stands here a second time");
            }
        }
        return this;
    }

    private Value list(JsonParser parser, int at) throws IOException {
        List<String> texts = new ArrayList<>();
        List<YamlMap> maps = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                maps.add(new YamlMap(file, parser.currentTokenLocation().getLineNr()).fill(parser));
            } else if (token == JsonToken.START_ARRAY) {
                throw wrong(at, "a list within a list was not expected");
            } else {
                texts.add(parser.getText().strip());
            }
        }
        return new Value(at, texts, maps);
    }

    /** This map, when it has no other keys than these. */
    YamlMap withOnly(List<String> known) {
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw wrong(
                        value.line(),
                        "there is no key \"" + key + "\": did you mean \""
                                + EditDistance.nearest(key, known, 1).get(0) + "\"? One of " + String.join(", ", known)
                                + " was expected");
            }
        });
        return this;
    }

    Optional<Value> value(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(value -> !value.texts().isEmpty() || !value.maps().isEmpty());
    }

    /** One text, where the key is there. */
    Optional<String> text(String key) {
        return value(key).map(value -> {
            if (value.texts().size() != 1 || value.text().isBlank()) {
                throw wrong(value.line(), key + ": one value was expected");
            }
            return value.text();
        });
    }

    String needed(String key, String such) {
        return text(key)
                .orElseThrow(() -> wrong("there is no " + key + " here: one such as \"" + such + "\" was expected"));
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    /** What is wrong with a key's value. */
    IllegalArgumentException wrong(String key, String reason) {
        return wrong(value(key).map(Value::line).orElse(line), key + ": " + reason);
    }

    IllegalArgumentException wrong(String reason) {
        return wrong(line, reason);
    }

    private IllegalArgumentException wrong(int at, String reason) {
        return new IllegalArgumentException(file + ":" + at + ": " + Seen.plain(reason));
    }
}
