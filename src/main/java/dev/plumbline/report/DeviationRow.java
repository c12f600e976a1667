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
                PlainText.line(why(row), 400).replace(" %", "\u00a0%"));
    }

    /** {@code −26.7 to −6.7}, {@code −3.3 to +23.3 min}: a unit of both ends is said once. */
    static String range(Unit unit, double low, double high) {
        String from = unit.formatChange(low).replace(" pt", "");
        String to = unit.formatChange(high).replace(" pt", "");
        return Words.range(from, to);
    }

    private static String why(Deviation row) {
        return row.why().isEmpty() ? row.now().because().orElse("") : row.why();
    }
}
