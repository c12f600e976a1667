package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.notebook.Finding;
import dev.plumbline.notebook.Lint;
import dev.plumbline.notebook.NotebookRejected;
import dev.plumbline.store.Queries;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description =
                "Reads notebooks and runs nothing: what plain jshell would read differently, what does not compile,"
                        + " charts without words, what reaches for the network. Exit: 0 clean, 1 findings, 2 unreadable.")
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "a .jsh file, or the name of one in notebooks")
    private List<Path> notebooks = List.of();

    @Option(names = "--json", description = "the findings as one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        Path startup = Queries.home().resolve("notebooks/startup.jsh");
        PrintWriter err = spec.commandLine().getErr();
        List<Finding> findings = new ArrayList<>();
        boolean unreadable = false;
        for (Path named : notebooks) {
            try {
                findings.addAll(Lint.of(RunCommand.find(named), startup));
            } catch (NotebookRejected | IllegalArgumentException e) {
                err.println("plumb: " + Problem.words(e));
                unreadable = true;
            }
        }
        tell(findings);
        return unreadable ? ExitCode.USAGE : findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void tell(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(document(findings)));
            return;
        }
        findings.forEach(out::println);
        String count =
                findings.isEmpty() ? "no findings" : findings.size() == 1 ? "1 finding" : findings.size() + " findings";
        spec.commandLine()
                .getErr()
                .println(count + " in " + notebooks.size() + (notebooks.size() == 1 ? " notebook" : " notebooks"));
    }

    private static ObjectNode document(List<Finding> findings) {
        ObjectNode document = Json.object();
        ArrayNode list = document.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("column", finding.place().column())
                .put("rule", finding.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("message", finding.message())
                .put("safe", finding.safe()));
        return document;
    }
}
