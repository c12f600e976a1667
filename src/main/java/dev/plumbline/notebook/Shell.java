package dev.plumbline.notebook;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * The interactive JShell, in this JVM: the class path and the start-up script of the notebooks, completion, history, and
 * values that show as tables and lines.
 *
 * @param scripts what it begins with, in order: the imports that every notebook has, then what the shell opens. They are
 *                files of the installation, since JShell reads files only and a temporary one outlives a kill
 */
public record Shell(List<Path> scripts) {

    public Shell {
        scripts = List.copyOf(scripts);
    }

    public static Shell of(Path... scripts) {
        return new Shell(List.of(scripts));
    }

    /**
     * Talks to the terminal until it is left. The history is kept in a file of the user's.
     *
     * @param home the installation, whose sources tell Tab what its calls are
     * @return what {@code /exit} was given, 0 by default
     */
    public int start(Path home) {
        ShellSources.of(home, Path.of(System.getProperty("java.home"))).install();
        ShellMemory memory = ShellMemory.ofUser();
        Map<String, String> recalled = memory.recall();
        int code = start(JavaShellToolBuilder.builder().persistence(recalled));
        memory.keep(recalled);
        return code;
    }

    /** Reads a script as if it were typed, and keeps no history. */
    public int start(InputStream in, PrintStream out) {
        return start(JavaShellToolBuilder.builder()
                .persistence(new HashMap<>())
                .in(in, null)
                .out(out));
    }

    private int start(JavaShellToolBuilder tool) {
        List<String> arguments = new ArrayList<>();
        for (Path script : scripts) {
            if (!Files.isReadable(script)) {
                throw new NotebookRejected(script.toString(), "there is no such start-up script");
            }
            arguments.addAll(List.of("--startup", script.toString()));
        }
        arguments.addAll(List.of(
                "--class-path",
                System.getProperty("java.class.path"),
                "--execution",
                ShellProvider.NAME,
                // declarations are quiet, as in a notebook
                "--feedback",
                "concise",
                "-C-proc:none"));
        try {
            return tool.start(arguments.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the shell did not start: " + e.getMessage(), e);
        }
    }
}
