package dev.plumbline.report;

import dev.plumbline.baseline.Deviation;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.Locale;

/** A row of the table of deviations, as text. */
public record DeviationRow(
        String tone,
        String title,
        String then,
        String now,
        String change,
        String interval,
        SafeHtml forest,
        String n,
        String verdict,
        String why) {

    static DeviationRow of(Deviation row, Forest forest) {
        Unit unit = row.now().metric().unit();
        return new DeviationRow(
                Tones.of(row.verdict()),
                Words.capital(PlainText.line(row.title(), 120)),
                row.then().filter(Measurement::isDefined).map(Measurement::text).orElse("–"),
                row.now().isDefined() ? row.now().text() : "–",
                row.change().isPresent() ? unit.formatChange(row.change().getAsDouble()) : "–",
                row.interval().map(i -> range(unit, i.low(), i.high())).orElse(""),
                forest.of(row),
                String.format(Locale.ROOT, "%,d", row.now().n()),
                row.verdict().glyph() + " " + row.verdict().word(),
                PlainText.line(why(row), 400));
    }

    static String range(Unit unit, double low, double high) {
        return unit.formatChange(low).replace(" pt", "") + " to " + unit.formatChange(high).replace(" pt", "");
    }

    private static String why(Deviation row) {
        return row.why().isEmpty() ? row.now().because().orElse("") : row.why();
    }
}
