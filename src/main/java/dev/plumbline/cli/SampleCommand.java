package dev.plumbline.cli;

import dev.plumbline.sample.Fleet;
import dev.plumbline.sample.FleetOptions;
import dev.plumbline.sample.FleetReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Writes a simulated fleet's files in every system's own format, with planted changes (truth.json).")
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--days", paramLabel = "N", description = "whole days (default 35)")
    private int days = 35;

    @Option(names = "--end", paramLabel = "DATE", description = "files run up to the start of it (default: today)")
    private LocalDate end = LocalDate.now(ZoneOffset.UTC);

    @Option(
            names = "--agents",
            paramLabel = "N",
            description = "of each system, the first live (default: 2 of playbook and roma, 1 of the others)")
    private Optional<Integer> agents = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "the same seed and end give the same bytes (default 1)")
    private long seed = 1;

    @Option(names = "--system", paramLabel = "S", description = "only this system; may be repeated")
    private List<String> systems = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "folder to write to (default: sample in the data folder)")
    private Optional<Path> into = Optional.empty();

    @Option(
            names = "--plant",
            paramLabel = "FILE",
            description = "YAML that replaces the planted changes; an empty file plants nothing")
    private Optional<Path> plant = Optional.empty();

    @Override
    public Integer call() {
        FleetOptions options = new FleetOptions(
                days, end, agents, seed, systems.isEmpty() ? FleetOptions.SYSTEMS : Set.copyOf(systems), plant);
        Path folder = into.orElseGet(() -> data.folder().resolve("sample"));
        FleetReport made = Fleet.write(folder, options);
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "wrote %,d files of %s, %.1f MB, to %s",
                        made.files(),
                        String.join(", ", made.agents()),
                        made.bytes() / 1e6,
                        folder));
        spec.commandLine().getOut().println("to read them: plumb import " + folder);
        return ExitCode.DONE;
    }
}
