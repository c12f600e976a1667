package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Mode;
import dev.plumbline.sample.PlaybookRows.Reading;
import dev.plumbline.sample.PlaybookRows.Retraining;
import dev.plumbline.sample.PlaybookRows.Signal;
import dev.plumbline.sample.PlaybookRows.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one agent of the playbook's kind lived through, each list by time. Trades that end after the period are open. */
record PlaybookHistory(
        List<Signal> signals,
        List<Trade> trades,
        List<Reading> readings,
        List<Mode> modes,
        List<Retraining> retrainings) {

    static final List<Coin> COINS = List.of(Coin.BTC, Coin.ETH, Coin.SOL);

    static PlaybookHistory of(Member member, long seed, Market market, Period period, Plants plants) {
        List<Reading> readings = new ArrayList<>();
        List<Mode> modes = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        List<Trade> trades = new ArrayList<>();
        List<Retraining> retrainings = new ArrayList<>();
        Luck luck = new Luck(seed, member.name());
        Deck results = Deck.of(Dice.of(seed, member.name(), "retraining results"), 20);
        Map<PlaybookSeries, PlaybookConfidence> walks = new LinkedHashMap<>();
        for (PlaybookSeries series : PlaybookSeries.ALL) {
            Dice dice = Dice.of(seed, member.name(), series.key(), "confidence");
            walks.put(series, PlaybookConfidence.of(series, walks.size(), period, plants, dice));
        }
        Map<PlaybookSeries, PlaybookTrading> deals =
                new PlaybookDeal(member, seed, market, period, plants, luck).all(walks);
        for (PlaybookSeries series : PlaybookSeries.ALL) {
            String key = series.key();
            PlaybookConfidence confidence = walks.get(series);
            PlaybookTrading trading = deals.get(series);
            readings.addAll(confidence.readings());
            modes.addAll(confidence.modes());
            signals.addAll(trading.signals());
            trades.addAll(trading.trades());
            retrainings.addAll(PlaybookRetrainings.of(
                    series,
                    confidence,
                    trading.trades(),
                    period,
                    plants,
                    Dice.of(seed, member.name(), key, "retraining"),
                    results));
        }
        readings.sort(Comparator.comparingLong(Reading::time));
        modes.sort(Comparator.comparingLong(Mode::time));
        signals.sort(Comparator.comparingLong(Signal::time));
        trades.sort(Comparator.comparingLong(Trade::exitTime));
        retrainings.sort(Comparator.comparingLong(Retraining::triggered));
        return new PlaybookHistory(signals, trades, readings, modes, retrainings);
    }

    /** Trades that have ended at a time. */
    List<Trade> closed(long time) {
        return trades.stream().filter(trade -> trade.exitTime() < time).toList();
    }

    /** What is in the files of a planted change: counts that a query must find again. */
    Map<String, Number> found(Plant plant, long end) {
        Map<String, Number> found = new LinkedHashMap<>();
        switch (plant.kind()) {
            case WIN_RATE -> {
                List<Trade> hit = closed(end).stream()
                        .filter(t -> plant.covers(t.exitTime()) && plant.concerns(t.pair()))
                        .toList();
                found.put("trades", hit.size());
                found.put("wins", hit.stream().filter(Trade::won).count());
            }
            case CONFIDENCE -> {
                List<Reading> hit = readings.stream()
                        .filter(r -> plant.covers(r.time())
                                && plant.concerns(r.series().pair()))
                        .toList();
                found.put("readings", hit.size());
                found.put(
                        "mean",
                        hit.stream().mapToDouble(Reading::score).average().orElse(0));
            }
            case RETRAINING_FAILURES -> {
                List<Retraining> hit = retrainings.stream()
                        .filter(r -> plant.covers(r.triggered())
                                && plant.concerns(r.series().pair()))
                        .toList();
                found.put("retrainings", hit.size());
                found.put(
                        "successes",
                        hit.stream().filter(r -> r.status().equals("success")).count());
            }
            case MODE_BURST ->
                found.put(
                        "changes",
                        modes.stream()
                                .filter(m -> plant.covers(m.time())
                                        && plant.concerns(m.series().pair())
                                        && m.series().interval().equals("1h"))
                                .count());
            case STUCK_MODE -> {
                List<Mode> all = modes.stream()
                        .filter(m -> plant.concerns(m.series().pair()))
                        .toList();
                found.put(
                        "changes",
                        all.stream().filter(m -> plant.covers(m.time())).count());
                found.put(
                        "changes_before",
                        all.stream().filter(m -> m.time() < plant.from()).count());
            }
            case GAP -> found.put("rows", 0);
            default -> throw new IllegalArgumentException(plant.kind().id() + " is not of this system");
        }
        return found;
    }
}
