package dev.plumbline.notebook;

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

    /** {@code notebooks/x.jsh:41:9: message}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
