package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Which symbols, or timeframes, earn and which lose, told from luck: the mean P&L of each with its interval, p-values
 * corrected for how many there are, and whether leaving out those that had lost so far would have paid afterwards.
 *
 * @param rows    the best mean first
 * @param forward what leaving out the losers of the past would have been worth
 */
public record SliceSweep(List<Row> rows, WalkForward forward) {

    private static final double CHANCE = 0.05;

    /** Fewer trades are not called anything. */
    private static final int LEAST_TRADES = 20;

    /** What may be said of one. */
    public enum Word {
        EARNS,
        LOSES,
        CANNOT_TELL
    }

    /**
     * One slice.
     *
     * @param mean P&L a trade, with its interval
     * @param p    two-sided, of a mean of zero (Student’s t), adjusted over all slices by Holm; 1 where it cannot be told
     */
    public record Row(String name, ClosedTrades trades, Result mean, double p, Word word) {}

    public SliceSweep {
        rows = List.copyOf(rows);
    }

    /**
     * Takes trades apart.
     *
     * @param names the slice of each trade, as long as the trades
     */
    public static SliceSweep of(ClosedTrades trades, String[] names, Conventions conventions) {
        if (names.length != trades.size()) {
            throw new IllegalArgumentException(
                    "slices: found " + names.length + " names, " + trades.size() + " were expected, one a trade");
        }
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            members.computeIfAbsent(names[i], name -> new ArrayList<>()).add(i);
        }
        List<Row> rows = new ArrayList<>();
        members.forEach((name, places) -> {
            ClosedTrades own = ThresholdSweep.pick(
                    trades, places.stream().mapToInt(Integer::intValue).toArray());
            rows.add(new Row(
                    name, own, Metrics.EXPECTANCY.measure(own, conventions).result(), p(own.pnl()), Word.CANNOT_TELL));
        });
        WalkForward forward = WalkForward.of(trades, (from, to) -> losers(trades, names, from, to), conventions);
        return new SliceSweep(named(rows), forward);
    }

    private static List<Row> named(List<Row> rows) {
        double[] adjusted = Holm.adjusted(rows.stream().mapToDouble(Row::p).toArray());
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Row row = rows.get(i);
            double p = adjusted[i];
            boolean certain = p < CHANCE && row.trades().size() >= LEAST_TRADES && row.mean() instanceof Result.Value;
            Word word = !certain ? Word.CANNOT_TELL : value(row) > 0 ? Word.EARNS : Word.LOSES;
            all.add(new Row(row.name(), row.trades(), row.mean(), p, word));
        }
        all.sort(Comparator.comparingDouble(SliceSweep::value).reversed().thenComparing(Row::name));
        return all;
    }

    private static double value(Row row) {
        return row.mean() instanceof Result.Value mean ? mean.value() : Double.NEGATIVE_INFINITY;
    }

    private static double p(double[] pnl) {
        Moments moments = Moments.of(pnl);
        if (pnl.length < 2 || !(moments.sd() > 0)) {
            return 1;
        }
        double t = moments.mean() / (moments.sd() / Math.sqrt(pnl.length));
        return 2 * new TDistribution(null, pnl.length - 1).cumulativeProbability(-Math.abs(t));
    }

    /** The trades of slices whose P&L up to {@code from} was below zero. */
    private static BitSet losers(ClosedTrades trades, String[] names, int from, int to) {
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < from; i++) {
            sums.merge(names[i], trades.pnl()[i], Double::sum);
        }
        BitSet left = new BitSet(to);
        IntStream.range(from, to)
                .filter(i -> sums.getOrDefault(names[i], 0.0) < 0)
                .forEach(left::set);
        return left;
    }

    /** The slices about which something may be said for certain. */
    public List<Row> certain(Word word) {
        return rows.stream().filter(row -> row.word() == word).toList();
    }

    /** Σ P&L of a row. */
    public static double net(Row row) {
        return Arrays.stream(row.trades().pnl()).sum();
    }
}
