package dev.plumbline.metric;

/**
 * Puts the number that would be at a place after sorting there, without sorting the rest: what is left of it is not
 * greater, what is right of it not less.
 *
 * <p>Source: R. W. Floyd, R. L. Rivest, Algorithm 489: Select, Communications of the ACM 18 (1975),
 * <a href="https://doi.org/10.1145/360680.360694">doi:10.1145/360680.360694</a>.
 */
final class Selection {

    private static final int SMALL = 600;

    private Selection() {}

    /** @param x has no NaN; its order is changed */
    static void place(double[] x, int k) {
        place(x, 0, x.length - 1, k);
    }

    private static void place(double[] x, int first, int last, int k) {
        int left = first;
        int right = last;
        while (right > left) {
            if (right - left > SMALL) {
                // the middle of a small part that most likely holds it
                double n = right - left + 1;
                double i = k - left + 1;
                double z = Math.log(n);
                double s = 0.5 * Math.exp(2 * z / 3);
                double sd = 0.5 * Math.sqrt(z * s * (n - s) / n) * Math.signum(i - n / 2);
                place(
                        x,
                        (int) Math.max(left, Math.floor(k - i * s / n + sd)),
                        (int) Math.min(right, Math.floor(k + (n - i) * s / n + sd)),
                        k);
            }
            double pivot = x[k];
            int i = left;
            int j = right;
            swap(x, left, k);
            if (x[right] > pivot) {
                swap(x, right, left);
            }
            while (i < j) {
                swap(x, i, j);
                i++;
                j--;
                while (x[i] < pivot) {
                    i++;
                }
                while (x[j] > pivot) {
                    j--;
                }
            }
            if (x[left] == pivot) {
                swap(x, left, j);
            } else {
                j++;
                swap(x, j, right);
            }
            if (j <= k) {
                left = j + 1;
            }
            if (k <= j) {
                right = j - 1;
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double kept = x[i];
        x[i] = x[j];
        x[j] = kept;
    }
}
