package dev.plumbline.metric;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a formula gives: a value, or the reason why there is none. */
public sealed interface Result permits Result.Undefined, Result.Value {

    /** How many observations went in. */
    long n();

    /** The same result with one more note, once; an undefined result says its reason and nothing else. */
    Result noting(String note);

    /**
     * A number.
     *
     * @param value    finite
     * @param n        observations
     * @param interval at the level of the conventions, where one is defined
     * @param evidence the sufficient statistics that a comparison with another period needs
     * @param notes    conventions a reader must know, such as {@code √365} or {@code modelled}
     */
    record Value(double value, long n, Optional<Interval> interval, Evidence evidence, List<String> notes)
            implements Result {

        public Value {
            if (!Double.isFinite(value)) {
                throw new NotFinite(value);
            }
            notes = List.copyOf(notes);
        }

        public Value with(Interval range) {
            return with(Optional.of(range));
        }

        public Value with(Optional<Interval> range) {
            return new Value(value, n, range, evidence, notes);
        }

        public Value with(Evidence statistics) {
            return new Value(value, n, interval, statistics, notes);
        }

        @Override
        public Value noting(String note) {
            return note.isEmpty() || notes.contains(note)
                    ? this
                    : new Value(
                            value,
                            n,
                            interval,
                            evidence,
                            Stream.concat(notes.stream(), Stream.of(note)).toList());
        }
    }

    /** No number, and why. */
    record Undefined(long n, Reason reason, String because) implements Result {

        @Override
        public Undefined noting(String note) {
            return this;
        }
    }

    /** The closed set of reasons. */
    enum Reason {
        NONE,
        ONE,
        ALL_EQUAL,
        NO_LOSS,
        NO_DRAWDOWN,
        TOO_SHORT,
        TOO_FEW,
        NOT_POSITIVE,
        NOT_AVAILABLE
    }

    static Value of(double value, long n) {
        return new Value(value, n, Optional.empty(), new Evidence.Plain(), List.of());
    }

    static Undefined undefined(long n, Reason reason, String because) {
        return new Undefined(n, reason, because);
    }
}
