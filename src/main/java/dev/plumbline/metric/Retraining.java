package dev.plumbline.metric;

import dev.plumbline.model.RetrainingRuns;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** How often a bot retrains, how often that works, how long it takes, and how sure the new model is. */
final class Retraining {

    private static final Set<String> FINISHED = Set.of("success", "below_target", "error");

    private Retraining() {}

    /**
     * Runs a day and symbol.
     *
     * <p>Formula: runs / (symbols · days of the period). Unit: things a day, with its {@link Garwood} interval. No runs:
     * 0; no symbols known: undefined, NOT_AVAILABLE; a period without length: undefined, TOO_SHORT.
     */
    static Result rate(RetrainingRuns runs, Conventions conventions) {
        double exposure = runs.symbols() * runs.period().days();
        if (exposure > 0) {
            Spread spread = DayBlocks.ofCounts(DayBlocks.of(runs.period()).counts(runs.micros()));
            return Garwood.rate(runs.size(), exposure, runs.size(), conventions)
                    .with(new Evidence.Rate(runs.size(), exposure, spread))
                    .noting("per symbol");
        }
        return runs.symbols() > 0
                ? Result.undefined(runs.size(), Result.Reason.TOO_SHORT, "the period has no length")
                : Result.undefined(runs.size(), Result.Reason.NOT_AVAILABLE, "no symbols of the agent are known");
    }

    /**
     * The share of finished runs that succeeded.
     *
     * <p>Formula: success / (success + below_target + error). Unit: share, with its {@link Wilson} interval. No finished
     * run: undefined, NONE. Runs of any other state are told in the notes.
     */
    static Result success(RetrainingRuns runs, Conventions conventions) {
        long finished = Arrays.stream(runs.status()).filter(FINISHED::contains).count();
        if (finished == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no finished retraining run");
        }
        long others = runs.size() - finished;
        return Wilson.share(successes(runs), finished, conventions)
                .with(new Evidence.Proportion(successes(runs), finished, spread(runs)))
                .noting(others == 0 ? "" : others + " not finished, not counted");
    }

    /**
     * The same over all rows, as the playbook divides: runs in progress count as not successful.
     *
     * <p>Formula: success / all rows. Unit: share, with its {@link Wilson} interval. No runs: undefined, NONE.
     */
    static Result successOfAll(RetrainingRuns runs, Conventions conventions) {
        return runs.size() == 0
                ? Result.undefined(0, Result.Reason.NONE, "no retraining runs")
                : Wilson.share(successes(runs), runs.size(), conventions).noting("as the playbook divides");
    }

    /**
     * Formula: mean duration of the runs whose duration is known. Unit: seconds, with Student's interval from 10 runs. None
     * known: undefined, NONE.
     */
    static Result duration(RetrainingRuns runs, Conventions conventions) {
        return mean(runs, runs.seconds(), conventions, "no retraining run with a duration");
    }

    /** Formula: 95 % quantile, type 7, of the known durations. Unit: seconds. None known: undefined, NONE. */
    static Result longDuration(RetrainingRuns runs, Conventions conventions) {
        double[] seconds = known(runs.seconds());
        return seconds.length == 0
                ? Result.undefined(0, Result.Reason.NONE, "no retraining run with a duration")
                : Result.of(Quantile.of(seconds, 0.95), seconds.length);
    }

    /**
     * Formula: mean validation confidence where known. Unit: share, with Student's interval from 10 runs. None known:
     * undefined, NONE.
     */
    static Result confidenceAfter(RetrainingRuns runs, Conventions conventions) {
        return mean(runs, runs.confidenceAfter(), conventions, "no retraining run with a confidence");
    }

    private static Result mean(RetrainingRuns runs, double[] values, Conventions conventions, String none) {
        long[] times = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .mapToLong(i -> runs.micros()[i])
                .toArray();
        double[] known = known(values);
        return Mean.of(known, DayTotal.of(runs.period(), times, known), conventions, none);
    }

    private static Spread spread(RetrainingRuns runs) {
        DayBlocks days = DayBlocks.of(runs.period());
        double[] worked = Arrays.stream(runs.status())
                .mapToDouble(status -> status.equals("success") ? 1 : 0)
                .toArray();
        double[] finished = Arrays.stream(runs.status())
                .mapToDouble(status -> FINISHED.contains(status) ? 1 : 0)
                .toArray();
        return DayBlocks.ofShares(days.sums(runs.micros(), worked), days.sums(runs.micros(), finished));
    }

    private static long successes(RetrainingRuns runs) {
        return Arrays.stream(runs.status()).filter("success"::equals).count();
    }

    private static double[] known(double[] x) {
        return Arrays.stream(x).filter(Double::isFinite).toArray();
    }
}
