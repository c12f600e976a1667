package dev.plumbline.model;

import java.time.ZoneId;

/**
 * Trades that were closed inside the period, in order of their exit.
 *
 * @param exitMicros  microseconds since 1970
 * @param entryMicros the same; {@link #UNKNOWN_TIME} where the source does not say
 * @param pnl         profit and loss of each trade, in the unit that {@code basis} says
 * @param confidence  what the bot stated when it opened, 0 to 1; NaN where the source does not say
 * @param basis       what {@code pnl} is
 * @param currency    such as USDT; for {@link PnlBasis#PERCENT} empty, or the several that cannot be added
 */
public record ClosedTrades(
        long[] exitMicros,
        long[] entryMicros,
        double[] pnl,
        double[] confidence,
        PnlBasis basis,
        String currency,
        Period period,
        ZoneId zone)
        implements Sample {

    public static final long UNKNOWN_TIME = Long.MIN_VALUE;

    public ClosedTrades {
        exitMicros = exitMicros.clone();
        entryMicros = entryMicros.clone();
        pnl = pnl.clone();
        confidence = confidence.clone();
        if (exitMicros.length != pnl.length || entryMicros.length != pnl.length || confidence.length != pnl.length) {
            throw new IllegalArgumentException("trade columns of different length: " + exitMicros.length + " exits, "
                    + entryMicros.length + " entries, " + pnl.length + " P&L, " + confidence.length + " confidences");
        }
    }

    @Override
    public int size() {
        return pnl.length;
    }
}
