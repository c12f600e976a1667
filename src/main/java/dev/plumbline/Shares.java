package dev.plumbline;

import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;
import java.util.Optional;
import java.util.Set;

/** Metrics that hold one action or mode against all: what they mean of a slice. */
final class Shares {

    private Shares() {}

    /** What compares actions, or modes, with each other has no value in one of them: a 0 or 1 there would be made up. */
    static Optional<String> meaningless(Metric<?> metric, Slice slice) {
        boolean actions =
                Set.of(Metrics.OPEN_SHARE.id(), Metrics.ACTION_ENTROPY.id()).contains(metric.id());
        boolean modes = Set.of(Metrics.MODE_TRANSITIONS.id(), Metrics.MODE_TRANSITIONS_PEAK.id())
                .contains(metric.id());
        return (actions && slice.dimension().equals("action"))
                        || (modes && slice.dimension().equals("mode"))
                ? Optional.of("not available: it is between one " + slice.dimension() + " and the others")
                : Optional.empty();
    }

    /** A share of one action or mode is a share of the whole sample. */
    @SuppressWarnings("unchecked") // a family and its members take the same sample
    static <S extends Sample> Optional<Metric<S>> member(Metric<S> metric, Slice slice) {
        if (metric.id().equals(Metrics.ACTION_SHARE.id()) && slice.dimension().equals("action")) {
            return Optional.of((Metric<S>) Metrics.actionShare(slice.value()));
        }
        if (metric.id().equals(Metrics.MODE_SHARE_ROWS.id())
                && slice.dimension().equals("mode")) {
            return Optional.of((Metric<S>) Metrics.modeShareRows(slice.value()));
        }
        if (metric.id().equals(Metrics.MODE_SHARE_TIME.id())
                && slice.dimension().equals("mode")) {
            return Optional.of((Metric<S>) Metrics.modeShareTime(slice.value()));
        }
        return Optional.empty();
    }
}
