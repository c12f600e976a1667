package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What closed trades brought on each day of the period, by the day of the exit in the report's zone. A day without a
 * trade counts, with 0. n counts days.
 *
 * <p>No trades: undefined, NONE. Where no money is known, money metrics are undefined, NOT_AVAILABLE; red days are then
 * told by the sum of the day's per cents, as if every trade had the same stake, and the notes say so.
 */
final class DailyPnl {

    private static final String ALL_DAYS = "days without trades count as 0";

    private DailyPnl() {}

    /** What a day brings on average. Formula: Σ P&L / days. Unit: money a day, positive is profit. Student's interval. */
    static Result average(ClosedTrades trades, Conventions conventions) {
        return Mean.ofDays(days(trades, conventions), conventions, "no days").noting(ALL_DAYS);
    }

    /** The best day. Formula: max over days. Unit: money. */
    static Result best(ClosedTrades trades, Conventions conventions) {
        double[] days = days(trades, conventions);
        return Result.of(Arrays.stream(days).max().orElse(0), days.length).noting(ALL_DAYS);
    }

    /** The worst day. Formula: min over days. Unit: money, negative where it lost. */
    static Result worst(ClosedTrades trades, Conventions conventions) {
        double[] days = days(trades, conventions);
        return Result.of(Arrays.stream(days).min().orElse(0), days.length).noting(ALL_DAYS);
    }

    /** The share of days that lost. Formula: days with P&L &lt; 0 / days. Unit: share, with its {@link Wilson} interval. */
    static Result redShare(ClosedTrades trades, Conventions conventions) {
        double[] days = days(trades, conventions);
        long red = Arrays.stream(days).filter(day -> day < 0).count();
        return Wilson.share(red, days.length, conventions).noting(ALL_DAYS).noting(stakes(trades));
    }

    /** The longest run of days that lost, inside the period. Unit: days; a day without a trade ends a run. */
    static Result redInARow(ClosedTrades trades, Conventions conventions) {
        double[] days = days(trades, conventions);
        return Result.of(TradeCounts.longest(days, -1), days.length).noting(stakes(trades));
    }

    /** How far days lie apart. Formula: sample deviation over days. Unit: money; one day: undefined, ONE. */
    static Result deviation(ClosedTrades trades, Conventions conventions) {
        double[] days = days(trades, conventions);
        return days.length < 2
                ? Result.undefined(days.length, Result.Reason.ONE, "1 day, 2 needed")
                : Result.of(Moments.of(days).sd(), days.length).noting(ALL_DAYS);
    }

    /**
     * The longest run of losing days among those that had a trade. Formula: the longest run of days with P&L &lt; 0, days
     * without a trade left out. Unit: days; n counts the days with a trade.
     */
    static Result losingInARow(ClosedTrades trades, Conventions conventions) {
        double[] days = days(trades, conventions);
        boolean[] traded = traded(trades, days.length);
        double[] kept = IntStream.range(0, days.length)
                .filter(day -> traded[day])
                .mapToDouble(day -> days[day])
                .toArray();
        return Result.of(TradeCounts.longest(kept, -1), kept.length).noting(stakes(trades));
    }

    private static String stakes(ClosedTrades trades) {
        return trades.basis().isMoney() ? "" : "equal stakes assumed";
    }

    private record Days(double[] pnl) {}

    /** P&L of each day of the period; a trade outside of it is counted on the nearest day. Not to be written to. */
    private static double[] days(ClosedTrades trades, Conventions conventions) {
        return conventions
                .once(trades.pnl(), Days.class, () -> new Days(days(trades)))
                .pnl();
    }

    static double[] days(ClosedTrades trades) {
        long[] starts = starts(trades);
        double[] sums = new double[Math.max(1, starts.length)];
        double[] sizes = new double[sums.length];
        long[] exits = trades.exitMicros();
        double[] pnl = trades.pnl();
        int day = 0;
        for (int i = 0; i < pnl.length; i++) {
            day = day(starts, exits[i], day);
            sums[day] += pnl[i];
            sizes[day] += Math.abs(pnl[i]);
        }
        for (int i = 0; i < sums.length; i++) {
            // what rounding leaves of a day that broke even is neither green nor red
            sums[i] = Math.abs(sums[i]) <= 1e-12 * sizes[i] ? 0 : sums[i];
        }
        return sums;
    }

    private static boolean[] traded(ClosedTrades trades, int days) {
        long[] starts = starts(trades);
        boolean[] traded = new boolean[days];
        int day = 0;
        for (long exit : trades.exitMicros()) {
            day = day(starts, exit, day);
            traded[day] = true;
        }
        return traded;
    }

    private static long[] starts(ClosedTrades trades) {
        return trades.period().dates(trades.zone()).stream()
                .mapToLong(day -> Period.micros(day.atStartOfDay(trades.zone()).toInstant()))
                .toArray();
    }

    /** @param before the day of the trade before, which is this one's too as a rule */
    private static int day(long[] starts, long exit, int before) {
        boolean same = before < starts.length
                && exit >= starts[before]
                && (before + 1 == starts.length || exit < starts[before + 1]);
        if (same) {
            return before;
        }
        int place = Arrays.binarySearch(starts, exit);
        return Math.max(0, place >= 0 ? place : -place - 2);
    }
}
