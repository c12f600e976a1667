package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.model.ClosedTrades;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Profit and loss by the hour and weekday at which trades were closed, all of them in the last row and column. */
public final class WeekHoursChart {

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private WeekHoursChart() {}

    /** A row a weekday and one for all; a column an hour and one for all; a cell without a trade is empty. */
    public static Chart of(ClosedTrades trades) {
        double[][] sums = new double[DAYS + 1][HOURS + 1];
        int[][] counts = new int[DAYS + 1][HOURS + 1];
        for (int i = 0; i < trades.size(); i++) {
            ZonedDateTime at = Clock.at((double) trades.exitMicros()[i], trades.zone());
            for (int day : new int[] {at.getDayOfWeek().getValue() - 1, DAYS}) {
                for (int hour : new int[] {at.getHour(), HOURS}) {
                    sums[day][hour] += trades.pnl()[i];
                    counts[day][hour]++;
                }
            }
        }
        int filled = 0;
        for (int day = 0; day <= DAYS; day++) {
            for (int hour = 0; hour <= HOURS; hour++) {
                if (counts[day][hour] == 0) {
                    sums[day][hour] = Double.NaN;
                } else if (day < DAYS && hour < HOURS) {
                    filled++;
                }
            }
        }
        // the grand total would make every other cell pale
        sums[DAYS][HOURS] = Double.NaN;
        boolean money = trades.basis().isMoney();
        List<String> rows = IntStream.rangeClosed(0, DAYS)
                .mapToObj(day -> day == DAYS ? "all" : CalendarChart.weekdays().get(day))
                .toList();
        List<String> columns = IntStream.rangeClosed(0, HOURS)
                .mapToObj(hour -> hour == HOURS ? "all" : String.format(Locale.ROOT, "%02d", hour))
                .toList();
        double[] x = IntStream.rangeClosed(0, HOURS).asDoubleStream().toArray();
        String n = String.format(Locale.ROOT, "%,d trades in %d of 168 hours of the week", trades.size(), filled);
        String warning = trades.size() < 10L * filled
                ? ": fewer than ten an hour, so that single cells are mostly chance."
                : ".";
        return new Chart(
                "",
                "Sum of " + (money ? "P&L in " + trades.currency() : "trades, %")
                        + " by the weekday and hour of closing, "
                        + trades.basis().words() + ". " + n + warning + " Hours of " + Clock.name(trades.zone()) + ".",
                "Profit and loss by weekday and hour. " + n + ".",
                new Categories(columns),
                List.of(new Panel(
                        "",
                        money ? Format.MONEY : Format.PERCENT,
                        3.4,
                        List.of(new Cells("profit and loss", x, rows, sums)),
                        List.of())),
                List.of());
    }
}
