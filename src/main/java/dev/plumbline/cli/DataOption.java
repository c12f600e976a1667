package dev.plumbline.cli;

import dev.plumbline.Workbench;
import dev.plumbline.store.Queries;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which data folder is meant. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder (default: PLUMB_DATA, or data beside the launcher)")
    private Optional<Path> folder = Optional.empty();

    Path folder() {
        return folder.or(() -> Optional.ofNullable(System.getenv("PLUMB_DATA")).map(Path::of))
                .orElseGet(() -> Queries.home().resolve("data"))
                .toAbsolutePath()
                .normalize();
    }

    Workbench open() {
        return Workbench.open(folder());
    }
}
