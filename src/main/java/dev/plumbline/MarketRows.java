package dev.plumbline;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Period;
import dev.plumbline.model.PricePaths;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the market did meanwhile: a benchmark beside the account, and prices while trades were open. */
final class MarketRows {

    private final SampleRows rows;
    private final Workbench workbench;
    private final Period period;
    private final ZoneId zone;
    private final String benchmark;
    private @Nullable Rows prices;

    /** @param benchmark a symbol or the name of a monitored series; empty for none */
    MarketRows(SampleRows rows, Workbench workbench, Period period, String benchmark) {
        this.rows = rows;
        this.workbench = workbench;
        this.period = period;
        this.zone = workbench.zone();
        this.benchmark = benchmark;
    }

    /** Why there is nothing to hold the account against. */
    Optional<String> withoutBenchmark() {
        if (benchmark.isEmpty()) {
            return Optional.of("not available: a benchmark is needed; name one" + named());
        }
        return prices().size() < 2
                ? Optional.of(
                        "not available: no prices of the benchmark " + benchmark + " in the period; name one" + named())
                : rows.missing(EquityCurve.class);
    }

    private String named() {
        String[] symbols = rows.rows("samples/priced_symbols").texts("symbol");
        return symbols.length == 0
                ? ", a symbol with candles or a monitored series"
                : " such as " + String.join(", ", Arrays.asList(symbols).subList(0, Math.min(3, symbols.length)));
    }

    Optional<String> withoutPaths() {
        Rows paths = rows.rows("samples/price_paths");
        return !paths.isEmpty() && Arrays.stream(paths.doubles("lowest")).allMatch(Double::isNaN)
                ? Optional.of("not available: this agent’s files hold no prices of open trades")
                : Optional.empty();
    }

    private Rows prices() {
        Rows known = prices;
        if (known == null) {
            known = workbench.own().query("samples/benchmark", workbench.scope(), period, benchmark);
            prices = known;
        }
        return known;
    }

    /** Daily returns of both, of the days that both have. */
    PairedReturns pairs(Returns own) {
        long[] times = prices().micros("time");
        double[] price = prices().doubles("price");
        // a candle that closes at midnight belongs to the day that ends
        long[] ends = Arrays.stream(times).map(time -> time - 1).toArray();
        int first = 0;
        while (first + 1 < ends.length && ends[first + 1] < period.fromMicros()) {
            first++;
        }
        int from = first;
        int n = ends.length - from;
        boolean carried = n > 0 && ends[from] < period.fromMicros();
        EquityCurve curve = new EquityCurve(
                Arrays.copyOfRange(ends, from, ends.length),
                Arrays.copyOfRange(price, from, price.length),
                new double[n],
                carried,
                period,
                zone,
                benchmark,
                "reported");
        return PairedReturns.of(own, curve.dailyReturns());
    }

    PricePaths paths(Slice slice) {
        Rows paths = rows.rows("samples/price_paths");
        int[] chosen = Dimension.chosen(paths, slice, zone);
        boolean[] bought = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            bought[i] = paths.texts("side")[chosen[i]].equals("long");
        }
        return new PricePaths(
                bought,
                pick(paths.doubles("entry_price"), chosen),
                pick(paths.doubles("lowest"), chosen),
                pick(paths.doubles("highest"), chosen),
                period);
    }

    private static double[] pick(double[] from, int[] chosen) {
        return IntStream.of(chosen).mapToDouble(i -> from[i]).toArray();
    }
}
