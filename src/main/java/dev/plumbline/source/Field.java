package dev.plumbline.source;

/**
 * A column of a file that is wanted, and what its fields are read as.
 *
 * @param name     what it is asked for by afterwards
 * @param place    which column of the file it is, from 0
 * @param type     how it is written
 * @param required whether a line is lost whose field cannot be read
 */
public record Field(String name, int place, Type type, boolean required) {

    /** How a field is written. */
    public enum Type {
        /** An instant or a day. */
        TIME,
        /** An amount. */
        NUMBER,
        /** A fraction; with a per cent sign, a hundredth of it. */
        SHARE,
        /** Anything else. */
        TEXT
    }
}
