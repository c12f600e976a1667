package dev.plumbline.metric;

import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Returns compounded into days, weeks (from Monday), months, quarters or years of the report's zone.
 *
 * @param rows in order of time; a part of the calendar without a return is not there
 */
public record CalendarReturns(List<Row> rows) {

    /** A part of the calendar. */
    public enum Part {
        DAY(1),
        WEEK(7),
        MONTH(31),
        QUARTER(92),
        YEAR(366);

        private final int mostDays;

        Part(int mostDays) {
            this.mostDays = mostDays;
        }

        /** How many days the longest has. */
        int mostDays() {
            return mostDays;
        }

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }
    }

    /**
     * One part.
     *
     * @param start its first day, whether or not a return lies there
     * @param value Π(1 + r) - 1
     * @param n     how many returns it holds
     */
    public record Row(LocalDate start, double value, int n) {}

    public CalendarReturns {
        rows = List.copyOf(rows);
    }

    /** A return that is not a number is left out. */
    public static CalendarReturns of(Returns returns, Part part) {
        Map<LocalDate, double[]> grown = new TreeMap<>();
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        double[] sum = {1, 0};
        for (int i = 0; i < returns.size(); i++) {
            double r = returns.value()[i];
            if (!Double.isNaN(r)) {
                long time = returns.micros()[i];
                // most returns are of the day of the one before
                if (time < from || time >= to) {
                    LocalDate day = Period.instant(time).atZone(returns.zone()).toLocalDate();
                    from = Period.micros(day.atStartOfDay(returns.zone()).toInstant());
                    to = Period.endOfDay(time, returns.zone());
                    sum = grown.computeIfAbsent(part.start(day), key -> new double[] {1, 0});
                }
                sum[0] *= 1 + r;
                sum[1]++;
            }
        }
        List<Row> rows = new ArrayList<>();
        grown.forEach((start, whole) -> rows.add(new Row(start, whole[0] - 1, (int) whole[1])));
        return new CalendarReturns(rows);
    }
}
