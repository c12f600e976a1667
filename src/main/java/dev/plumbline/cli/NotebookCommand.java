package dev.plumbline.cli;

import dev.plumbline.chart.PlainText;
import dev.plumbline.notebook.FromIpynb;
import dev.plumbline.notebook.Notebook;
import dev.plumbline.notebook.ToIpynb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "notebook",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(to-ipynb | from-ipynb)",
        description = "Notebooks to and from Jupyter.")
final class NotebookCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "where it goes (default: beside the file)")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--force", scope = ScopeType.INHERIT, description = "replace a file that is there")
    private boolean force;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "to-ipynb",
            mixinStandardHelpOptions = true,
            description = "Writes a .jsh as .ipynb for a Java kernel, without outputs.")
    int toIpynb(
            @Parameters(paramLabel = "FILE", description = "a .jsh file, or the name of one in notebooks") Path named) {
        Path file = RunCommand.find(named);
        return write(target(file, ".jsh", ".ipynb"), ToIpynb.of(Notebook.parse(file)));
    }

    @Command(
            name = "from-ipynb",
            mixinStandardHelpOptions = true,
            description = "Writes an .ipynb as .jsh; outputs are left behind, magics become comments, and it says so.")
    int fromIpynb(@Parameters(paramLabel = "FILE", description = "an .ipynb file with a Java kernel") Path file)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no notebook " + file);
        }
        FromIpynb read = FromIpynb.of(file.toString(), Files.readString(file));
        read.notes().forEach(note -> spec.commandLine().getErr().println(PlainText.line(file + ": " + note, 2_000)));
        return write(target(file, ".ipynb", ".jsh"), read.text());
    }

    private Path target(Path file, String from, String to) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(from) ? name.substring(0, name.length() - from.length()) : name;
        return output.orElseGet(() -> file.resolveSibling(stem + to));
    }

    private int write(Path target, String text) {
        if (Files.exists(target) && !force) {
            throw new IllegalArgumentException(target + " is there already: name another with -o, or say --force");
        }
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " could not be written", e);
        }
        spec.commandLine().getOut().println(target);
        return ExitCode.DONE;
    }
}
