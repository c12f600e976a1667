package dev.plumbline;

import dev.plumbline.baseline.Contrast;
import dev.plumbline.metric.Holm;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Two stretches side by side, tested: before and after a recorded change, live and paper. */
public final class BeforeAfter {

    private static final double LEVEL = 0.05;

    /** What money, stakes and lengths of time do not move. */
    private static final List<Metric<?>> OF_ANY_STAKE =
            List.of(Metrics.WIN_RATE, Metrics.PROFIT_FACTOR, Metrics.PAYOFF_RATIO);

    private static final List<Metric<?>> OF_ONE_BOT =
            List.of(Metrics.WIN_RATE, Metrics.PROFIT_FACTOR, Metrics.EXPECTANCY);

    private BeforeAfter() {}

    /** A pair of stretches and what the pair is called. */
    private record Pair(String name, Window first, Window second) {}

    /** Before and after each deployment and each change of a parameter that was recorded in the window, up to its neighbours. */
    public static Showable changes(Window window) {
        Rows changes = window.rows("explore/recorded_changes");
        List<Integer> meant = IntStream.range(0, changes.size())
                .filter(i -> List.of("deployment", "parameter").contains(changes.texts("kind")[i]))
                .boxed()
                .toList();
        if (meant.isEmpty()) {
            return Evaluated.only("No deployment and no change of a parameter is recorded in these days;"
                    + " `plumb note --kind parameter` and `data/changes.yaml` record one.");
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            Instant at = Period.instant(changes.micros("time")[meant.get(i)]);
            Instant from = i == 0 ? window.period().from() : Period.instant(changes.micros("time")[meant.get(i - 1)]);
            Instant to = i + 1 == meant.size()
                    ? window.period().to()
                    : Period.instant(changes.micros("time")[meant.get(i + 1)]);
            if (from.isBefore(at) && at.isBefore(to)) {
                pairs.add(new Pair(
                        changes.texts("kind")[meant.get(i)] + ", "
                                + at.atZone(window.zone()).toLocalDate() + ": " + changes.texts("what")[meant.get(i)],
                        window.workbench().between(Period.of(from, at)),
                        window.workbench().between(Period.of(at, to))));
            }
        }
        return tested(
                "change",
                "before",
                "after",
                pairs,
                OF_ONE_BOT,
                "Trades by when they were closed, from one change to the next. What else changed that day is not taken out.");
    }

    /** This agent beside every agent of its system in another environment, in the same days: live, paper, backtest. */
    public static Showable environments(Window window) {
        List<Pair> pairs = new ArrayList<>();
        for (Workbench.Agent agent : window.workbench().agents()) {
            if (agent.scope().system().equals(window.scope().system())
                    && !agent.scope().environment().equals(window.scope().environment())) {
                Window other = window.workbench()
                        .of(
                                agent.scope().system(),
                                agent.scope().agent(),
                                agent.scope().environment())
                        .between(overlap(window, agent));
                pairs.add(new Pair(agent.scope().agent() + ", " + agent.scope().environment(), other, window));
            }
        }
        if (pairs.isEmpty()) {
            return Evaluated.only(
                    "Not available: the store holds no paper trading or backtest of this system beside this agent.");
        }
        return tested(
                "beside",
                "there",
                "here",
                pairs,
                OF_ANY_STAKE,
                "Only what no stake moves is compared. A backtest of other days is taken as it is.");
    }

    /**
     * Whether the trades of the second half of a window are of another mix than those of its first.
     *
     * @param dimension {@code regime}, or any other of closed trades
     */
    public static Showable mix(Window window, String dimension) {
        return MixChange.of(window, dimension);
    }

    /** The same days where the other has any, else all of its own. */
    private static Period overlap(Window window, Workbench.Agent other) {
        boolean meets = other.first().isBefore(window.period().to())
                && other.newest().isAfter(window.period().from());
        return meets ? window.period() : Period.of(other.first(), other.newest().plusMillis(1));
    }

    private static Showable tested(
            String what, String first, String second, List<Pair> pairs, List<Metric<?>> metrics, String caption) {
        List<String> names = new ArrayList<>();
        List<Contrast> contrasts = new ArrayList<>();
        for (Pair pair : pairs) {
            for (Metric<?> metric : metrics) {
                names.add(pair.name());
                contrasts.add(
                        Contrast.of(pair.first().measure(metric), pair.second().measure(metric)));
            }
        }
        double[] p = Holm.adjusted(contrasts.stream()
                .mapToDouble(it -> it.pValue().orElse(Double.NaN))
                .toArray());
        List<String> certain = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < contrasts.size(); i++) {
            Contrast it = contrasts.get(i);
            Unit unit = it.first().metric().unit();
            if (p[i] < LEVEL) {
                certain.add(it.first().metric().title() + " "
                        + unit.formatChange(it.change().orElseThrow()) + " (" + names.get(i) + ")");
            }
            rows.add(List.of(
                    i > 0 && names.get(i).equals(names.get(i - 1)) ? "" : names.get(i),
                    it.first().metric().title(),
                    text(it.first()),
                    text(it.second()),
                    it.change().isPresent() ? unit.formatChange(it.change().getAsDouble()) : "–",
                    it.interval().map(range -> range(unit, range)).orElse("–"),
                    Double.isNaN(p[i]) ? "–" : p[i] < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p[i])));
        }
        return new Evaluated(
                certain.isEmpty()
                        ? "**Cannot tell**: no difference is larger than chance makes."
                        : "Different for certain: " + String.join("; ", certain) + ".",
                caption + " n in brackets; p is corrected for the rows of the table (Holm).",
                Evaluated.columns(what, "metric", "#" + first, "#" + second, "#change", "#95 % interval", "#p"),
                rows);
    }

    private static String text(Measurement measured) {
        return (measured.isDefined() ? measured.text() : "–") + String.format(Locale.ROOT, " (%,d)", measured.n());
    }

    private static String range(Unit unit, Interval range) {
        return (unit.format(range.low()) + ", " + unit.format(range.high())).replace(" %", "");
    }
}
