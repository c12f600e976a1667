package dev.plumbline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each action was decided in the period. Actions are canonical words: open_long, close_short, hold, wait … */
public record ActionCounts(Map<String, Long> counts, Period period) implements Sample {

    public ActionCounts {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
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
