package dev.plumbline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code plumb}: analytics for trading bots, in the terminal, in notebooks and as pages. */
@Command(
        name = "plumb",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "What a trading bot leaves behind, measured, held against a baseline, and shown.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            ReviewCommand.class,
            SampleCommand.class,
            ImportCommand.class,
            ForgetCommand.class,
            NoteCommand.class,
            SourcesCommand.class,
            MetricsCommand.class,
            MeasureCommand.class,
            BaselineCommand.class,
            CheckCommand.class,
            AcknowledgeCommand.class,
            AlertsCommand.class,
            RunCommand.class,
            LintCommand.class,
            NotebookCommand.class,
            DiffCommand.class,
            ShellCommand.class,
            QueryCommand.class,
            DoctorCommand.class,
            WarmUpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 the work failed; 2 wrong usage or unreadable input;",
            "3 part of the input rejected; 4 time-out; 10 yellow, 20 red, 30 not enough data."
        })
public final class Plumb implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "show stack traces")
    private boolean verbose;

    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    /** Runs one command and tells its exit code. */
    static int run(java.io.PrintStream out, java.io.PrintStream err, String... args) {
        Plumb plumb = new Plumb();
        CommandLine line = new CommandLine(plumb);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Plumb::usage);
        line.setExecutionExceptionHandler((problem, command, parsed) -> plumb.failed(problem, command));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            line.getErr()
                    .println("plumb: Java has too little memory for this: give it more, such as"
                            + " JAVA_TOOL_OPTIONS=-Xmx4g plumb …");
            return ExitCode.FAILED;
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int usage(CommandLine.ParameterException problem, String[] args) {
        CommandLine line = problem.getCommandLine();
        String near = problem instanceof CommandLine.UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
        line.getErr()
                .println("plumb: " + words(problem.getMessage()) + near + " (see "
                        + line.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }

    /** Choices as users type them, in small letters. */
    private static String words(String message) {
        return Pattern.compile("\\[([A-Z, ]+)\\] \\(case-insensitive\\)")
                .matcher(message.strip().replaceAll("\\s*\\R\\s*", " "))
                .replaceAll(found -> found.group(1).toLowerCase(Locale.ROOT));
    }

    private int failed(Throwable problem, CommandLine line) {
        line.getErr().println("plumb: " + Problem.words(problem));
        if (verbose) {
            problem.printStackTrace(line.getErr());
        }
        return Problem.exitCode(problem);
    }
}
