package dev.plumbline.baseline;

/** How long blocks of days must be so that what a day owes to the one before stays together. */
final class DayMemory {

    /** How far chance alone moves a correlation of neighbours, one-sided 10 %, times √days. */
    private static final double BY_CHANCE = 1.2816;

    private DayMemory() {}

    /**
     * 1 unless the first number of each day is correlated with that of the day before; then (2ρ/(1 - ρ²))^⅔ · n^⅓ days
     * (E. Carlstein, Annals of Statistics 14, 1986), at most half of the shorter period.
     */
    static int block(double[] days, int width, int then, int now) {
        int n = then + now;
        double[] mean = new double[2];
        for (int i = 0; i < n; i++) {
            mean[i < then ? 0 : 1] += days[i * width] / (i < then ? then : now);
        }
        double squares = 0;
        double neighbours = 0;
        double last = 0;
        for (int i = 0; i < n; i++) {
            double excess = days[i * width] - mean[i < then ? 0 : 1];
            squares += excess * excess;
            neighbours += i == 0 || i == then ? 0 : excess * last;
            last = excess;
        }
        double memory = squares == 0 ? 0 : neighbours / squares;
        if (memory <= BY_CHANCE / Math.sqrt(n)) {
            return 1;
        }
        double strength = 2 * memory / (1 - memory * memory);
        int longest = Math.max(1, Math.min(then, now) / 2);
        return (int) Math.max(1, Math.min(longest, Math.round(Math.cbrt(strength * strength * n))));
    }
}
