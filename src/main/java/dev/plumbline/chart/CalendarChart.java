package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;

/** A cell a day, a column a week, Monday on top: where the good and the bad days lie. */
public final class CalendarChart {

    /** More weeks than this leave no room for the numbers. */
    public static final int WEEKS = 16;

    private CalendarChart() {}

    /**
     * The newest {@link #WEEKS} weeks that hold a day.
     *
     * @param what   in the plural, such as {@code daily returns}
     * @param byDay  a value a day, at least one; a day without is left empty
     * @param zone   whose days they are, in words
     */
    public static Chart of(String what, NavigableMap<LocalDate, Double> byDay, Format format, String zone) {
        LocalDate end = monday(byDay.lastKey());
        LocalDate begin = monday(byDay.firstKey());
        LocalDate first = begin.isBefore(end.minusWeeks(WEEKS - 1L)) ? end.minusWeeks(WEEKS - 1L) : begin;
        int weeks = (int) ChronoUnit.WEEKS.between(first, end) + 1;
        double[][] y = new double[7][weeks];
        Arrays.stream(y).forEach(row -> Arrays.fill(row, Double.NaN));
        NavigableMap<LocalDate, Double> shown = byDay.tailMap(first, true);
        shown.forEach((day, value) ->
                y[day.getDayOfWeek().getValue() - 1][(int) ChronoUnit.WEEKS.between(first, monday(day))] = value);
        List<String> labels = new ArrayList<>();
        double[] x = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            labels.add(Clock.dayMonth(first.plusWeeks(week)));
            x[week] = week;
        }
        String ends = ends(shown, format);
        return new Chart(
                "",
                capital(what) + ", a column a week from its Monday on. " + ends
                        + " An empty cell: nothing known. Days of " + zone + ".",
                capital(what) + " as a calendar. " + ends,
                new Categories(labels),
                List.of(new Panel("", format, 3, List.of(new Cells(what, x, weekdays(), y)), List.of())),
                List.of());
    }

    /** {@code Mon} to {@code Sun}. */
    static List<String> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .toList();
    }

    private static String ends(NavigableMap<LocalDate, Double> shown, Format format) {
        Map.Entry<LocalDate, Double> best = null;
        Map.Entry<LocalDate, Double> worst = null;
        for (Map.Entry<LocalDate, Double> day : shown.entrySet()) {
            best = best == null || day.getValue() > best.getValue() ? day : best;
            worst = worst == null || day.getValue() < worst.getValue() ? day : worst;
        }
        return best == null
                ? ""
                : "Best: " + NumberWords.cell(format, best.getValue()) + " on " + Clock.dayMonth(best.getKey())
                        + "; worst: " + NumberWords.cell(format, worst.getValue()) + " on "
                        + Clock.dayMonth(worst.getKey()) + ".";
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
