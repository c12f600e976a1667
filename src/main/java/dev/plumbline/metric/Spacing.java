package dev.plumbline.metric;

import dev.plumbline.model.Period;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far apart the times of a series are, and so how many of them make a year.
 *
 * <p>The median gap, taken as a minute, an hour, a day, a week or a month where it is within 10 % of it (daily closes are
 * written when the bot wakes, not at midnight): 1 day → 365, 1 week → 365/7, 1 hour → 8,760, 1 minute → 525,600, any
 * other gap → 365 days / gap. A daily series of at least 10 observations over more than 14 days, none on a weekend → 252.
 *
 * @param seconds  the median gap
 * @param weekdays whether the series is daily, long enough to tell, and has no weekend day
 */
public record Spacing(double seconds, boolean weekdays) {

    private static final double DAY = 86_400;
    private static final double YEAR = 365 * DAY;
    private static final double[] KNOWN = {60, 3_600, DAY, 7 * DAY, YEAR / 12};
    private static final String[] WORDS = {"one-minute", "hourly", "daily", "weekly", "monthly"};

    /** @param micros in rising order; the gap of fewer than two times is 0 */
    public static Spacing of(long[] micros, ZoneId zone) {
        double gap = medianGap(micros);
        for (double known : KNOWN) {
            gap = Math.abs(gap / known - 1) <= 0.1 ? known : gap;
        }
        boolean tells = gap == DAY && micros.length >= 10 && micros[micros.length - 1] - micros[0] > 14 * DAY * 1e6;
        return new Spacing(gap, tells && Arrays.stream(micros).noneMatch(time -> weekend(time, zone)));
    }

    /** The median gap as it is, in seconds; 0 for fewer than two times. */
    public static double medianGap(long[] micros) {
        if (micros.length < 2) {
            return 0;
        }
        long first = micros[1] - micros[0];
        int equal = 1;
        while (equal < micros.length && micros[equal] - micros[equal - 1] == first) {
            equal++;
        }
        if (equal == micros.length) {
            return first / 1e6;
        }
        double[] gaps = new double[micros.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (micros[i + 1] - micros[i]) / 1e6;
        }
        return Quantile.of(gaps, 0.5);
    }

    private static boolean weekend(long micros, ZoneId zone) {
        DayOfWeek day = Period.instant(micros).atZone(zone).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    /** Empty where the times do not tell. */
    public OptionalDouble periodsPerYear() {
        if (!(seconds > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(weekdays ? 252 : YEAR / seconds);
    }

    /** {@code daily closes, √365}. */
    public String words(double periodsPerYear) {
        String name = Unit.SECONDS.format(seconds) + " apart";
        for (int i = 0; i < KNOWN.length; i++) {
            name = seconds == KNOWN[i] ? WORDS[i] + " closes" : name;
        }
        String root = String.format(Locale.ROOT, periodsPerYear % 1 == 0 ? "√%,.0f" : "√%,.2f", periodsPerYear);
        return (seconds > 0 ? name + ", " : "") + root + (weekdays ? ", no weekend days" : "");
    }
}
