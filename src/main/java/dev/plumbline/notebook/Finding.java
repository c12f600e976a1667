package dev.plumbline.notebook;

import dev.plumbline.chart.PlainText;

/**
 * Something about a notebook that its author should change.
 *
 * @param safe what to write instead, or to do
 */
public record Finding(Place place, Rule rule, String message, String safe) implements Comparable<Finding> {

    /** What a finding is about. */
    public enum Rule {
        /** Plain {@code jshell} would read it differently. */
        PLAIN_JSHELL,
        /** It does not compile. */
        COMPILE,
        /** The reader refuses it: a command, a marker that is not well-formed. */
        FORMAT,
        /** A tag or key that means nothing here. */
        UNKNOWN_WORD,
        /** A picture without words for those who do not see it. */
        ALT,
        /** It reaches for the network. */
        NETWORK
    }

    private static final int MAX_TEXT = 2_000;

    /** {@code notebooks/x.jsh:4:1: what is wrong; what to write}, for a terminal: a notebook may be a stranger's. */
    @Override
    public String toString() {
        return PlainText.line(place + ": " + message + (safe.isEmpty() ? "" : "; " + safe), MAX_TEXT);
    }

    @Override
    public int compareTo(Finding other) {
        int line = Integer.compare(place.line(), other.place.line());
        return line != 0 ? line : Integer.compare(place.column(), other.place.column());
    }
}
