package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Intraday;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Spacing;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;
import dev.plumbline.model.TradeFees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** One series of a file as the samples that metrics take. */
final class FileSamples {

    private static final Set<String> DAILY = Set.of("daily_return", "daily_return_worst");
    private static final double DAY = 86_400;

    private final Map<Class<?>, Sample> samples = new HashMap<>();
    private final Spacing spacing;
    private final Optional<Intraday> intraday;
    private final Optional<Result.Undefined> unusable;

    private FileSamples(Spacing spacing, Optional<Intraday> intraday, Optional<Result.Undefined> unusable) {
        this.spacing = spacing;
        this.intraday = intraday;
        this.unusable = unusable;
    }

    /** @param fees of the same trades; empty where the file has no column of them */
    static FileSamples of(ClosedTrades trades, Optional<TradeFees> fees) {
        FileSamples samples =
                new FileSamples(Spacing.of(new long[0], trades.zone()), Optional.empty(), Optional.empty());
        samples.samples.put(ClosedTrades.class, trades);
        fees.ifPresent(known -> samples.samples.put(TradeFees.class, known));
        return samples;
    }

    static FileSamples of(EquityCurve equity) {
        Returns returns = equity.returns();
        Spacing spacing = Spacing.of(returns.size() > 1 ? returns.micros() : equity.micros(), equity.zone());
        // returns between values that are not above 0 are none, also where each looks like one
        Result asked = Metrics.TOTAL_RETURN
                .measure(equity, Conventions.standard().withResamples(0))
                .result();
        return of(equity, returns, spacing, equity::dailyReturns, unusable(asked));
    }

    private static Optional<Result.Undefined> unusable(Result asked) {
        return asked instanceof Result.Undefined none && none.reason() == Result.Reason.NOT_POSITIVE
                ? Optional.of(none)
                : Optional.empty();
    }

    /** @param given how many returns make a year, where the user says it: what a single one spans */
    static FileSamples of(Returns returns, OptionalDouble given) {
        Spacing spacing = Spacing.of(returns.micros(), returns.zone());
        double gap = returns.size() == 1 && given.isPresent()
                ? 365 * DAY / given.getAsDouble()
                : Spacing.medianGap(returns.micros());
        long before = Math.max(1, Math.round(gap * 1e6));
        // a return of -1 or below ends the account: no curve goes on from there
        Result asked =
                Metrics.MEAN_RETURN.measure(returns, Conventions.standard()).result();
        return of(returns.curve(before), returns, spacing, () -> Intraday.daily(returns), unusable(asked));
    }

    private static FileSamples of(
            EquityCurve equity,
            Returns returns,
            Spacing spacing,
            Supplier<Returns> daily,
            Optional<Result.Undefined> unusable) {
        Optional<Intraday> intraday = Intraday.is(spacing) && unusable.isEmpty()
                ? Optional.of(Intraday.of(returns, daily.get()))
                : Optional.empty();
        FileSamples samples = new FileSamples(spacing, intraday, unusable);
        samples.samples.put(EquityCurve.class, equity);
        samples.samples.put(Returns.class, returns);
        return samples;
    }

    FileSamples beside(PairedReturns pairs) {
        samples.put(PairedReturns.class, pairs);
        return this;
    }

    Spacing spacing() {
        return spacing;
    }

    /** Every metric that such a file can answer. */
    List<Metric<?>> answers() {
        return Metrics.every().stream()
                .filter(metric -> samples.containsKey(metric.sample()))
                .toList();
    }

    FileTables tables(FileTables.Asked asked, List<? extends Metric<?>> named, Conventions conventions) {
        if (!asked.any()) {
            return FileTables.NONE;
        }
        return unusable.isPresent()
                ? FileTables.none(unusable.get().because())
                : new SampleTables(samples).of(asked, named, conventions);
    }

    List<Measurement> measure(List<? extends Metric<?>> metrics, Conventions conventions) {
        Conventions sharing = conventions.sharing();
        return metrics.parallelStream()
                .<Measurement>map(metric -> measure(metric, sharing))
                .toList();
    }

    <S extends Sample> Measurement measure(Metric<S> metric, Conventions conventions) {
        Sample found = samples.get(metric.sample());
        if (found == null) {
            return undefined(metric, 0, missing(metric));
        }
        S sample = metric.sample().cast(found);
        if (unusable.isPresent()) {
            return new Measurement(metric, Slice.ALL, unusable.get());
        }
        if (DAILY.contains(metric.id()) && spacing.seconds() > DAY) {
            return undefined(metric, sample.size(), "the returns are further apart than a day");
        }
        if (sample instanceof Returns && intraday.isPresent()) {
            return intraday.get().measure(asReturns(metric), conventions);
        }
        boolean many = sample instanceof PairedReturns && intraday.isPresent();
        return Money.named(metric.measure(sample, many ? conventions.withResamples(0) : conventions), sample);
    }

    @SuppressWarnings("unchecked") // the metric takes returns: its sample's class was compared
    private static Metric<Returns> asReturns(Metric<?> metric) {
        return (Metric<Returns>) metric;
    }

    private String missing(Metric<?> metric) {
        if (metric.sample() == PairedReturns.class && samples.containsKey(Returns.class)) {
            return "not available: a benchmark is needed: --benchmark COLUMN";
        }
        return "not available: this file holds "
                + (samples.containsKey(ClosedTrades.class) ? "trades" : "one series of values") + " only";
    }

    private static Measurement undefined(Metric<?> metric, long n, String because) {
        return new Measurement(metric, Slice.ALL, Result.undefined(n, Result.Reason.NOT_AVAILABLE, because));
    }
}
