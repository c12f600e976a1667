package dev.plumbline.source;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A record of a log while its lines are read: the line that begins it, taken apart, and those that continue it. */
final class LogRecord {

    /** Characters of one text that are kept: a log line of 50 MB is not a message that anybody reads. */
    private static final int KEPT = 1 << 16;

    private final int form;
    private final Matcher match;
    private final long line;
    private @Nullable StringBuilder continuation;
    private long lines = 1;

    /**
     * @param form  which of the patterns matched
     * @param match what it matched
     * @param line  of the file, from 1
     */
    LogRecord(int form, Matcher match, long line) {
        this.form = form;
        this.match = match;
        this.line = line;
    }

    /** Adds a line that belongs to this record. */
    void more(String text) {
        lines++;
        StringBuilder all = continuation == null ? new StringBuilder() : continuation;
        continuation = all;
        if (all.length() <= KEPT) {
            all.append(all.isEmpty() ? "" : "\n").append(shortened(text));
        }
    }

    int form() {
        return form;
    }

    long line() {
        return line;
    }

    /** How many lines the record has. */
    long lines() {
        return lines;
    }

    /** A group of the first line; null where it did not take part. */
    @Nullable
    String group(String name) {
        return match.group(name);
    }

    /** The first line. */
    String text() {
        MatchResult whole = match;
        return whole.group();
    }

    /** The lines after the first; null where there are none. */
    @Nullable
    String continuation() {
        return continuation == null ? null : continuation.toString();
    }

    static String shortened(String text) {
        return text.length() <= KEPT
                ? text
                : text.substring(0, KEPT) + String.format(Locale.ROOT, "… (%,d characters in all)", text.length());
    }
}
