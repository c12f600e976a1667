package dev.plumbline.cli;

import dev.plumbline.source.OperatorFiles;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description = {
            "Records a change, such as a deployment or planned downtime: a line more in changes.yaml of the data folder.",
            "Reviews show it, and a baseline that contains one is flagged."
        })
final class NoteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "what changed")
    private List<String> text = List.of();

    @Option(names = "--at", paramLabel = "T", description = "when, in UTC, such as 2026-11-16T10:00:00Z (default: now)")
    private Optional<String> at = Optional.empty();

    @Option(names = "--until", paramLabel = "T", description = "end of planned downtime")
    private Optional<String> until = Optional.empty();

    @Option(names = "--kind", paramLabel = "K", description = "deployment, parameter, downtime or note (default: note)")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--agent", paramLabel = "A", description = "whom it concerns (default: every agent)")
    private Optional<String> agent = Optional.empty();

    @Override
    public Integer call() throws IOException {
        String time =
                at.orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        OperatorFiles.note(
                data.folder(),
                time,
                kind.orElse(until.isPresent() ? "downtime" : "note"),
                String.join(" ", text),
                until,
                agent);
        spec.commandLine().getOut().println(time + " noted in " + data.folder().resolve("changes.yaml"));
        return ExitCode.DONE;
    }
}
