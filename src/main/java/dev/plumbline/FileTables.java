package dev.plumbline;

import dev.plumbline.metric.DrawdownTable;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.MonthTable;
import dev.plumbline.metric.Rolling;
import dev.plumbline.metric.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says over time, as far as it was asked for.
 *
 * @param because why there is nothing; empty where there is something, or nothing was asked for
 */
public record FileTables(
        Optional<Moving> rolling, Optional<Months> calendar, Optional<Stays> drawdowns, String because) {

    /**
     * Which tables are asked for.
     *
     * @param rolling   returns or trades a moving window has; 0 for none
     * @param calendar  a year a row, a month a column
     * @param drawdowns how many of the deepest; 0 for none
     */
    public record Asked(int rolling, boolean calendar, int drawdowns) {

        public static final Asked NOTHING = new Asked(0, false, 0);

        /** @throws IllegalArgumentException for numbers below 0 */
        public Asked {
            if (rolling < 0 || drawdowns < 0) {
                throw new IllegalArgumentException(
                        (rolling < 0 ? "--rolling: found " + rolling : "--drawdowns: found " + drawdowns)
                                + ", a number from 1 on was expected");
            }
        }

        boolean any() {
            return rolling > 0 || calendar || drawdowns > 0;
        }
    }

    /**
     * Metrics over a moving window, each point dated by the last observation of its window.
     *
     * @param of   what the window counts: returns or trades
     * @param step by how many of them it moves on
     */
    public record Moving(int window, String of, int step, Map<Metric<?>, List<Rolling.Point>> points) {

        public Moving {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }
    }

    /** What each month brought. */
    public record Months(Unit unit, MonthTable table) {}

    /**
     * The deepest stays below a peak.
     *
     * @param all how many there were
     */
    public record Stays(DrawdownTable table, int all) {}

    /** Not asked for. */
    public static final FileTables NONE = none("");

    static FileTables none(String because) {
        return new FileTables(Optional.empty(), Optional.empty(), Optional.empty(), because);
    }
}
