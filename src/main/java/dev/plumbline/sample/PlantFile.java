package dev.plumbline.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.model.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Planted changes written by hand: a YAML list whose items have {@code kind}, {@code agent}, {@code symbol} (optional:
 * all), {@code from} and {@code to} (UTC dates or times, or {@code -7d} and {@code -36h} before the end; by default the
 * last seven days) and {@code size}. An empty file plants nothing.
 */
final class PlantFile {

    private PlantFile() {}

    /** @throws IllegalArgumentException naming file and line, what was found and what was expected */
    static Plants read(Path file, List<Member> members, Period period) {
        try (JsonParser yaml = new YAMLFactory().createParser(Files.readString(file))) {
            List<Plant> plants = new ArrayList<>();
            if (yaml.nextToken() == null || yaml.currentToken() == JsonToken.VALUE_NULL) {
                return new Plants(plants);
            }
            expect(yaml, JsonToken.START_ARRAY, file, "a list of changes, each beginning with \"- kind:\"");
            while (yaml.nextToken() != JsonToken.END_ARRAY) {
                PlantEntry entry = new PlantEntry(file, line(yaml), fields(yaml, file), members, period);
                plants.add(entry.plant());
            }
            return new Plants(plants);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ":" + e.getLocation().getLineNr() + ": not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("unreadable"),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static Map<String, PlantField> fields(JsonParser yaml, Path file) throws IOException {
        expect(yaml, JsonToken.START_OBJECT, file, "a change with kind, agent and size");
        Map<String, PlantField> fields = new LinkedHashMap<>();
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String key = yaml.currentName();
            int line = line(yaml);
            if (!yaml.nextToken().isScalarValue()) {
                throw new IllegalArgumentException(
                        file + ":" + line + ": \"" + key + "\": expected one value, found a list or a block");
            }
            fields.put(key, new PlantField(line, yaml.getText()));
        }
        return fields;
    }

    private static void expect(JsonParser yaml, JsonToken token, Path file, String expected) throws IOException {
        if (yaml.currentToken() != token) {
            throw new IllegalArgumentException(
                    file + ":" + line(yaml) + ": found \"" + yaml.getText() + "\", expected " + expected);
        }
    }

    private static int line(JsonParser yaml) {
        return yaml.currentTokenLocation().getLineNr();
    }
}
