package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often trades won at each level of stated confidence: bins of equal count, ascending. A bot that is as right as it is
 * sure lies on the diagonal. A win is a P&L above zero.
 *
 * <p>Source: Niculescu-Mizil, Caruana, Predicting good probabilities with supervised learning, 2005,
 * <a href="https://doi.org/10.1145/1102351.1102430">doi:10.1145/1102351.1102430</a>; intervals: Wilson.
 *
 * @param bins    at most 10; fewer where a bin would hold under 20 trades; empty where {@code because} says why
 * @param trades  how many of the trades stated a confidence
 * @param because why there is no table; empty when there is one
 */
public record Reliability(List<Bin> bins, long trades, String because) {

    private static final int MOST_BINS = 10;
    private static final int LEAST_TRADES = 20;

    /**
     * One level of confidence.
     *
     * @param stated   mean of what was stated, 0 to 1
     * @param won      share that won, 0 to 1
     * @param interval of that share, at 95 %
     */
    public record Bin(double stated, double won, Interval interval, long n) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    public static Reliability of(ClosedTrades trades) {
        int[] order = IntStream.range(0, trades.size())
                .filter(i -> Double.isFinite(trades.confidence()[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> trades.confidence()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (order.length < LEAST_TRADES) {
            String stated = order.length == 0 ? "no trade" : order.length + (order.length == 1 ? " trade" : " trades");
            return new Reliability(
                    List.of(), order.length, stated + " with a stated confidence, " + LEAST_TRADES + " needed.");
        }
        int count = Math.min(MOST_BINS, order.length / LEAST_TRADES);
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            int from = (int) ((long) order.length * bin / count);
            int to = (int) ((long) order.length * (bin + 1) / count);
            double stated = 0;
            int won = 0;
            for (int k = from; k < to; k++) {
                stated += trades.confidence()[order[k]];
                won += trades.pnl()[order[k]] > 0 ? 1 : 0;
            }
            int n = to - from;
            bins.add(new Bin(stated / n, (double) won / n, Wilson.of((double) won, n, 0.95), n));
        }
        return new Reliability(bins, order.length, "");
    }
}
