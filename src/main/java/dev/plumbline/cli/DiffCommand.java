package dev.plumbline.cli;

import dev.plumbline.report.DiffJson;
import dev.plumbline.report.DiffWords;
import dev.plumbline.report.ReportDiff;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "What changed from one report to another, in words. A page is read by the JSON beside it."
                + " Exit: 0 they say the same, 1 they differ, 2 unreadable.")
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "a report's page (.html) or its .json")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "another one")
    private Path after = Path.of("");

    @Option(names = "--all", description = "every figure that moved, not only the ten that moved most")
    private boolean all;

    @Option(names = "--json", description = "the same as one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        ReportDiff diff = ReportDiff.of(before, after);
        spec.commandLine()
                .getOut()
                .print(json ? Json.text(DiffJson.of(diff)) + "\n" : DiffWords.of(diff, Screen.width(), all));
        spec.commandLine().getOut().flush();
        return diff.same() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
