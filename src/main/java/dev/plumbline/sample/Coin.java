package dev.plumbline.sample;

import java.util.List;

/**
 * A coin of the simulated market, priced in USDT.
 *
 * @param price      where it begins
 * @param volatility standard deviation of a day's log return
 * @param decimals   of its price
 * @param lot        decimals of its quantity on the exchange
 */
record Coin(String name, double price, double volatility, int decimals, int lot) {

    static final Coin BTC = new Coin("BTC", 68_420, 0.024, 1, 3);
    static final Coin ETH = new Coin("ETH", 3_512, 0.034, 2, 3);
    static final Coin SOL = new Coin("SOL", 164.5, 0.043, 3, 2);
    static final Coin BNB = new Coin("BNB", 604, 0.026, 2, 2);
    static final Coin XRP = new Coin("XRP", 0.5843, 0.036, 4, 1);
    static final Coin DOGE = new Coin("DOGE", 0.1412, 0.045, 5, 0);

    static final List<Coin> ALL = List.of(BTC, ETH, SOL, BNB, XRP, DOGE);

    /** {@code BTC/USDT}. */
    String pair() {
        return name + "/USDT";
    }

    /** {@code BTCUSDT}. */
    String contract() {
        return name + "USDT";
    }

    double tick(double raw) {
        return rounded(raw, decimals);
    }

    double lots(double raw) {
        return rounded(raw, lot);
    }

    static double rounded(double raw, int decimals) {
        double scale = StrictMath.pow(10, decimals);
        return Math.round(raw * scale) / scale;
    }
}
