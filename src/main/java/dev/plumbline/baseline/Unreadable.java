package dev.plumbline.baseline;

/** A rule or baseline file that cannot be used. The message is one line: where, what was found, what was expected. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
        super(message);
    }
}
