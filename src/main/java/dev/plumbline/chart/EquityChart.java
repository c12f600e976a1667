package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Account value, its running peak, and the drawdown beneath; the deepest point of the window is named. */
public final class EquityChart {

    private EquityChart() {}

    /**
     * Two panels: money above, drawdown beneath.
     *
     * @param curve    all points to show, before the window too
     * @param baseline shaded where it lies inside the curve
     * @param window   shaded; its deepest point is labelled
     */
    public static Chart of(EquityCurve curve, Optional<Period> baseline, Period window) {
        double[] x = Arrays.stream(curve.micros()).asDoubleStream().toArray();
        Drawdown fall = Drawdown.of(curve);
        OptionalInt deepest = fall.deepest(curve.micros(), window);
        List<Series> lower = new ArrayList<>();
        lower.add(new Area("drawdown", x, fall.depth(), Tone.LOSS, true));
        deepest.ifPresent(i -> lower.add(Points.of(
                "deepest " + percent(fall.depth()[i]),
                new double[] {x[i]},
                new double[] {fall.depth()[i]},
                Tone.LOSS)));
        String found = deepest.isPresent()
                ? found(curve, fall, deepest.getAsInt(), window)
                : "No drawdown " + Windows.name(window) + ".";
        List<Series> above = new ArrayList<>();
        above.add(new Line("highest so far", x, fall.peak(), Tone.SOFT));
        above.add(new Line("account value", x, curve.value(), Tone.MAIN));
        List<Step> steps = Step.of(curve);
        steps.forEach(step -> above.add(Points.of(
                step.words(), new double[] {x[step.at()]}, new double[] {curve.value()[step.at()]}, Tone.SOFT)));
        Panel upper = new Panel(curve.currency(), Format.MONEY, 3, above, List.of());
        int asked = curve.unexplained().length;
        boolean flows = Arrays.stream(curve.flow()).filter(flow -> flow != 0).count() > asked;
        String unexplained = steps.stream().allMatch(Step::known)
                ? ""
                : asked > 0
                        ? " A jump that nothing recorded explains is drawn as it is, and counts as neither gain nor loss."
                        : " A jump that no recorded deposit explains is drawn as it is, and counts as gain.";
        String caption = "Account value in " + curve.currency() + ", " + curve.basis()
                + ", and how far it lies below its"
                + " highest. " + found + (flows ? " Deposits and withdrawals do not count as gain or loss." : "")
                + unexplained
                + " Times in " + Clock.name(curve.zone()) + ".";
        String alt = "Account value in " + curve.currency() + " above, drawdown from its peak below. " + found;
        return new Chart(
                "",
                caption,
                alt,
                new Times(curve.zone()),
                List.of(upper, new Panel("drawdown", Format.PERCENT, 1.3, lower, List.of())),
                Shades.within(x, Shades.of(baseline, window)));
    }

    private static String found(EquityCurve curve, Drawdown fall, int deepest, Period window) {
        OptionalInt recovered = fall.recovered(deepest);
        return "Deepest " + Windows.name(window) + ": " + percent(fall.depth()[deepest]) + " on "
                + Clock.dayMonth((double) curve.micros()[deepest], curve.zone())
                + (recovered.isPresent()
                        ? ", recovered on "
                                + Clock.dayMonth((double) curve.micros()[recovered.getAsInt()], curve.zone())
                        : ", not yet recovered")
                + ".";
    }

    private static String percent(double depth) {
        return String.format(Locale.ROOT, "%.1f %%", depth * 100);
    }
}
