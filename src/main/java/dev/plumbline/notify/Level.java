package dev.plumbline.notify;

import dev.plumbline.baseline.Verdict;
import java.util.Optional;

/** How soon somebody should know. Ordered from the most urgent. */
public enum Level {
    /** Red: at once. */
    CRITICAL("■", "red"),
    /** Yellow: within its window. */
    WARNING("▲", "yellow"),
    /** To watch: once a day. */
    INFO("◆", "watch");

    private final String glyph;
    private final String word;

    Level(String glyph, String word) {
        this.glyph = glyph;
        this.word = word;
    }

    String glyph() {
        return glyph;
    }

    String word() {
        return word;
    }

    static Level parse(String word) {
        for (Level level : values()) {
            if (level.word.equals(word)) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level \"" + word + "\"");
    }

    /** Of a row's verdict; empty when nobody needs to be told. */
    static Optional<Level> of(Verdict verdict) {
        return switch (verdict) {
            case RED -> Optional.of(CRITICAL);
            case YELLOW -> Optional.of(WARNING);
            case WATCH -> Optional.of(INFO);
            case WITHIN, UNKNOWN -> Optional.empty();
        };
    }

    boolean worseThan(Level other) {
        return compareTo(other) < 0;
    }
}
