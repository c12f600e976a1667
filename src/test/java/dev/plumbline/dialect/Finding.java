package dev.plumbline.dialect;

/** One place in a query that another engine would read otherwise, and what to write there. */
record Finding(String file, int line, int column, String found, String instead) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + found + ": " + instead;
    }
}
