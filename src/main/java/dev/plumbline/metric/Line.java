package dev.plumbline.metric;

/**
 * The straight line through points, by least squares.
 *
 * @param slope       not a number where all x are equal
 * @param correlation not a number where all x or all y are equal
 * @param slopeError  standard error of the slope, n - 2 degrees of freedom; not a number for fewer than 3 points
 * @param levelError  standard error of the intercept
 */
record Line(double slope, double intercept, double correlation, double slopeError, double levelError) {

    static Line of(double[] x, double[] y) {
        int n = x.length;
        double meanX = Moments.mean(x);
        double meanY = Moments.mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        boolean flatX = Moments.isZero(Math.sqrt(xx / n), meanX);
        boolean flatY = Moments.isZero(Math.sqrt(yy / n), meanY);
        double slope = flatX ? Double.NaN : xy / xx;
        double rest = Math.max(0, yy - slope * xy);
        double variance = n > 2 ? rest / (n - 2) : Double.NaN;
        return new Line(
                slope,
                meanY - slope * meanX,
                flatX || flatY ? Double.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))),
                Math.sqrt(variance / xx),
                Math.sqrt(variance * (1.0 / n + meanX * meanX / xx)));
    }
}
