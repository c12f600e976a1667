package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which system each file is of: told by the user, or by its name and first bytes. */
final class Recognition {

    private final Rejections rejections;
    /** How often a folder's files are of a system for certain: what decides where a file alone cannot. */
    private final Map<Path, Map<String, Integer>> neighbours = new HashMap<>();

    private Recognition(Rejections rejections) {
        this.rejections = rejections;
    }

    /** The files that are of a system, in their order. */
    static Map<FileWalk.Found, SourceSystem> of(
            List<FileWalk.Found> files, Optional<String> told, Rejections rejections) {
        Recognition recognition = new Recognition(rejections);
        Map<FileWalk.Found, List<SourceSystem>> candidates = new LinkedHashMap<>();
        for (FileWalk.Found file : files) {
            List<SourceSystem> systems = recognition.candidates(file);
            candidates.put(file, systems);
            if (systems.size() == 1) {
                recognition
                        .neighbours
                        .computeIfAbsent(folder(file), folder -> new HashMap<>())
                        .merge(systems.get(0).name(), 1, Integer::sum);
            }
        }
        Map<FileWalk.Found, SourceSystem> chosen = new LinkedHashMap<>();
        candidates.forEach((file, systems) -> (told.isPresent()
                        ? recognition.forced(file, systems, told.get())
                        : recognition.choose(file, systems))
                .ifPresent(system -> chosen.put(file, system)));
        return chosen;
    }

    private List<SourceSystem> candidates(FileWalk.Found file) {
        try {
            byte[] head = FileBytes.head(file.path());
            return Sources.ALL.stream()
                    .filter(system -> system.recognises(file.path(), head))
                    .toList();
        } catch (IOException e) {
            rejections.reject(Rejected.file(file.shown(), "the file cannot be read"));
            return List.of();
        }
    }

    private Optional<SourceSystem> choose(FileWalk.Found file, List<SourceSystem> systems) {
        if (systems.isEmpty()) {
            if (file.named()) {
                rejections.reject(Rejected.file(
                        file.shown(), "no system's file is named or looks like this; name one with --as " + Sources.names()));
            }
            return Optional.empty();
        }
        if (systems.size() == 1) {
            return Optional.of(systems.get(0));
        }
        Map<String, Integer> beside = neighbours.getOrDefault(folder(file), Map.of());
        int most = systems.stream().mapToInt(s -> beside.getOrDefault(s.name(), 0)).max().orElse(0);
        SourceSystem first = systems.stream()
                .filter(system -> beside.getOrDefault(system.name(), 0) == most)
                .findFirst()
                .orElseThrow();
        if (most == 0) {
            rejections.note(file.shown() + " may be of " + String.join(" or ", systems.stream().map(SourceSystem::name).toList())
                    + ": read as " + first.name() + "; name its system with --as");
        }
        return Optional.of(first);
    }

    private Optional<SourceSystem> forced(FileWalk.Found file, List<SourceSystem> systems, String told) {
        SourceSystem system = Sources.find(told).orElseThrow();
        if (systems.contains(system) || systems.isEmpty() && file.named()) {
            return Optional.of(system);
        }
        if (!systems.isEmpty()) {
            rejections.reject(Rejected.file(
                    file.shown(),
                    "this is a file of " + systems.get(0).name() + ", not of " + told + ": leave --as " + told + " away"));
        }
        return Optional.empty();
    }

    private static Path folder(FileWalk.Found file) {
        return Optional.ofNullable(file.path().getParent()).orElse(file.path());
    }
}
