package dev.plumbline.report;

import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.Locale;

/** A measurement as text. */
public record MeasurementRow(String title, boolean defined, String value, String interval, String n, String words) {

    static MeasurementRow of(Measurement measured) {
        Unit unit = measured.metric().unit();
        return new MeasurementRow(
                Words.capital(PlainText.line(measured.title(), 120)),
                measured.isDefined(),
                measured.text(),
                measured.interval()
                        .map(i -> unit.format(i.low()) + " to " + unit.format(i.high()))
                        .orElse(""),
                String.format(Locale.ROOT, "%,d", measured.n()),
                PlainText.line(measured.because().orElse(String.join("; ", measured.notes())), 400));
    }
}
