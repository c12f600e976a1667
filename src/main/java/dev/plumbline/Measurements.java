package dev.plumbline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Several measurements, that print as a table and show as one. */
public record Measurements(List<Measurement> rows) implements Showable, Iterable<Measurement> {

    public Measurements {
        rows = List.copyOf(rows);
    }

    /** These and others after them. */
    public Measurements and(Measurements others) {
        return new Measurements(
                Stream.concat(rows.stream(), others.rows.stream()).toList());
    }

    @Override
    public Iterator<Measurement> iterator() {
        return rows.iterator();
    }

    @Override
    public List<Block> blocks() {
        List<String> reasons =
                rows.stream().flatMap(row -> row.because().stream()).distinct().toList();
        boolean none = rows.stream().noneMatch(Measurement::isDefined);
        if (none && (reasons.size() <= 1 || reasons.stream().allMatch(Absent::is))) {
            return List.of(new Block.Prose(Absent.words(reasons.isEmpty() ? "no such rows" : reasons.get(0))));
        }
        return List.of(new Block.Measurements(rows));
    }

    /** A row a measurement: title, value, interval, n, and the reason where there is no value. */
    @Override
    public String toString() {
        return TextTable.of(
                List.of("metric", "value", "95 % interval", "n", ""),
                List.of(false, true, false, true, false),
                rows.stream()
                        .map(row -> List.of(
                                row.title(),
                                row.text(),
                                row.interval().map(i -> range(row, i)).orElse(""),
                                Long.toString(row.n()),
                                row.because().orElseGet(() -> String.join("; ", row.notes()))))
                        .toList());
    }

    private static String range(Measurement row, Interval interval) {
        return "[" + row.metric().unit().format(interval.low()) + ", "
                + row.metric().unit().format(interval.high()) + "]";
    }
}
