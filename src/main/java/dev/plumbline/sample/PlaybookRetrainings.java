package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Retraining;
import dev.plumbline.sample.PlaybookRows.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Retrainings of one series: 3.2 a day and symbol, 87 % of them successful, about four minutes each. */
final class PlaybookRetrainings {

    private static final double SUCCESS = 0.87;
    private static final long LINK = 4 * Market.HOUR;

    private PlaybookRetrainings() {}

    static List<Retraining> of(
            PlaybookSeries series,
            PlaybookConfidence confidence,
            List<Trade> trades,
            Period period,
            Plants plants,
            Dice dice,
            Deck deck) {
        double hours = series.interval().equals("1h") ? 24 / 2.1 : 24 / 1.1;
        List<Retraining> runs = new ArrayList<>();
        long last = 0;
        long time = period.fromMicros() + (long) (dice.uniform() * hours * Market.HOUR);
        while (time < period.toMicros() - 15 * Market.MINUTE) {
            long triggered = time;
            String reason = calm(dice);
            for (Trade trade : trades) {
                long behind = time - trade.exitTime();
                if (trade.series().equals(series)
                        && !trade.won()
                        && behind >= 0
                        && behind < LINK
                        && trade.exitTime() > last) {
                    triggered = trade.exitTime() + 350_000;
                    reason = afterLoss(trade, dice);
                }
            }
            last = triggered;
            if (!plants.silent(triggered, triggered + 15 * Market.MINUTE)) {
                runs.add(run(series, confidence, triggered, reason, plants, dice, deck));
            }
            time += (long) (Math.max(0.3, dice.delay(hours)) * Market.HOUR);
        }
        return runs;
    }

    private static Retraining run(
            PlaybookSeries series,
            PlaybookConfidence confidence,
            long time,
            String reason,
            Plants plants,
            Dice dice,
            Deck deck) {
        double rate =
                plants.at(PlantKind.RETRAINING_FAILURES, series.pair(), time).orElse(SUCCESS);
        String status = deck.draw(rate) ? "success" : rate == SUCCESS && dice.chance(0.65) ? "below_target" : "error";
        double seconds = Math.min(840, 70 + dice.delay(182));
        double after = status.equals("success")
                ? dice.between(0.80, 0.88)
                : Math.min(0.79, confidence.at(time).score() - 0.02);
        double accuracy = status.equals("success") ? dice.between(0.56, 0.61) : dice.between(0.49, 0.55);
        return new Retraining(series, time, reason, seconds, status, accuracy, after, 20 + dice.below(31));
    }

    private static String calm(Dice dice) {
        return dice.chance(0.5)
                ? String.format(Locale.ROOT, "concept_drift (score=%.2f > 0.70)", dice.between(0.71, 0.83))
                : String.format(Locale.ROOT, "win_rate_low (%.1f%% < 45.0%%)", dice.between(38, 44.9));
    }

    private static String afterLoss(Trade trade, Dice dice) {
        if (trade.confidence() >= 0.8) {
            return String.format(Locale.ROOT, "loss_high_confidence (conf=%.1f%%)", 100 * trade.confidence());
        }
        return dice.chance(0.25) ? "consecutive_losses (3)" : "loss_immediate";
    }
}
