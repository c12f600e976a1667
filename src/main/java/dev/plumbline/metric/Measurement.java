package dev.plumbline.metric;

import dev.plumbline.model.Slice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric's result over one sample: the number with its n, interval and definition, or undefined with the reason.
 *
 * @param slice which part of the window was measured; {@link Slice#ALL} for the whole
 */
public record Measurement(Metric<?> metric, Slice slice, Result result) {

    public Measurement of(Slice part) {
        return new Measurement(metric, part, result);
    }

    /** {@code win rate, ETH/USDT}: the title, with the slice's value where there is one. */
    public String title() {
        return slice.isAll() ? metric.title() : metric.title() + ", " + slice.value();
    }

    public OptionalDouble value() {
        return result instanceof Result.Value v ? OptionalDouble.of(v.value()) : OptionalDouble.empty();
    }

    public boolean isDefined() {
        return result instanceof Result.Value;
    }

    public long n() {
        return result.n();
    }

    public Optional<Interval> interval() {
        return result instanceof Result.Value v ? v.interval() : Optional.empty();
    }

    public Evidence evidence() {
        return result instanceof Result.Value v ? v.evidence() : new Evidence.Plain();
    }

    public List<String> notes() {
        return result instanceof Result.Value v ? v.notes() : List.of();
    }

    /** Why there is no number; empty when there is one. */
    public Optional<String> because() {
        return result instanceof Result.Undefined u ? Optional.of(u.because()) : Optional.empty();
    }

    /** The value in its unit, or {@code undefined}. */
    public String text() {
        return value().isPresent() ? metric.unit().format(value().getAsDouble()) : "undefined";
    }

    /** {@code sharpe 1.84 [−12.00, 16.00], n = 7} or {@code sharpe undefined: 3 returns, 5 needed}. */
    @Override
    public String toString() {
        if (result instanceof Result.Undefined u) {
            return name() + " undefined: " + u.because();
        }
        String range = interval()
                .map(i -> " [" + metric.unit().format(i.low()) + ", "
                        + metric.unit().format(i.high()) + "]")
                .orElse("");
        String conventions = notes().isEmpty() ? "" : " (" + String.join("; ", notes()) + ")";
        return name() + " " + text() + range + ", n = " + n() + conventions;
    }

    private String name() {
        return slice.isAll() ? metric.id() : metric.id() + " " + slice;
    }
}
