package dev.plumbline.baseline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The known names closest to a mistyped one. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** {@code win_rate or mean_rate}: at most three of {@code known}, the closest and what is about as close. */
    static String to(String name, Collection<String> known) {
        int best = known.stream()
                .mapToInt(candidate -> distance(name, candidate))
                .min()
                .orElse(0);
        List<String> close = known.stream()
                .filter(candidate -> distance(name, candidate) <= best + 1)
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return String.join(", ", close.subList(0, Math.max(0, close.size() - 1)))
                + (close.size() > 1 ? " or " : "")
                + (close.isEmpty() ? "nothing" : close.get(close.size() - 1));
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
