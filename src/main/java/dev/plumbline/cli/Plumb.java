package dev.plumbline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        footer = {
            "",
            "Exit codes: 0 done; 1 the work failed; 2 wrong usage or unreadable input;",
            "3 part of the input rejected; 4 time-out; 10 yellow, 20 red, 30 not enough data."
        })
public final class Plumb implements Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
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
            WarmUpCommand.class);

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
        asked(args).forEach(line::addSubcommand);
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

    /** The command that is named first, else all: reading every command's options takes longer than most of them run. */
    private static List<Class<?>> asked(String... args) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    /** {@code WarmUpCommand} is {@code warm-up}. */
    private static String name(Class<?> command) {
        return command.getSimpleName()
                .replaceFirst("Command$", "")
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
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
