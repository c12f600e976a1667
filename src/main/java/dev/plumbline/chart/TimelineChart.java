package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Spans;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.model.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What lasted from when to when, a row a name: alerts, outages, modes. */
public final class TimelineChart {

    /** Rows that a picture has room for. */
    public static final int ROWS = 16;

    private TimelineChart() {}

    /** One stretch; {@code until} is not before {@code from}. */
    public record Stretch(String name, Instant from, Instant until, Tone tone) {}

    /**
     * What is worst on top, then what came most often; of more than {@link #ROWS} names the first, and the caption says so.
     *
     * @param what in the plural, such as {@code alerts}
     */
    public static Chart of(String what, List<Stretch> stretches, Period period, ZoneId zone) {
        Map<String, Long> counts =
                stretches.stream().collect(Collectors.groupingBy(Stretch::name, TreeMap::new, Collectors.counting()));
        Set<String> worst = stretches.stream()
                .filter(stretch -> stretch.tone() == Tone.LOSS)
                .map(Stretch::name)
                .collect(Collectors.toSet());
        List<String> rows = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> row) -> !worst.contains(row.getKey()))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ROWS)
                .map(Map.Entry::getKey)
                .toList();
        List<Stretch> shown = stretches.stream()
                .filter(stretch -> rows.contains(stretch.name()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        String left = counts.size() > ROWS ? " " + ROWS + " of " + counts.size() + " are shown." : "";
        String first = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() > 1)
                .map(most -> " Most often: " + most.getKey() + ", " + most.getValue() + " times.")
                .orElse("");
        return new Chart(
                "",
                stretches.size() + " " + what + "." + first + left + " Times in " + Clock.name(zone) + ".",
                "Timeline of " + stretches.size() + " " + what + "." + first,
                new Times(zone),
                List.of(new Panel(
                        "",
                        Format.NUMBER,
                        Math.max(1.2, rows.size() * 0.32),
                        List.of(new Spans(
                                what,
                                shown.stream()
                                        .mapToDouble(s -> (double) Period.micros(s.from()))
                                        .toArray(),
                                shown.stream()
                                        .mapToDouble(s -> (double) Period.micros(s.until()))
                                        .toArray(),
                                shown.stream()
                                        .mapToInt(s -> rows.indexOf(s.name()))
                                        .toArray(),
                                rows,
                                shown.stream().map(Stretch::tone).toList())),
                        List.of())),
                List.of(new Shade(period.fromMicros(), period.toMicros(), "", Optional.of(Tone.PALE))));
    }
}
