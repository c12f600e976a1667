package dev.plumbline.metric;

import dev.plumbline.model.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** From an id to its metric, and from a mistyped one to those that are near. */
final class MetricIds {

    private static final int SHOWN = 3;

    private static final Map<String, Function<String, Metric<?>>> NAMED = Map.of(
            "action_share", Metrics::actionShare,
            "mode_share_rows", Metrics::modeShareRows,
            "mode_share_time", Metrics::modeShareTime);

    private MetricIds() {}

    static Metric<?> find(String id) {
        int colon = id.indexOf(':');
        if (colon >= 0 && NAMED.containsKey(id.substring(0, colon))) {
            return NAMED.get(id.substring(0, colon)).apply(id.substring(colon + 1));
        }
        return Metrics.every().stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no metric \"" + id + "\"; nearest: " + String.join(", ", nearest(id))));
    }

    /** What begins alike is near, however much follows. */
    private static List<String> nearest(String id) {
        String word = id.toLowerCase(Locale.ROOT);
        return Metrics.every().stream()
                .map(Metric::id)
                .sorted(Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    private static int distance(String word, String known) {
        int edits = EditDistance.between(word, known);
        boolean starts = !word.isEmpty() && (word.startsWith(known) || known.startsWith(word));
        return starts ? Math.min(2, edits) : edits;
    }
}
