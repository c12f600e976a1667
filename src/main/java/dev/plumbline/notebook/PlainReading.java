package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * How the {@code jshell} tool splits a file: it takes a line more only while what it has cannot be complete. Offsets are
 * those of the lines joined by a line feed.
 */
final class PlainReading {

    /**
     * What the tool takes as one.
     *
     * @param start of its first character that is neither blank nor a comment
     * @param end   after its last character
     */
    record Taken(Kind kind, int start, int end) {}

    /** What the tool makes of it. */
    enum Kind {
        SNIPPET,
        COMMAND,
        /** It is tried and refused. */
        NOT_JAVA,
        /** The file ends first, and the tool drops it without a word. */
        DROPPED
    }

    private final SourceCodeAnalysis analysis;
    private final String text;
    private final List<Taken> taken = new ArrayList<>();

    private PlainReading(SourceCodeAnalysis analysis, String text) {
        this.analysis = analysis;
        this.text = text;
    }

    static List<Taken> of(SourceCodeAnalysis analysis, String text) {
        PlainReading reading = new PlainReading(analysis, text);
        reading.read();
        return reading.taken;
    }

    private void read() {
        int from = 0;
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            int to = end < 0 ? text.length() : end;
            from = take(from, to);
            line = to + 1;
            // what is left waits for the next line
            from = from == to ? line : from;
        }
        if (from < text.length()) {
            add(Kind.DROPPED, from, text.length());
        }
    }

    /** Takes what is complete of [from, to); returns where the rest begins. */
    private int take(int from, int to) {
        int at = from;
        while (at < to) {
            String source = text.substring(at, to);
            if (source.startsWith("/") && !source.startsWith("//") && !source.startsWith("/*")) {
                add(Kind.COMMAND, at, to);
                return to;
            }
            CompletionInfo info = analysis.analyzeCompletion(source);
            switch (info.completeness()) {
                case COMPLETE, COMPLETE_WITH_SEMI -> {
                    int end = to - info.remaining().length();
                    add(Kind.SNIPPET, at, end);
                    at = end;
                }
                case UNKNOWN -> {
                    add(Kind.NOT_JAVA, at, to);
                    return to;
                }
                case EMPTY -> {
                    return to;
                }
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return at;
                }
            }
        }
        return to;
    }

    private void add(Kind kind, int from, int to) {
        int start = Math.min(Snippets.skip(text, from), to);
        if (start < to) {
            taken.add(new Taken(kind, start, to));
        }
    }
}
