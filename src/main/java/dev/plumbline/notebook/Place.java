package dev.plumbline.notebook;

/**
 * A place in a file.
 *
 * @param line   from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {

    /** {@code notebooks/weekly-review.jsh:41:9}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
