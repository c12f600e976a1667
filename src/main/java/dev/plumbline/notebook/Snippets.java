package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Splits a cell into snippets, the way that takes the longest statement each time. */
final class Snippets {

    /**
     * One snippet.
     *
     * @param offset where it begins in the cell, after blanks and comments
     * @param source as JShell takes it, with the semicolon that a last expression may leave out
     * @param last   whether nothing but blanks and comments follows
     */
    record Piece(int offset, String source, boolean last) {}

    private Snippets() {}

    static List<Piece> of(SourceCodeAnalysis analysis, String cell) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Piece> piece = after(analysis, cell, 0);
        while (piece.isPresent()) {
            pieces.add(piece.get());
            int end = Math.min(
                    cell.length(), piece.get().offset() + piece.get().source().length());
            piece = piece.get().last() ? Optional.empty() : after(analysis, cell, end);
        }
        return pieces;
    }

    private static Optional<Piece> after(SourceCodeAnalysis analysis, String cell, int from) {
        int start = skip(cell, from);
        if (start == cell.length()) {
            return Optional.empty();
        }
        String rest = cell.substring(start);
        CompletionInfo info = analysis.analyzeCompletion(rest);
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> {
                int end = cell.length() - info.remaining().length();
                yield Optional.of(new Piece(start, info.source(), skip(cell, end) == cell.length()));
            }
            // the compiler says what is wrong with the rest
            case DEFINITELY_INCOMPLETE, UNKNOWN, EMPTY -> Optional.of(new Piece(start, rest, true));
        };
    }

    /** Where a comment begins that has no end; −1 where there is none. */
    static int unended(String text) {
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("/*", i) && text.indexOf("*/", i + 2) < 0) {
                return i;
            }
            i = after(text, i);
        }
        return -1;
    }

    /** The place behind a character, a text or a comment. */
    static int after(String text, int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at) || text.startsWith("/*", at)) {
            boolean line = text.charAt(at + 1) == '/';
            int end = text.indexOf(line ? "\n" : "*/", at + 2);
            return end < 0 ? text.length() : end + (line ? 1 : 2);
        }
        String quote = text.startsWith("\"\"\"", at) ? "\"\"\"" : c == '"' || c == '\'' ? String.valueOf(c) : "";
        if (quote.isEmpty()) {
            return at + 1;
        }
        int i = at + quote.length();
        while (i < text.length() && !text.startsWith(quote, i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + quote.length();
    }

    /** The first character at or after {@code from} that is neither blank nor part of a comment. */
    static int skip(String text, int from) {
        int i = from;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else if (text.startsWith("//", i)) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                i = end < 0 ? text.length() : end + 2;
            } else {
                return i;
            }
        }
        return text.length();
    }
}
