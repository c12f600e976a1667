package dev.plumbline.cli;

import dev.plumbline.notebook.Shell;
import dev.plumbline.store.Queries;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the launcher runs once, after a build, to record the classes that commands load. */
@Command(name = "warm-up", hidden = true, description = "Reviews a small sample in a folder of its own.")
final class WarmUpCommand implements Callable<Integer> {

    private static final int DAYS = 9;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        FirstSample.make(folder, DAYS, spec.commandLine().getErr());
        String data = folder.toString();
        int reviewed = spec.root()
                .commandLine()
                .execute(
                        "review",
                        "weekly",
                        "--data",
                        data,
                        "--reports",
                        folder.resolve("reports").toString());
        // the shell's own classes: half of what it takes to start
        System.setProperty("plumb.data", data);
        Path notebooks = Queries.home().resolve("notebooks");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Shell.of(notebooks.resolve("startup.jsh"), notebooks.resolve("shell.jsh"))
                .start(new ByteArrayInputStream("lab.agents()\n/exit\n".getBytes(StandardCharsets.UTF_8)), nowhere);
        return reviewed;
    }
}
