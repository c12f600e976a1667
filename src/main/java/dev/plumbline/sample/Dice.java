package dev.plumbline.sample;

import java.util.List;
import java.util.Random;

/**
 * Repeatable chance, one stream per name, so that a change in one series leaves the others alone. {@link Random} and
 * {@link StrictMath} only: their results are specified, on every machine and Java.
 */
final class Dice {

    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    static Dice of(long seed, String... names) {
        long mixed = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        for (String name : names) {
            mixed = (mixed ^ name.hashCode()) * 0xD1342543DE82EF95L + 1;
            mixed ^= mixed >>> 29;
        }
        return new Dice(new Random(mixed));
    }

    double uniform() {
        return random.nextDouble();
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Uniform in [0, n). */
    int below(int n) {
        return random.nextInt(n);
    }

    double normal() {
        return random.nextGaussian();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A waiting time with the given mean, a little more regular than chance (gamma, shape 2). */
    double delay(double mean) {
        return -mean / 2 * StrictMath.log((1 - random.nextDouble()) * (1 - random.nextDouble()));
    }

    /** Less than a minute, in microseconds: people and networks do not act on the full second. */
    long withinMinute() {
        return 1_000_000L + random.nextInt(58_000_000);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
