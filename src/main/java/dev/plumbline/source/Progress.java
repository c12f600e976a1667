package dev.plumbline.source;

/** Told how far an import is; may be called often, and from several threads. */
@FunctionalInterface
public interface Progress {

    /**
     * Some of a stage is done.
     *
     * @param stage such as {@code reading roma}
     */
    void at(String stage, long done, long total);

    /**
     * The same, with the rows that files gave.
     *
     * @param rows so far
     */
    default void at(String stage, long done, long total, long rows) {
        at(stage, done, total);
    }

    static Progress none() {
        return (stage, done, total) -> {};
    }
}
