package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence.Proportion;
import dev.plumbline.metric.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How often chance alone takes a share beyond a limit: of n trials at the baseline's share, or without a baseline at the
 * edge where the rule's milder level begins, the binomial probability of as many as the limit allows. It mutes nothing;
 * it is said beside the fact.
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
        OptionalDouble usual = usual(rule, passed, then);
        if (usual.isEmpty() || passed.bounds().isBeyond(usual.getAsDouble(), 0)) {
            return OptionalDouble.empty();
        }
        BinomialDistribution chance = new BinomialDistribution(null, (int) seen.trials(), usual.getAsDouble());
        boolean below = passed.side() == Bounds.Side.BELOW;
        long edge = edge(passed, seen.trials(), below);
        return OptionalDouble.of(
                below ? chance.cumulativeProbability((int) edge) : 1 - chance.cumulativeProbability((int) edge - 1));
    }

    /** The last count of successes that is beyond the limit, seen from far beyond. */
    private static long edge(Rule.Passed passed, long trials, boolean below) {
        Threshold limit = (below ? passed.bounds().below() : passed.bounds().above()).orElseThrow();
        long near = Math.round(limit.at(0) * trials);
        for (long k = below ? near + 1 : near - 1; ; k += below ? -1 : 1) {
            double share = (double) k / trials;
            boolean beyond = below ? limit.isPassedDownwards(share, 0) : limit.isPassedUpwards(share, 0);
            if (beyond || k < 0 || k > trials) {
                return k;
            }
        }
    }

    /** What the share usually is: the baseline's, else where the milder level of the rule begins. */
    private static OptionalDouble usual(Rule rule, Rule.Passed passed, Optional<Measurement> then) {
        if (then.isPresent() && then.get().evidence() instanceof Proportion before && before.trials() >= FEWEST) {
            return OptionalDouble.of((double) before.successes() / before.trials());
        }
        return rule.yellow()
                .filter(yellow -> passed.verdict() == Verdict.RED)
                .flatMap(yellow -> passed.side() == Bounds.Side.BELOW ? yellow.below() : yellow.above())
                .map(edge -> OptionalDouble.of(edge.at(0)))
                .orElse(OptionalDouble.empty());
    }

    /** {@code ; chance does so once in 9 such windows}; empty where it hardly ever does. */
    static String words(OptionalDouble chance) {
        if (chance.isEmpty() || chance.getAsDouble() < 0.01) {
            return "";
        }
        long once = Math.round(1 / chance.getAsDouble());
        return once < 3 ? "; chance does so often" : "; chance does so once in " + once + " such windows";
    }
}
