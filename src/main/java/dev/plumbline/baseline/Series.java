package dev.plumbline.baseline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a rule watches over time: a monitored value, an increase over a range, a ratio of two, how long nothing came.
 *
 * @param text  as written in the rule file, the range included
 * @param form  how its value comes about
 * @param names what it is made of; two make a ratio
 * @param range how much of the past each value looks at, where it looks back
 * @param least how many things a mean needs, 0 where one will do
 */
public record Series(String text, Form form, List<Named> names, Optional<Range> range, long least) {

    /** How a value of a series comes about. */
    public enum Form {
        /** The newest value of a monitored series. */
        VALUE,
        /** What a counter or flow rose by in the range. */
        INCREASE,
        /** The same, a second. */
        RATE,
        /** Seconds since the instant that the value names. */
        AGE,
        /** How many things came in the range. */
        COUNT,
        /** The mean of their values. */
        MEAN,
        /** The highest of their values. */
        HIGHEST,
        /** The sum of their values since the day began. */
        DAY_SUM,
        /** Seconds since the last one. */
        SILENCE,
        /** How much the account's value changed over the range, as a share, deposits and withdrawals taken out. */
        EQUITY_CHANGE,
        /** The same since the day began. */
        EQUITY_DAY,
        /** How far the account's value is below its highest. */
        DRAWDOWN
    }

    /**
     * A monitored series, or a kind of things.
     *
     * @param label  a label that the series must carry; empty where any will do
     * @param value  what that label must say
     * @param scale  what one of the source's unit is in ours
     * @param filter a regular expression that a thing's message must hold; empty where any will do
     */
    public record Named(String name, String label, String value, double scale, String filter) {

        @Override
        public String toString() {
            return label.isEmpty() ? name : name + "{" + label + "=" + value + "}";
        }
    }

    /** A length of time, or a number of things. */
    public record Range(Duration time, int things) {

        static Range of(Duration time) {
            return new Range(time, 0);
        }

        static Range of(int things) {
            return new Range(Duration.ZERO, things);
        }
    }

    public Series {
        names = List.copyOf(names);
    }

    /** The range as microseconds; 0 where it is none, or a number of things. */
    public long rangeMicros() {
        return range.map(it -> it.time().toMillis() * 1_000).orElse(0L);
    }

    /** How many things back it looks; 0 where it looks at time. */
    public int things() {
        return range.map(Range::things).orElse(0);
    }

    public boolean isRatio() {
        return names.size() == 2;
    }

    /** What it is made of, in words. */
    @Override
    public String toString() {
        return text;
    }
}
