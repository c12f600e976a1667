package dev.plumbline.baseline;

import java.util.Locale;

/** How bad it is that a rule fires, from the worst to the mildest. */
public enum Level {
    /** What a guide asks to shut the bot down for. */
    EMERGENCY("emergency", Verdict.RED),
    /** What guides call critical. */
    RED("critical", Verdict.RED),
    /** What guides call a warning. */
    YELLOW("warning", Verdict.YELLOW),
    /** What guides call info. */
    WATCH("info", Verdict.WATCH);

    private final String word;
    private final Verdict verdict;

    Level(String word, Verdict verdict) {
        this.word = word;
        this.verdict = verdict;
    }

    /** What guides call it: {@code critical}. */
    public String word() {
        return word;
    }

    /** What a check makes of it. */
    public Verdict verdict() {
        return verdict;
    }

    /** Its key in a rule file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
