package dev.plumbline.metric;

import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the readings of one day add up to. A baseline keeps them beside a mean, so that whole days can be exchanged with
 * those of a later window: the readings of a day are alike, and stay together.
 *
 * @param sum of the readings, in the metric's unit
 * @param n   how many there were, at least one
 */
public record DayTotal(double sum, long n) {

    /** Of more days none is kept: a year and a month of them is what a committed file may hold. */
    public static final int MOST_DAYS = 400;

    /** @throws IllegalArgumentException for a day without readings, or whose sum is no finite number */
    public DayTotal {
        if (n < 1 || !Double.isFinite(sum)) {
            throw new IllegalArgumentException("found a day of " + n + " readings with the sum " + sum
                    + ": at least one and a finite sum were expected");
        }
    }

    /** The days that have readings, in time order; none where there are more than a baseline keeps. */
    static List<DayTotal> of(double[] sums, double[] counts) {
        List<DayTotal> days = new ArrayList<>();
        for (int day = 0; day < sums.length; day++) {
            if (counts[day] > 0) {
                days.add(new DayTotal(sums[day], (long) counts[day]));
            }
        }
        return days.size() > MOST_DAYS ? List.of() : Collections.unmodifiableList(days);
    }

    /** Of readings taken at these times. */
    static List<DayTotal> of(Period period, long[] micros, double[] readings) {
        DayBlocks days = DayBlocks.of(period);
        return of(days.sums(micros, readings), days.counts(micros));
    }

    /** Where every reading is that of a day. */
    static List<DayTotal> each(double[] readings) {
        double[] ones = new double[readings.length];
        Arrays.fill(ones, 1);
        return of(readings, ones);
    }
}
