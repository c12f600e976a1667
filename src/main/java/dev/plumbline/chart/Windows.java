package dev.plumbline.chart;

import dev.plumbline.model.Period;

/** What people call a period of this length. */
public final class Windows {

    private Windows() {}

    /** {@code this week} for 7 days, {@code this day}, {@code this month}; otherwise {@code in this window}. */
    public static String name(Period period) {
        double days = period.days();
        if (days > 0.9 && days < 1.1) {
            return "this day";
        }
        if (days > 6.9 && days < 7.1) {
            return "this week";
        }
        return days > 27.9 && days < 31.1 ? "this month" : "in this window";
    }
}
