package dev.plumbline.cli;

import dev.plumbline.Window;
import dev.plumbline.Workbench;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose rows, and of which time. */
final class ScopeOption {

    @Option(names = "--system", paramLabel = "S", description = "only this system, such as playbook")
    String system = "";

    @Option(names = "--agent", paramLabel = "A", description = "only this agent")
    String agent = "";

    @Option(names = "--environment", paramLabel = "E", description = "live, paper, testnet, backtest or unknown")
    String environment = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "as it stood at the end of this date (default: the last complete day of the data)")
    String asOf = "latest";

    @Option(names = "--report-zone", paramLabel = "Z", description = "whose days are meant (default UTC)")
    String zone = "UTC";

    @Option(names = "--last", paramLabel = "D", description = "length of the window: 7d, 24h, 4w")
    Optional<String> last = Optional.empty();

    @Option(names = "--from", paramLabel = "T", description = "first date or instant of the window")
    Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "T", description = "last date (included) or end instant of the window")
    Optional<String> to = Optional.empty();

    /** The workbench turned to the agent asked for. */
    Workbench apply(Workbench lab) {
        return lab.of(system, agent, environment).inZone(zone).asOf(asOf);
    }

    /** The window asked for, or so many days. */
    Window window(Workbench lab, int days) {
        if (from.isPresent() || to.isPresent()) {
            return lab.window(from.orElse(""), to.orElse(""), days);
        }
        if (last.isEmpty()) {
            return lab.last(days, ChronoUnit.DAYS);
        }
        Duration length = Durations.parse("--last", last.get());
        return length.toHours() % 24 == 0
                ? lab.last((int) length.toDays(), ChronoUnit.DAYS)
                : lab.last((int) length.toMinutes(), ChronoUnit.MINUTES);
    }
}
