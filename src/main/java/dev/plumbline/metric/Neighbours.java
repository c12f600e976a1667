package dev.plumbline.metric;

/**
 * The correlation of a day with the next, put right for few days. It seems smaller than it is, since two means are taken out
 * of the days: E[ρ̂] ≈ ((n - 2)ρ - 2V)/(n - 2V), V = (1 + ρ)/(1 - ρ) (after F. H. C. Marriott, J. A. Pope, Biometrika 41,
 * 1954), solved for ρ.
 */
public final class Neighbours {

    /** More is never believed of a few weeks. */
    public static final double STRONGEST = 0.7;

    private static final double WEAKEST = -0.5;
    private static final int ROUNDS = 8;

    private Neighbours() {}

    /**
     * From -0.5 to {@link #STRONGEST}.
     *
     * @param seen the correlation found, about the means of two stretches
     * @param days of both together
     */
    public static double correlation(double seen, int days) {
        double correlation = seen;
        for (int i = 0; i < ROUNDS; i++) {
            double worth = Math.min(worth(correlation), days / 4.0);
            double solved = (seen * (days - 2 * worth) + 2 * worth) / Math.max(1, days - 2);
            correlation = Math.max(WEAKEST, Math.min(STRONGEST, solved));
        }
        return correlation;
    }

    /** What the variance of a mean must be multiplied by where days are so correlated: V = (1 + ρ)/(1 - ρ). */
    public static double worth(double correlation) {
        double held = Math.max(WEAKEST, Math.min(STRONGEST, correlation));
        return (1 + held) / (1 - held);
    }
}
