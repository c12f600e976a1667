package dev.plumbline.metric;

import java.util.Arrays;

/**
 * How a series runs from reading to reading: smooth, erratic, a sawtooth, stuck, or nobody can tell.
 *
 * <p>Formula, of n readings with n - 1 changes between them:
 *
 * <ul>
 *   <li>unchanged: changes of exactly 0 / changes, with its {@link Wilson} interval
 *   <li>turns: changes whose sign differs from the change before, unchanged ones passed over / pairs of such, with the same.
 *       Independent readings turn in 2/3 of the pairs, a random walk in 1/2. Turns of independent readings vary less than
 *       independent trials would, so that the interval is the wider, careful one
 *   <li>persistence: lag-1 autocorrelation of the readings, Σ(v_t - m)(v_(t-1) - m) / Σ(v_t - m)², with the large-sample
 *       interval ± z·√((1 - r²)/n) of a first-order autoregression
 * </ul>
 *
 * <p>Stuck: the interval of unchanged lies above 1/2. Sawtooth: that of turns above 2/3, more than chance turns round.
 * Smooth: that of persistence above 1/2. Erratic: that below 1/2. Otherwise, and under {@value #LEAST} changes, nobody can tell.
 *
 * <p>Sources: I. J. Bienaymé, Sur une question de probabilités, Bulletin de la SMF 2 (1874), for the turns; M. S. Bartlett,
 * On the Theoretical Specification and Sampling Properties of Autocorrelated Time-Series, JRSS Supplement 8 (1946),
 * <a href="https://doi.org/10.2307/2983611">doi:10.2307/2983611</a>, for the interval.
 *
 * @param n readings
 */
public record CurveShape(Kind kind, int n, Result unchanged, Result turns, Result persistence) {

    /** Fewer changes are no shape. */
    public static final int LEAST = 20;

    private static final double HALF = 0.5;
    private static final double CHANCE = 2.0 / 3;

    /** What a series looks like. */
    public enum Kind {
        SMOOTH("smooth"),
        ERRATIC("erratic"),
        SAWTOOTH("sawtooth"),
        STUCK("stuck"),
        UNKNOWN("cannot tell");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The shape of the values, in time order. */
    public static CurveShape of(double[] values, Conventions conventions) {
        int changes = Math.max(0, values.length - 1);
        if (changes < LEAST) {
            Result none =
                    Result.undefined(values.length, Result.Reason.TOO_FEW, changes + " changes, " + LEAST + " needed");
            return new CurveShape(Kind.UNKNOWN, values.length, none, none, none);
        }
        long same = 0;
        long turns = 0;
        long pairs = 0;
        double before = 0;
        for (int i = 1; i < values.length; i++) {
            double change = values[i] - values[i - 1];
            if (change == 0) {
                same++;
                continue;
            }
            pairs += before == 0 ? 0 : 1;
            turns += change * before < 0 ? 1 : 0;
            // only the sign matters, and a product of small changes must not vanish
            before = Math.signum(change);
        }
        Result unchanged = Wilson.share(same, changes, conventions);
        Result turning = pairs < LEAST
                ? Result.undefined(pairs, Result.Reason.TOO_FEW, pairs + " pairs of changes, " + LEAST + " needed")
                : Wilson.share(turns, pairs, conventions);
        Result persistence = persistence(values, conventions);
        return new CurveShape(kind(unchanged, turning, persistence), values.length, unchanged, turning, persistence);
    }

    private static Kind kind(Result unchanged, Result turning, Result persistence) {
        if (isAbove(unchanged, HALF)) {
            return Kind.STUCK;
        }
        if (isAbove(turning, CHANCE)) {
            return Kind.SAWTOOTH;
        }
        if (isAbove(persistence, HALF)) {
            return Kind.SMOOTH;
        }
        return isBelow(persistence, HALF) ? Kind.ERRATIC : Kind.UNKNOWN;
    }

    private static boolean isAbove(Result result, double edge) {
        return result instanceof Result.Value value
                && value.interval().orElseThrow().low() > edge;
    }

    private static boolean isBelow(Result result, double edge) {
        return result instanceof Result.Value value
                && value.interval().orElseThrow().high() < edge;
    }

    private static Result persistence(double[] values, Conventions conventions) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            double off = values[i] - mean;
            squares += off * off;
            products += i == 0 ? 0 : off * (values[i - 1] - mean);
        }
        if (!(Math.sqrt(squares / n) > 1e-12 * (1 + Math.abs(mean)))) {
            return Result.undefined(n, Result.Reason.ALL_EQUAL, "all readings are equal");
        }
        double r = products / squares;
        double half = Normal.critical(conventions.confidence()) * Math.sqrt(Math.max(0, 1 - r * r) / n);
        return Result.of(r, n)
                .with(new Interval(
                        Math.max(-1, r - half), Math.min(1, r + half), conventions.confidence(), "large sample"));
    }
}
