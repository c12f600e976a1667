package dev.plumbline.store;

import java.util.HashMap;
import java.util.Map;

/**
 * The contents that were read with some options, in the store or in this import. Half of each hash is kept: of a thousand
 * million files no two would be taken for one.
 */
public final class KnownFiles {

    /** By the fingerprint of the options. */
    private final Map<String, Halves> known = new HashMap<>();

    /** Whether a content is met for the first time under these options. */
    public boolean add(String options, Sha256 content) {
        return known.computeIfAbsent(options, key -> new Halves()).add(content.first(), content.second());
    }

    /** Pairs of numbers, each in the first free place from its own on; both 0 where a place is free. */
    private static final class Halves {

        private static final int FEW = 64;

        private long[] places = new long[2 * FEW];
        private int size;
        private boolean zero;

        boolean add(long first, long second) {
            if (first == 0 && second == 0) {
                boolean added = !zero;
                zero = true;
                return added;
            }
            if (!put(places, first, second)) {
                return false;
            }
            size++;
            // three of four places are taken at most
            if (size * 8L > places.length * 3L) {
                grow();
            }
            return true;
        }

        private void grow() {
            long[] wider = new long[places.length * 2];
            for (int i = 0; i < places.length; i += 2) {
                if (places[i] != 0 || places[i + 1] != 0) {
                    put(wider, places[i], places[i + 1]);
                }
            }
            places = wider;
        }

        private static boolean put(long[] into, long first, long second) {
            int at = 2 * (int) (first & (into.length / 2 - 1));
            while (into[at] != 0 || into[at + 1] != 0) {
                if (into[at] == first && into[at + 1] == second) {
                    return false;
                }
                at = (at + 2) % into.length;
            }
            into[at] = first;
            into[at + 1] = second;
            return true;
        }
    }
}
