package dev.plumbline.baseline;

/** Where something stands in a file; line and column from 1. */
record Place(String file, int line, int column) {

    /** What is wrong here, as one line. */
    Unreadable unreadable(String found, String expected) {
        return new Unreadable(this + ": found " + found + ", expected " + expected);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
