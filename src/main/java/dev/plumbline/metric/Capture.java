package dev.plumbline.metric;

import java.util.stream.IntStream;

/**
 * How much of a benchmark's rises and of its falls an account took part in.
 *
 * <p>Unit: ratio; 1 is all of it, above 1 more, below 0 the other way.
 *
 * <ul>
 *   <li>none in common: undefined, NONE
 *   <li>one: undefined, ONE; fewer than 5: undefined, TOO_FEW
 *   <li>all equal: as always
 *   <li>no period in which the benchmark rose (fell): undefined, NONE; it fell nowhere: undefined, NO_LOSS
 * </ul>
 *
 * <p>Conventions: compounded over the periods in which the benchmark rose, b &gt; 0, or did not, b ≤ 0; not annualised, for
 * those periods follow each other nowhere. One peer annualises both, and counts b = 0 with the rises. Source: C. R. Bacon,
 * Practical Portfolio Performance Measurement and Attribution, Wiley 2008.
 */
final class Capture {

    private Capture() {}

    /** Formula: (Π(1 + r) - 1) / (Π(1 + b) - 1), both where b &gt; 0. */
    static Result up(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return of(returns, benchmark, true);
    }

    /** Formula: (Π(1 + r) - 1) / (Π(1 + b) - 1), both where b ≤ 0. */
    static Result down(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        return of(returns, benchmark, false);
    }

    /** Formula: count(r &gt; b) / n, both where b &gt; 0. Unit: share, 0 to 1, {@link Wilson} interval. */
    static Result beaten(double[] returns, double[] benchmark, double periods, Conventions conventions) {
        int[] rises = places(benchmark, true);
        return rises.length == 0
                ? none(returns.length, true)
                : Wilson.share(
                        IntStream.of(rises)
                                .filter(i -> returns[i] > benchmark[i])
                                .count(),
                        rises.length,
                        conventions);
    }

    private static Result of(double[] returns, double[] benchmark, boolean up) {
        int[] places = places(benchmark, up);
        double theirs = grown(benchmark, places);
        return theirs == 0 ? none(returns.length, up) : Result.of(grown(returns, places) / theirs, places.length);
    }

    private static int[] places(double[] benchmark, boolean up) {
        return IntStream.range(0, benchmark.length)
                .filter(i -> benchmark[i] > 0 == up)
                .toArray();
    }

    private static double grown(double[] x, int[] places) {
        return Compounded.total(IntStream.of(places).mapToDouble(i -> x[i]).toArray(), 0);
    }

    private static Result none(int n, boolean up) {
        return Result.undefined(
                n,
                up ? Result.Reason.NONE : Result.Reason.NO_LOSS,
                "the benchmark " + (up ? "rose" : "fell") + " in none of " + n + " periods");
    }
}
