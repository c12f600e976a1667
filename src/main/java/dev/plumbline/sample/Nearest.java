package dev.plumbline.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody who mistyped a word may have meant. */
final class Nearest {

    private Nearest() {}

    /** {@code : did you mean "gap"? known are win_rate, gap}. */
    static String hint(String word, List<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .orElse("");
        boolean near = !nearest.isEmpty() && distance(word, nearest) <= nearest.length() / 2;
        return (near ? ": did you mean \"" + nearest + "\"?" : ":") + " known are " + String.join(", ", known);
    }

    /** Levenshtein's edit distance, without regard to case. */
    private static int distance(String word, String candidate) {
        String one = word.toLowerCase(Locale.ROOT);
        String other = candidate.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
