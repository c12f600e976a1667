package dev.plumbline.report;

import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A measurement that has a value, as text. */
public record MeasurementRow(String title, String value, String interval, String n, String words) {

    /** @param said what need not be said again */
    static MeasurementRow of(Measurement measured, Set<String> said) {
        Unit unit = measured.metric().unit();
        return new MeasurementRow(
                Words.capital(PlainText.line(measured.title(), 120)),
                measured.text(),
                measured.interval()
                        .map(i -> Words.range(unit.format(i.low()), unit.format(i.high())))
                        .orElse(""),
                String.format(Locale.ROOT, "%,d", measured.n()),
                PlainText.line(
                        measured.notes().stream()
                                .filter(note -> !said.contains(note))
                                .collect(Collectors.joining("; ")),
                        400));
    }
}
