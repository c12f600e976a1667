package dev.plumbline;

import dev.plumbline.baseline.Contrast;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Holm;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether trades are of other kinds in the second half of a window than in its first: other regimes, other symbols. */
final class MixChange {

    private static final double LEVEL = 0.05;

    private MixChange() {}

    static Showable of(Window window, String dimension) {
        NamedTrades named = NamedTrades.of(window, dimension);
        Period whole = window.period();
        Instant middle = whole.from().plus(whole.length().dividedBy(2));
        Period first = Period.of(whole.from(), middle);
        Period second = Period.of(middle, whole.to());
        List<String> values = List.copyOf(new TreeSet<>(Arrays.asList(named.names())));
        if (values.size() < 2) {
            return Evaluated.only("Not available: "
                    + (values.isEmpty() ? "no closed trade has a known " : "all closed trades have one ") + dimension
                    + ".");
        }
        List<Contrast> contrasts = values.stream()
                .map(value -> Contrast.of(share(named, value, first), share(named, value, second)))
                .toList();
        double[] p = Holm.adjusted(contrasts.stream()
                .mapToDouble(it -> it.pValue().orElse(Double.NaN))
                .toArray());
        List<String> certain = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Contrast it = contrasts.get(i);
            if (p[i] < LEVEL) {
                certain.add(values.get(i) + " "
                        + Unit.SHARE.formatChange(it.change().orElseThrow()));
            }
            rows.add(List.of(
                    values.get(i),
                    text(it.first()),
                    text(it.second()),
                    it.change().isPresent()
                            ? Unit.SHARE.formatChange(it.change().getAsDouble())
                            : "–",
                    it.interval().map(MixChange::range).orElse("–"),
                    Double.isNaN(p[i]) ? "–" : p[i] < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p[i])));
        }
        return new Evaluated(
                certain.isEmpty()
                        ? "**Cannot tell** whether the mix by " + dimension
                                + " changed: no share differs by more than chance."
                        : "The mix by " + dimension + " **changed**: " + String.join("; ", certain) + ".",
                "Shares of the closed trades, " + Dates.range(first, window.zone()) + " and "
                        + Dates.range(second, window.zone())
                        + "; n in brackets; days that are alike are counted for less;"
                        + " p is corrected for the rows of the table (Holm).",
                Evaluated.columns(dimension, "#first half", "#second half", "#change", "#95 % interval", "#p"),
                rows);
    }

    /** A share of trials that come in days, as a win rate is: a trade of that value is a win. */
    private static Measurement share(NamedTrades named, String value, Period part) {
        ClosedTrades all = named.trades();
        int[] chosen = IntStream.range(0, all.size())
                .filter(i -> all.exitMicros()[i] >= part.fromMicros() && all.exitMicros()[i] < part.toMicros())
                .toArray();
        return Metrics.WIN_RATE.measure(
                new ClosedTrades(
                        IntStream.of(chosen).mapToLong(i -> all.exitMicros()[i]).toArray(),
                        IntStream.of(chosen)
                                .mapToLong(i -> all.entryMicros()[i])
                                .toArray(),
                        IntStream.of(chosen)
                                .mapToDouble(i -> named.names()[i].equals(value) ? 1 : -1)
                                .toArray(),
                        IntStream.of(chosen).mapToDouble(i -> Double.NaN).toArray(),
                        all.basis(),
                        all.currency(),
                        part,
                        all.zone()),
                Conventions.standard());
    }

    private static String text(Measurement measured) {
        return (measured.isDefined() ? measured.text() : "–") + String.format(Locale.ROOT, " (%,d)", measured.n());
    }

    private static String range(Interval range) {
        return Unit.SHARE.formatChange(range.low()).replace(" pt", "") + ", "
                + Unit.SHARE.formatChange(range.high()).replace(" pt", "");
    }
}
