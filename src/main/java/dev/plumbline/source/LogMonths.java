package dev.plumbline.source;

import dev.plumbline.store.Lot;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which months the times of some records lie in, with the first and last of each: nearly all lie in the month of the one before. */
final class LogMonths {

    private static final long SECOND = 1_000_000;

    private static final class Month {
        private final long from;
        private final long to;
        private final String name;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Month(LocalDateTime begin) {
            name = begin.toString().substring(0, begin.toString().indexOf('-', 1) + 3);
            from = begin.toEpochSecond(ZoneOffset.UTC) * SECOND;
            to = begin.plusMonths(1).toEpochSecond(ZoneOffset.UTC) * SECOND;
        }
    }

    private final Map<LocalDateTime, Month> months = new TreeMap<>();
    private Month month = new Month(LocalDateTime.of(1970, 1, 1, 0, 0));

    /** @param time in microseconds since 1970, UTC */
    void add(long time) {
        if (time < month.from || time >= month.to || months.isEmpty()) {
            LocalDateTime begin = LocalDateTime.ofEpochSecond(Math.floorDiv(time, SECOND), 0, ZoneOffset.UTC)
                    .toLocalDate()
                    .withDayOfMonth(1)
                    .atStartOfDay();
            month = months.computeIfAbsent(begin, Month::new);
        }
        month.first = Math.min(month.first, time);
        month.last = Math.max(month.last, time);
    }

    /** In their order. */
    List<Lot.Month> all() {
        return months.values().stream()
                .sorted(Comparator.comparingLong(one -> one.from))
                .map(one -> new Lot.Month(one.name, one.first, one.last))
                .toList();
    }

    void clear() {
        months.clear();
    }
}
