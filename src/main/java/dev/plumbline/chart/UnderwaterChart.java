package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.metric.DrawdownTable.Stay;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the account lies below its peak, with the deepest stays shaded. */
public final class UnderwaterChart {

    private UnderwaterChart() {}

    /**
     * One panel that grows downwards.
     *
     * @param curve all of it, since the beginning
     * @param stays the ones to shade, deepest first
     */
    public static Chart of(EquityCurve curve, List<Stay> stays) {
        double[] x = Arrays.stream(curve.micros()).asDoubleStream().toArray();
        double[] depth = Drawdown.of(curve).depth();
        List<Series> series = new ArrayList<>(List.of(new Area("drawdown", x, depth, Tone.LOSS, true)));
        List<Shade> shades = new ArrayList<>();
        stays.stream().sorted(Comparator.comparing(Stay::start)).forEach(stay -> {
            series.add(Points.of(
                    String.format(Locale.ROOT, "%.1f %%%s", stay.depth() * 100, stay.isOngoing() ? ", ongoing" : ""),
                    new double[] {(double) Period.micros(stay.trough())},
                    new double[] {stay.depth()},
                    Tone.LOSS));
            shades.add(new Shade(
                    (double) Period.micros(stay.start()),
                    (double) Period.micros(stay.newest()),
                    "",
                    Optional.of(Tone.LOSS)));
        });
        String deepest = stays.isEmpty()
                ? "It was never below its peak."
                : String.format(
                        Locale.ROOT,
                        "The deepest stay lost %.1f %% of the peak of %s%s.",
                        stays.get(0).depth() * 100,
                        Clock.dayMonth((double) Period.micros(stays.get(0).start()), curve.zone()),
                        stays.get(0).isOngoing() ? " and is not over" : "");
        return new Chart(
                "",
                "How far the account lies below its peak, net of deposits and withdrawals. " + deepest + " Times in "
                        + Clock.name(curve.zone()) + ".",
                "Drawdown over time. " + deepest,
                new Times(curve.zone()),
                List.of(new Panel("drawdown", Format.PERCENT, 2.3, series, List.of())),
                shades);
    }
}
