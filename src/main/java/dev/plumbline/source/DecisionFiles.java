package dev.plumbline.source;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Files named {@code decision_<time>_cycle<n>.json}: ROMA-01 and NoFx share the name, not the content. */
final class DecisionFiles {

    /** Folders that hold agents' folders rather than being one. */
    private static final Set<String> PLACES = Set.of("decisions", "decision_logs", "logs");

    /** Keys of NoFx that ROMA-01 does not write. */
    private static final Set<String> NOFX =
            Set.of("system_prompt", "input_prompt", "cot_trace", "decision_json", "candidate_coins", "execution_log");

    /** Keys that both systems write first. */
    private static final Set<String> SHARED = Set.of("timestamp", "cycle_number", "cycle");

    private DecisionFiles() {}

    static boolean named(String name) {
        return name.startsWith("decision_") && name.endsWith(".json");
    }

    /** The system whose keys the first bytes show; empty where they show none, as those of an empty file do. */
    static Optional<String> system(byte[] head) {
        JsonHead keys = JsonHead.until(head, SHARED);
        if (keys.hasAny(NOFX)) {
            return Optional.of("nofx");
        }
        return keys.keys().stream().allMatch(SHARED::contains) ? Optional.empty() : Optional.of("roma");
    }

    /** The folder that holds the file, which is named after the agent. */
    static Optional<String> agent(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !PLACES.contains(name));
    }
}
