package dev.plumbline.metric;

/**
 * How far trades lie apart.
 *
 * @param wins   sum of the squared distances of wins from the average win
 * @param losses the same of losses
 */
record TradeScatter(double wins, double losses) {

    static TradeScatter of(double[] pnl, TradeTotals totals, Conventions conventions) {
        return conventions.once(pnl, TradeScatter.class, () -> of(pnl, totals));
    }

    private static TradeScatter of(double[] pnl, TradeTotals totals) {
        double win = totals.wins() == 0 ? 0 : totals.gain() / totals.wins();
        double loss = totals.losses() == 0 ? 0 : totals.loss() / totals.losses();
        double wins = 0;
        double losses = 0;
        for (double p : pnl) {
            double above = p > 0 ? p - win : 0;
            double below = p < 0 ? -p - loss : 0;
            wins += above * above;
            losses += below * below;
        }
        return new TradeScatter(wins, losses);
    }

    /** Σ (a + b·x)² over numbers x of which only count, sum and scatter are known. */
    static double pulls(double count, double a, double b, double sum, double scatter) {
        if (count == 0) {
            return 0;
        }
        double middle = a + b * sum / count;
        return count * middle * middle + b * b * scatter;
    }
}
