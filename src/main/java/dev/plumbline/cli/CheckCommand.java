package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.model.Scope;
import dev.plumbline.report.CheckJson;
import dev.plumbline.report.Checked;
import dev.plumbline.report.VerdictTable;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
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
        description = "Limits, deviations from the baseline, and freshness of every agent asked for. Exit: 0 green, 10"
                + " yellow, 20 red, 30 not enough data. With --quality: can the data be trusted; 0 nothing worse"
                + " than a note, 10 a warning, 20 an error.")
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
                    "a baseline's name, or previous: the 4 weeks before the window; previous:14, the 14 days (default:"
                            + " the newest that fits)")
    private String baseline = "usual";

    @Option(names = "--rules", paramLabel = "FILE", description = "rules over those of the system")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--fail-on", paramLabel = "LEVEL", description = "red or yellow: what is not 0 (default: yellow)")
    private FailOn failOn = FailOn.YELLOW;

    @Option(names = "--quality", description = "what the checks of the data found instead, the worst first")
    private boolean quality;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Mixin
    private CheckFiles files = new CheckFiles();

    @Mixin
    private NotifyOption people = new NotifyOption();

    @Override
    public Integer call() {
        people.ready(data.folder(), quality);
        try (Workbench lab = data.open()) {
            if (quality) {
                return quality(lab);
            }
            Instant ran = Instant.now();
            List<Checked> checked = checked(lab, scope.agents(lab, baseline));
            List<Check> checks = checked.stream().map(Checked::check).toList();
            files.write(
                    checked, ran, failOn == FailOn.YELLOW, spec.commandLine().getErr());
            Verdict verdict = Verdict.ofAll(checks.stream().map(Check::verdict).toList());
            PrintWriter out = spec.commandLine().getOut();
            if (!json) {
                checks.forEach(check -> out.print(VerdictTable.of(check, Screen.width(), Screen.colour())));
                out.flush();
            }
            PrintWriter err = spec.commandLine().getErr();
            people.tell(lab, data.folder(), checks, ran, json ? new PrintWriter(Writer.nullWriter()) : out, err);
            int code = people.exitCode(failOn.exitCode(verdict));
            if (json) {
                ObjectNode answer = Json.object();
                answer.put("exit_code", code);
                ArrayNode list = answer.putArray("checks");
                checked.forEach(check -> list.add(CheckJson.of(check)));
                people.json(answer);
                out.println(Json.text(answer));
            }
            return code;
        }
    }

    private int quality(Workbench lab) {
        List<QualityAnswer> answers = scope.agents(lab, baseline).stream()
                .map(one -> scope.apply(lab).of(one.system(), one.agent(), one.environment()))
                .map(one -> QualityAnswer.of(scope.window(one, 7)))
                .toList();
        int code = failOn.exitCode(
                Verdict.ofAll(answers.stream().map(QualityAnswer::verdict).toList()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode answer = Json.object();
            answer.put("exit_code", code);
            ArrayNode list = answer.putArray("quality");
            answers.forEach(one -> list.add(one.json()));
            out.println(Json.text(answer));
        } else {
            answers.forEach(one -> out.print(one.text(Screen.width())));
            out.flush();
        }
        return code;
    }

    /** Each core has a reader of the store for its share of the agents; what all of them look at is read once. */
    private List<Checked> checked(Workbench lab, List<Scope> agents) {
        int shares = Math.min(Beside.cores(), agents.size());
        if (agents.size() > 2) {
            lab.hold(Beside.stretch(agents.stream()
                    .map(agent -> scope.window(turned(lab, agent), 7).reach(baseline))
                    .toList()));
        }
        if (shares < 2) {
            return agents.stream().map(agent -> checked(lab, agent)).toList();
        }
        List<Callable<List<Checked>>> tasks = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            List<Scope> share = agents.subList(agents.size() * i / shares, agents.size() * (i + 1) / shares);
            tasks.add(() -> {
                try (Workbench own = lab.beside()) {
                    return share.stream().map(agent -> checked(own, agent)).toList();
                }
            });
        }
        return Beside.all(tasks).stream().flatMap(List::stream).toList();
    }

    private Checked checked(Workbench lab, Scope agent) {
        Workbench one = turned(lab, agent);
        return new Checked(check(one), one.newest());
    }

    private Workbench turned(Workbench lab, Scope agent) {
        return scope.apply(lab).of(agent.system(), agent.agent(), agent.environment());
    }

    private Check check(Workbench lab) {
        Window window = scope.window(lab, 7);
        return window.against(window.baseline(baseline), lab.rules(rules));
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
