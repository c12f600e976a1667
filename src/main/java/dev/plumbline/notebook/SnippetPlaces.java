package dev.plumbline.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each snippet that JShell numbered stands in its file. */
final class SnippetPlaces {

    private record Start(Notebook notebook, int line) {}

    private final Map<String, Start> starts = new ConcurrentHashMap<>();

    void put(String id, Notebook notebook, Place place) {
        starts.put(id, new Start(notebook, place.line()));
    }

    void move(String id, Notebook notebook, int lines) {
        starts.computeIfPresent(id, (key, start) -> new Start(notebook, start.line() + lines));
    }

    /** The place of a frame, which JShell names {@code #id} with the line in the snippet, from 1. */
    Optional<Place> of(StackTraceElement frame) {
        String name = frame.getFileName();
        Start start = name != null && name.startsWith("#") ? starts.get(name.substring(1)) : null;
        return Optional.ofNullable(start)
                .map(found -> found.notebook().place(found.line() + Math.max(1, frame.getLineNumber()) - 1));
    }
}
