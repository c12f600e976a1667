package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.Measurements;
import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.report.MeasurementJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description =
                "Metrics from the store, each with n and interval, or the reason why not; agents are never pooled.")
final class MeasureCommand implements Callable<Integer> {

    private static final List<String> DIMENSIONS = List.of(
            "symbol",
            "agent",
            "exchange",
            "strategy",
            "interval",
            "action",
            "mode",
            "regime",
            "side",
            "hour",
            "weekday",
            "confidence",
            "leverage",
            "currency",
            "metric");

    /** So many agents are shown one below the other without being asked for. */
    private static final int AGENTS = 12;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Parameters(
            paramLabel = "METRIC",
            arity = "0..*",
            description = "ids such as sharpe profit_factor, as in docs/metrics.md (default: those of a review)")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            description = "symbol, agent, exchange, strategy, interval, action, mode, regime, side, hour, weekday,"
                    + " confidence, leverage, currency or metric")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--benchmark",
            paramLabel = "NAME",
            description = "for alpha, beta and the like: a symbol with candles, or a monitored series")
    private String benchmark = "";

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        if (by.isPresent() && !DIMENSIONS.contains(by.get())) {
            throw new IllegalArgumentException(
                    "--by: found \"" + by.get() + "\", expected one of " + String.join(", ", DIMENSIONS));
        }
        List<? extends Metric<?>> asked = metrics.stream().map(Metrics::byId).toList();
        try (Workbench lab = data.open()) {
            Map<Window, Measurements> answers = new LinkedHashMap<>();
            windows(lab).forEach(window -> answers.put(window, measure(window, asked)));
            refuseWhatNobodyHas(answers);
            spec.commandLine().getOut().println(json ? Json.text(json(answers)) : text(answers));
            return ExitCode.DONE;
        }
    }

    /** A window an agent; agents side by side are looked at over the same time. */
    private List<Window> windows(Workbench lab) {
        List<Scope> agents = scope.agents(lab, "usual");
        if (agents.size() > AGENTS && !by("agent")) {
            throw new IllegalArgumentException(agents.size() + " agents are there: name one with --system and --agent,"
                    + " or put them side by side with --by agent; plumb sources lists them");
        }
        List<Window> windows = agents.stream()
                .map(agent -> lab.of(agent.system(), agent.agent(), agent.environment())
                        .inZone(scope.zone)
                        .asOf(scope.asOf))
                .map(one -> scope.window(one, 7))
                .toList();
        if (by("agent")) {
            Period newest = windows.stream()
                    .map(Window::period)
                    .max(Comparator.comparing(Period::to))
                    .orElseThrow();
            windows = windows.stream()
                    .map(window -> window.workbench().between(newest))
                    .toList();
        }
        return windows.stream().map(window -> window.beside(benchmark)).toList();
    }

    private boolean by(String dimension) {
        return by.equals(Optional.of(dimension));
    }

    private Measurements measure(Window window, List<? extends Metric<?>> asked) {
        if (by.isEmpty() || by("agent")) {
            return asked.isEmpty() ? window.measureAll() : window.measure(asked);
        }
        Measurements all = new Measurements(List.of());
        for (Metric<?> metric : asked.isEmpty() ? Metrics.ALL : asked) {
            all = all.and(window.by(by.get()).measure(metric));
        }
        return all;
    }

    private void refuseWhatNobodyHas(Map<Window, Measurements> answers) {
        if (answers.values().stream().allMatch(rows -> rows.rows().isEmpty())) {
            throw new IllegalArgumentException("--by " + by.orElse("") + ": what was asked for has no rows with one in "
                    + answers.keySet().stream().map(Window::toString).collect(Collectors.joining("; "))
                    + "; plumb measure without --by tells what there is");
        }
    }

    private String text(Map<Window, Measurements> answers) {
        if (by("agent")) {
            Window first = answers.keySet().iterator().next();
            String period = first.toString().substring(first.scope().toString().length() + 2);
            return period + "\n" + MeasureTable.sideBySide(answers, Screen.width());
        }
        return answers.entrySet().stream()
                .map(one -> one.getKey() + "\n"
                        + (one.getValue().rows().isEmpty()
                                ? "no rows with a " + by.orElse("")
                                : MeasureTable.of(one.getValue().rows(), Screen.width())))
                .collect(Collectors.joining("\n\n"));
    }

    private static ObjectNode json(Map<Window, Measurements> answers) {
        ObjectNode node = Json.object();
        ArrayNode list = node.putArray("measurements");
        answers.forEach((window, rows) -> {
            for (Measurement row : rows) {
                ObjectNode one = list.addObject();
                one.put("system", window.scope().system());
                one.put("agent", window.scope().agent());
                one.put("environment", window.scope().environment());
                one.put("from", window.period().from().toString());
                one.put("to", window.period().to().toString());
                one.setAll(MeasurementJson.of(row));
            }
        });
        return node;
    }
}
