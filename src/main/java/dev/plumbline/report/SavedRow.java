package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One figure of a report that was written earlier.
 *
 * @param key     metric and slice, which tell it from the others
 * @param low     end of its interval, NaN where it has none or the end is open
 * @param reason  why there is no value
 * @param verdict what the check made of it, where it was checked
 */
record SavedRow(
        String key,
        String title,
        Unit unit,
        OptionalDouble value,
        double low,
        double high,
        long n,
        String reason,
        Optional<Verdict> verdict) {

    /** A measurement as {@link MeasurementJson} writes it. */
    static SavedRow of(JsonNode json, Optional<Verdict> verdict) {
        JsonNode value = json.path("value");
        return new SavedRow(
                json.path("metric").asText() + json.path("slice").toString(),
                PlainText.line(json.path("title").asText(), 60),
                unit(json.path("unit").asText()),
                value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty(),
                end(json, 0),
                end(json, 1),
                json.path("n").asLong(),
                PlainText.line(json.path("reason").asText(), 120),
                verdict);
    }

    static Optional<Verdict> verdict(String word) {
        return Stream.of(Verdict.values())
                .filter(verdict -> Tones.of(verdict).equals(word))
                .findFirst();
    }

    private static double end(JsonNode json, int index) {
        return json.path("interval").path(index).asDouble(Double.NaN);
    }

    private static Unit unit(String word) {
        return Stream.of(Unit.values())
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(Unit.RATIO);
    }

    boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** {@code 36.4 % [28.3, 45.3]}, or {@code undefined (3 days, 5 needed)}; what must stay on one line is held. */
    String words() {
        if (value.isEmpty()) {
            return reason.isEmpty() ? "undefined" : "undefined (" + reason + ")";
        }
        String text = unit.format(value.getAsDouble());
        String held = text.replace(' ', '\u00a0');
        return hasInterval() ? held + " [" + bare(low) + ",\u00a0" + bare(high) + "]" : held;
    }

    private String bare(double end) {
        return unit.format(end).replaceFirst(" (%|an? \\w+)$", "");
    }

    /** Whether a reader would see a difference. */
    boolean reads(SavedRow other) {
        return words().equals(other.words());
    }
}
