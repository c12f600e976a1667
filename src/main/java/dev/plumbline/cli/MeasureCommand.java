package dev.plumbline.cli;

import dev.plumbline.Measurements;
import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import java.util.ArrayList;
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
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Metrics of one agent from the store, each with n and interval, or the reason why not.")
final class MeasureCommand implements Callable<Integer> {

    private static final List<String> DIMENSIONS = List.of(
            "symbol",
            "interval",
            "side",
            "strategy",
            "exchange",
            "action",
            "mode",
            "regime",
            "hour",
            "weekday",
            "currency");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Parameters(paramLabel = "METRIC", arity = "0..*", description = "ids such as sharpe profit_factor (default: all)")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            description = "symbol, interval, side, strategy, exchange, action, mode, regime, hour or weekday")
    private Optional<String> by = Optional.empty();

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try (Workbench lab = data.open()) {
            Window window = scope.window(scope.apply(lab), 7);
            List<? extends Metric<?>> asked = metrics.isEmpty()
                    ? List.of()
                    : metrics.stream().map(Metrics::byId).toList();
            Measurements rows = measure(window, asked);
            spec.commandLine()
                    .getOut()
                    .println(json ? Json.text(Json.measurements(rows.rows())) : window + "\n" + rows);
            return ExitCode.DONE;
        }
    }

    private Measurements measure(Window window, List<? extends Metric<?>> asked) {
        if (by.isPresent() && !DIMENSIONS.contains(by.get())) {
            throw new IllegalArgumentException(
                    "--by: found \"" + by.get() + "\", expected one of " + String.join(", ", DIMENSIONS));
        }
        if (by.isEmpty()) {
            return asked.isEmpty() ? window.measureAll() : window.measure(asked);
        }
        Measurements all = new Measurements(List.of());
        for (Metric<?> metric : asked.isEmpty() ? Metrics.ALL : asked) {
            all = all.and(window.by(by.get()).measure(metric));
        }
        if (all.rows().isEmpty()) {
            throw new IllegalArgumentException("--by " + by.get() + ": what was asked for has no rows with one in "
                    + window + "; plumb measure without --by tells what there is");
        }
        return all;
    }
}
