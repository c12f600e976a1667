package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** Where the readings of a series come from: the store, or a test. */
public interface SeriesSource {

    /**
     * A series over the period and far enough before it.
     *
     * @param lowest where several are known at one instant, whether the lowest of them is asked for, not the highest
     */
    Readings read(Series series, boolean lowest);

    /** A metric over the week that ends with each day, as a check of that day's evening would have judged it. */
    Readings daily(Metric<?> metric, Slice slice, long minN, long minDays);

    /** The week that ends with each day of the period, where the agent has a week before it. */
    List<Period> weeks();

    /** A metric over a period by a dimension; empty for the whole. */
    List<Measurement> measured(Period period, Metric<?> metric, String dimension);

    /** The parts of the period by a dimension. */
    List<Slice> slices(Metric<?> metric, String dimension);

    /**
     * What came of a rule's replay. A source that is asked by a check, its pictures and its tables keeps it.
     *
     * @param rule what the replay depends on besides this source
     */
    default List<Track> replayed(List<Object> rule, Supplier<List<Track>> replay) {
        return replay.get();
    }

    /** The zone that times are told in. */
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** Planned downtime: nobody is told of a bot that is meant to be down. */
    List<Span> downtime();

    /** When the bot's own alerts that hold this regular expression were written. */
    long[] own(String pattern);
}
