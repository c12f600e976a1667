package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Profit and loss of the trades closed each day; days before the window are paled. */
public final class DailyPnlChart {

    private DailyPnlChart() {}

    /**
     * A bar for every day of the trades’ period.
     *
     * @param trades all trades to show, before the window too: a bar for every day of their period
     */
    public static Chart of(ClosedTrades trades, Period window) {
        ZoneId zone = trades.zone();
        List<LocalDate> days = trades.period().dates(zone);
        double[] sums = new double[days.size()];
        for (int i = 0; i < trades.pnl().length; i++) {
            int day = days.indexOf(Days.of(trades.exitMicros()[i], zone));
            if (day >= 0) {
                sums[day] += trades.pnl()[i];
            }
        }
        double[] x = Days.middles(days, zone);
        boolean[] past = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            past[i] = x[i] < window.fromMicros();
        }
        boolean money = trades.basis().isMoney();
        String run = longestRun(days, sums, past);
        String unit = money ? trades.currency() : "sum of trades, %";
        String caption = "Trades closed each day, " + trades.basis().words() + ". " + run + " Days of "
                + Clock.name(zone) + (anyPast(past) ? "; earlier days are pale." : ".");
        Panel panel = new Panel(
                unit,
                money ? Format.MONEY : Format.PERCENT,
                2.3,
                List.of(new Bars("profit and loss", x, sums, past)),
                List.of());
        return new Chart(
                "", caption, "Profit and loss of each day as bars. " + run, new Times(zone), List.of(panel), List.of());
    }

    private static boolean anyPast(boolean[] past) {
        return past.length > 0 && past[0];
    }

    private static String longestRun(List<LocalDate> days, double[] sums, boolean[] past) {
        int longest = 0;
        int end = 0;
        int run = 0;
        for (int i = 0; i < sums.length; i++) {
            run = sums[i] < 0 && !past[i] ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                end = i;
            }
        }
        if (longest == 0) {
            return "No day lost.";
        }
        String last = Clock.dayMonth(days.get(end));
        return longest == 1
                ? "No two losing days in a row."
                : longest + " losing days in a row, " + Clock.dayMonth(days.get(end - longest + 1)) + " to " + last
                        + ".";
    }
}
