package dev.plumbline.sample;

import dev.plumbline.model.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One price a minute for each coin: a random walk whose coins move together, whose volatility wanders, and which is
 * quieter at night and at weekends. It reaches some days beyond the period on both sides, so that every position has a
 * beginning and an end.
 */
final class Market {

    static final long MINUTE = 60_000_000L;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    static final int MARGIN_DAYS = 4;

    private final long from;
    private final Map<String, double[]> prices = new HashMap<>();

    private Market(long from) {
        this.from = from;
    }

    static Market of(long seed, Period period, List<Coin> coins) {
        long from = period.fromMicros() - MARGIN_DAYS * DAY;
        int minutes = (int) ((period.toMicros() - period.fromMicros()) / MINUTE) + 2 * MARGIN_DAYS * 1440;
        Market market = new Market(from);
        double[] pace = pace(Dice.of(seed, "pace"), from, minutes);
        double[] common = new double[minutes];
        Dice tide = Dice.of(seed, "tide");
        for (int i = 0; i < minutes; i++) {
            common[i] = tide.normal();
        }
        for (Coin coin : coins) {
            market.prices.put(coin.name(), walk(Dice.of(seed, "price", coin.name()), coin, pace, common));
        }
        return market;
    }

    /** How lively each minute is: 1 on average, from a wandering level, the hour of the day and the weekday. */
    private static double[] pace(Dice dice, long from, int minutes) {
        double[] pace = new double[minutes];
        double level = 0;
        for (int i = 0; i < minutes; i++) {
            if (i % 60 == 0) {
                level = 0.97 * level + 0.09 * dice.normal();
            }
            long minute = from / MINUTE + i;
            double hour = (minute % 1440) / 60.0;
            double session = 1 + 0.32 * StrictMath.sin((hour - 8.5) / 24 * 2 * Math.PI);
            boolean weekend = (minute / 1440 + 3) % 7 >= 5;
            pace[i] = StrictMath.exp(level) * session * (weekend ? 0.65 : 1.08);
        }
        return pace;
    }

    private static double[] walk(Dice dice, Coin coin, double[] pace, double[] common) {
        double[] walk = new double[pace.length];
        double step = coin.volatility() / StrictMath.sqrt(1440);
        double price = coin.price();
        for (int i = 0; i < walk.length; i++) {
            double shock = 0.75 * common[i] + 0.66 * dice.normal();
            // a weak pull to where it began keeps five weeks of prices believable for any seed
            double pull = 4e-6 * StrictMath.log(coin.price() / price);
            price *= StrictMath.exp(step * pace[i] * shock + pull);
            walk[i] = coin.tick(price);
        }
        return walk;
    }

    double price(Coin coin, long time) {
        double[] walk = series(coin);
        return walk[index(time, walk.length)];
    }

    /** Open, high, low and close of [from, to). */
    double[] candle(Coin coin, long begin, long end) {
        double[] walk = series(coin);
        int first = index(begin, walk.length);
        int last = index(end - 1, walk.length);
        double high = walk[first];
        double low = walk[first];
        for (int i = first; i <= last; i++) {
            high = Math.max(high, walk[i]);
            low = Math.min(low, walk[i]);
        }
        return new double[] {walk[first], high, low, walk[last]};
    }

    /** Where a position that is entered at {@code time} leaves: at its target, its stop, or when its time is up. */
    Exit exit(Coin coin, long time, int direction, double target, double stop, long patience) {
        double[] walk = series(coin);
        int entry = index(time, walk.length);
        int last = index(time + patience, walk.length);
        for (int i = entry + 1; i < last; i++) {
            double gain = direction * (walk[i] / walk[entry] - 1);
            if (gain >= target || gain <= -stop) {
                return new Exit(minute(i), walk[i], gain, gain > 0 ? Exit.TARGET : Exit.STOP);
            }
        }
        return new Exit(minute(last), walk[last], direction * (walk[last] / walk[entry] - 1), Exit.TIME);
    }

    private double[] series(Coin coin) {
        double[] walk = prices.get(coin.name());
        if (walk == null) {
            throw new IllegalArgumentException("the market has no " + coin.name());
        }
        return walk;
    }

    private int index(long time, int length) {
        return (int) Math.min(length - 1L, Math.max(0, (time - from) / MINUTE));
    }

    private long minute(int index) {
        return from + index * MINUTE;
    }
}
