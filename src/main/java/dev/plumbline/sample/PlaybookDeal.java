package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Trade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trading of one agent. The last week of a symbol is dealt again while it would be called red and nothing is planted
 * there: whatever is red in a sample is so for a reason that truth.json names.
 */
record PlaybookDeal(Member member, long seed, Market market, Period period, Plants plants, Luck luck) {

    /** The playbook calls fewer wins than 45 % red, from 20 trades on; one trade above it. */
    private static final double FLOOR = 0.46;

    private static final int ENOUGH = 20;

    /** What a trade has to gain to be one that won: the sample's sources.yaml states 0.05 % of fees, in and out. */
    private static final double FEES = 0.001;

    private static final int MOST = 100;

    Map<PlaybookSeries, PlaybookTrading> all(Map<PlaybookSeries, PlaybookConfidence> walks) {
        Map<PlaybookSeries, PlaybookTrading> all = new LinkedHashMap<>();
        for (PlaybookSeries series : walks.keySet()) {
            if (!all.containsKey(series)) {
                all.putAll(ofSymbol(series.pair(), walks));
            }
        }
        return all;
    }

    private Map<PlaybookSeries, PlaybookTrading> ofSymbol(String pair, Map<PlaybookSeries, PlaybookConfidence> walks) {
        Map<PlaybookSeries, PlaybookTrading> dealt = deal(pair, walks, 0);
        for (int again = 1; again < MOST && isRed(pair, dealt); again++) {
            dealt = deal(pair, walks, again);
        }
        return dealt;
    }

    private Map<PlaybookSeries, PlaybookTrading> deal(
            String pair, Map<PlaybookSeries, PlaybookConfidence> walks, int again) {
        Map<PlaybookSeries, PlaybookTrading> dealt = new LinkedHashMap<>();
        walks.forEach((series, confidence) -> {
            if (series.pair().equals(pair)) {
                PlaybookTrading trading = new PlaybookTrading(
                        market,
                        plants,
                        period,
                        luck,
                        dice(series, "trading"),
                        again == 0 ? Optional.empty() : Optional.of(dice(series, "last week " + again)));
                trading.run(series, confidence);
                dealt.put(series, trading);
            }
        });
        return dealt;
    }

    private Dice dice(PlaybookSeries series, String purpose) {
        return Dice.of(seed, member.name(), series.key(), purpose);
    }

    private boolean isRed(String pair, Map<PlaybookSeries, PlaybookTrading> dealt) {
        boolean planted = plants.of(PlantKind.WIN_RATE).stream().anyMatch(plant -> plant.concerns(pair));
        List<Trade> week = dealt.values().stream()
                .flatMap(trading -> trading.trades().stream())
                .filter(trade -> trade.exitTime() < period.toMicros()
                        && trade.exitTime() >= period.toMicros() - PlaybookTrading.LAST)
                .toList();
        long won = week.stream().filter(trade -> trade.exit().gain() > FEES).count();
        return !planted && week.size() >= ENOUGH && won < FLOOR * week.size();
    }
}
