package dev.plumbline.cli;

import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.report.CheckJson;
import dev.plumbline.report.VerdictTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Limits, deviations from the baseline, and freshness. Exit: 0 green, 10 yellow, 20 red, 30 not enough data.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Option(
            names = "--baseline",
            paramLabel = "N",
            description =
                    "a baseline's name, or previous: the 4 weeks before the window (default: the newest that fits)")
    private String baseline = "usual";

    @Option(names = "--rules", paramLabel = "FILE", description = "rules over those of the system")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--fail-on", paramLabel = "LEVEL", description = "red or yellow: what is not 0 (default: yellow)")
    private FailOn failOn = FailOn.YELLOW;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try (Workbench lab = data.open()) {
            Workbench one = scope.apply(lab);
            Window window = scope.window(one, 7);
            Check check = window.against(window.baseline(baseline), one.rules(rules));
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.text(CheckJson.of(check))
                                    : VerdictTable.of(check, Screen.width(), Screen.colour()));
            return failOn.exitCode(check.verdict());
        }
    }

    /** From which verdict on a command fails. */
    enum FailOn {
        RED,
        YELLOW;

        int exitCode(Verdict verdict) {
            return this == RED && verdict == Verdict.YELLOW ? ExitCode.DONE : verdict.exitCode();
        }
    }
}
