package dev.plumbline.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in which a series is beyond a level, or is not, or nobody knows.
 *
 * @param worst the value furthest towards the level or beyond it; NaN where nobody knows
 */
record Stretch(long from, long to, State state, double worst) {

    enum State {
        BEYOND,
        CALM,
        /** No data, which is not the same as fine. */
        UNKNOWN,
        /** A condition of the rule says that it does not count. */
        MUTED
    }

    /** The readings from {@code from} to {@code to}, without a hole between two stretches. */
    static List<Stretch> of(Readings readings, Bounds bounds, long from, long to) {
        List<Stretch> all = new ArrayList<>();
        long at = from;
        for (int i = 0; i < readings.size(); i++) {
            long begin = Math.max(readings.micros()[i], from);
            long end = Math.min(readings.until(i, to), to);
            if (begin >= end) {
                continue;
            }
            if (begin > at) {
                all.add(new Stretch(at, begin, State.UNKNOWN, Double.NaN));
            }
            double value = readings.values()[i];
            if (Double.isNaN(value)) {
                all.add(new Stretch(begin, end, State.UNKNOWN, value));
            } else {
                double grown = value + readings.growth() * ((begin - readings.micros()[i]) / 1e6);
                add(all, bounds, begin, end, grown, readings.growth());
            }
            at = end;
        }
        if (at < to) {
            all.add(new Stretch(at, to, State.UNKNOWN, Double.NaN));
        }
        return all;
    }

    /** One value that holds from begin to end, growing: it may cross a level on the way. */
    private static void add(List<Stretch> all, Bounds bounds, long begin, long end, double value, double growth) {
        if (growth == 0) {
            all.add(new Stretch(begin, end, bounds.isBeyond(value, 0) ? State.BEYOND : State.CALM, value));
            return;
        }
        double last = value + growth * ((end - begin) / 1e6);
        long low = bounds.below()
                .map(edge -> reached(begin, end, value, growth, edge.at(0)))
                .orElse(begin);
        long high = bounds.above()
                .map(edge -> reached(begin, end, value, growth, edge.at(0)))
                .orElse(end);
        part(all, begin, Math.min(low, high), State.BEYOND, value);
        part(all, Math.max(begin, low), high, State.CALM, bounds.above().isPresent() ? last : value);
        part(all, Math.max(begin, high), end, State.BEYOND, last);
    }

    private static void part(List<Stretch> all, long begin, long end, State state, double worst) {
        if (begin < end) {
            all.add(new Stretch(begin, end, state, worst));
        }
    }

    private static long reached(long begin, long end, double value, double growth, double edge) {
        double micros = (edge - value) / growth * 1e6;
        return micros <= 0 ? begin : micros >= end - begin ? end : begin + (long) Math.ceil(micros);
    }

    /** The same stretches, those in the spans in another state: muted, calm as a condition does not hold, or unknown. */
    static List<Stretch> marked(List<Stretch> stretches, List<Span> spans, State state) {
        List<Stretch> all = new ArrayList<>();
        for (Stretch stretch : stretches) {
            long at = stretch.from;
            for (Span span : spans) {
                long begin = Math.max(span.from(), at);
                long end = Math.min(span.to(), stretch.to);
                if (begin < end) {
                    part(all, at, begin, stretch.state, stretch.worst);
                    all.add(new Stretch(begin, end, state, Double.NaN));
                    at = end;
                }
            }
            part(all, at, stretch.to, stretch.state, stretch.worst);
        }
        return all;
    }
}
