package dev.plumbline.metric;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several metrics of one sample need and none should compute again: totals, sums of days, the resamples of a
 * bootstrap. The same seed gives the same resamples, and drawing them is most of the work. Safe to use from several threads.
 */
public final class Shared {

    private final Map<Key, Once> known = new ConcurrentHashMap<>();

    private Shared() {}

    /** Of nothing yet. */
    public static Shared empty() {
        return new Shared();
    }

    /** The very array, for two samples may hold the same numbers in arrays that are still being filled. */
    private record Key(Object array, Object what) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.array == array && key.what.equals(what);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(array) + what.hashCode();
        }
    }

    /** Computed by the first that asks, outside of the map's locks: others that ask for it wait, nobody else does. */
    private static final class Once {
        private @Nullable Object found;

        synchronized Object of(Supplier<?> compute) {
            Object known = found;
            if (known == null) {
                known = compute.get();
                found = known;
            }
            return known;
        }
    }

    private record Resamples(int number, long seed) {}

    @SuppressWarnings("unchecked") // an array is resampled in one way only
    <T> T resamples(double[] x, Conventions conventions, Supplier<T> draw) {
        return (T) of(x, new Resamples(conventions.resamples(), conventions.seed()), draw);
    }

    /** What follows from an array, one thing a type. */
    <T> T of(Object array, Class<T> type, Supplier<T> compute) {
        return type.cast(of(array, (Object) type, compute));
    }

    private Object of(Object array, Object what, Supplier<?> compute) {
        return known.computeIfAbsent(new Key(array, what), key -> new Once()).of(compute);
    }
}
