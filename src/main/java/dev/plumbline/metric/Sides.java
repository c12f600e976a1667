package dev.plumbline.metric;

/**
 * What lies above and below the minimum acceptable return m, as means over all returns.
 *
 * @param excess     mean(r - m)
 * @param upper      mean(max(r - m, 0))
 * @param upperTwo   mean(max(r - m, 0)²)
 * @param lower      mean(max(m - r, 0))
 * @param lowerTwo   mean(max(m - r, 0)²)
 * @param lowerThree mean(max(m - r, 0)³)
 */
record Sides(
        double least, double excess, double upper, double upperTwo, double lower, double lowerTwo, double lowerThree) {

    static Sides of(double[] returns, double least) {
        double excess = 0;
        double upper = 0;
        double upperTwo = 0;
        double lower = 0;
        double lowerTwo = 0;
        double lowerThree = 0;
        for (double r : returns) {
            double more = r - least;
            excess += more;
            if (more > 0) {
                upper += more;
                upperTwo += more * more;
            } else {
                double less = -more;
                lower += less;
                lowerTwo += less * less;
                lowerThree += less * less * less;
            }
        }
        double n = returns.length;
        return new Sides(least, excess / n, upper / n, upperTwo / n, lower / n, lowerTwo / n, lowerThree / n);
    }
}
