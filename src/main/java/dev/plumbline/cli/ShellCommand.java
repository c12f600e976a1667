package dev.plumbline.cli;

import dev.plumbline.notebook.Shell;
import dev.plumbline.store.Queries;
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
        return Shell.of(
                        Queries.home().resolve("notebooks/startup.jsh"),
                        "var lab = Workbench.open();",
                        "void help() { Help.show(); }",
                        "System.out.println(Help.hint(lab));")
                .start();
    }
}
