package dev.plumbline.metric;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What several metrics of one sample need and none should compute again: the resamples of a bootstrap. The seed is the
 * same, so they are the same; drawing them is most of the work. Safe to use from several threads.
 */
public final class Shared {

    private final Map<Key, Object> known = new ConcurrentHashMap<>();

    private Shared() {}

    /** Of nothing yet. */
    public static Shared empty() {
        return new Shared();
    }

    /** The very array, for two samples may hold the same numbers in arrays that are still being filled. */
    private record Key(double[] x, int resamples, long seed) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.x == x && key.resamples == resamples && key.seed == seed;
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(x), resamples, seed);
        }
    }

    @SuppressWarnings("unchecked") // an array is resampled in one way only
    <T> T resamples(double[] x, Conventions conventions, Supplier<T> draw) {
        return (T) known.computeIfAbsent(new Key(x, conventions.resamples(), conventions.seed()), key -> draw.get());
    }
}
