package dev.plumbline.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Files named {@code decision_<time>_cycle<n>.json}: ROMA-01 and NoFx share the name, not the content. */
final class DecisionFiles {

    /** Folders that hold agents' folders rather than being one. */
    private static final Set<String> PLACES = Set.of("decisions", "decision_logs", "logs");

    private DecisionFiles() {}

    static boolean named(String name) {
        return name.startsWith("decision_") && name.endsWith(".json");
    }

    /** The system whose keys a head shows; empty where it shows none, as an empty or cut-off file does. */
    static Optional<String> says(JsonHead head) {
        return head.hasAny(Nofx.KEYS)
                ? Optional.of("nofx")
                : head.keys().stream().anyMatch(key -> !SHARED.contains(key)) ? Optional.of("roma") : Optional.empty();
    }

    /** Keys that both systems write first. */
    private static final Set<String> SHARED = Set.of("timestamp", "cycle_number", "cycle");

    /** The folder that holds the file, which is named after the agent. */
    static Optional<String> agent(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !PLACES.contains(name));
    }
}
