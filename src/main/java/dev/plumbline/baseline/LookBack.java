package dev.plumbline.baseline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Things that happened, and what a look back over a range makes of them at each instant. */
public final class LookBack {

    private LookBack() {}

    /**
     * What a counter rose by in the range before each sample, its unknown increases passed over; unknown until a whole range was
     * seen, and where the range holds no known increase.
     */
    public static Readings increase(long[] micros, double[] increases, long range) {
        double[] sums = new double[micros.length];
        int first = 0;
        double sum = 0;
        int known = 0;
        for (int i = 0; i < micros.length; i++) {
            if (!Double.isNaN(increases[i])) {
                sum += increases[i];
                known++;
            }
            while (micros[first] <= micros[i] - range) {
                if (!Double.isNaN(increases[first])) {
                    sum -= increases[first];
                    known--;
                }
                first++;
            }
            boolean whole = micros[i] - micros[0] >= range;
            sums[i] = known == 0 || !whole ? Double.NaN : clean(sum);
        }
        return Readings.of(micros, sums, Readings.usualHold(micros));
    }

    /** Counts come in whole numbers; adding and taking away leaves a hair. */
    private static double clean(double sum) {
        return Math.abs(sum - Math.rint(sum)) < 1e-6 ? Math.rint(sum) : sum;
    }

    /**
     * One series by another, at the instants of the second: nobody knows where that is under {@code least}, or zero.
     * A first series that was never seen by then counts as zero: counters appear when they first count.
     */
    public static Readings ratio(Readings above, Readings below, long least, boolean counts) {
        double[] values = new double[below.size()];
        int at = -1;
        for (int i = 0; i < values.length; i++) {
            while (at + 1 < above.size() && above.micros()[at + 1] <= below.micros()[i]) {
                at++;
            }
            double divisor = below.values()[i];
            double value = at < 0 ? (counts ? 0 : Double.NaN) : above.values()[at];
            boolean old = at >= 0 && above.micros()[at] + above.holds() < below.micros()[i];
            value = old || (counts && Double.isNaN(value)) ? (counts ? 0 : Double.NaN) : value;
            values[i] = !(divisor > 0) || divisor < least ? Double.NaN : value / divisor;
        }
        return Readings.of(below.micros(), values, below.holds());
    }

    /** How many things came in the range before each instant, the most of any part; from {@code begin} on. */
    public static Readings count(long[] micros, String[] parts, long range, long begin) {
        TreeSet<Long> instants = new TreeSet<>();
        instants.add(begin);
        for (long time : micros) {
            instants.add(time);
            instants.add(time + range);
        }
        long[] times = instants.stream().mapToLong(Long::longValue).toArray();
        double[] counts = new double[times.length];
        Map<String, Integer> now = new HashMap<>();
        int in = 0;
        int out = 0;
        for (int i = 0; i < times.length; i++) {
            while (in < micros.length && micros[in] <= times[i]) {
                now.merge(parts[in++], 1, Integer::sum);
            }
            while (out < in && micros[out] <= times[i] - range) {
                now.merge(parts[out++], -1, Integer::sum);
            }
            counts[i] = now.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
        return Readings.of(times, counts, Readings.FOREVER);
    }

    /** The mean of the last so many values; unknown before there are so many. */
    public static Readings meanOfLast(long[] micros, double[] values, int n) {
        double[] means = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            means[i] = i + 1 < n
                    ? Double.NaN
                    : Arrays.stream(values, i + 1 - n, i + 1).average().orElse(Double.NaN);
        }
        return Readings.of(micros, means, Readings.FOREVER);
    }

    /** The mean, or the highest, of the values in the range before each instant; unknown where they are fewer than least. */
    public static Readings over(long[] micros, double[] values, long range, long least, boolean highest) {
        TreeSet<Long> instants = new TreeSet<>();
        for (long time : micros) {
            instants.add(time);
            instants.add(time + range);
        }
        long[] times = instants.stream().mapToLong(Long::longValue).toArray();
        double[] results = new double[times.length];
        int in = 0;
        int out = 0;
        for (int i = 0; i < times.length; i++) {
            while (in < micros.length && micros[in] <= times[i]) {
                in++;
            }
            while (out < in && micros[out] <= times[i] - range) {
                out++;
            }
            boolean enough = in - out >= Math.max(1, least) && times[i] - micros[0] >= (highest ? range : 0);
            var held = Arrays.stream(values, out, in);
            results[i] = !enough ? Double.NaN : (highest ? held.max() : held.average()).orElse(Double.NaN);
        }
        return Readings.of(times, results, Readings.FOREVER);
    }

    /** The sum since the day began, at each value and each beginning of a day. */
    public static Readings daySum(long[] micros, double[] values, long[] days) {
        TreeSet<Long> instants = new TreeSet<>();
        Arrays.stream(days).forEach(instants::add);
        Arrays.stream(micros).forEach(instants::add);
        long[] times = instants.stream().mapToLong(Long::longValue).toArray();
        double[] sums = new double[times.length];
        int at = 0;
        int day = 0;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            if (day < days.length && days[day] <= times[i]) {
                sum = 0;
                while (day < days.length && days[day] <= times[i]) {
                    day++;
                }
                while (at < micros.length && micros[at] < days[day - 1]) {
                    at++;
                }
            }
            while (at < micros.length && micros[at] <= times[i]) {
                sum += values[at++];
            }
            sums[i] = sum;
        }
        return Readings.of(times, sums, Readings.FOREVER);
    }

    /** The same readings, unknown in the spans: who was not there counted nothing. */
    public static Readings without(Readings readings, java.util.List<Span> gaps) {
        TreeSet<Long> instants = new TreeSet<>();
        Arrays.stream(readings.micros()).forEach(instants::add);
        gaps.forEach(gap -> {
            instants.add(gap.from());
            instants.add(gap.to());
        });
        long[] times = instants.stream().mapToLong(Long::longValue).toArray();
        double[] values = new double[times.length];
        int at = -1;
        int gap = 0;
        for (int i = 0; i < times.length; i++) {
            while (at + 1 < readings.size() && readings.micros()[at + 1] <= times[i]) {
                at++;
            }
            while (gap < gaps.size() && gaps.get(gap).to() <= times[i]) {
                gap++;
            }
            boolean hole = gap < gaps.size() && gaps.get(gap).from() <= times[i];
            values[i] = hole || at < 0 ? Double.NaN : readings.values()[at];
        }
        return new Readings(times, values, readings.growth(), readings.holds(), readings.missing());
    }
}
