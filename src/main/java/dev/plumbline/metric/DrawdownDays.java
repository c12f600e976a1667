package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;

/** A curve as multiples of what each day began with: enough to know the deepest fall of days put together anew. */
final class DrawdownDays {

    private DrawdownDays() {}

    static Evidence of(TimeWeighted curve, Period period) {
        DayBlocks days = DayBlocks.of(period);
        int width = Statistic.DRAWDOWN.width();
        double[] values = new double[days.days() * width];
        double start = curve.value()[0];
        int point = 1;
        for (int day = 0; day < days.days(); day++) {
            int from = point;
            while (point < curve.points() && days.of(curve.micros()[point]) == day) {
                point++;
            }
            start = row(curve.value(), from, point, start, values, day * width);
        }
        return new Evidence.Series(Statistic.DRAWDOWN, 1, values);
    }

    /** One day's multiples, put at a place; what the day ended with. */
    private static double row(double[] value, int from, int to, double start, double[] rows, int place) {
        double end = start;
        double high = start;
        double low = start;
        double deepest = 0;
        for (int i = from; i < to; i++) {
            end = value[i];
            high = Math.max(high, end);
            low = Math.min(low, end);
            deepest = Math.max(deepest, 1 - end / high);
        }
        rows[place] = end / start;
        rows[place + 1] = high / start;
        rows[place + 2] = low / start;
        rows[place + 3] = deepest;
        return end;
    }

    /** The deepest fall of the days that have a return, put together anew. */
    static Replicates drawn(TimeWeighted curve, EquityCurve equity, Returns daily, Conventions conventions) {
        int width = Statistic.DRAWDOWN.width();
        long[] closes = equity.dailyCloses().micros();
        long[] kept = daily.micros();
        double[] rows = new double[kept.length * width];
        int day = 0;
        int point = 0;
        double start = Double.NaN;
        for (long close : closes) {
            int from = point;
            while (point < curve.points() && curve.micros()[point] <= close) {
                point++;
            }
            boolean has = day < kept.length && kept[day] == close;
            start = has ? row(curve.value(), from, point, start, rows, day++ * width) : curve.value()[point - 1];
        }
        double[] resample = new double[rows.length];
        return StationaryBootstrap.ofPlaces(
                daily.value(),
                places -> {
                    for (int i = 0; i < places.length; i++) {
                        System.arraycopy(rows, places[i] * width, resample, i * width, width);
                    }
                    return Statistic.DRAWDOWN.of(resample, 0, places.length);
                },
                conventions);
    }
}
