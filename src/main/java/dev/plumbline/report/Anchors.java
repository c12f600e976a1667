package dev.plumbline.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ids of headings: readable, safe in a link, and each given once on a page. */
final class Anchors {

    private final Map<String, Integer> given = new HashMap<>();

    String next(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String name = words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "s-" + words : words;
        String base = name.length() > 60 ? name.substring(0, 60) : name;
        int times = given.merge(base, 1, Integer::sum);
        return times == 1 ? base : base + "--" + times;
    }
}
