package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Signal;
import dev.plumbline.sample.PlaybookRows.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Signals at every close of a candle, and the trades that some of them open. Whether a trade wins is drawn first, at the
 * series' rate; its direction follows from where the market goes, so that prices and outcomes agree.
 */
final class PlaybookTrading {

    /** The last days, a week. */
    static final long LAST = 7 * Market.DAY;

    private final Market market;
    private final Plants plants;
    private final Period period;
    private final Luck luck;
    private final Hand usual;
    private final Hand ending;
    private Hand hand;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();

    /** What chance is drawn from. */
    private record Hand(Dice dice, Deck usual, Deck planted) {

        static Hand of(Dice dice) {
            return new Hand(dice, Deck.of(dice, 40), Deck.of(dice, 20));
        }
    }

    /** @param last for the last week, where that has dice of its own */
    PlaybookTrading(Market market, Plants plants, Period period, Luck luck, Dice dice, Optional<Dice> last) {
        this.market = market;
        this.plants = plants;
        this.period = period;
        this.luck = luck;
        this.usual = Hand.of(dice);
        this.ending = last.map(Hand::of).orElse(usual);
        this.hand = usual;
    }

    void run(PlaybookSeries series, PlaybookConfidence confidence) {
        long first = period.fromMicros() - 2 * Market.DAY;
        for (long close = first; close < period.toMicros(); close += series.step()) {
            hand = close < period.toMicros() - LAST ? usual : ending;
            Dice dice = hand.dice();
            long time = close + 2_000_000 + dice.below(7_000_000);
            if (plants.silent(close) || plants.silent(time)) {
                continue;
            }
            double score = confidence.at(close).score();
            boolean trades = dice.chance(series.activity());
            if (!trades || !trade(series, time, Math.min(0.99, Math.max(0.5, score + 0.035 * dice.normal())))) {
                note(new Signal(series, time, 0, 0.5 + 0.1 * dice.uniform(), price(series, time), atr(series, time)));
            }
        }
    }

    /** Opens a trade unless the market offers no direction with the outcome drawn, or it would end while all is down. */
    private boolean trade(PlaybookSeries series, long time, double confidence) {
        Exit up = exit(series, time, 1);
        Exit down = exit(series, time, -1);
        if (up.gain() <= 0 && down.gain() <= 0) {
            return false;
        }
        OptionalDouble rate = plants.at(PlantKind.WIN_RATE, series.pair(), up.time());
        boolean wins = rate.isPresent()
                ? hand.planted().draw(rate.getAsDouble())
                : hand.usual().draw(series.winRate(), luck.at(up.time()));
        int direction = up.gain() > 0 == wins ? 1 : -1;
        Exit exit = direction > 0 ? up : down;
        long exitTime = exit.time() + hand.dice().withinMinute();
        Signal signal = new Signal(series, time, direction, confidence, price(series, time), atr(series, time));
        if (exitTime >= period.fromMicros() && !plants.silent(exitTime)) {
            trades.add(new Trade(
                    signal, direction, confidence, signal.price(), exitTime, exit, Regime.at(market, series, time)));
        }
        note(signal);
        return true;
    }

    private void note(Signal signal) {
        if (signal.time() >= period.fromMicros()) {
            signals.add(signal);
        }
    }

    private Exit exit(PlaybookSeries series, long time, int direction) {
        double stop = series.reach();
        return market.exit(series.coin(), time, direction, 1.12 * stop, stop, series.patience());
    }

    private double price(PlaybookSeries series, long time) {
        return market.price(series.coin(), time);
    }

    private double atr(PlaybookSeries series, long time) {
        double[] candle = market.candle(series.coin(), time - series.step(), time);
        return Coin.rounded(candle[1] - candle[2], 4);
    }

    List<Signal> signals() {
        return signals;
    }

    /** Open ones too: those end after the period. */
    List<Trade> trades() {
        return trades;
    }
}
