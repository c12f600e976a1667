package dev.plumbline.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a sample: empty, or one that holds an older sample, which is removed. Nothing else is ever deleted. */
final class SampleFolder {

    /** The file that says that a folder is a sample. */
    static final String MARK = "truth.json";

    private SampleFolder() {}

    static void prepare(Path into, List<Member> members) {
        try {
            if (Files.isDirectory(into) && !Files.exists(into.resolve(MARK)) && !empty(into)) {
                throw new IllegalArgumentException(
                        into + ": holds something that is no sample (there is no truth.json): choose an empty folder");
            }
            for (String system : FleetOptions.SYSTEMS) {
                remove(into.resolve(system));
            }
            for (Member member : members) {
                Path place = into.resolve(member.path());
                Files.createDirectories(member.inFolder() ? place : place.resolveSibling("."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(into + ": cannot be prepared", e);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
