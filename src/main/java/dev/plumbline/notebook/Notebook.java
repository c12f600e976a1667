package dev.plumbline.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A JShell script in Jupytext's percent format.
 *
 * @param file   as errors name it
 * @param header front matter, {@code title} and what else there is
 * @param lines  of the file
 */
public record Notebook(String file, Map<String, String> header, List<Cell> cells, List<String> lines) {

    public Notebook {
        header = Map.copyOf(header);
        cells = List.copyOf(cells);
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @throws NotebookRejected when the file cannot be read, or is not a notebook
     */
    public static Notebook parse(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new NotebookRejected(file.toString(), "there is no such notebook");
        } catch (CharacterCodingException e) {
            throw new NotebookRejected(file.toString(), "not UTF-8");
        } catch (IOException e) {
            throw new NotebookRejected(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a text; {@code file} is what errors call it.
     *
     * @throws NotebookRejected when the text is not a notebook
     */
    public static Notebook parse(String file, String text) {
        return new NotebookReader(file, text).notebook();
    }

    /** The header's title, or the file's name. */
    public String title() {
        return header.getOrDefault("title", name());
    }

    /** {@code weekly-review} of {@code notebooks/weekly-review.jsh}. */
    public String name() {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return last.endsWith(".jsh") ? last.substring(0, last.length() - ".jsh".length()) : last;
    }

    /** The front matter as it stands, from {@code ---} to {@code ---}, uncommented; empty where there is none. */
    List<String> headerLines() {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size() || !NotebookReader.isFence(lines.get(first))) {
            return List.of();
        }
        int last = first + 1;
        while (!NotebookReader.isFence(lines.get(last))) {
            last++;
        }
        return lines.subList(first, last + 1).stream()
                .map(line -> line.startsWith("// ") ? line.substring(3) : line.substring(2))
                .toList();
    }

    /** Where an offset into a cell's source lies in the file. */
    Place place(Cell cell, int offset) {
        String before =
                cell.source().substring(0, Math.min(offset, cell.source().length()));
        int line = cell.line() + (int) before.chars().filter(c -> c == '\n').count();
        return new Place(file, line, before.length() - before.lastIndexOf('\n'));
    }

    /** The first character of a line that is not a space. */
    Place place(int line) {
        String text = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
        return new Place(file, line, text.length() - text.stripLeading().length() + 1);
    }
}
