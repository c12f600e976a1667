package dev.plumbline.notebook;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;

/** Reads a notebook and runs nothing of it: what its author should change before others rely on it. */
public final class Lint {

    private static final int MAX_REFUSED = 100;

    private Lint() {}

    /**
     * Findings in the order of the file.
     *
     * @param startup the script that every notebook begins with
     * @throws NotebookRejected when the file cannot be read at all
     */
    public static List<Finding> of(Path file, Path startup) {
        return of(file.toString(), text(file), startup);
    }

    static List<Finding> of(String file, String text, Path startup) {
        List<Finding> findings = new ArrayList<>();
        bytes(file, text).ifPresent(findings::add);
        List<String> lines = new ArrayList<>(text.lines().toList());
        Notebook notebook = readable(file, lines, findings);
        findings.addAll(UnknownWords.in(notebook));
        findings.addAll(NetworkReferences.in(notebook));
        List<Finding> apart;
        try (JShell shell = JShell.builder()
                .executionEngine(new CompileOnly().provider(), Map.of())
                .build()) {
            apart = ReadApart.of(notebook, shell.sourceCodeAnalysis());
        }
        findings.addAll(apart);
        findings.addAll(Compiled.of(notebook, startup, apart));
        findings.sort(Comparator.naturalOrder());
        return findings;
    }

    /** The notebook without the lines that its reader refuses, each of which is a finding. */
    private static Notebook readable(String file, List<String> lines, List<Finding> findings) {
        for (int i = 0; i < MAX_REFUSED; i++) {
            try {
                return Notebook.parse(file, String.join("\n", lines));
            } catch (NotebookRejected e) {
                Place place = e.place().filter(p -> p.line() <= lines.size()).orElseThrow(() -> e);
                String words = e.getMessage().substring((place + ": ").length());
                findings.add(new Finding(place, Finding.Rule.FORMAT, words, ""));
                lines.set(place.line() - 1, replacement(lines.get(place.line() - 1), e));
            }
        }
        throw new NotebookRejected(file, "more than " + MAX_REFUSED + " lines that no notebook has");
    }

    private static String replacement(String line, NotebookRejected refused) {
        if (Marker.is(line)) {
            return "// %%";
        }
        if (line.startsWith("//")) {
            // a header without an end
            throw refused;
        }
        return line.strip().startsWith("/") ? "" : "// " + line;
    }

    private static Optional<Finding> bytes(String file, String text) {
        Place start = new Place(file, 1, 1);
        if (text.startsWith("\uFEFF")) {
            return Optional.of(new Finding(
                    start,
                    Finding.Rule.PLAIN_JSHELL,
                    "a byte order mark, which plain jshell takes for code",
                    "save as UTF-8 without it"));
        }
        return text.contains("\r")
                ? Optional.of(new Finding(
                        start,
                        Finding.Rule.FORMAT,
                        "carriage returns at the ends of lines",
                        "save with line feeds only, so that Git compares lines"))
                : Optional.empty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new NotebookRejected(file.toString(), "not UTF-8");
        } catch (IOException e) {
            throw new NotebookRejected(file.toString(), "cannot be read: " + e.getMessage());
        }
    }
}
