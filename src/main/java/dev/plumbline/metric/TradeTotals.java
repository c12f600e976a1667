package dev.plumbline.metric;

/**
 * Sums over closed trades.
 *
 * @param n      all trades, those with P&L 0 included
 * @param wins   trades with P&L above 0
 * @param losses trades with P&L below 0
 * @param gain   sum of the P&L above 0
 * @param loss   sum of the P&L below 0, as a positive number
 */
record TradeTotals(double n, double wins, double losses, double gain, double loss) {

    static TradeTotals of(double[] pnl) {
        int wins = 0;
        int losses = 0;
        double gain = 0;
        double loss = 0;
        for (double p : pnl) {
            // without branches, which nobody could predict
            wins += p > 0 ? 1 : 0;
            losses += p < 0 ? 1 : 0;
            gain += Math.max(p, 0);
            loss -= Math.min(p, 0);
        }
        return new TradeTotals(pnl.length, wins, losses, gain, loss);
    }

    /** The same, computed once where metrics share. */
    static TradeTotals of(double[] pnl, Conventions conventions) {
        return conventions.once(pnl, TradeTotals.class, () -> of(pnl));
    }

    double net() {
        return gain - loss;
    }

    double payoff() {
        return gain / wins / (loss / losses);
    }
}
