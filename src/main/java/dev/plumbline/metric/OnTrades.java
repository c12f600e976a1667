package dev.plumbline.metric;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.PnlBasis;

/**
 * What every formula on the P&L of trades asks first: that there is a trade, and that each P&L is known. Unless the P&L
 * is net of fees, the result says in its notes what it is.
 */
record OnTrades(Formula<ClosedTrades> formula, boolean needsTrade, boolean needsMoney)
        implements Formula<ClosedTrades> {

    /** How many of the first trades have a P&L that is known. */
    private record Known(int first) {

        static Known of(double[] pnl) {
            int i = 0;
            while (i < pnl.length && Double.isFinite(pnl[i])) {
                i++;
            }
            return new Known(i);
        }
    }

    /** In money, or in shares of the price where no money is known. */
    static OnTrades of(Formula<ClosedTrades> formula) {
        return new OnTrades(formula, true, false);
    }

    /** For counts: no trades are 0 trades. */
    static OnTrades counting(Formula<ClosedTrades> formula) {
        return new OnTrades(formula, false, false);
    }

    /** For sums over trades: adding shares of different prices gives no return, so money must be known. */
    static OnTrades inMoney(Formula<ClosedTrades> formula) {
        return new OnTrades(formula, true, true);
    }

    @Override
    public Result apply(ClosedTrades trades, Conventions conventions) {
        int n = trades.size();
        if (n == 0 && needsTrade) {
            return Result.undefined(0, Result.Reason.NONE, "no closed trades");
        }
        int known = conventions
                .once(trades.pnl(), Known.class, () -> Known.of(trades.pnl()))
                .first();
        if (known < n) {
            return Result.undefined(
                    n,
                    Result.Reason.NOT_AVAILABLE,
                    trades.basis() == PnlBasis.PERCENT && !trades.currency().isEmpty()
                            ? mixed(trades)
                            : "P&L of trade " + (known + 1) + " of " + n + " is not known");
        }
        PnlBasis basis = trades.basis();
        if (needsMoney && !basis.isMoney()) {
            return Result.undefined(
                    n,
                    Result.Reason.NOT_AVAILABLE,
                    trades.currency().isEmpty()
                            ? "no money known: per cent of price only; give stake in data/sources.yaml"
                            : mixed(trades));
        }
        return formula.apply(trades, conventions).noting(words(trades));
    }

    private static String mixed(ClosedTrades trades) {
        return "P&L is in " + trades.currency()
                + ", which are not added: ask by symbol, or say what they were worth in data/rates.csv";
    }

    private static String words(ClosedTrades trades) {
        if (trades.basis() == PnlBasis.PERCENT && !trades.currency().isEmpty()) {
            return "per cent of price, before fees: P&L is in " + trades.currency();
        }
        return trades.basis() == PnlBasis.NET ? "" : trades.basis().words();
    }
}
