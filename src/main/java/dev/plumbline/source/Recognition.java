package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which system each file is of: told by the user, by its name and first bytes, or by the files beside it. */
final class Recognition {

    /** What SQLite keeps beside a database. */
    private static final Pattern SIDE_FILE = Pattern.compile("-(wal|shm|journal)$");

    /** The system whose files say nothing of whose they are. */
    private static final String ANY_PROGRAM = "prometheus";

    private final Sources sources;
    private final Rejections rejections;
    /** How often a folder's files are of a system for certain: what decides where a file alone cannot. */
    private final Map<Path, Map<String, Integer>> neighbours = new HashMap<>();

    private final FirstFew unknown = new FirstFew();

    /** A file of a system. */
    record Recognised(SourceFile file, SourceSystem system) {}

    private Recognition(Sources sources, Rejections rejections) {
        this.sources = sources;
        this.rejections = rejections;
    }

    /**
     * The system of each file that is of one, in the order of the files.
     *
     * @param told the system that the user named; empty where files are to be recognised
     */
    static List<Recognised> of(List<SourceFile> files, Sources sources, Optional<String> told, Rejections rejections) {
        Recognition recognition = new Recognition(sources, rejections);
        files.forEach(seen -> {
            List<SourceSystem> claims = seen.bytes().systems();
            if (claims.size() == 1) {
                recognition
                        .neighbours
                        .computeIfAbsent(seen.found().folder(), folder -> new HashMap<>())
                        .merge(claims.get(0).name(), 1, Integer::sum);
            }
        });
        Optional<SourceSystem> named = told.map(sources::named);
        List<Recognised> chosen = new ArrayList<>();
        for (SourceFile seen : files) {
            (named.isPresent()
                            ? recognition.forced(seen.found(), seen.bytes().systems(), named.get())
                            : recognition.choose(seen.found(), seen.bytes().systems()))
                    .ifPresent(system -> chosen.add(new Recognised(seen, system)));
        }
        if (recognition.unknown.count() > 0) {
            rejections.note(recognition.unknown.counted("file is", "files are")
                    + " of no system's name or shape and not read: " + recognition.unknown
                    + "; what is one of a bot's can be named with --as");
        }
        return chosen;
    }

    private Optional<SourceSystem> choose(FileWalk.Found file, List<SourceSystem> systems) {
        if (systems.isEmpty()) {
            if (file.named()) {
                rejections.reject(Rejected.file(
                        file.shown(),
                        "no system's file is named or looks like this; name one with --as " + sources.names()));
            } else if (!SIDE_FILE.matcher(file.shown()).find()) {
                unknown.add(file.shown());
            }
            return Optional.empty();
        }
        if (systems.size() == 1) {
            return Optional.of(systems.get(0));
        }
        Map<String, Integer> beside = neighbours.getOrDefault(file.folder(), Map.of());
        // the files of one bot's own say more than any number that any program may write
        boolean own = systems.stream()
                .anyMatch(system -> !system.name().equals(ANY_PROGRAM) && beside.containsKey(system.name()));
        List<SourceSystem> asked = systems.stream()
                .filter(system -> !own || !system.name().equals(ANY_PROGRAM))
                .toList();
        int most = asked.stream()
                .mapToInt(s -> beside.getOrDefault(s.name(), 0))
                .max()
                .orElse(0);
        SourceSystem first = asked.stream()
                .filter(system -> beside.getOrDefault(system.name(), 0) == most)
                .findFirst()
                .orElseThrow();
        if (most == 0) {
            rejections.note(file.shown() + " may be of "
                    + String.join(
                            " or ", systems.stream().map(SourceSystem::name).toList()) + ": read as " + first.name()
                    + "; name its system with --as");
        }
        return Optional.of(first);
    }

    private Optional<SourceSystem> forced(FileWalk.Found file, List<SourceSystem> systems, SourceSystem system) {
        // a table that another system claims may still be read as any table
        if (systems.contains(system) || (file.named() && (systems.isEmpty() || system instanceof Csv))) {
            return Optional.of(system);
        }
        if (!systems.isEmpty()) {
            rejections.reject(Rejected.file(
                    file.shown(),
                    "this is a file of " + systems.get(0).name() + ", not of " + system.name() + ": leave --as "
                            + system.name() + " away"));
        }
        return Optional.empty();
    }
}
