package dev.plumbline.source;

import java.util.List;
import java.util.Locale;

/** A pattern of file names in which {@code *} stands for any text; case does not matter. */
record Glob(List<String> parts) {

    Glob {
        parts = List.copyOf(parts);
    }

    static Glob of(String pattern) {
        return new Glob(List.of(pattern.toLowerCase(Locale.ROOT).split("\\*", -1)));
    }

    /** @param name in lower case */
    boolean fits(String name) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return name.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        int end = name.length() - last.length();
        if (!name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return at <= end;
    }
}
