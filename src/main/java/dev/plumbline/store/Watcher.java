package dev.plumbline.store;

/** Told how far long work of the store is; may be called often, and from several threads. */
@FunctionalInterface
public interface Watcher {

    /**
     * Some of it is done.
     *
     * @param doing such as {@code writing trades, rows}
     * @param total 0 where it is not known
     */
    void at(String doing, long done, long total);

    /** Some more files are read, and gave rows. */
    default void read(long files, long rows) {}
}
