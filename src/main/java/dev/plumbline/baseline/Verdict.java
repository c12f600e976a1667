package dev.plumbline.baseline;

import java.util.Collection;
import java.util.stream.Stream;

/** What is to be thought of one row, or of a whole check. Ordered from the worst to the mildest. */
public enum Verdict {
    RED("■", "red", 20),
    YELLOW("▲", "yellow", 10),
    /** Inside its band, but changed for certain; or within limits, but off target or where the guide names no level. */
    WATCH("◆", "watch", 0),
    /** Not enough data to say. */
    UNKNOWN("○", "can’t tell", 30),
    WITHIN("●", "within", 0);

    private final String glyph;
    private final String word;
    private final int exitCode;

    Verdict(String glyph, String word, int exitCode) {
        this.glyph = glyph;
        this.word = word;
        this.exitCode = exitCode;
    }

    /** The sign beside the word: status is never colour alone. */
    public String glyph() {
        return glyph;
    }

    public String word() {
        return word;
    }

    /** The exit code of {@code plumb check} when this is the verdict of the whole. */
    public int exitCode() {
        return exitCode;
    }

    /** Whether somebody should act. */
    public boolean isAlarm() {
        return this == RED || this == YELLOW;
    }

    /** Of several checks: red if any is red, else yellow, else unknown if any could not be told, else watch or within. */
    public static Verdict ofAll(Collection<Verdict> all) {
        return Stream.of(RED, YELLOW, UNKNOWN, WATCH)
                .filter(all::contains)
                .findFirst()
                .orElse(all.isEmpty() ? UNKNOWN : WITHIN);
    }

    /** The worse of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
