package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a record of a log begins, as a regular expression that is tried on a line's bytes: a big log has millions of lines, and
 * making text of each costs more than all else. Plain expressions (characters, classes and their repetition, in named groups)
 * run on the bytes; others, and lines with odd line ends inside, are left to {@link Pattern}. Both say the same.
 */
final class LineForm {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Pattern pattern;
    private final List<String> names;
    private final LineStep @Nullable [] steps;
    private final boolean rest;

    /** Where the groups were in the line that matched last: from and to of each, -1 where it took no part. */
    private final int[] places;

    private LineForm(Pattern pattern, List<String> names, LineStep @Nullable [] steps) {
        this.pattern = pattern;
        this.names = names;
        this.steps = steps;
        this.rest = steps != null && steps.length > 0 && steps[steps.length - 1].takesTheRest();
        this.places = new int[names.size() * 2];
    }

    static LineForm of(Pattern pattern) {
        List<String> names = new ArrayList<>();
        for (Matcher group = GROUP.matcher(pattern.pattern()); group.find(); ) {
            names.add(group.group(1));
        }
        return new LineForm(pattern, names, pattern.flags() == 0 ? LineStep.parse(pattern.pattern(), names) : null);
    }

    /** The groups' names, in their order. */
    List<String> names() {
        return names;
    }

    /** Whether it can be tried on bytes. */
    boolean plain() {
        return steps != null;
    }

    /**
     * Whether a line begins a record.
     *
     * @param line well-formed UTF-8
     * @param odd  whether it holds characters that end a line elsewhere, which a dot does not match
     */
    boolean fits(byte[] line, int from, int to, boolean odd) {
        if (steps == null || odd) {
            return fitsText(line, from, to);
        }
        Arrays.fill(places, -1);
        return fits(steps, 0, line, from, to);
    }

    /** Where a group begins in the line's bytes; -1 where it took no part. */
    int from(int group) {
        return places[2 * group];
    }

    int to(int group) {
        return places[2 * group + 1];
    }

    private boolean fits(LineStep[] all, int index, byte[] line, int at, int to) {
        // steps of one length, most of them a character, are gone through at once: there is nothing to try twice
        int next = index;
        int end = at;
        for (; next < all.length && all[next].least() == all[next].most(); next++) {
            int stop = end + all[next].most();
            if (stop > to) {
                return false;
            }
            boolean[] taken = all[next].taken();
            while (end < stop) {
                if (!taken[line[end++] & 0xff]) {
                    return false;
                }
            }
        }
        if (!(next == all.length ? end == to : stretches(all, next, line, end, to))) {
            return false;
        }
        for (int step = next - 1; step >= index; step--) {
            mark(all[step], end - all[step].most(), end);
            end -= all[step].most();
        }
        return true;
    }

    /** The same from a step of any length on. */
    private boolean stretches(LineStep[] all, int index, byte[] line, int at, int to) {
        LineStep step = all[index];
        if (rest && index == all.length - 1) {
            boolean fits = to - at >= step.least()
                    && ByteSearch.find(line, at, to, '\r') == to
                    && ByteSearch.find(line, at, to, '\n') == to;
            if (fits) {
                mark(step, at, to);
            }
            return fits;
        }
        int most = step.most() < to - at ? at + step.most() : to;
        int end = at;
        boolean[] taken = step.taken();
        while (end < most && taken[line[end] & 0xff]) {
            end++;
        }
        for (int least = at + step.least(); end >= least; end--) {
            if (fits(all, index + 1, line, end, to)) {
                mark(step, at, end);
                return true;
            }
        }
        return false;
    }

    private void mark(LineStep step, int at, int end) {
        if (step.group() >= 0) {
            places[2 * step.group()] = at;
            if (places[2 * step.group() + 1] < 0) {
                places[2 * step.group() + 1] = end;
            }
        }
    }

    private boolean fitsText(byte[] line, int from, int to) {
        String text = new String(line, from, to - from, StandardCharsets.UTF_8);
        Matcher match = pattern.matcher(text);
        if (!match.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            int start = match.start(names.get(i));
            places[2 * i] = start < 0 ? -1 : from + bytes(text, start);
            places[2 * i + 1] = start < 0 ? -1 : from + bytes(text, match.end(names.get(i)));
        }
        return true;
    }

    private static int bytes(String text, int end) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
}
