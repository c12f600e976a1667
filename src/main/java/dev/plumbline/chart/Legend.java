package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which colour is what, where a picture does not say it itself; each name once. */
public final class Legend {

    private Legend() {}

    /**
     * A name and how it is drawn.
     *
     * @param dashed a line of reference
     */
    public record Entry(String name, Palette colour, boolean dashed) {}

    public static List<Entry> of(Chart chart) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Panel panel : chart.panels()) {
            List<Entry> own = new ArrayList<>();
            for (Series series : panel.series()) {
                entries(series, own);
            }
            if (own.size() > 1) {
                own.forEach(entry -> entries.putIfAbsent(entry.name(), entry));
            }
        }
        return List.copyOf(entries.values());
    }

    private static void entries(Series series, List<Entry> into) {
        if (series instanceof StackedBars bars) {
            for (int k = 0; k < bars.names().size(); k++) {
                into.add(new Entry(bars.names().get(k), Palette.of(bars.tones().get(k)), false));
            }
        } else if (series instanceof Line line) {
            into.add(new Entry(line.name(), Palette.of(line.tone()), line.tone() == Tone.SOFT));
        } else if (series instanceof Chart.Area area) {
            into.add(new Entry(area.name(), Palette.of(area.tone()), false));
        } else if (series instanceof Points points && points.x().length > 1) {
            into.add(new Entry(points.name(), Palette.of(points.tone()), false));
        }
    }
}
