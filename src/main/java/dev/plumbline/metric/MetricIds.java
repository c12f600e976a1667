package dev.plumbline.metric;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return Metrics.ALL.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no metric \"" + id + "\"; nearest: " + nearest(id)));
    }

    private static String nearest(String id) {
        String word = id.toLowerCase(Locale.ROOT);
        return Metrics.ALL.stream()
                .map(Metric::id)
                .sorted(Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }

    /** Levenshtein distance, less where one begins with the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        boolean starts = !a.isEmpty() && (a.startsWith(b) || b.startsWith(a));
        return starts ? Math.min(2, row[b.length()]) : row[b.length()];
    }
}
