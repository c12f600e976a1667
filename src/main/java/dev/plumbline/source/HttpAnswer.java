package dev.plumbline.source;

/** What became of a request. */
sealed interface HttpAnswer {

    /** An answer that can be saved. */
    record Body(byte[] bytes) implements HttpAnswer {}

    /** The bot says that the answer is elsewhere. */
    record Moved(String to) implements HttpAnswer {}

    /** The bot does not have this, or failed to answer; others may. */
    record Missing(String why) implements HttpAnswer {}

    /** An answer that cannot be used. */
    record Unusable(String why) implements HttpAnswer {}

    /** No answer came in time. */
    record Late(String why) implements HttpAnswer {}

    /** Nobody is there, or nothing is given to us: asking for more is of no use. */
    record Closed(String why) implements HttpAnswer {}
}
