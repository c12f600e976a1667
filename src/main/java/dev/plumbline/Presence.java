package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of rows each agent has, and since when: counted once for all windows of a workbench. What a window knows of
 * its agent, samples/known, would walk through the agent's whole history for each of them.
 */
final class Presence {

    /** Where the newest row before an instant nearly always lies. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** The oldest row that counts as known. */
    private static final Duration EVER = Duration.ofDays(36_500);

    private static final Known NOTHING = new Known(Set.of(), 0, 0);

    private final Map<Scope, List<Kind>> kinds;
    private final List<Workbench.Agent> agents;
    private final Map<List<Object>, Known> known = new ConcurrentHashMap<>();
    private final Map<List<Object>, Map<Scope, List<WinsByDay.Row>>> wins = new ConcurrentHashMap<>();
    private volatile boolean askedForMany;

    private Presence(Map<Scope, List<Kind>> kinds, List<Workbench.Agent> agents) {
        this.kinds = kinds;
        this.agents = List.copyOf(agents);
    }

    /** The first and the newest row of a kind. */
    private record Kind(String name, long first, long newest) {}

    /**
     * What an agent had before an instant.
     *
     * @param kinds  kinds of rows; empty where there was none at all
     * @param first  its first row of any kind, in microseconds
     * @param newest its newest row of any kind
     */
    record Known(Set<String> kinds, long first, long newest) {

        Known {
            kinds = Set.copyOf(kinds);
        }

        boolean isEmpty() {
            return kinds.isEmpty();
        }
    }

    static Presence of(Store store) {
        Rows rows = store.query("samples/kinds");
        Map<Scope, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Scope scope = Scope.of(rows.texts("system")[i], rows.texts("agent")[i], rows.texts("environment")[i]);
            places.computeIfAbsent(scope, it -> new ArrayList<>()).add(i);
        }
        Map<Scope, List<Kind>> kinds = new LinkedHashMap<>();
        List<Workbench.Agent> agents = new ArrayList<>();
        places.forEach((scope, own) -> {
            kinds.put(scope, own.stream().flatMap(i -> kinds(rows, i).stream()).toList());
            agents.add(agent(scope, rows, own));
        });
        return new Presence(kinds, agents);
    }

    private static Workbench.Agent agent(Scope scope, Rows rows, List<Integer> own) {
        LongStream first = own.stream().mapToLong(i -> rows.micros("first_time")[i]);
        LongStream newest = own.stream().mapToLong(i -> rows.micros("newest_time")[i]);
        return new Workbench.Agent(
                scope,
                Period.instant(first.min().orElseThrow()),
                Period.instant(newest.max().orElseThrow()),
                own.stream().mapToLong(i -> (long) rows.doubles("n")[i]).sum(),
                own.stream()
                        .filter(i -> rows.texts("kind")[i].equals("trades"))
                        .mapToLong(i -> (long) rows.doubles("n")[i])
                        .sum());
    }

    /** Trades are two kinds, for one that is open is known by its entry alone; orders alone make no agent known. */
    private static List<Kind> kinds(Rows rows, int i) {
        String kind = rows.texts("kind")[i];
        if (kind.equals("orders")) {
            return List.of();
        }
        if (!kind.equals("trades")) {
            return List.of(new Kind(kind, rows.micros("first_time")[i], rows.micros("newest_time")[i]));
        }
        Kind entries = new Kind("entries", rows.micros("first_entry")[i], rows.micros("newest_entry")[i]);
        long exit = rows.micros("first_exit")[i];
        return exit == Long.MIN_VALUE
                ? List.of(entries)
                : List.of(entries, new Kind(kind, exit, rows.micros("newest_exit")[i]));
    }

    /** Every agent there is, by system, name and environment. */
    List<Workbench.Agent> agents() {
        return agents;
    }

    /** From here on what several agents are asked for is read of all of them at once. */
    void askForMany() {
        askedForMany = true;
    }

    /** What an agent won day by day; of all agents where many are asked for. */
    Map<Scope, List<WinsByDay.Row>> wins(Store store, Scope scope, Instant from, Instant to) {
        Optional<Scope> one = askedForMany ? Optional.empty() : Optional.of(scope);
        return wins.computeIfAbsent(List.of(one, from, to), key -> WinsByDay.read(store, one, from, to));
    }

    /** What an agent had before the end of a period; {@code own} is the store to ask for what is not counted. */
    Known before(Store own, Scope scope, Period period) {
        List<Kind> all = kinds.getOrDefault(scope, List.of());
        long oldest = Period.micros(period.from().minus(EVER));
        boolean odd = all.stream().anyMatch(kind -> kind.first() < oldest)
                || scope.system().isEmpty()
                || scope.agent().isEmpty()
                || scope.environment().isEmpty();
        return odd
                ? asked(own, scope, period)
                : known.computeIfAbsent(List.of(scope, period.to()), key -> counted(all, own, scope, period));
    }

    private static Known counted(List<Kind> all, Store own, Scope scope, Period period) {
        long end = period.toMicros();
        List<Kind> begun = all.stream().filter(kind -> kind.first() < end).toList();
        if (begun.isEmpty()) {
            return NOTHING;
        }
        Long newest = newest(begun, own, scope, period.to());
        if (newest == null) {
            return asked(own, scope, period);
        }
        Set<String> names = new HashSet<>();
        begun.forEach(kind -> names.add(kind.name()));
        long first = begun.stream().mapToLong(Kind::first).min().orElseThrow();
        return new Known(names, first, newest);
    }

    /** Before an instant; null where a kind goes on after it and nothing is found shortly before it. */
    private static @Nullable Long newest(List<Kind> begun, Store own, Scope scope, Instant end) {
        long micros = Period.micros(end);
        long over = begun.stream()
                .mapToLong(Kind::newest)
                .filter(time -> time < micros)
                .max()
                .orElse(Long.MIN_VALUE);
        if (begun.stream().allMatch(kind -> kind.newest() < micros)) {
            return over;
        }
        long late = own.query("samples/newest", scope, Period.of(end.minus(LATELY), end))
                .micros("newest")[0];
        return late == Long.MIN_VALUE ? null : Long.valueOf(Math.max(over, late));
    }

    private static Known asked(Store own, Scope scope, Period period) {
        Rows rows = own.query("samples/known", scope, period);
        return rows.isEmpty()
                ? NOTHING
                : new Known(
                        Set.copyOf(Arrays.asList(rows.texts("kind"))),
                        rows.micros("first_time")[0],
                        rows.micros("newest_time")[0]);
    }
}
