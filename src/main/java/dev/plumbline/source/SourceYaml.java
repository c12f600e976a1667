package dev.plumbline.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.model.EditDistance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code queries/sources/<system>/source.yaml}; docs/adding-a-system.md says what its keys mean. */
final class SourceYaml {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> KEYS =
            List.of("reads", "agent", "agent_in", "files", "queries", "at_end", "stretches", "apart", "pull");
    private static final List<String> FILE_KEYS = List.of(
            "name", "format", "has", "any", "not", "table", "form", "needs", "within", "refuses", "inside", "tables",
            "schema", "line", "prefix", "holds", "times");
    private static final List<String> SHAPE_KEYS = List.of("table", "form", "needs", "within", "refuses", "inside");

    private final Path file;

    private SourceYaml(Path file) {
        this.file = file;
    }

    /**
     * The system that a folder describes; it is named after the folder.
     *
     * @throws IllegalArgumentException when the description cannot be understood: one line that names file and key
     */
    static SystemFolder read(Path folder) {
        return new SourceYaml(folder.resolve("source.yaml")).system(String.valueOf(folder.getFileName()));
    }

    private SystemFolder system(String name) {
        JsonNode root = root();
        known("", root, KEYS);
        List<FileKind> kinds = new ArrayList<>();
        JsonNode files = root.path("files");
        for (int i = 0; i < files.size(); i++) {
            kinds.add(kind("files[" + (i + 1) + "]", files.get(i)));
        }
        if (kinds.isEmpty()) {
            throw wrong("files", "a list of the kinds of files that the system writes was expected");
        }
        return new SystemFolder(
                name,
                text("reads", root.path("reads")),
                root.path("agent").asText(""),
                root.hasNonNull("agent_in")
                        ? Optional.of(pattern("agent_in", root.path("agent_in").asText()))
                        : Optional.empty(),
                kinds,
                texts(root.path("queries")),
                texts(root.path("at_end")),
                texts(root.path("stretches")),
                root.path("apart").asBoolean(false),
                pulls(texts(root.path("pull"))));
    }

    private List<Pull> pulls(List<String> lines) {
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String at = "pull[" + (i + 1) + "]";
            Pull pull = pull(at, lines.get(i));
            if (pull.field().isPresent()
                    && pulls.stream().noneMatch(earlier -> earlier.bare().equals(pull.over()))) {
                throw wrong(at, "nothing before it pulls " + pull.over() + ", whose answer it runs over");
            }
            pulls.add(pull);
        }
        return pulls;
    }

    private Pull pull(String at, String line) {
        try {
            return Pull.parse(line);
        } catch (IllegalArgumentException e) {
            throw wrong(at, String.valueOf(e.getMessage()));
        }
    }

    private JsonNode root() {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": YAML was expected: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private FileKind kind(String at, JsonNode node) {
        known(at, node, FILE_KEYS);
        Format format = format(at + ".format", text(at + ".format", node.path("format")));
        List<Pattern> lines = new ArrayList<>();
        for (String line : texts(node.path("line"))) {
            lines.add(pattern(at + ".line", line));
        }
        boolean json = format == Format.JSON || format == Format.JSONL;
        return new FileKind(
                texts(node.path("name")).stream().map(Glob::of).toList(),
                format,
                Set.copyOf(texts(node.path("has"))),
                Set.copyOf(texts(node.path("any"))),
                Set.copyOf(texts(node.path("not"))),
                node.path("table").asText(""),
                json ? Optional.of(shape(at, node)) : Optional.empty(),
                tables(at + ".tables", node.path("tables")),
                node.path("schema").asText(""),
                lines,
                optional(at + ".prefix", node.path("prefix")),
                optional(at + ".holds", node.path("holds")),
                format == Format.PROMETHEUS || node.path("times").asText().equals("file"),
                times(at + ".times", node.path("times").asText("local")));
    }

    private JsonShape shape(String at, JsonNode node) {
        JsonShape shape = new JsonShape(
                form(at + ".form", node.path("form").asText("any")),
                node.path("table").asText(""),
                texts(node.path("needs")),
                Map.of(),
                Map.of(),
                Map.of());
        for (Map.Entry<String, JsonNode> entry : node.path("within").properties()) {
            shape = shape.within(
                    entry.getKey(),
                    entry.getValue().get(0).asDouble(),
                    entry.getValue().get(1).asDouble());
        }
        for (Map.Entry<String, JsonNode> entry : node.path("refuses").properties()) {
            shape = shape.refusing(entry.getKey(), entry.getValue().asText());
        }
        for (Map.Entry<String, JsonNode> entry : node.path("inside").properties()) {
            String place = at + ".inside." + entry.getKey();
            known(place, entry.getValue(), SHAPE_KEYS);
            shape = shape.child(entry.getKey(), shape(place, entry.getValue()));
        }
        return shape;
    }

    private Map<String, String> tables(String at, JsonNode node) {
        Map<String, String> tables = new LinkedHashMap<>();
        if (node.isArray()) {
            texts(node).forEach(table -> tables.put(table, ""));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            entry -> tables.put(entry.getKey(), entry.getValue().asText("")));
        } else if (!node.isMissingNode()) {
            throw wrong(at, "tables, each with what is not available without it, were expected");
        }
        return tables;
    }

    private boolean times(String at, String word) {
        if (!List.of("local", "utc", "file").contains(word)) {
            throw wrong(at, "found \"" + word + "\", expected local, utc or file");
        }
        return word.equals("local");
    }

    private Format format(String at, String word) {
        for (Format format : Format.values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw wrong(at, "found \"" + word + "\", expected json, jsonl, csv, parquet, database, log or prometheus");
    }

    private JsonShape.Form form(String at, String word) {
        for (JsonShape.Form form : JsonShape.Form.values()) {
            if (form.name().equalsIgnoreCase(word)) {
                return form;
            }
        }
        throw wrong(at, "found \"" + word + "\", expected object, array, any, text or map");
    }

    private Optional<Pattern> optional(String at, JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(pattern(at, text(at, node)));
    }

    private Pattern pattern(String at, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw wrong(at, "a regular expression was expected: " + e.getDescription());
        }
    }

    private String text(String at, JsonNode node) {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw wrong(at, "a text was expected");
        }
        return node.asText();
    }

    /** One text, or a list of them. */
    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private void known(String at, JsonNode node, List<String> keys) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!keys.contains(entry.getKey())) {
                throw wrong(
                        at,
                        "there is no key \"" + entry.getKey() + "\": did you mean \""
                                + EditDistance.nearest(entry.getKey(), keys, 1).get(0) + "\"?");
            }
        }
    }

    private IllegalArgumentException wrong(String at, String reason) {
        return new IllegalArgumentException(file + ": " + (at.isEmpty() ? "" : at + ": ") + reason);
    }
}
