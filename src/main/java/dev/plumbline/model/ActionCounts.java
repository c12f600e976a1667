package dev.plumbline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each action was decided in the period. Actions are canonical words: open_long, close_short, hold, wait … */
public record ActionCounts(Map<String, Long> counts, List<Map<String, Long>> days, Period period) implements Sample {

    /** @param days the counts of each day that had decisions, in order; empty where they are not known */
    public ActionCounts {
        days = List.copyOf(days);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** Of days that are not known. */
    public ActionCounts(Map<String, Long> counts, Period period) {
        this(counts, List.of(), period);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(String action) {
        return counts.getOrDefault(action, 0L);
    }

    @Override
    public int size() {
        return Math.toIntExact(total());
    }
}
