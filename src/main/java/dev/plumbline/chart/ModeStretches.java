package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.ModeHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Stretches in which most of an agent's series are in one mode that is not the usual one. */
final class ModeStretches {

    private static final String USUAL = "TRADING";

    private ModeStretches() {}

    static List<Shade> of(ModeHistory history) {
        int[] byTime = IntStream.range(0, history.micros().length)
                .boxed()
                .sorted((a, b) -> Long.compare(history.micros()[a], history.micros()[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        Map<Integer, String> now = new HashMap<>();
        Map<String, Tone> tones = new HashMap<>();
        List<Shade> shades = new ArrayList<>();
        double start = history.period().fromMicros();
        String most = "";
        for (int i = 0; i < byTime.length; i++) {
            int row = byTime[i];
            now.put(history.series()[row], history.mode()[row]);
            boolean sameTime = i + 1 < byTime.length && history.micros()[byTime[i + 1]] == history.micros()[row];
            String next = sameTime ? most : most(now);
            if (!next.equals(most)) {
                double at = (double)
                        Math.max(history.micros()[row], history.period().fromMicros());
                add(shades, tones, start, at, most);
                start = at;
                most = next;
            }
        }
        add(shades, tones, start, (double) history.end(), most);
        return shades;
    }

    private static String most(Map<Integer, String> now) {
        Map<String, Integer> counts = new TreeMap<>();
        now.values().forEach(mode -> counts.merge(mode, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static void add(List<Shade> shades, Map<String, Tone> tones, double from, double to, String mode) {
        if (to <= from || mode.isEmpty() || mode.equalsIgnoreCase(USUAL)) {
            return;
        }
        Tone[] order = {Tone.SECOND, Tone.THIRD, Tone.FIFTH};
        boolean first = !tones.containsKey(mode);
        Tone tone = tones.computeIfAbsent(mode, unseen -> order[tones.size() % order.length]);
        shades.add(new Shade(from, to, first ? mode.toLowerCase(Locale.ROOT) : "", Optional.of(tone)));
    }
}
