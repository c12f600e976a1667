package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many agents side by side, each in its own days; nothing is added up. */
public final class Fleet {

    private Fleet() {}

    /** The last days of every agent of the store that fits; an empty text leaves a choice open. */
    public static List<Window> windows(Workbench lab, int days, String system, String environment) {
        return lab.agents().stream()
                .map(Workbench.Agent::scope)
                .filter(scope -> system.isEmpty() || scope.system().equals(system))
                .filter(scope -> environment.isEmpty() || scope.environment().equals(environment))
                .map(scope -> lab.of(scope.system(), scope.agent(), scope.environment())
                        .last(days, ChronoUnit.DAYS))
                .toList();
    }

    /** A row an agent: whether it is alive, how old its newest row is, its figures, and how its limits stand. */
    public static Showable table(List<Window> windows) {
        List<List<String>> rows = new ArrayList<>();
        List<String> off = new ArrayList<>();
        List<Line> lines = windows.stream()
                .map(Line::of)
                .sorted(Comparator.comparing(Line::verdict)
                        .thenComparing(line -> line.window().scope().toString()))
                .toList();
        for (Line line : lines) {
            Window window = line.window();
            if (line.state().equals("OFF")) {
                off.add(window.scope().agent());
            }
            rows.add(List.of(
                    window.scope().agent(),
                    window.scope().system(),
                    window.scope().environment(),
                    line.state(),
                    line.age(),
                    text(window.measure(Metrics.TRADES)),
                    text(window.measure(Metrics.WIN_RATE)),
                    text(window.measure(Metrics.PROFIT_FACTOR)),
                    text(window.measure(Metrics.TOTAL_RETURN)),
                    text(window.measure(Metrics.MAX_DRAWDOWN)),
                    text(window.measure(Metrics.DRAWDOWN_FROM_PEAK)),
                    line.verdict().glyph() + " " + line.verdict().word()));
        }
        String answer = rows.isEmpty()
                ? Absent.words("no agent of the store fits")
                : windows.size() + (windows.size() == 1 ? " agent" : " agents") + "."
                        + (off.isEmpty() ? "" : " Off: " + String.join(", ", off) + ".");
        return new Evaluated(
                answer,
                "LIVE: its newest row is as new as it should be; ERROR: so, and it wrote an error in the hour before; OFF: it is older."
                        + " Limits only: each agent’s review says how it stands against its baseline.",
                Evaluated.columns(
                        "agent",
                        "system",
                        "environment",
                        "state",
                        "newest row",
                        "#trades",
                        "#win rate",
                        "#profit factor",
                        "#return",
                        "#max drawdown",
                        "#from peak",
                        "limits"),
                rows);
    }

    /** What is shown of one agent. */
    private record Line(Window window, String state, String age, Verdict verdict) {

        static Line of(Window window) {
            Check check = window.against(Optional.empty());
            Optional<Check.Freshness> freshness = check.freshness();
            Instant newest = window.workbench().newest();
            Duration age = Duration.between(newest, Instant.now());
            String state = freshness.isEmpty()
                    ? "not judged"
                    : freshness.get().verdict() == Verdict.RED ? "OFF" : failed(window, newest) ? "ERROR" : "LIVE";
            Verdict limits = check.rows().stream()
                    .map(Deviation::verdict)
                    .filter(verdict -> verdict != Verdict.UNKNOWN)
                    .reduce(Verdict.WITHIN, Verdict::or);
            return new Line(window, state, words(age), limits);
        }

        private static boolean failed(Window window, Instant newest) {
            Window hour =
                    window.workbench().between(Period.of(newest.minus(Duration.ofHours(1)), newest.plusMillis(1)));
            return ErrorKinds.of(hour).kinds().stream()
                    .anyMatch(kind -> !kind.level().equals("WARNING"));
        }

        private static String words(Duration age) {
            if (age.toHours() < 2) {
                return age.toMinutes() + " min old";
            }
            return age.toDays() < 3
                    ? age.toHours() + " h old"
                    : String.format(Locale.ROOT, "%,d days old", age.toDays());
        }
    }

    private static String text(Measurement measured) {
        return measured.isDefined() ? measured.text() : "–";
    }
}
