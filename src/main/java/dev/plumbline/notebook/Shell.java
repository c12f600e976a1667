package dev.plumbline.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * The interactive JShell, in this JVM: the class path and the start-up script of the notebooks, completion, history, and
 * values that show as tables and lines.
 *
 * @param startup imports and declarations that every notebook begins with
 * @param opening statements run after it, such as the one that opens the store
 */
public record Shell(Path startup, List<String> opening) {

    public Shell {
        opening = List.copyOf(opening);
    }

    public static Shell of(Path startup, String... opening) {
        return new Shell(startup, List.of(opening));
    }

    /**
     * Talks to the terminal until it is left. The history is kept in the user's preferences.
     *
     * @return what {@code /exit} was given, 0 by default
     */
    public int start() {
        // says at first use that it made its folder
        Logger preferences = Logger.getLogger("java.util.prefs");
        preferences.setLevel(Level.SEVERE);
        return start(JavaShellToolBuilder.builder()
                .persistence(Preferences.userRoot().node("dev/plumbline/shell")));
    }

    /** Reads a script as if it were typed, and keeps no history. */
    public int start(InputStream in, PrintStream out) {
        return start(JavaShellToolBuilder.builder()
                .persistence(new HashMap<>())
                .in(in, null)
                .out(out));
    }

    private int start(JavaShellToolBuilder tool) {
        try {
            Path script = Files.createTempFile("plumbline", ".jsh");
            try {
                Files.writeString(script, script());
                return tool.start(
                        "--startup",
                        script.toString(),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--execution",
                        ShellProvider.NAME,
                        // declarations are quiet, as in a notebook
                        "--feedback",
                        "concise",
                        "-C-proc:none");
            } finally {
                Files.deleteIfExists(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the shell did not start: " + e.getMessage(), e);
        }
    }

    private String script() throws IOException {
        if (!Files.isRegularFile(startup)) {
            throw new NotebookRejected(startup.toString(), "there is no such start-up script");
        }
        return Files.readString(startup) + "\n" + String.join("\n", opening) + "\n";
    }
}
