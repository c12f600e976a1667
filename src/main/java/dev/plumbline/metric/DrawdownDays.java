package dev.plumbline.metric;

import dev.plumbline.model.Period;

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
            double end = start;
            double high = start;
            double low = start;
            double deepest = 0;
            for (; point < curve.points() && days.of(curve.micros()[point]) == day; point++) {
                end = curve.value()[point];
                high = Math.max(high, end);
                low = Math.min(low, end);
                deepest = Math.max(deepest, 1 - end / high);
            }
            double[] row = {end / start, high / start, low / start, deepest};
            System.arraycopy(row, 0, values, day * width, width);
            start = end;
        }
        return new Evidence.Series(Statistic.DRAWDOWN, 1, values);
    }
}
