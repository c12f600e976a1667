package dev.plumbline.notebook;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that begins a cell: {@code // %% title [kind] key=json …}. */
record Marker(Cell.Kind kind, String title, Map<String, JsonNode> metadata) {

    private static final Pattern START = Pattern.compile("^// ?%%(?!%)");
    private static final Pattern KIND = Pattern.compile("\\[(markdown|md|raw)](?=\\s|$)");
    private static final Pattern KEY = Pattern.compile("(?<=^|\\s)([A-Za-z_][\\w.-]*)=");
    private static final Set<String> HIDDEN = Set.of("code", "output", "all");

    static boolean is(String line) {
        return START.matcher(line).find();
    }

    static Marker parse(String file, int line, String text) {
        Matcher start = START.matcher(text);
        if (!start.find()) {
            throw new IllegalArgumentException("not a marker: " + text);
        }
        Matcher key = KEY.matcher(text).region(start.end(), text.length());
        int keys = key.find() ? key.start() : text.length();
        String head = text.substring(start.end(), keys);
        Matcher kind = KIND.matcher(head);
        boolean typed = kind.find();
        String title = (typed ? head.substring(0, kind.start()) + head.substring(kind.end()) : head).strip();
        Cell.Kind found = !typed ? Cell.Kind.CODE : kind.group(1).equals("raw") ? Cell.Kind.RAW : Cell.Kind.MARKDOWN;
        return new Marker(found, title, metadata(file, line, text, keys));
    }

    private static Map<String, JsonNode> metadata(String file, int line, String text, int from) {
        Map<String, JsonNode> metadata = new LinkedHashMap<>();
        int at = from;
        while (at < text.length()) {
            Place place = new Place(file, line, at + 1);
            Matcher key = KEY.matcher(text).region(at, text.length());
            if (!key.lookingAt()) {
                throw new NotebookRejected(place, "found \"" + text.substring(at) + "\", expected key=json");
            }
            String rest = text.substring(key.end());
            try (JsonParser parser = JsonMapper.builder().build().createParser(rest)) {
                JsonNode value = parser.readValueAsTree();
                at = key.end() + (int) parser.currentLocation().getCharOffset();
                check(key.group(1), value, place);
                metadata.put(key.group(1), value);
            } catch (JacksonException | IllegalArgumentException e) {
                throw new NotebookRejected(
                        new Place(file, line, key.end() + 1),
                        "the value of " + key.group(1) + " is not JSON: found " + rest
                                + "; a text is written in double quotes");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return metadata;
    }

    private static void check(String key, JsonNode value, Place place) {
        if (key.equals("hide") && !HIDDEN.contains(value.asText())) {
            throw new NotebookRejected(place, "hide=" + value + ", expected \"code\", \"output\" or \"all\"");
        }
        if (key.equals("tags") && !value.isArray()) {
            throw new NotebookRejected(place, "tags=" + value + ", expected a list such as [\"parameters\"]");
        }
        if (key.equals("timeout")) {
            try {
                Timeout.parse(value.asText());
            } catch (IllegalArgumentException e) {
                throw new NotebookRejected(place, e.getMessage());
            }
        }
    }
}
