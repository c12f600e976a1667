package dev.plumbline.source;

import java.util.Comparator;
import java.util.List;

/** The word that somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** Of some words, at least one, the one with the fewest letters to change. */
    static String to(String written, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .orElseThrow();
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
