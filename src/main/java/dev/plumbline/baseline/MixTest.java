package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Mix;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Spread;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Two mixes of kinds, such as decisions. P-value: the G-test of homogeneity, divided by how much more the days differ than
 * chance makes them (Rao, Scott, Annals of Statistics 12, 1984); where a count under 5 is expected among at most 20,000, by dealing the
 * observations out anew. The effect is told as Jensen–Shannon distance (base 2, 0 to 1) and population stability index.
 */
final class MixTest {

    private static final double SMALL = 5;
    private static final long MANY = 20_000;
    private static final int DEALS = 5_000;
    private static final int ENOUGH = 30;

    private MixTest() {}

    static Optional<Difference> of(Mix then, Mix now) {
        TreeSet<String> kinds = new TreeSet<>(then.counts().keySet());
        kinds.addAll(now.counts().keySet());
        long[] a = counts(then, kinds);
        long[] b = counts(now, kinds);
        if (sum(a) == 0 || sum(b) == 0 || kinds.size() < 2) {
            return Optional.empty();
        }
        Spread spread = then.spread().with(now.spread());
        double inflation = spread.inflation();
        double g = g(a, b) / inflation;
        double pValue = smallest(a, b) < SMALL && sum(a) + sum(b) <= MANY
                ? dealt(a, b, g)
                : tail(g, kinds.size() - 1, inflation, spread);
        double change = entropy(b) - entropy(a);
        double before = variance(a) * inflation;
        double after = variance(b) * inflation;
        double half = new NormalDistribution().inverseCumulativeProbability((1 + Difference.LEVEL) / 2)
                * Math.sqrt(before + after);
        return Optional.of(new Difference(
                new Interval(change - half, change + half, Difference.LEVEL, "delta method"),
                pValue,
                before,
                after,
                String.format(Locale.ROOT, "Jensen–Shannon distance %.2f, PSI %.2f", distance(a, b), stability(a, b))));
    }

    private static double tail(double g, int degrees, double inflation, Spread spread) {
        return inflation > 1
                ? 1 - new FDistribution(null, degrees, spread.freedom()).cumulativeProbability(g / degrees)
                : 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(g);
    }

    /** The share of deals, with these margins, that differ as much. */
    private static double dealt(long[] a, long[] b, double g) {
        SplittableRandom random = new SplittableRandom(SeriesTest.SEED);
        double seen = 1;
        double tries = 1;
        while (tries < DEALS && seen < ENOUGH) {
            long[] first = new long[a.length];
            long left = sum(a);
            long rest = sum(a) + sum(b);
            for (int k = 0; k < a.length; k++) {
                long kind = a[k] + b[k];
                for (long i = 0; i < kind; i++, rest--) {
                    if (random.nextLong(rest) < left) {
                        first[k]++;
                        left--;
                    }
                }
            }
            long[] second = new long[a.length];
            for (int k = 0; k < a.length; k++) {
                second[k] = a[k] + b[k] - first[k];
            }
            tries++;
            seen += g(first, second) >= g - 1e-9 ? 1 : 0;
        }
        return Math.min(1, seen / tries);
    }

    private static long[] counts(Mix mix, SortedSet<String> kinds) {
        Map<String, Long> counts = mix.counts();
        return kinds.stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).toArray();
    }

    private static double g(long[] a, long[] b) {
        double all = sum(a) + (double) sum(b);
        double g = 0;
        for (int k = 0; k < a.length; k++) {
            double kind = a[k] + (double) b[k];
            g += term(a[k], sum(a) * kind / all) + term(b[k], sum(b) * kind / all);
        }
        return Math.max(0, 2 * g);
    }

    private static double term(long seen, double expected) {
        return seen == 0 ? 0 : seen * Math.log(seen / expected);
    }

    private static double smallest(long[] a, long[] b) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < a.length; k++) {
            least = Math.min(least, Math.min(sum(a), sum(b)) * (a[k] + (double) b[k]) / (sum(a) + sum(b)));
        }
        return least;
    }

    private static double entropy(long[] counts) {
        double bits = 0;
        for (long count : counts) {
            double p = count / (double) sum(counts);
            bits -= count == 0 ? 0 : p * Math.log(p) / Math.log(2);
        }
        return bits;
    }

    /** Of the entropy, to first order: (Σ p·log₂²p - H²) / n; a single observation's share at the least. */
    private static double variance(long[] counts) {
        double n = sum(counts);
        double squares = 0;
        for (long count : counts) {
            double log = count == 0 ? 0 : Math.log(count / n) / Math.log(2);
            squares += count / n * log * log;
        }
        double entropy = entropy(counts);
        return Math.max(squares - entropy * entropy, 1 / n) / n;
    }

    /** Root of the Jensen–Shannon divergence in bits. */
    static double distance(long[] a, long[] b) {
        double bits = 0;
        for (int k = 0; k < a.length; k++) {
            double p = a[k] / (double) sum(a);
            double q = b[k] / (double) sum(b);
            double m = (p + q) / 2;
            bits += (p == 0 ? 0 : p / 2 * Math.log(p / m)) + (q == 0 ? 0 : q / 2 * Math.log(q / m));
        }
        return Math.sqrt(Math.max(0, bits / Math.log(2)));
    }

    /** Σ (q - p)·ln(q / p), with half an observation added to each kind so that none is 0. */
    static double stability(long[] a, long[] b) {
        double index = 0;
        for (int k = 0; k < a.length; k++) {
            double p = (a[k] + 0.5) / (sum(a) + 0.5 * a.length);
            double q = (b[k] + 0.5) / (sum(b) + 0.5 * b.length);
            index += (q - p) * Math.log(q / p);
        }
        return index;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
