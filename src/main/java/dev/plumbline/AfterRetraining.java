package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Holm;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.RetrainingEffect;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Slice;
import dev.plumbline.report.Showable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Trades before and after successful retrainings, of all runs and of those of each reason. */
public final class AfterRetraining {

    /** Trades on each side of a retraining. */
    private static final int AROUND = 20;

    private final Window window;
    private final ClosedTrades trades;
    private final Unit unit;
    private final List<Tested> tested = new ArrayList<>();

    private AfterRetraining(Window window) {
        this.window = window;
        this.trades = window.sample(ClosedTrades.class);
        this.unit = trades.basis().isMoney() ? Unit.MONEY : Unit.SHARE;
    }

    /** One question with its answer. */
    private record Tested(String runs, String what, Unit unit, Result.Value change, double p) {

        List<String> cells(double adjusted) {
            return List.of(
                    runs,
                    what,
                    unit.formatChange(change.value()),
                    change.interval().map(range -> range(unit, range)).orElse("–"),
                    String.format(Locale.ROOT, "%.3f", adjusted));
        }
    }

    /** Did it help: pooled over all runs, then by why they were started. */
    public static Showable of(Window window) {
        return new AfterRetraining(window).shown();
    }

    private Showable shown() {
        RetrainingRuns all = window.sample(RetrainingRuns.class);
        if (all.size() == 0) {
            return Evaluated.only("Not available: no retraining is recorded in this window.");
        }
        RetrainingEffect whole = RetrainingEffect.of(trades, all, AROUND, Conventions.standard());
        if (whole.winRate().result() instanceof Result.Undefined none) {
            return Evaluated.only("**Cannot tell** what retraining does: " + none.because() + ".");
        }
        test("all", whole);
        List<Tested> pooled = List.copyOf(tested);
        List<String> few = new ArrayList<>();
        for (String trigger : window.values(RetrainingRuns.class, "trigger")) {
            RetrainingRuns of = window.sample(RetrainingRuns.class, Slice.of("trigger", trigger));
            RetrainingEffect effect = RetrainingEffect.of(trades, of, AROUND, Conventions.standard());
            if (effect.runs() > 0 && of.size() < all.size()) {
                test(trigger, effect);
            } else if (of.size() < all.size()) {
                few.add(trigger);
            }
        }
        return new Evaluated(
                helps(whole.runs(), pooled)
                        + " Where losses trigger a run, the trades after it look better even if retraining does nothing."
                        + validated(),
                AROUND + " trades before each successful run against " + AROUND + " after it; " + whole.left()
                        + " runs had too few trades of their own. Runs of one reason are looked at apart, so more of them have. p is corrected for the rows of the table (Holm)."
                        + (few.isEmpty()
                                ? ""
                                : " Cannot tell, too few trades around them: " + String.join(", ", few) + "."),
                Evaluated.columns("reason of the run", "after less before", "#change", "#95 % interval", "#p"),
                rows());
    }

    private void test(String runs, RetrainingEffect effect) {
        String name = runs + " (" + effect.runs() + (effect.runs() == 1 ? " run)" : " runs)");
        if (effect.winRate().result() instanceof Result.Value win) {
            tested.add(new Tested(
                    name, "win rate", Unit.SHARE, win, effect.winRate().p()));
        }
        if (effect.expectancy().result() instanceof Result.Value mean) {
            tested.add(new Tested(
                    name, "P&L a trade", unit, mean, effect.expectancy().p()));
        }
    }

    private List<List<String>> rows() {
        double[] adjusted = Holm.adjusted(tested.stream().mapToDouble(Tested::p).toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> tested.get(i).cells(adjusted[i]))
                .toList();
    }

    /** Two tests of one question: the smaller p-value is doubled (Holm). */
    private static String helps(int runs, List<Tested> pooled) {
        Tested best = pooled.stream().min(Comparator.comparingDouble(Tested::p)).orElseThrow();
        double p = Math.min(1, pooled.size() * best.p());
        String word = p >= 0.05
                ? "Cannot tell whether it helps"
                : best.change().value() > 0 ? "It is better afterwards" : "It is worse afterwards";
        return String.format(
                Locale.ROOT, "**%s**: %d successful runs, %s, p = %.3f for two questions.", word, runs, best.what(), p);
    }

    /** What validation said beside what trades then did. */
    private String validated() {
        var stated = window.measure(Metrics.RETRAINING_CONFIDENCE_AFTER);
        var won = window.measure(Metrics.WIN_RATE);
        return stated.isDefined() && won.isDefined()
                ? " Validation confidence after a run is " + stated.text() + " on average; " + won.text()
                        + " of the window’s trades were won."
                : "";
    }

    private static String range(Unit unit, Interval range) {
        return (unit.format(range.low()) + ", " + unit.format(range.high())).replace(" %", "");
    }
}
