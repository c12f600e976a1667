package dev.plumbline.notebook;

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

    /** {@code notebooks/x.jsh:4:1: what is wrong; what to write}. */
    @Override
    public String toString() {
        return place + ": " + message + (safe.isEmpty() ? "" : "; " + safe);
    }

    @Override
    public int compareTo(Finding other) {
        int line = Integer.compare(place.line(), other.place.line());
        return line != 0 ? line : Integer.compare(place.column(), other.place.column());
    }
}
