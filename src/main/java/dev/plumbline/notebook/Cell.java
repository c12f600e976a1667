package dev.plumbline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One cell of a notebook.
 *
 * @param index    position in the notebook, from 0
 * @param title    free text after the marker; may be empty
 * @param metadata every {@code key=json} of the marker, unknown keys too, in order
 * @param source   code as it stands in the file; markdown and raw text without the leading {@code //}
 * @param line     line of the file that {@code source} begins on, from 1
 */
public record Cell(int index, Kind kind, String title, Map<String, JsonNode> metadata, String source, int line) {

    /** What a cell holds. */
    public enum Kind {
        CODE,
        MARKDOWN,
        RAW
    }

    public Cell {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public boolean isCode() {
        return kind == Kind.CODE;
    }

    public Set<String> tags() {
        JsonNode tags = metadata.get("tags");
        return tags == null
                ? Set.of()
                : StreamSupport.stream(tags.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code hide} is {@code code}, {@code output} or {@code all}; the tag {@code hide-cell} means all. */
    public boolean hides(String what) {
        String hide = text("hide").orElse("");
        return hide.equals(what) || hide.equals("all") || tags().contains("hide-cell");
    }

    /** What a picture shows, in words; may hold {@code {{name}}}. */
    public Optional<String> alt() {
        return text("alt");
    }

    /** How long the cell may take. */
    public Optional<Duration> timeout() {
        return text("timeout").map(Timeout::parse);
    }

    Cell withSource(String text) {
        return new Cell(index, kind, title, metadata, text, line);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(metadata.get(key)).map(JsonNode::asText);
    }
}
