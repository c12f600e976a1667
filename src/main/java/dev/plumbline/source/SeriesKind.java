package dev.plumbline.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a file of numbers over time holds. */
public enum SeriesKind {
    /** A return a line. */
    RETURNS,
    /** The value of an account a line. */
    EQUITY,
    /** A closed trade a line. */
    TRADES;

    /** @throws IllegalArgumentException naming those that there are */
    public static SeriesKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.words().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--kind: found \"" + word + "\", expected one of "
                        + Arrays.stream(values()).map(SeriesKind::words).collect(Collectors.joining(", "))));
    }

    /** In small letters, as users write it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
