package dev.plumbline.notebook;

import java.util.Optional;

/** A notebook, or a parameter for it, that cannot be used as it is written: {@code file:line:col: found, expected}. */
public final class NotebookRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Optional<Place> place;

    public NotebookRejected(Place place, String message) {
        super(place + ": " + message);
        this.place = Optional.of(place);
    }

    public NotebookRejected(String file, String message) {
        super(file + ": " + message);
        this.place = Optional.empty();
    }

    /** Where in the notebook; empty where the whole is meant. */
    public Optional<Place> place() {
        return place;
    }
}
