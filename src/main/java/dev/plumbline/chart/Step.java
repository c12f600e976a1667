package dev.plumbline.chart;

import dev.plumbline.model.EquityCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A step of an account's value that is no gain or loss of trading, or may be none.
 *
 * @param at    index of the point after it
 * @param size  in the account's currency
 * @param known whether a deposit or withdrawal is recorded; else it is a jump that nothing explains
 */
record Step(int at, double size, boolean known) {

    /** A change between neighbouring points above this share of the value is asked about. */
    private static final double JUMP = 0.05;

    private static final int MOST = 4;

    /** The largest of them, in time order. */
    static List<Step> of(EquityCurve curve) {
        List<Step> steps = new ArrayList<>();
        double[] flow = curve.flow();
        int[] unexplained = curve.unexplained();
        for (int i = 1; i < flow.length; i++) {
            double before = curve.value()[i - 1];
            double change = curve.value()[i] - before;
            if (flow[i] != 0) {
                steps.add(new Step(i, flow[i], Arrays.binarySearch(unexplained, i) < 0));
            } else if (before > 0 && Math.abs(change) > JUMP * before) {
                steps.add(new Step(i, change, false));
            }
        }
        return steps.stream()
                .sorted(Comparator.comparingDouble(step -> -Math.abs(step.size())))
                .limit(MOST)
                .sorted(Comparator.comparingInt(Step::at))
                .toList();
    }

    /** {@code deposit 2,000}, {@code jump −812}. */
    String words() {
        String kind = !known ? "jump" : size > 0 ? "deposit" : "withdrawal";
        double shown = known ? Math.abs(size) : size;
        return kind + " "
                + String.format(Locale.ROOT, known ? "%,.0f" : "%+,.0f", shown).replace('-', '−');
    }
}
