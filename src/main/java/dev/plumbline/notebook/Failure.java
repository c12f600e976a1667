package dev.plumbline.notebook;

import dev.plumbline.chart.PlainText;

/**
 * What stopped a cell.
 *
 * @param message one line
 * @param detail  the source line, other errors, or the stack trace cut to the notebook; may be empty
 */
public record Failure(Kind kind, Place place, String message, String detail) {

    /** The closed set of reasons. */
    public enum Kind {
        /** The compiler refused it. */
        COMPILE,
        /** It threw. */
        EXCEPTION,
        /** It was tagged {@code raises-exception} and did not. */
        NO_EXCEPTION,
        /** At the end something it uses was still not declared. */
        UNRESOLVED,
        TIME_OUT,
        /** The JVM was ended while it ran. */
        EXIT
    }

    private static final int MAX_TEXT = 2_000;

    /** {@code notebooks/x.jsh:41:9: message}, for a terminal: what was thrown may quote a file. */
    @Override
    public String toString() {
        return PlainText.line(place + ": " + message, MAX_TEXT);
    }
}
