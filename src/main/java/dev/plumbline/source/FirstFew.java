package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;

/** How many of something there are, and the first five, for a note that stays short. */
final class FirstFew {

    static final int NAMED = 5;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String one) {
        count++;
        if (first.size() < NAMED) {
            first.add(one);
        }
    }

    long count() {
        return count;
    }

    /** The count with a noun and its verb: {@code 1 line is}, {@code 3 lines are}. */
    String counted(String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    @Override
    public String toString() {
        return String.join(", ", first) + (count > NAMED ? " …" : "");
    }
}
