package dev.plumbline;

import dev.plumbline.baseline.Readings;
import dev.plumbline.baseline.Series;
import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The account's value over time as a growing index, deposits and withdrawals taken out, and what rules ask of it. */
final class EquityReadings {

    private final Window window;

    EquityReadings(Window window) {
        this.window = window;
    }

    Readings read(Series series, long before) {
        Instant from = series.form() == Series.Form.DRAWDOWN
                ? window.sinceBeginning().period().from()
                : window.period().from().minus(before, ChronoUnit.MICROS).minus(1, ChronoUnit.DAYS);
        Rows rows = window.workbench()
                .own()
                .query(
                        "samples/equity",
                        window.scope(),
                        Period.of(from, window.period().to()));
        if (rows.isEmpty()) {
            return Readings.missing("not available: this agent’s files hold no equity");
        }
        long[] micros = rows.micros("time");
        double[] index = index(rows.doubles("value"), rows.doubles("flow"));
        double[] values =
                switch (series.form()) {
                    case DRAWDOWN -> drawdown(index);
                    case EQUITY_DAY -> sinceDay(micros, index);
                    default -> change(micros, index, series.rangeMicros());
                };
        return Readings.of(micros, values, Readings.usualHold(micros));
    }

    /** Each step's growth, without what was paid in; a step whose flow nobody knows does not count. */
    private static double[] index(double[] value, double[] flow) {
        double[] index = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            double growth = i == 0 ? 1 : (value[i] - flow[i]) / value[i - 1];
            index[i] = (i == 0 ? 1 : index[i - 1]) * (Double.isFinite(growth) && growth > 0 ? growth : 1);
        }
        return index;
    }

    private static double[] drawdown(double[] index) {
        double[] depth = new double[index.length];
        double peak = 0;
        for (int i = 0; i < index.length; i++) {
            peak = Math.max(peak, index[i]);
            depth[i] = 1 - index[i] / peak;
        }
        return depth;
    }

    /** Against the last value that is at least as old as the range. */
    private static double[] change(long[] micros, double[] index, long range) {
        double[] change = new double[index.length];
        int then = -1;
        for (int i = 0; i < index.length; i++) {
            while (then + 1 < i && micros[then + 1] <= micros[i] - range) {
                then++;
            }
            change[i] = then < 0 ? Double.NaN : index[i] / index[then] - 1;
        }
        return change;
    }

    private double[] sinceDay(long[] micros, double[] index) {
        double[] change = new double[index.length];
        double start = Double.NaN;
        LocalDate today = null;
        for (int i = 0; i < index.length; i++) {
            LocalDate day = Period.instant(micros[i]).atZone(window.zone()).toLocalDate();
            if (!day.equals(today)) {
                start = i == 0 ? Double.NaN : index[i - 1];
                today = day;
            }
            change[i] = index[i] / start - 1;
        }
        return change;
    }
}
