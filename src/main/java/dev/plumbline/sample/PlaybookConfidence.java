package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Mode;
import dev.plumbline.sample.PlaybookRows.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The confidence of one series, hour by hour, smoothed as the bot does it (alpha 0.3), and the modes that follow from it:
 * TRADING from 0.80 on, LEARNING below 0.75.
 */
final class PlaybookConfidence {

    private static final double ENTER = 0.80;
    private static final double LEAVE = 0.75;
    private static final double SURE = 0.836;
    private static final double UNSURE = 0.679;
    private static final double CYCLE_HOURS = 168;
    private static final double SURE_HOURS = 90;

    private final List<Reading> readings = new ArrayList<>();
    private final List<Mode> modes = new ArrayList<>();
    private final List<Reading> all = new ArrayList<>();
    private final long begin;

    private PlaybookConfidence(long begin) {
        this.begin = begin;
    }

    static PlaybookConfidence of(PlaybookSeries series, int phase, Period period, Plants plants, Dice dice) {
        PlaybookConfidence walk = new PlaybookConfidence(period.fromMicros() - Market.MARGIN_DAYS * Market.DAY);
        walk.run(series, phase * CYCLE_HOURS / PlaybookSeries.ALL.size(), period, plants, dice);
        for (Plant burst : plants.of(PlantKind.MODE_BURST)) {
            if (burst.concerns(series.pair()) && series.interval().equals("1h")) {
                walk.burst(series, burst, dice);
            }
        }
        return walk;
    }

    private void run(PlaybookSeries series, double phase, Period period, Plants plants, Dice dice) {
        double clock = phase + CYCLE_HOURS - Market.MARGIN_DAYS * 24;
        double wobble = 6 * dice.normal();
        double score = clock % CYCLE_HOURS < SURE_HOURS ? SURE : UNSURE;
        boolean trading = score > LEAVE;
        for (long time = begin; time < period.toMicros(); time += Market.HOUR, clock++) {
            if (Math.abs(clock % CYCLE_HOURS - SURE_HOURS / 2) < 0.6) {
                wobble = 6 * dice.normal();
            }
            double place = (clock + wobble + CYCLE_HOURS) % CYCLE_HOURS;
            score += 0.3 * ((place < SURE_HOURS ? SURE : UNSURE) + 0.022 * dice.normal() - score);
            boolean stuck = plants.at(PlantKind.STUCK_MODE, series.pair(), time).isPresent();
            boolean now = stuck ? trading : trading ? score >= LEAVE : score >= ENTER;
            double shift = plants.at(PlantKind.CONFIDENCE, series.pair(), time).orElse(0);
            double shown = Math.min(0.985, score + shift);
            long written = time + dice.withinMinute();
            double accuracy = 0.575 + 0.015 * dice.normal();
            double drift = Math.abs(0.28 + 0.09 * dice.normal());
            Reading reading = new Reading(series, written, shown, accuracy, drift, now ? "TRADING" : "LEARNING");
            all.add(reading);
            boolean seen = time >= period.fromMicros() && !plants.silent(written);
            if (seen) {
                readings.add(reading);
            }
            boolean changed =
                    modes.isEmpty() || !modes.get(modes.size() - 1).mode().equals(reading.mode());
            if (seen && changed) {
                String why = modes.isEmpty() ? "startup" : reason(now, shown);
                modes.add(new Mode(series, written + 200_000, reading.mode(), shown, why));
            }
            trading = now;
        }
    }

    private static String reason(boolean trading, double shown) {
        if (trading) {
            return String.format(Locale.ROOT, "confidence %.2f >= 0.80", shown);
        }
        return shown < LEAVE ? String.format(Locale.ROOT, "confidence %.2f < 0.75", shown) : "consecutive_losses (3)";
    }

    /** Modes that flap: an even number of changes, so that the mode afterwards is the one from before. */
    private void burst(PlaybookSeries series, Plant burst, Dice dice) {
        int changes = (int) burst.size();
        long step = (burst.to() - burst.from()) / changes;
        boolean trading = at(burst.from()).mode().equals("TRADING");
        for (int i = 0; i < changes; i++) {
            trading = !trading;
            double score = trading ? dice.between(0.800, 0.812) : dice.between(0.738, 0.7495);
            long time = burst.from() + i * step + 5_000_000 + dice.below(1_000_000);
            modes.add(new Mode(series, time, trading ? "TRADING" : "LEARNING", score, reason(trading, score)));
        }
    }

    /** The reading that held at a time. */
    Reading at(long time) {
        int index = (int) Math.max(0, Math.min(all.size() - 1L, (time - begin) / Market.HOUR));
        return all.get(index);
    }

    List<Reading> readings() {
        return readings;
    }

    List<Mode> modes() {
        return modes;
    }
}
