package dev.plumbline.baseline;

import dev.plumbline.model.EditDistance;
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
                .mapToInt(candidate -> EditDistance.between(name, candidate))
                .min()
                .orElse(0);
        List<String> close = known.stream()
                .filter(candidate -> EditDistance.between(name, candidate) <= best + 1)
                .sorted(Comparator.<String>comparingInt(candidate -> EditDistance.between(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return String.join(", ", close.subList(0, Math.max(0, close.size() - 1)))
                + (close.size() > 1 ? " or " : "")
                + (close.isEmpty() ? "nothing" : close.get(close.size() - 1));
    }
}
