package dev.plumbline.baseline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was normal: the measurements of an earlier period with the statistics that later tests need, so that it can be
 * used after the raw rows are gone.
 *
 * @param name        letters, digits, dots, dashes, underscores; the file's name without {@code .json}
 * @param zone        whose days the period is made of
 * @param established when it was made
 * @param entries     in the order of the playbook's document, whatever order they came in
 * @param notes       what a reader must know of the data, such as {@code contains a recorded change}
 */
public record Baseline(
        String name,
        Scope scope,
        Period period,
        ZoneId zone,
        Instant established,
        List<Measurement> entries,
        List<String> notes) {

    /** Under so many trades a win rate says little: the playbook's own floor. */
    static final long FEW_TRADES = 20;

    /**
     * Puts the entries in order.
     *
     * @throws IllegalArgumentException for a name that is no file name, and for two entries of one metric and slice
     */
    public Baseline {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("found baseline name \"" + name
                    + "\", expected letters, digits, dots, dashes and underscores, such as launch");
        }
        entries = entries.stream().sorted(Heading.ORDER).toList();
        notes = List.copyOf(notes);
        Set<String> seen = new HashSet<>();
        for (Measurement entry : entries) {
            if (!seen.add(entry.metric().id() + " " + entry.slice())) {
                throw new IllegalArgumentException("baseline \"" + name + "\" has two entries for "
                        + entry.metric().id() + (entry.slice().isAll() ? "" : " " + entry.slice()));
            }
        }
    }

    /**
     * A new baseline; a thin one carries a note for each thing that is short.
     *
     * @throws IllegalArgumentException when the window holds no rows: nothing was normal then
     */
    public static Baseline establish(
            String name,
            Scope scope,
            Period period,
            ZoneId zone,
            Instant established,
            List<Measurement> entries,
            Coverage coverage,
            List<String> notes) {
        if (coverage.rows() == 0 || coverage.daysFound() == 0) {
            throw new IllegalArgumentException("no rows of " + scope + " from " + period.from() + " to " + period.to()
                    + ": a baseline needs data; choose another --from, or import first");
        }
        List<String> all = new ArrayList<>(notes);
        if (coverage.daysFound() < coverage.daysWanted()) {
            all.add("thin: " + coverage.daysFound() + " full days of " + coverage.daysWanted() + " asked for");
        }
        long trades = trades(entries);
        if (trades < FEW_TRADES && entries.stream().noneMatch(Baseline::isWithoutTrades)) {
            all.add("thin: " + trades + " trades, " + FEW_TRADES + " needed for a win rate that says something");
        }
        return new Baseline(name, scope, period, zone, established, entries, all);
    }

    /** The same, with more entries. */
    public Baseline and(List<Measurement> more) {
        List<Measurement> all = new ArrayList<>(entries);
        all.addAll(more);
        return new Baseline(name, scope, period, zone, established, all, notes);
    }

    /** The same, with one more thing to know. */
    public Baseline noting(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new Baseline(name, scope, period, zone, established, entries, all);
    }

    public Optional<Measurement> find(Metric<?> metric, Slice slice) {
        return entries.stream()
                .filter(entry ->
                        entry.metric().id().equals(metric.id()) && entry.slice().equals(slice))
                .findFirst();
    }

    /** Whether it is thin. */
    public boolean isThin() {
        return notes.stream().anyMatch(note -> note.startsWith("thin:"));
    }

    /** The playbook's baseline document. */
    public String toText() {
        return BaselineText.of(this);
    }

    /** Whether it says that the agent's files hold no trades at all, so that their lack is no news. */
    private static boolean isWithoutTrades(Measurement entry) {
        return entry.metric().id().equals("trades")
                && entry.slice().isAll()
                && entry.result() instanceof Result.Undefined it
                && it.reason() == Result.Reason.NOT_AVAILABLE;
    }

    /** The trades that were measured; 0 where none were. */
    private static long trades(List<Measurement> entries) {
        return entries.stream()
                .filter(entry -> entry.slice().isAll())
                .filter(entry ->
                        Set.of("trades", "win_rate").contains(entry.metric().id()))
                .mapToLong(Measurement::n)
                .max()
                .orElse(0);
    }

    @Override
    public String toString() {
        return toText();
    }
}
