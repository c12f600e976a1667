package dev.plumbline.cli;

import dev.plumbline.baseline.Verdict;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import dev.plumbline.notebook.Sessions;
import dev.plumbline.report.Drawing;
import dev.plumbline.store.Queries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs a notebook and writes its page, also when a cell fails. Exit: 0, 1 a cell failed, 4 time-out.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NOTEBOOK", description = "a .jsh file, or the name of one in notebooks")
    private Path notebook = Path.of("");

    @Option(names = "-p", paramLabel = "name=value", description = "a parameter; may be repeated")
    private List<String> parameters = new ArrayList<>();

    @Option(names = "-o", paramLabel = "FILE", description = "the page (default: reports/<notebook>.html)")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--continue", description = "run the cells after a failing one too")
    private boolean goOn;

    @Option(names = "--timeout", paramLabel = "D", description = "of the whole run, such as 5m")
    private Optional<String> timeout = Optional.empty();

    @Option(
            names = "--watch",
            description = "run again whenever the file is saved: what changed and what depends on it; Ctrl-C ends it")
    private boolean watch;

    @Option(names = "--static", description = "a page without scripts, for e-mail")
    private boolean plain;

    @Option(names = "--pdf", description = "print the page as PDF too, beside it; needs an installed Chromium")
    private boolean pdf;

    @Option(names = "--fail-on", paramLabel = "LEVEL", description = "red or yellow: exit with the verdict's code")
    private Optional<CheckCommand.FailOn> failOn = Optional.empty();

    @Override
    public Integer call() {
        Path file = find(notebook);
        String name = file.getFileName().toString().replaceFirst("\\.jsh$", "");
        Path target = output.orElseGet(() -> ReportIndex.reports().resolve(name + ".html"));
        Runner runner = Runner.of(Sessions.begun(Queries.home().resolve("notebooks/startup.jsh")))
                .with(given());
        Drawing.prepare();
        runner = goOn ? runner.continuing() : runner;
        runner = timeout.isPresent() ? runner.within(Durations.parse("--timeout", timeout.get())) : runner;
        try (ProgressLine line = new ProgressLine(spec.commandLine().getErr())) {
            runner = Screen.progress()
                    ? runner.onCell(cell -> line.show(name + " " + cell.title(), cell.cell(), cell.of()))
                    : runner;
            Map<String, String> made = Provenance.of(command(file));
            NotebookRun run = new NotebookRun(
                    data.folder(), target, plain, made, spec.commandLine().getErr());
            if (watch) {
                return new NotebookWatch(file, run, runner, spec.commandLine()).untilInterrupted();
            }
            NotebookResult result = run.run(file, runner);
            run.listed(ReportIndex.reports());
            spec.commandLine().getOut().println(target);
            if (pdf) {
                spec.commandLine().getOut().println(Pdf.print(target));
            }
            return exitCode(result);
        }
    }

    /** Taken apart here, not by picocli, which takes the quotation marks of a value for its own. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "-p: found \"" + parameter + "\", expected a name and its value, such as days=14");
            }
            given.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return given;
    }

    private int exitCode(NotebookResult result) {
        if (result.status() != NotebookResult.Status.OK || failOn.isEmpty()) {
            return result.status().exitCode();
        }
        Verdict verdict = NotebookRun.check(result)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--fail-on: " + notebook + " shows no verdict; end a cell with Show.verdict(check)"))
                .verdict();
        return failOn.get().exitCode(verdict);
    }

    private String command(Path file) {
        StringBuilder text = new StringBuilder("plumb run " + file.getFileName());
        parameters.forEach(parameter -> text.append(" -p ").append(quoted(parameter)));
        return text.toString();
    }

    /** As a shell takes it. */
    private static String quoted(String word) {
        return word.matches("[\\w.,:/=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static Path find(Path named) {
        if (Files.isRegularFile(named)) {
            return named;
        }
        Path shipped =
                Queries.home().resolve("notebooks").resolve(named.toString().replaceFirst("\\.jsh$", "") + ".jsh");
        if (Files.isRegularFile(shipped)) {
            return shipped;
        }
        throw new IllegalArgumentException("no notebook " + named + (named.isAbsolute() ? "" : ", nor " + shipped));
    }
}
