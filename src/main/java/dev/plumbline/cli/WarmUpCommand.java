package dev.plumbline.cli;

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
        return spec.root()
                .commandLine()
                .execute(
                        "review",
                        "weekly",
                        "--data",
                        data,
                        "--reports",
                        folder.resolve("reports").toString());
    }
}
