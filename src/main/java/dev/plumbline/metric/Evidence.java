package dev.plumbline.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a later comparison needs to know of a value, small enough to be kept in a baseline file after the raw rows are
 * gone. The kind decides the test.
 */
public sealed interface Evidence
        permits Evidence.Estimate,
                Evidence.Mean,
                Evidence.Mix,
                Evidence.Plain,
                Evidence.Proportion,
                Evidence.Rate,
                Evidence.Series {

    /**
     * A share of trials: win rate, success rate.
     *
     * @param spread of the share from day to day
     */
    record Proportion(long successes, long trials, Spread spread) implements Evidence {

        /** Independent trials. */
        public Proportion(long successes, long trials) {
            this(successes, trials, Spread.UNKNOWN);
        }
    }

    /**
     * Events over an exposure, in the unit that the metric divides by: transitions per week, runs per day and symbol.
     *
     * @param spread of the events from day to day
     */
    record Rate(long events, double exposure, Spread spread) implements Evidence {

        /** Events that come independently. */
        public Rate(long events, double exposure) {
            this(events, exposure, Spread.UNKNOWN);
        }
    }

    /**
     * A mean.
     *
     * @param effective how many independent observations the readings are worth, at most {@code n}
     * @param spread    of the mean from day to day, beyond what {@code effective} says
     * @param days      that have readings, in time order; empty where they are not known or too many to keep
     */
    record Mean(double mean, double sd, long n, double effective, Spread spread, List<DayTotal> days)
            implements Evidence {

        public Mean {
            days = List.copyOf(days);
        }

        /** Readings of which no days are known. */
        public Mean(double mean, double sd, long n, double effective) {
            this(mean, sd, n, effective, Spread.UNKNOWN, List.of());
        }

        /** The same, with how much it moves from day to day. */
        Mean with(Spread known) {
            return new Mean(mean, sd, n, effective, known, days);
        }

        /** The same, with its days. */
        Mean with(List<DayTotal> known) {
            return new Mean(mean, sd, n, effective, spread, known);
        }
    }

    /** Any other estimate with a standard error. */
    record Estimate(double value, double standardError) implements Evidence {}

    /**
     * How often each kind came: a mix of decisions.
     *
     * @param spread of the kinds from day to day
     */
    record Mix(Map<String, Long> counts, Spread spread) implements Evidence {

        public Mix {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }
    }

    /**
     * What each day brought, for a statistic that follows from whole days: a ratio, a Sharpe ratio, a drawdown.
     *
     * @param statistic what is made of the days
     * @param scale     what it is multiplied by, such as the root of the periods of a year
     * @param values    day after day, as many numbers each as the statistic needs
     */
    record Series(Statistic statistic, double scale, double[] values) implements Evidence {

        /** Of so many values none is a day, and no baseline keeps them. */
        private static final int MOST = 100_000;

        /** @param values day after day; where there are too many to be days, the value is known as it was */
        static Result.Value of(Result.Value value, Statistic statistic, double scale, double[] values) {
            return values.length > MOST ? value : value.with(new Series(statistic, scale, values));
        }

        /** @throws IllegalArgumentException when the numbers are not so many a day */
        public Series {
            values = values.clone();
            if (values.length % statistic.width() != 0) {
                throw new IllegalArgumentException("found " + values.length + " numbers for " + statistic
                        + ", which needs " + statistic.width() + " a day");
            }
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        public int days() {
            return values.length / statistic.width();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Series it
                    && it.statistic == statistic
                    && Double.compare(it.scale, scale) == 0
                    && Arrays.equals(it.values, values);
        }

        @Override
        public int hashCode() {
            return 31 * statistic.hashCode() + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return statistic + " of " + days() + " days";
        }
    }

    /** Nothing beyond the value. */
    record Plain() implements Evidence {}
}
