package dev.plumbline.sample;

/** The market regimes that the bot names, told from the last day. */
final class Regime {

    private Regime() {}

    static String at(Market market, PlaybookSeries series, long time) {
        double[] day = market.candle(series.coin(), time - Market.DAY, time);
        double range = (day[1] - day[2]) / day[0];
        double way = Math.abs(day[3] - day[0]) / Math.max(1e-9, day[1] - day[2]);
        if (range > 2.4 * series.coin().volatility()) {
            return "VOLATILE";
        }
        return way > 0.65 ? "TRENDING" : way < 0.25 ? "CHOPPY" : "NORMAL";
    }
}
