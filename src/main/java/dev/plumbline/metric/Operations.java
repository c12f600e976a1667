package dev.plumbline.metric;

import dev.plumbline.model.ErrorCounts;
import dev.plumbline.model.Heartbeats;
import java.util.List;

/** The metrics of how a bot runs, whatever it earns; they are in {@link Metrics#ALL} too. */
public final class Operations {

    /** See {@link Uptime}. */
    public static final Metric<Heartbeats> UPTIME =
            new Metric<>("uptime", "uptime", Unit.SHARE, Heartbeats.class, Metric.Better.HIGHER, new Uptime());

    /** See {@link ErrorRate}. */
    public static final Metric<ErrorCounts> ERROR_RATE = new Metric<>(
            "error_rate", "error rate", Unit.SHARE, ErrorCounts.class, Metric.Better.LOWER, new ErrorRate());

    static final List<Metric<?>> ALL = List.of(UPTIME, ERROR_RATE);

    private Operations() {}
}
