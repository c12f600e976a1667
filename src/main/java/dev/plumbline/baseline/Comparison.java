package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two baselines side by side, each figure tested as a week would be.
 *
 * @param notes what to know of the pair, such as days that they share
 */
public record Comparison(List<Row> rows, List<String> notes) {

    /**
     * One figure of the first.
     *
     * @param second empty where the second lacks it
     * @param tested empty where there is nothing to test
     */
    public record Row(Measurement first, Optional<Measurement> second, Optional<Deviation> tested) {}

    public Comparison {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * What changed from one to the other.
     *
     * @throws IllegalArgumentException when they are of two systems or environments
     */
    public static Comparison of(Baseline first, Baseline second) {
        Check check = new Assessment(
                        second.scope(),
                        second.period(),
                        second.entries(),
                        Optional.of(first),
                        Rules.empty(),
                        Optional.empty())
                .check();
        List<Row> rows = new ArrayList<>();
        for (Measurement entry : first.entries()) {
            Optional<Deviation> tested = check.rows().stream()
                    .filter(row -> row.now().metric().id().equals(entry.metric().id())
                            && row.now().slice().equals(entry.slice()))
                    .findFirst();
            rows.add(new Row(entry, second.find(entry.metric(), entry.slice()), tested));
        }
        List<String> notes = Aging.notes(first, second.scope(), second.period()).stream()
                .filter(note -> !first.notes().contains(note))
                .map(note -> note.replace("this window", "the other").replaceFirst("^it ", first.name() + " "))
                .toList();
        return new Comparison(rows, notes);
    }
}
