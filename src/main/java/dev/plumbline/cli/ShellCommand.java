package dev.plumbline.cli;

import dev.plumbline.notebook.Shell;
import dev.plumbline.store.Queries;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "JShell with the façade imported and the store open as lab; help() shows the calls that matter.")
final class ShellCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        System.setProperty("plumb.data", data.folder().toString());
        Path notebooks = Queries.home().resolve("notebooks");
        return Shell.of(notebooks.resolve("startup.jsh"), notebooks.resolve("shell.jsh"))
                .start(Queries.home());
    }
}
