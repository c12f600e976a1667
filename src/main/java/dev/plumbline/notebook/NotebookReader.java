package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the percent format. */
final class NotebookReader {

    private static final Pattern FENCE = Pattern.compile("^// ?---\\s*$");
    private static final Pattern ENTRY = Pattern.compile("^// ?([A-Za-z_][\\w-]*):\\s*(.*?)\\s*$");
    private static final Pattern COMMAND = Pattern.compile("^\\s*(/[A-Za-z?!][^\\s/*(]*)(\\s.*)?$");
    private static final Pattern EXIT = Pattern.compile("^\\s*/exit\\s*$");

    private final String file;
    private final SourceLines source;
    private final List<String> lines;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    NotebookReader(String file, String text) {
        this.file = file;
        this.source = SourceLines.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        this.lines = source.all();
    }

    /** Whether a line begins or ends the front matter. */
    static boolean isFence(String line) {
        return FENCE.matcher(line).matches();
    }

    Notebook notebook() {
        int from = header();
        int to = end();
        Marker marker = new Marker(Cell.Kind.CODE, "", Map.of());
        int start = from;
        for (int i = from; i < to; i++) {
            if (Marker.is(lines.get(i)) && !source.isText(i)) {
                add(marker, start, i);
                marker = Marker.parse(file, i + 1, lines.get(i));
                start = i + 1;
            }
        }
        add(marker, start, to);
        return new Notebook(file, header, cells, lines);
    }

    /** Reads the front matter; returns the first line after it. */
    private int header() {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size() || !isFence(lines.get(first))) {
            return 0;
        }
        for (int i = first + 1; i < lines.size() && lines.get(i).startsWith("//"); i++) {
            if (isFence(lines.get(i))) {
                return i + 1;
            }
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (entry.matches()) {
                header.put(entry.group(1), unquoted(entry.group(2)));
            }
        }
        throw new NotebookRejected(
                new Place(file, first + 1, 1), "the header that begins here has no end, expected a line \"// ---\"");
    }

    /** The line that ends the notebook: a closing {@code /exit}, or the end of the file. */
    private int end() {
        int last = lines.size();
        while (last > 0 && lines.get(last - 1).isBlank()) {
            last--;
        }
        boolean exit = last > 0 && EXIT.matcher(lines.get(last - 1)).matches() && !source.isText(last - 1);
        return exit ? last - 1 : last;
    }

    private void add(Marker marker, int from, int until) {
        int to = until;
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        boolean beforeTheFirst = cells.isEmpty() && !(from > 0 && Marker.is(lines.get(from - 1)));
        if (beforeTheFirst && from == to) {
            return;
        }
        boolean code = marker.kind() == Cell.Kind.CODE;
        List<String> text = new ArrayList<>();
        for (int i = from; i < to; i++) {
            text.add(code ? code(i) : commented(i));
        }
        cells.add(new Cell(
                cells.size(), marker.kind(), marker.title(), marker.metadata(), String.join("\n", text), from + 1));
    }

    private String code(int index) {
        Matcher command = COMMAND.matcher(lines.get(index));
        if (command.matches() && !source.isText(index)) {
            throw new NotebookRejected(
                    new Place(file, index + 1, command.start(1) + 1),
                    "found the jshell command " + command.group(1)
                            + ", expected Java: only /exit at the end is allowed in a notebook");
        }
        return lines.get(index);
    }

    private String commented(int index) {
        String line = lines.get(index);
        if (!line.isBlank() && !line.startsWith("//")) {
            throw new NotebookRejected(
                    new Place(file, index + 1, 1),
                    "found \"" + line.strip() + "\" in a text cell, expected every line to begin with //");
        }
        return line.startsWith("// ") ? line.substring(3) : line.isBlank() ? "" : line.substring(2);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && ((text.startsWith("\"") && text.endsWith("\"")) || (text.startsWith("'") && text.endsWith("'")));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
