package dev.plumbline.source;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A YAML file with a list of flat entries below one top key, such as {@code changes:}; other top keys are passed over. */
final class YamlEntries {

    /** One entry: the line that it begins on, and its texts by key. */
    record Entry(long line, Map<String, String> texts) {

        Entry {
            texts = Map.copyOf(texts);
        }

        Optional<String> text(String key) {
            return Optional.ofNullable(texts.get(key));
        }
    }

    private final Path file;
    private final JsonParser parser;

    private YamlEntries(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * @param top  the key that holds the list
     * @param beside other keys that the file may hold, which are passed over
     * @param keys that an entry may have
     * @throws IllegalArgumentException where the file cannot be understood: one line with file and line
     */
    static List<Entry> read(Path file, String top, List<String> beside, List<String> keys) {
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
            return new YamlEntries(file, parser).entries(top, beside, keys);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new IllegalArgumentException(
                    file + (location == null ? "" : ":" + location.getLineNr()) + ": YAML was expected: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Entry> entries(String top, List<String> beside, List<String> keys) throws IOException {
        List<Entry> entries = new ArrayList<>();
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return entries;
        }
        if (first != JsonToken.START_OBJECT) {
            throw wrong("\"" + top + ":\" and a list of entries below it was expected");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(top);
            if (!wanted && !beside.contains(parser.currentName())) {
                throw wrong("there is no key \"" + parser.currentName() + "\": \"" + top
                        + ":\" and a list of entries below it was expected");
            }
            JsonToken value = parser.nextToken();
            if (!wanted) {
                parser.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entries.add(entry(keys));
                }
            } else if (value != JsonToken.VALUE_NULL) {
                throw wrong("a list of entries below \"" + top + ":\" was expected");
            }
        }
        return entries;
    }

    private Entry entry(List<String> keys) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("an entry such as \"- " + keys.get(0) + ": …\" was expected");
        }
        long line = parser.currentTokenLocation().getLineNr();
        Map<String, String> texts = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (!keys.contains(key)) {
                throw wrong("there is no key \"" + key + "\": did you mean \""
                        + EditDistance.nearest(key, keys, 1).get(0) + "\"? One of " + String.join(", ", keys)
                        + " was expected");
            }
            if (!parser.nextToken().isScalarValue() || parser.getText().isBlank()) {
                throw wrong(key + " has no value: one text or number was expected");
            }
            texts.put(key, parser.getText().strip());
        }
        return new Entry(line, texts);
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(
                file + ":" + parser.currentTokenLocation().getLineNr() + ": " + reason);
    }
}
