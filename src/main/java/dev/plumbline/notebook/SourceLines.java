package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;

/** The lines of a Java source, and which of them begin inside a text block or a comment. */
final class SourceLines {

    private enum State {
        CODE,
        LINE_COMMENT,
        BLOCK_COMMENT,
        STRING,
        CHARACTER,
        TEXT_BLOCK
    }

    private final List<String> lines;
    private final List<Boolean> text = new ArrayList<>();

    private SourceLines(String source) {
        this.lines = source.lines().toList();
        State state = State.CODE;
        for (String line : lines) {
            text.add(state != State.CODE);
            state = after(line, state);
        }
    }

    static SourceLines of(String source) {
        return new SourceLines(source);
    }

    List<String> all() {
        return lines;
    }

    /** Whether the line, from 0, begins inside a text block or a comment: nothing in it is a marker or a command. */
    boolean isText(int index) {
        return text.get(index);
    }

    private static State after(String line, State before) {
        State state = before;
        int i = 0;
        while (i < line.length()) {
            boolean escaped = line.charAt(i) == '\\' && state != State.CODE && state != State.BLOCK_COMMENT;
            if (escaped) {
                i += 2;
                continue;
            }
            State next = next(line, i, state);
            i += next == state ? 1 : width(state, next);
            if (next == State.LINE_COMMENT) {
                return State.CODE;
            }
            state = next;
        }
        // a string or character literal never spans lines
        return state == State.TEXT_BLOCK || state == State.BLOCK_COMMENT ? state : State.CODE;
    }

    private static State next(String line, int i, State state) {
        return switch (state) {
            case CODE -> opening(line, i);
            case BLOCK_COMMENT -> line.startsWith("*/", i) ? State.CODE : state;
            case TEXT_BLOCK -> line.startsWith("\"\"\"", i) ? State.CODE : state;
            case STRING -> line.charAt(i) == '"' ? State.CODE : state;
            case CHARACTER -> line.charAt(i) == '\'' ? State.CODE : state;
            case LINE_COMMENT -> state;
        };
    }

    private static State opening(String line, int i) {
        if (line.startsWith("//", i)) {
            return State.LINE_COMMENT;
        }
        if (line.startsWith("/*", i)) {
            return State.BLOCK_COMMENT;
        }
        if (line.startsWith("\"\"\"", i)) {
            return State.TEXT_BLOCK;
        }
        return switch (line.charAt(i)) {
            case '"' -> State.STRING;
            case '\'' -> State.CHARACTER;
            default -> State.CODE;
        };
    }

    /** Characters of the delimiter between two states. */
    private static int width(State from, State to) {
        if (from == State.TEXT_BLOCK || to == State.TEXT_BLOCK) {
            return 3;
        }
        return from == State.BLOCK_COMMENT || to == State.BLOCK_COMMENT || to == State.LINE_COMMENT ? 2 : 1;
    }
}
