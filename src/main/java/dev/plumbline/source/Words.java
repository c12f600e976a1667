package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The different texts of a column, each known by a number from 0 on, in order of their first appearance. */
final class Words {

    private final List<byte[]> known = new ArrayList<>();
    private int[] slots = new int[64];
    private int last = -1;

    Words() {
        Arrays.fill(slots, -1);
    }

    /** The number of the text in {@code [from, to)}, without blanks around it. */
    int code(byte[] text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text[start] == ' ') {
            start++;
        }
        while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\r')) {
            end--;
        }
        // rows of one symbol often follow each other
        if (last >= 0 && is(known.get(last), text, start, end)) {
            return last;
        }
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        hash ^= hash >>> 15;
        int at = hash & (slots.length - 1);
        while (slots[at] >= 0 && !is(known.get(slots[at]), text, start, end)) {
            at = (at + 1) & (slots.length - 1);
        }
        if (slots[at] < 0) {
            slots[at] = known.size();
            known.add(Arrays.copyOfRange(text, start, end));
            last = known.size() - 1;
            grow();
            return last;
        }
        last = slots[at];
        return last;
    }

    private static boolean is(byte[] word, byte[] text, int from, int to) {
        return Arrays.equals(word, 0, word.length, text, from, to);
    }

    private void grow() {
        if (known.size() * 2 < slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        for (int code = 0; code < known.size(); code++) {
            int hash = 1;
            for (byte b : known.get(code)) {
                hash = 31 * hash + b;
            }
            hash ^= hash >>> 15;
            int at = hash & (slots.length - 1);
            while (slots[at] >= 0) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = code;
        }
    }

    /** The code here of each word of another list. */
    int[] codesOf(Words other) {
        return other.known.stream().mapToInt(word -> code(word, 0, word.length)).toArray();
    }

    List<String> texts() {
        return known.stream()
                .map(word -> new String(word, StandardCharsets.UTF_8))
                .toList();
    }
}
