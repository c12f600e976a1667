package dev.plumbline.baseline;

import java.util.Arrays;
import java.util.List;

/** Which of many p-values are certain enough together (Benjamini, Hochberg, J. R. Statist. Soc. B 57, 1995). */
final class FalseDiscovery {

    /** Of what is called certain, at most one in twenty is expected to be chance. */
    static final double RATE = 0.05;

    private FalseDiscovery() {}

    /** The largest p-value that counts as certain in this family; negative when none does. */
    static double threshold(List<Double> pValues, double rate) {
        double[] sorted = pValues.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= rate * rank / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return -1;
    }
}
