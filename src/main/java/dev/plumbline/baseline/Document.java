package dev.plumbline.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a whole JSON or YAML file into {@link Node}s. A key given twice is an error, and so is an empty file. */
final class Document {

    private final String file;
    private final JsonParser parser;

    private Document(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node json(Path path) {
        return read(path, new JsonFactory());
    }

    static Node yaml(Path path) {
        return read(path, new YAMLFactory());
    }

    private static Node read(Path path, JsonFactory factory) {
        String file = path.toString();
        try (JsonParser parser = factory.createParser(text(path))) {
            return new Document(file, parser).whole();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String problem = String.valueOf(e.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("not readable")
                    .replaceFirst("^Non-standard token '([^']*)':.*", "found $1, expected a finite number or null");
            throw new Unreadable(
                    file + (at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr()) + ": " + problem);
        } catch (NoSuchFileException e) {
            throw new Unreadable(file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new Unreadable(file + ": found bytes that are no UTF-8, expected a text file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the mark that some editors put before a text. */
    private static String text(Path path) throws IOException {
        String text = Files.readString(path);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Node whole() throws IOException {
        Node root = node(parser.nextToken());
        if (parser.nextToken() != null) {
            throw here().unreadable("more after the end", "one document");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token) throws IOException {
        Place place = here();
        if (token == null) {
            throw place.unreadable("nothing", "an object");
        }
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.scalar(place, Node.Shape.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> Node.scalar(place, Node.Shape.TRUTH, parser.getText());
            case VALUE_NULL -> Node.scalar(place, Node.Shape.NOTHING, "");
            default -> Node.scalar(place, Node.Shape.TEXT, parser.getText());
        };
    }

    private Node object(Place place) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place at = here();
            if (keys.put(key, at) != null) {
                throw at.unreadable("\"" + key + "\" a second time", "each key once");
            }
            fields.put(key, node(parser.nextToken()));
        }
        return Node.object(place, fields, keys);
    }

    private Node list(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return Node.list(place, items);
    }

    private Place here() {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
