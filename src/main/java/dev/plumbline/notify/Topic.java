package dev.plumbline.notify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a channel may be asked to carry. */
public enum Topic {
    RED,
    YELLOW,
    RESOLVED,
    DIGEST,
    HEARTBEAT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Stream.of(values()).map(Topic::word).toList();
    }

    static Optional<Topic> of(String word) {
        return Stream.of(values()).filter(topic -> topic.word().equals(word)).findFirst();
    }
}
