package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.util.ArrayList;
import java.util.List;

/** What an import could not use, and what a reader of its figures should know. Safe to fill from several threads. */
public final class Rejections {

    private final List<Rejected> rejected = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public synchronized void reject(Rejected what) {
        rejected.add(what);
    }

    public synchronized void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    public synchronized List<Rejected> rejected() {
        return List.copyOf(rejected);
    }

    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
