package dev.plumbline.metric;

/**
 * How much more a figure moves from day to day than independent observations would make it.
 *
 * <p>Formula: factor = Σ e_d² / (what independence leads to expect of that sum) · D/(D - 1), e_d what day d has above or
 * below its share; memory = Σ e_d·e_{d+1} / Σ e_d². Good and bad days make the factor greater than 1: trades of one day are
 * then alike, and worth fewer than they are.
 *
 * <p>Source: design effect of cluster samples, J. N. K. Rao, A. J. Scott, A Simple Method for the Analysis of Clustered
 * Binary Data, Biometrics 48 (1992), <a href="https://doi.org/10.2307/2532311">doi:10.2307/2532311</a>.
 *
 * @param factor  1 when days differ as chance makes them; under 1 when they are more alike
 * @param memory  correlation of a day with the next, -1 to 1
 * @param degrees of freedom, days less one; 0 when there are too few days to know
 */
public record Spread(double factor, double memory, int degrees) {

    /** Nothing is known of the days. */
    public static final Spread UNKNOWN = new Spread(1, 0, 0);

    private static final int FEWEST_DAYS = 3;

    /** Under this, times 1/√days, a correlation of days is taken for none. */
    private static final double LEAST = 1;

    private static final double STRONGEST = 0.6;

    /** A spread is used of two stretches together, each about its own mean. */
    private static final int STRETCHES = 2;

    /** @throws IllegalArgumentException for a factor under 0, a memory out of -1 to 1, or degrees under 0 */
    public Spread {
        if (!(factor >= 0) || !(memory >= -1 && memory <= 1) || degrees < 0) {
            throw new IllegalArgumentException("found a spread of " + factor + ", " + memory + ", " + degrees
                    + ": a factor of at least 0, a memory from -1 to 1 and degrees of at least 0 were expected");
        }
    }

    /**
     * The spread of what each day has above or below its share.
     *
     * @param expected of the sum of squares, were all observations independent
     */
    static Spread of(double[] excess, double expected) {
        int days = excess.length;
        if (days < FEWEST_DAYS || !(expected > 0)) {
            return UNKNOWN;
        }
        double squares = 0;
        double neighbours = 0;
        for (int d = 0; d < days; d++) {
            squares += excess[d] * excess[d];
            neighbours += d == 0 ? 0 : excess[d] * excess[d - 1];
        }
        double memory = squares == 0 ? 0 : Math.max(-1, Math.min(1, neighbours / squares));
        return new Spread(squares / expected * days / (days - 1), memory, days - 1);
    }

    /** Of two stretches together, weighted by their days. */
    public Spread with(Spread other) {
        int all = degrees + other.degrees;
        if (all == 0) {
            return UNKNOWN;
        }
        return new Spread(
                (factor * degrees + other.factor * other.degrees) / all,
                (memory * degrees + other.memory * other.degrees) / all,
                all);
    }

    /**
     * What a variance that supposes independence must be multiplied by, at least 1: 1 + (factor - 1)·(1 + ρ)/(1 - ρ). Only
     * what days differ by beyond chance can remember: ρ, its correlation from day to day, is the one seen, {@link Neighbours
     * put right} for few days, over (factor - 1)/factor; what is chance remembers nothing. Where the readings are days, no
     * chance is known to take off, and ρ counts from 1/√days on.
     */
    public double inflation() {
        if (degrees == 0) {
            return Math.max(1, factor);
        }
        int days = degrees + STRETCHES;
        double seen = Neighbours.correlation(memory, days);
        if (isOfDays()) {
            return seen > LEAST / Math.sqrt(days) ? Neighbours.worth(seen) * aboutTwoMeans(seen, days) : 1;
        }
        if (factor <= 1 || seen <= 0) {
            return Math.max(1, factor);
        }
        double whole = factor * aboutTwoMeans(seen, days);
        return 1 + (whole - 1) * Neighbours.worth(Math.min(STRONGEST, seen * factor / (factor - 1)));
    }

    /** Degrees of freedom of {@link #inflation}: fewer than the days have, where days remember and are worth fewer. */
    public double freedom() {
        return Math.min(degrees, Math.max(FEWEST_DAYS, degrees * Math.max(1, factor) / inflation()));
    }

    /** Of readings that are themselves those of days: a factor of exactly 1, as there is nothing smaller to compare with. */
    private boolean isOfDays() {
        return Double.compare(factor, 1) == 0;
    }

    /** Squares about the mean of few days that remember are too small, by as much. */
    private static double aboutTwoMeans(double correlation, int days) {
        double worth = Math.max(1, Math.min(Neighbours.worth(correlation), days / 4.0));
        return (days - 2.0) / (days - 2 * worth);
    }
}
