package dev.plumbline.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plain regular expression: some bytes of a kind.
 *
 * @param taken which bytes are of the kind; those of characters beyond ASCII all are, or all are not
 * @param least how many there are at least
 * @param most  how many at most
 * @param group the named group that it belongs to, from 0; -1 outside of groups
 */
record LineStep(boolean[] taken, int least, int most, int group) {

    private static final int BEYOND_ASCII = 0x80;
    private static final String SPECIAL = "()[]{}*+?|^$.\\";

    /** Whether it takes all that may be left of a line: every byte but those that end lines. */
    boolean takesTheRest() {
        int left = 0;
        for (boolean takes : taken) {
            left += takes ? 0 : 1;
        }
        return most == Integer.MAX_VALUE && left == 2 && !taken['\n'] && !taken['\r'];
    }

    /** The steps of an expression; null where it is not plain. */
    static LineStep @Nullable [] parse(String expression, List<String> groups) {
        Reader reader = new Reader(expression, groups);
        return reader.steps() ? reader.steps.toArray(LineStep[]::new) : null;
    }

    private boolean beyondAscii() {
        return taken[BEYOND_ASCII];
    }

    /** Goes through an expression; every method says whether it was plain so far. */
    private static final class Reader {
        private final String expression;
        private final List<String> groups;
        private final List<LineStep> steps = new ArrayList<>();
        private int at;
        private int group = -1;
        private int opened;

        Reader(String expression, List<String> groups) {
            this.expression = expression;
            this.groups = groups;
        }

        boolean steps() {
            at = expression.startsWith("^") ? 1 : 0;
            int end = expression.endsWith("$") && !expression.endsWith("\\$")
                    ? expression.length() - 1
                    : expression.length();
            while (at < end) {
                if (!(opens() || closes() || step())) {
                    return false;
                }
            }
            return at == end && group < 0 && opened == groups.size();
        }

        private boolean opens() {
            if (group >= 0 || opened >= groups.size() || !skip("(?<" + groups.get(opened) + ">")) {
                return false;
            }
            group = opened++;
            return true;
        }

        private boolean closes() {
            boolean filled = !steps.isEmpty() && steps.get(steps.size() - 1).group() == group;
            if (group < 0 || !filled || !skip(")") || repeats()) {
                return false;
            }
            group = -1;
            return true;
        }

        private boolean repeats() {
            return at < expression.length() && "*+?{".indexOf(expression.charAt(at)) >= 0;
        }

        private boolean step() {
            boolean[] taken = kind();
            if (taken == null) {
                return false;
            }
            int least = 1;
            int most = 1;
            if (skip("*")) {
                least = 0;
                most = Integer.MAX_VALUE;
            } else if (skip("+")) {
                most = Integer.MAX_VALUE;
            } else if (skip("?")) {
                least = 0;
            } else if (skip("{")) {
                int close = expression.indexOf('}', at);
                if (close < 0
                        || close - at > 3
                        || !expression.substring(at, close).chars().allMatch(Character::isDigit)
                        || close == at) {
                    return false;
                }
                least = Integer.parseInt(expression.substring(at, close));
                most = least;
                at = close + 1;
            }
            LineStep step = new LineStep(taken, least, most, group);
            // a character beyond ASCII has several bytes: they may not be counted, nor parted between two steps
            if (repeats()
                    || (step.beyondAscii()
                            && (most < Integer.MAX_VALUE
                                    || (!steps.isEmpty()
                                            && steps.get(steps.size() - 1).beyondAscii())))) {
                return false;
            }
            return steps.add(step);
        }

        private boolean @Nullable [] kind() {
            char c = expression.charAt(at);
            boolean[] taken = new boolean[256];
            if (c == '.') {
                at++;
                Arrays.fill(taken, true);
                taken['\n'] = false;
                taken['\r'] = false;
                return taken;
            }
            if (c == '[') {
                at++;
                return bracket(taken) ? taken : null;
            }
            return one(taken) ? taken : null;
        }

        private boolean bracket(boolean[] taken) {
            boolean not = skip("^");
            do {
                int before = at;
                if (at + 2 < expression.length()
                        && expression.charAt(at + 1) == '-'
                        && expression.charAt(at) < BEYOND_ASCII) {
                    char first = expression.charAt(at);
                    char last = expression.charAt(at + 2);
                    if (!Character.isLetterOrDigit(first) || !Character.isLetterOrDigit(last) || last >= BEYOND_ASCII) {
                        return false;
                    }
                    Arrays.fill(taken, first, last + 1, true);
                    at += 3;
                } else if (at < expression.length() && ".,:*+?(){}|$".indexOf(expression.charAt(at)) >= 0) {
                    taken[expression.charAt(at++)] = true;
                } else if (!one(taken) || at == before) {
                    return false;
                }
            } while (at < expression.length() && expression.charAt(at) != ']');
            if (!skip("]")) {
                return false;
            }
            for (int i = 0; not && i < taken.length; i++) {
                taken[i] = !taken[i];
            }
            return true;
        }

        /** A character, or a backslash and what follows it. */
        private boolean one(boolean[] taken) {
            if (at >= expression.length()) {
                return false;
            }
            char c = expression.charAt(at++);
            if (c != '\\') {
                if (c >= BEYOND_ASCII || c == '&' || SPECIAL.indexOf(c) >= 0) {
                    return false;
                }
                taken[c] = true;
                return true;
            }
            char escaped = at < expression.length() ? expression.charAt(at++) : ' ';
            if (escaped == 'd' || escaped == 'w') {
                Arrays.fill(taken, '0', '9' + 1, true);
                if (escaped == 'w') {
                    Arrays.fill(taken, 'a', 'z' + 1, true);
                    Arrays.fill(taken, 'A', 'Z' + 1, true);
                    taken['_'] = true;
                }
                return true;
            }
            if (SPECIAL.indexOf(escaped) < 0) {
                return false;
            }
            taken[escaped] = true;
            return true;
        }

        private boolean skip(String text) {
            boolean there = expression.startsWith(text, at);
            at += there ? text.length() : 0;
            return there;
        }
    }
}
