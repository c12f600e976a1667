package dev.plumbline.sample;

import dev.plumbline.model.EditDistance;
import java.util.Comparator;
import java.util.List;

/** What somebody who mistyped a word may have meant. */
final class Nearest {

    private Nearest() {}

    /** {@code : did you mean "gap"? known are win_rate, gap}. */
    static String hint(String word, List<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(candidate -> EditDistance.between(word, candidate)))
                .orElse("");
        boolean near = !nearest.isEmpty() && EditDistance.between(word, nearest) <= nearest.length() / 2;
        return (near ? ": did you mean \"" + nearest + "\"?" : ":") + " known are " + String.join(", ", known);
    }
}
