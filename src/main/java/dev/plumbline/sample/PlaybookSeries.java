package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A symbol on an interval, which the playbook's bot models and trades separately.
 *
 * @param step     length of a candle, microseconds
 * @param activity probability of a trade at a candle's close
 * @param winRate  share of its trades that go its way
 */
record PlaybookSeries(Coin coin, String interval, long step, double activity, double winRate) {

    /** Every series of the bot: BTC, ETH and SOL on one and four hours. */
    static final List<PlaybookSeries> ALL = all();

    private static List<PlaybookSeries> all() {
        List<PlaybookSeries> all = new ArrayList<>();
        for (int hours : new int[] {1, 4}) {
            String interval = hours + "h";
            all.add(new PlaybookSeries(Coin.BTC, interval, hours * Market.HOUR, 0.25, 0.56));
            all.add(new PlaybookSeries(Coin.ETH, interval, hours * Market.HOUR, 0.57, 0.55));
            all.add(new PlaybookSeries(Coin.SOL, interval, hours * Market.HOUR, 0.22, 0.55));
        }
        return List.copyOf(all);
    }

    String pair() {
        return coin.pair();
    }

    /** What its dice are known by. */
    String key() {
        return pair() + interval;
    }

    /** How long it waits for target or stop. */
    long patience() {
        return interval.equals("1h") ? 16 * Market.HOUR : 30 * Market.HOUR;
    }

    /** How far its targets and stops are, as a fraction of the price. */
    double reach() {
        return coin.volatility() * (interval.equals("1h") ? 0.58 : 0.85);
    }
}
