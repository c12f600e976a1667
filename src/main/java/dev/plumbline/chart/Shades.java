package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stretches that most pictures shade: the baseline's period and the window's. */
final class Shades {

    private Shades() {}

    static List<Shade> of(Optional<Period> baseline, Period window) {
        List<Shade> shades = new ArrayList<>();
        baseline.ifPresent(period -> shades.add(shade(period, "baseline", Tone.MAIN)));
        shades.add(shade(window, Windows.name(window), Tone.LOSS));
        return shades;
    }

    /** Only what lies between the first and the last point, so that an old baseline does not squeeze the picture. */
    static List<Shade> within(double[] x, List<Shade> shades) {
        if (x.length == 0) {
            return shades;
        }
        double first = x[0];
        double last = x[x.length - 1];
        return shades.stream()
                .filter(shade -> shade.to() > first && shade.from() <= last)
                .map(shade -> new Shade(Math.max(first, shade.from()), shade.to(), shade.label(), shade.tone()))
                .toList();
    }

    private static Shade shade(Period period, String label, Tone tone) {
        return new Shade(period.fromMicros(), period.toMicros(), label, Optional.of(tone));
    }
}
