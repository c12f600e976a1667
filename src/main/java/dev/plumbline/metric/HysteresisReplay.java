package dev.plumbline.metric;

import dev.plumbline.model.ConfidenceReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How a pair of thresholds would have switched between learning and trading on the confidence that was stated. A series
 * begins to trade when its confidence reaches {@code enter} and stops when it falls below {@code exit}; what its first
 * reading makes of it is where it begins and no switch, as in what the bot did. A reading counts until the next of its
 * series, or for three usual gaps where the next is further away.
 *
 * @param enter        where trading begins, 0 to 1
 * @param exit         where it ends; not above {@code enter}
 * @param transitions  switches, of all series together
 * @param perWeek      the same a week, from the first reading to the last
 * @param tradingShare of the observed time, 0 to 1; undefined where nothing was observed
 */
public record HysteresisReplay(double enter, double exit, int transitions, Result perWeek, Result tradingShare) {

    private static final double WEEK = 7 * 86_400e6;

    /**
     * Replays one pair.
     *
     * @throws IllegalArgumentException when {@code exit} is above {@code enter}
     */
    public static HysteresisReplay of(ConfidenceReadings readings, double enter, double exit, Conventions conventions) {
        if (exit > enter) {
            throw new IllegalArgumentException(
                    "hysteresis: found exit " + exit + " above enter " + enter + ", at most the same was expected");
        }
        TreeMap<Integer, List<Integer>> series = new TreeMap<>();
        for (int i = 0; i < readings.size(); i++) {
            series.computeIfAbsent(readings.series()[i], unseen -> new ArrayList<>())
                    .add(i);
        }
        int transitions = 0;
        double observed = 0;
        double trading = 0;
        for (List<Integer> places : series.values()) {
            long[] at = places.stream().mapToLong(i -> readings.micros()[i]).toArray();
            double longest = 3 * usualGap(at);
            boolean trades = readings.value()[places.get(0)] >= enter;
            for (int i = 0; i < at.length; i++) {
                double stated = readings.value()[places.get(i)];
                boolean now = trades ? stated >= exit : stated >= enter;
                transitions += now != trades ? 1 : 0;
                trades = now;
                double lasts = i + 1 < at.length ? Math.min(longest, (double) (at[i + 1] - at[i])) : 0;
                observed += lasts;
                trading += trades ? lasts : 0;
            }
        }
        double weeks =
                readings.size() == 0 ? 0 : (readings.micros()[readings.size() - 1] - readings.micros()[0]) / WEEK;
        Result none = Result.undefined(
                readings.size(),
                Result.Reason.TOO_FEW,
                readings.size() + " readings, at least two of one series needed");
        return new HysteresisReplay(
                enter,
                exit,
                transitions,
                observed > 0 ? Garwood.rate(transitions, weeks, readings.size(), conventions) : none,
                observed > 0 ? Result.of(trading / observed, readings.size()) : none);
    }

    private static double usualGap(long[] at) {
        double[] gaps = IntStream.range(1, at.length)
                .mapToDouble(i -> (double) (at[i] - at[i - 1]))
                .toArray();
        return gaps.length == 0 ? 0 : Quantile.of(gaps, 0.5);
    }
}
