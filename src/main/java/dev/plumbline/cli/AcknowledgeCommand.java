package dev.plumbline.cli;

import dev.plumbline.notify.Acknowledgements;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        description = {
            "Says that somebody knows of a finding: check --notify does not tell it again until then, unless it"
                    + " becomes",
            "worse. The id stands in the message. Alone: what is open, and what of it is acknowledged."
        })
final class AcknowledgeCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "of the finding, such as 3fa2c1")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "a length such as 8h or 3d, or a time such as 2026-11-23T08:00:00Z (default: 24h)")
    private String until = "24h";

    @Option(names = "--note", paramLabel = "TEXT", description = "what is being done about it")
    private String note = "";

    @Option(names = "--withdraw", description = "take the acknowledgement back")
    private boolean withdraw;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        if (id.isPresent()) {
            Instant end = withdraw ? now : end(now);
            out.println(line(Acknowledgements.acknowledge(data.folder(), id.get(), end, note, now)));
            return ExitCode.DONE;
        }
        List<Acknowledgements.Entry> entries = Acknowledgements.list(data.folder(), now);
        entries.forEach(entry -> out.println(line(entry)));
        if (entries.isEmpty()) {
            out.println("nothing is open: the last check --notify found nothing red or yellow, or there was none");
        }
        return ExitCode.DONE;
    }

    private Instant end(Instant now) {
        if (!until.contains("T")) {
            return now.plus(Durations.parse("--until", until));
        }
        try {
            Instant end = Instant.parse(until);
            if (end.isAfter(now)) {
                return end;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--until: found \"" + until
                            + "\", expected a length such as 8h, or a time such as 2026-11-23T08:00:00Z",
                    e);
        }
        throw new IllegalArgumentException("--until: " + until + " is over");
    }

    private static String line(Acknowledgements.Entry entry) {
        String known = entry.until()
                .map(end -> "   acknowledged until " + time(end) + (entry.note().isEmpty() ? "" : ": " + entry.note()))
                .orElse("");
        return entry.id() + "  " + entry.level() + " since " + time(entry.since()) + "  " + entry.title() + known;
    }

    private static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
