package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.baseline.AlertHistory;
import dev.plumbline.report.AlertJson;
import dev.plumbline.report.AlertTable;
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
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Which rules would have fired over history, when and for how long, cooldowns kept, and which"
                + " thresholds seem wrong. Without a period: the last 35 days.")
final class AlertsCommand implements Callable<Integer> {

    private static final int DAYS = 35;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "rules over those of the system: a file, a bot’s monitoring_config.json, or the name of a"
                    + " shipped one such as kraken-development")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try (Workbench lab = data.open()) {
            ObjectNode answer = Json.object();
            ArrayNode list = answer.putArray("alerts");
            scope.agents(lab, "usual").stream()
                    .map(one -> scope.apply(lab).of(one.system(), one.agent(), one.environment()))
                    .forEach(one -> show(one, list));
            if (json) {
                spec.commandLine().getOut().println(Json.text(answer));
            }
            return ExitCode.DONE;
        }
    }

    private void show(Workbench lab, ArrayNode list) {
        Window window = scope.window(lab, DAYS);
        AlertHistory history = window.alerts(lab.rules(rules));
        if (json) {
            list.add(AlertJson.of(lab.scope(), history));
        } else {
            spec.commandLine().getOut().print(AlertTable.of(lab.scope(), history, lab.zone(), Screen.width()));
            spec.commandLine().getOut().println();
        }
    }
}
