package dev.plumbline.report;

import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of measurements.
 *
 * @param rows   those with a value, in order
 * @param shared what is true of every row, said once
 * @param absent reasons why figures are undefined, each with the figures it concerns
 */
public record MeasurementsView(List<MeasurementRow> rows, String shared, List<Absence> absent) {

    /** Figures without a value, and why. */
    public record Absence(String titles, String because) {}

    public MeasurementsView {
        rows = List.copyOf(rows);
        absent = List.copyOf(absent);
    }

    /** Whether any row has words of its own. */
    public boolean explained() {
        return rows.stream().anyMatch(row -> !row.words().isEmpty());
    }

    /** {@code not available: no trades} says by itself that there is no value. */
    private static String reason(Measurement row) {
        String because = PlainText.line(row.because().orElse(""), 400);
        return because.startsWith("not available") ? because : "undefined, " + because;
    }

    static MeasurementsView of(List<Measurement> measured) {
        List<Measurement> defined =
                measured.stream().filter(Measurement::isDefined).toList();
        Set<String> shared = new LinkedHashSet<>();
        if (defined.size() > 1) {
            shared.addAll(defined.get(0).notes());
            defined.forEach(row -> shared.retainAll(row.notes()));
        }
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        measured.stream().filter(row -> !row.isDefined()).forEach(row -> reasons.computeIfAbsent(
                        reason(row), because -> new ArrayList<>())
                .add(PlainText.line(row.title(), 120)));
        List<Absence> absent = new ArrayList<>();
        reasons.forEach(
                (because, titles) -> absent.add(new Absence(Words.capital(String.join("; ", titles)), because)));
        return new MeasurementsView(
                defined.stream().map(row -> MeasurementRow.of(row, shared)).toList(),
                Words.sentence(String.join("; ", shared)),
                absent);
    }
}
