package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.SlowFalls;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wins of half a year, day by day, of the agent and of each of its symbols. */
final class WinsByDay {

    private WinsByDay() {}

    /** What one symbol won on one UTC day. */
    record Row(LocalDate day, String symbol, long won, long n) {}

    /** A named baseline says what is normal from its first day on; without one the history does. */
    static List<SlowFalls.Days> before(Window window, Optional<Baseline> baseline) {
        Instant end = window.period().to();
        Instant first = end.minus(7L * SlowFalls.WEEKS, ChronoUnit.DAYS);
        Instant born = window.workbench().agent().first().truncatedTo(ChronoUnit.DAYS);
        Instant normal = baseline.filter(it -> !it.name().equals(Check.PREVIOUS))
                .map(it -> it.period().from())
                .orElse(first);
        Instant from = latest(first, latest(born, normal));
        if (!from.isBefore(end)) {
            return List.of();
        }
        List<Row> rows = window.workbench().wins(first, end).getOrDefault(window.scope(), List.of());
        return days(rows, from.atZone(ZoneOffset.UTC).toLocalDate(), (int)
                Math.ceil(Period.of(from, end).days()));
    }

    /**
     * What every agent won in a stretch of time, or one agent.
     *
     * @param one whose; empty for all of them
     */
    static Map<Scope, List<Row>> read(Store store, Optional<Scope> one, Instant from, Instant to) {
        Rows rows = store.query(
                "samples/wins_by_day",
                one.map(Scope::system).orElse(null),
                one.map(Scope::agent).orElse(null),
                one.map(Scope::environment).orElse(null),
                DuckDb.utc(from),
                DuckDb.utc(to));
        Map<Scope, List<Row>> wins = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Scope whose = Scope.of(rows.texts("system")[i], rows.texts("agent")[i], rows.texts("environment")[i]);
            wins.computeIfAbsent(whose, it -> new ArrayList<>())
                    .add(new Row(
                            LocalDate.parse(rows.texts("day")[i]),
                            rows.texts("symbol")[i],
                            (long) rows.doubles("won")[i],
                            (long) rows.doubles("n")[i]));
        }
        return wins;
    }

    private static List<SlowFalls.Days> days(List<Row> rows, LocalDate first, int length) {
        Map<Slice, long[][]> slices = new LinkedHashMap<>();
        for (Row row : rows) {
            int day = (int) ChronoUnit.DAYS.between(first, row.day());
            if (day < 0) {
                continue; // before what is normal begins
            }
            for (Slice slice : List.of(Slice.ALL, Slice.of("symbol", row.symbol()))) {
                long[][] counts = slices.computeIfAbsent(slice, it -> new long[2][length]);
                int at = Math.min(length - 1, day);
                counts[0][at] += row.won();
                counts[1][at] += row.n();
            }
        }
        List<SlowFalls.Days> all = new ArrayList<>();
        slices.forEach((slice, counts) -> all.add(new SlowFalls.Days(slice, first, counts[0], counts[1])));
        return all;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
