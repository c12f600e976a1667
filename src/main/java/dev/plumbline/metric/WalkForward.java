package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a rule for leaving trades out would have been worth, judged on trades that it had not seen. The trades are cut, in
 * the order of their exits, into {@value #BLOCKS} blocks; the rule is chosen on the blocks before each block from the third
 * on, and applied to it. What it would have left out is pooled.
 *
 * <p>If the trades left out lost money for certain, the change pays; if they earned for certain, it costs; else nobody can
 * tell. Source: R. Pardo, The Evaluation and Optimization of Trading Strategies, 2nd ed., Wiley 2008, chapter 11.
 *
 * @param judged   trades in the judged blocks
 * @param left     how many of those the rule would have left out
 * @param mean     P&L of those left out, a trade, with its bootstrap interval; undefined where none was
 * @param advice   what follows
 * @param because  why, in one sentence
 */
public record WalkForward(int judged, int left, Result mean, Advice advice, String because) {

    /** Blocks of equal count; the first two are only learnt from. */
    public static final int BLOCKS = 5;

    private static final int LEARNT = 2;

    /** Fewer trades left out say nothing. */
    static final int LEAST_LEFT = 20;

    /** Fewer trades in all leave blocks too small to choose on. */
    static final int LEAST_TRADES = 100;

    /** What to do. */
    public enum Advice {
        CHANGE,
        KEEP,
        CANNOT_TELL;

        /** {@code cannot tell}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A rule that is chosen on some trades and applied to others. */
    @FunctionalInterface
    public interface Rule {

        /**
         * The trades of [from, to) to leave out, by a choice made on the trades of [0, from) only.
         *
         * @return a set bit for each, counted from the first trade of all
         */
        BitSet leftOut(int from, int to);
    }

    /**
     * Applies the rule.
     *
     * @param trades in the order of their exits, all with a known P&L
     */
    public static WalkForward of(ClosedTrades trades, Rule rule, Conventions conventions) {
        int n = trades.size();
        if (n < LEAST_TRADES) {
            Result none = Result.undefined(n, Result.Reason.TOO_FEW, n + " trades, " + LEAST_TRADES + " needed");
            return new WalkForward(
                    0,
                    0,
                    none,
                    Advice.CANNOT_TELL,
                    n + " trades; " + LEAST_TRADES + " are needed to choose and to judge");
        }
        int first = n * LEARNT / BLOCKS;
        BitSet left = new BitSet(n);
        for (int block = LEARNT; block < BLOCKS; block++) {
            left.or(rule.leftOut(n * block / BLOCKS, n * (block + 1) / BLOCKS));
        }
        double[] pnl = IntStream.range(first, n)
                .filter(left::get)
                .mapToDouble(i -> trades.pnl()[i])
                .toArray();
        return judged(trades, n - first, pnl, conventions);
    }

    private static WalkForward judged(ClosedTrades trades, int judged, double[] pnl, Conventions conventions) {
        if (pnl.length == 0) {
            return new WalkForward(
                    judged,
                    0,
                    Result.undefined(0, Result.Reason.NONE, "no trade would have been left out"),
                    Advice.KEEP,
                    "chosen on the past, it would have left out none of the " + judged + " trades after it");
        }
        Result mean = TradeBootstrap.of(pnl, pnl.length, t -> t.net() / t.n(), conventions);
        Unit unit = trades.basis().isMoney() ? Unit.MONEY : Unit.SHARE;
        Interval range = ((Result.Value) mean).interval().orElse(null);
        String found = pnl.length + " of " + judged + " later trades would have been left out; they brought "
                + unit.format(Arrays.stream(pnl).average().orElseThrow()) + " each";
        if (pnl.length < LEAST_LEFT || range == null) {
            return new WalkForward(
                    judged,
                    pnl.length,
                    mean,
                    Advice.CANNOT_TELL,
                    found + ": fewer than " + LEAST_LEFT + " say nothing");
        }
        String interval = " [" + unit.format(range.low()) + ", " + unit.format(range.high()) + "]";
        if (range.high() < 0) {
            return new WalkForward(judged, pnl.length, mean, Advice.CHANGE, found + interval + ": a loss, for certain");
        }
        if (range.low() > 0) {
            return new WalkForward(judged, pnl.length, mean, Advice.KEEP, found + interval + ": a gain, for certain");
        }
        return new WalkForward(
                judged, pnl.length, mean, Advice.CANNOT_TELL, found + interval + ": it may be a loss or a gain");
    }
}
