package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.SlowFalls;
import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wins of half a year, day by day, of the agent and of each of its symbols. */
final class WinsByDay {

    private WinsByDay() {}

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
        Rows rows = window.workbench()
                .store()
                .query(
                        "samples/wins_by_day",
                        window.scope().system(),
                        window.scope().agent(),
                        window.scope().environment(),
                        DuckDb.utc(from),
                        DuckDb.utc(end));
        return days(rows, from.atZone(ZoneOffset.UTC).toLocalDate(), (int)
                Math.ceil(Period.of(from, end).days()));
    }

    private static List<SlowFalls.Days> days(Rows rows, LocalDate first, int length) {
        Map<Slice, long[][]> slices = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            int day = (int) ChronoUnit.DAYS.between(first, LocalDate.parse(rows.texts("day")[i]));
            for (Slice slice : List.of(Slice.ALL, Slice.of("symbol", rows.texts("symbol")[i]))) {
                long[][] counts = slices.computeIfAbsent(slice, it -> new long[2][length]);
                int at = Math.max(0, Math.min(length - 1, day));
                counts[0][at] += (long) rows.doubles("won")[i];
                counts[1][at] += (long) rows.doubles("n")[i];
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
