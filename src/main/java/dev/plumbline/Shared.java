package dev.plumbline;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Workbenches that are open in this JVM and may be read from by others, by their data folders. */
final class Shared {

    private static final Map<Path, Workbench> OPEN = new ConcurrentHashMap<>();

    private Shared() {}

    static void add(Path data, Workbench lab) {
        OPEN.put(key(data), lab);
    }

    static Optional<Workbench> of(Path data) {
        return Optional.ofNullable(OPEN.get(key(data)));
    }

    static void remove(Workbench lab) {
        OPEN.values().removeIf(open -> open == lab);
    }

    private static Path key(Path data) {
        return data.toAbsolutePath().normalize();
    }
}
