package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Proportion;
import dev.plumbline.metric.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * How often chance alone takes a share beyond a limit as far as it went, or further. It mutes nothing; it is said beside the
 * fact.
 *
 * <p>Formula: P(X ≤ k), or P(X ≥ k), of n trials at the usual share p: the baseline's, or without one the edge where the
 * rule's milder level begins. X is binomial, and beta-binomial with the variance p·(1 - p)·n·T where the baseline has N
 * trials, or its days differ by a factor F: T = F·(1 + n/N) (J. G. Skellam, J. R. Statist. Soc. B 10, 1948).
 */
final class ChanceOfLimit {

    /** A baseline of fewer trials does not say what is usual. */
    private static final long FEWEST = 20;

    private ChanceOfLimit() {}

    /** Empty where it is no share of independent trials, or what is usual is itself beyond the limit. */
    static OptionalDouble of(Rule rule, Rule.Passed passed, Measurement now, Optional<Measurement> then) {
        if (!(now.evidence() instanceof Proportion seen) || seen.trials() == 0) {
            return OptionalDouble.empty();
        }
        Optional<Proportion> before = then.map(Measurement::evidence)
                .filter(Proportion.class::isInstance)
                .map(Proportion.class::cast)
                .filter(it -> it.trials() >= FEWEST);
        OptionalDouble usual = before.map(it -> OptionalDouble.of((double) it.successes() / it.trials()))
                .orElseGet(() -> milder(rule, passed));
        if (usual.isEmpty() || passed.bounds().isBeyond(usual.getAsDouble(), 0)) {
            return OptionalDouble.empty();
        }
        // the window's own days do not count: a change within it makes them differ, and would pass for chance
        double days = before.map(it -> it.spread().inflation()).orElse(1.0);
        double scatter = days
                * (1 + before.map(it -> (double) seen.trials() / it.trials()).orElse(0.0));
        return OptionalDouble.of(tail(seen, usual.getAsDouble(), scatter, passed.side() == Bounds.Side.BELOW));
    }

    private static OptionalDouble milder(Rule rule, Rule.Passed passed) {
        return rule.yellow()
                .filter(yellow -> passed.verdict() == Verdict.RED)
                .flatMap(yellow -> passed.side() == Bounds.Side.BELOW ? yellow.below() : yellow.above())
                .map(edge -> OptionalDouble.of(edge.at(0)))
                .orElse(OptionalDouble.empty());
    }

    /** @param scatter by how much the variance is that of a binomial */
    private static double tail(Proportion seen, double share, double scatter, boolean below) {
        long n = seen.trials();
        long k = below ? seen.successes() : n - seen.successes();
        double p = below ? share : 1 - share;
        if (scatter <= 1 || n < 2 || p <= 0 || p >= 1) {
            return new BinomialDistribution(null, Math.toIntExact(n), p).cumulativeProbability(Math.toIntExact(k));
        }
        // the two parameters together, from Var = p·(1 - p)·n·(1 + (n - 1)/(size + 1)); a scatter of n leaves none
        double size = Math.max(1, (n - 1) / (Math.min(scatter, (double) n) - 1) - 1);
        double sum = 0;
        for (long i = 0; i <= k; i++) {
            sum += Math.exp(logBetaBinomial(n, i, p * size, (1 - p) * size));
        }
        return Math.min(1, sum);
    }

    private static double logBetaBinomial(long n, long k, double a, double b) {
        return Gamma.logGamma(n + 1.0)
                - Gamma.logGamma(k + 1.0)
                - Gamma.logGamma(n - k + 1.0)
                + logBeta(k + a, n - k + b)
                - logBeta(a, b);
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }

    /** {@code ; chance alone goes as far once in 9 such windows}; empty where it hardly ever does. */
    static String words(OptionalDouble chance) {
        if (chance.isEmpty() || chance.getAsDouble() < 0.01) {
            return "";
        }
        long once = Math.round(1 / chance.getAsDouble());
        return once < 3
                ? "; chance alone often goes as far"
                : "; chance alone goes as far once in " + once + " such windows";
    }
}
