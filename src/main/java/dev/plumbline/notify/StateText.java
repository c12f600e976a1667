package dev.plumbline.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The ledger as JSON, and back. */
final class StateText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int VERSION = 1;

    private StateText() {}

    static String of(Ledger ledger) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", VERSION);
        time(root, "ran", ledger.ran());
        ObjectNode open = root.putObject("open");
        new TreeMap<>(ledger.open()).forEach((key, it) -> {
            ObjectNode node = open.putObject(key)
                    .put("level", it.level().word())
                    .put("title", it.title())
                    .put("since", it.since().toString())
                    .put("level_since", it.levelSince().toString())
                    .put("seen", it.seen().toString());
            time(node, "calm", it.calm());
        });
        ObjectNode known = root.putObject("acknowledged");
        new TreeMap<>(ledger.acknowledged()).forEach((key, it) -> known.putObject(key)
                .put("level", it.level().word())
                .put("at", it.at().toString())
                .put("until", it.until().toString())
                .put("note", it.note())
                .put("title", it.title()));
        ObjectNode channels = root.putObject("channels");
        new TreeMap<>(ledger.channels()).forEach((name, memory) -> {
            ObjectNode node = channels.putObject(name);
            time(node, "digest", memory.digest());
            time(node, "heartbeat", memory.heartbeat());
            ObjectNode told = node.putObject("told");
            new TreeMap<>(memory.told()).forEach((key, it) -> told.putObject(key)
                    .put("level", it.level().word())
                    .put("at", it.at().toString())
                    .put("since", it.since().toString())
                    .put("title", it.title()));
        });
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when the text is not what {@link #of} writes */
    static Ledger read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("version " + VERSION + " was expected");
            }
            return new Ledger(
                    time(root, "ran"),
                    each(root.path("open"), StateText::open),
                    each(root.path("acknowledged"), StateText::acknowledgement),
                    each(root.path("channels"), StateText::channel));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON was expected", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time was expected", e);
        }
    }

    private static Open open(JsonNode node) {
        return new Open(
                Level.parse(text(node, "level")),
                text(node, "title"),
                Instant.parse(text(node, "since")),
                Instant.parse(text(node, "level_since")),
                Instant.parse(text(node, "seen")),
                time(node, "calm"));
    }

    private static Acknowledgement acknowledgement(JsonNode node) {
        return new Acknowledgement(
                Level.parse(text(node, "level")),
                Instant.parse(text(node, "at")),
                Instant.parse(text(node, "until")),
                text(node, "note"),
                text(node, "title"));
    }

    private static ChannelMemory channel(JsonNode node) {
        return new ChannelMemory(
                each(node.path("told"), StateText::told), time(node, "digest"), time(node, "heartbeat"));
    }

    private static Told told(JsonNode node) {
        return new Told(
                Level.parse(text(node, "level")),
                Instant.parse(text(node, "at")),
                Instant.parse(text(node, "since")),
                text(node, "title"));
    }

    private static <T> Map<String, T> each(JsonNode object, Function<JsonNode, T> read) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("an object was expected");
        }
        Map<String, T> all = new TreeMap<>();
        object.properties().forEach(field -> all.put(field.getKey(), read.apply(field.getValue())));
        return all;
    }

    private static String text(JsonNode node, String name) {
        JsonNode found = node.path(name);
        if (!found.isTextual()) {
            throw new IllegalArgumentException("\"" + name + "\" was expected to be a text");
        }
        return found.asText();
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(Instant.parse(text(node, name))) : Optional.empty();
    }

    private static void time(ObjectNode node, String name, Optional<Instant> time) {
        time.ifPresent(it -> node.put(name, it.toString()));
    }
}
