package dev.plumbline.cli;

import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.model.Scope;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    @Option(
            names = "--last",
            paramLabel = "D",
            description = "length of the window: 7d and 4w are whole days, 24h and 30m end at the newest row")
    Optional<String> last = Optional.empty();

    @Option(names = "--from", paramLabel = "T", description = "first date or instant of the window")
    Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "T", description = "last date (included) or end instant of the window")
    Optional<String> to = Optional.empty();

    /**
     * Every agent that fits; one whose baseline is named, where one is.
     *
     * @throws dev.plumbline.NoSuchAgent when none fits
     */
    List<Scope> agents(Workbench lab, String baseline) {
        // names that fit nothing are said as such, with those there are
        lab.filled().of(system, agent, environment);
        Optional<Scope> owner = Window.isMade(baseline)
                ? Optional.empty()
                : Optional.of(lab.baseline(baseline).scope());
        List<Scope> all = lab.agents().stream()
                .map(Workbench.Agent::scope)
                .filter(s -> system.isEmpty() || s.system().equals(system))
                .filter(s -> agent.isEmpty() || s.agent().equals(agent))
                .filter(s -> environment.isEmpty() || s.environment().equals(environment))
                .filter(s -> owner.isEmpty() || owner.get().equals(s))
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("baseline \"" + baseline + "\" is of "
                    + owner.map(Scope::toString).orElse("another agent")
                    + ", which is not among the agents asked for");
        }
        return all;
    }

    /** The workbench turned to the agent asked for. */
    Workbench apply(Workbench lab) {
        return lab.filled().of(system, agent, environment).inZone(zone).asOf(asOf);
    }

    /** The window asked for, or so many days. Days are whole ones; hours end at the newest row. */
    Window window(Workbench lab, int days) {
        if (from.isPresent() || to.isPresent()) {
            return lab.window(from.orElse(""), to.orElse(""), days);
        }
        if (last.isEmpty()) {
            return lab.last(days, ChronoUnit.DAYS);
        }
        Duration length = Durations.parse("--last", last.get());
        return Durations.inDays(last.get())
                ? lab.last((int) length.toDays(), ChronoUnit.DAYS)
                : lab.last((int) length.toMinutes(), ChronoUnit.MINUTES);
    }
}
