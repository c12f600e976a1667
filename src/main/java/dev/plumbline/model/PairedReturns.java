package dev.plumbline.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Returns of an account beside those of a benchmark, of the times that both have.
 *
 * @param micros    the end of each return's own period, microseconds since 1970
 * @param value     fractions: 0.01 is one per cent
 * @param benchmark the benchmark's return over the same time
 * @param left      how many of the account's returns have none beside them
 * @param period    the period asked for
 * @param zone      the zone whose days are meant
 */
public record PairedReturns(long[] micros, double[] value, double[] benchmark, int left, Period period, ZoneId zone)
        implements Sample {

    public PairedReturns {
        micros = micros.clone();
        value = value.clone();
        benchmark = benchmark.clone();
        if (micros.length != value.length || micros.length != benchmark.length) {
            throw new IllegalArgumentException("pairs of different length: " + micros.length + " times, " + value.length
                    + " returns, " + benchmark.length + " of the benchmark");
        }
    }

    /**
     * The common part of two series: by day where neither has two returns on one day (closes are written when a bot
     * wakes, not at midnight), else by instant. A return that is not a number has nothing to be compared with.
     */
    public static PairedReturns of(Returns returns, Returns benchmark) {
        ZoneId zone = returns.zone();
        boolean daily = distinct(returns, zone) && distinct(benchmark, zone);
        LongFunction<Object> key = time -> daily ? day(time, zone) : Long.valueOf(time);
        Map<Object, Double> beside = new HashMap<>();
        for (int i = 0; i < benchmark.size(); i++) {
            beside.put(key.apply(benchmark.micros()[i]), benchmark.value()[i]);
        }
        long[] micros = returns.micros();
        double[] value = returns.value();
        double[] other = Arrays.stream(micros)
                .mapToDouble(time -> beside.getOrDefault(key.apply(time), Double.NaN))
                .toArray();
        int[] both = IntStream.range(0, value.length)
                .filter(i -> !Double.isNaN(value[i]) && !Double.isNaN(other[i]))
                .toArray();
        return kept(micros, value, other, both, value.length - both.length, returns.period(), zone);
    }

    /** The pairs whose benchmark is like this: those of the days on which it rose, for one. */
    public PairedReturns where(DoublePredicate benchmarkIs) {
        int[] places = IntStream.range(0, value.length)
                .filter(i -> benchmarkIs.test(benchmark[i]))
                .toArray();
        return kept(micros, value, benchmark, places, left, period, zone);
    }

    /** The account's returns alone. */
    public Returns own() {
        return new Returns(micros, value, period, zone);
    }

    /** The benchmark's returns alone. */
    public Returns other() {
        return new Returns(micros, benchmark, period, zone);
    }

    /** What the account returned above the benchmark. */
    public Returns active() {
        return new Returns(
                micros,
                IntStream.range(0, value.length)
                        .mapToDouble(i -> value[i] - benchmark[i])
                        .toArray(),
                period,
                zone);
    }

    @Override
    public int size() {
        return value.length;
    }

    private static PairedReturns kept(
            long[] micros, double[] value, double[] other, int[] places, int left, Period period, ZoneId zone) {
        return new PairedReturns(
                Arrays.stream(places).mapToLong(i -> micros[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> value[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> other[i]).toArray(),
                left,
                period,
                zone);
    }

    private static boolean distinct(Returns returns, ZoneId zone) {
        Set<LocalDate> days = new HashSet<>();
        return Arrays.stream(returns.micros()).allMatch(time -> days.add(day(time, zone)));
    }

    private static LocalDate day(long micros, ZoneId zone) {
        return Period.instant(micros).atZone(zone).toLocalDate();
    }
}
