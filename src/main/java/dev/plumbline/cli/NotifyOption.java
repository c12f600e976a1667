package dev.plumbline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.Workbench;
import dev.plumbline.baseline.Check;
import dev.plumbline.model.Period;
import dev.plumbline.notify.Downtime;
import dev.plumbline.notify.Notifier;
import dev.plumbline.store.Rows;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether people are told. */
final class NotifyOption {

    @Option(names = "--notify", description = "tell people what is due, as data/notify.yaml says")
    private boolean asked;

    @Option(names = "--dry-run", description = "with --notify: print what would be sent, send nothing")
    private boolean dry;

    private List<Notifier.Result> results = List.of();
    private boolean failed;

    /** @throws IllegalArgumentException when what was asked for cannot be done; before anything long begins */
    void ready(Path data, boolean quality) {
        if (asked && quality) {
            throw new IllegalArgumentException("--notify tells what a check finds, not --quality: say one of them");
        }
        if (dry && !asked) {
            throw new IllegalArgumentException("--dry-run belongs to --notify: say both");
        }
        if (asked) {
            Notifier.open(data, System::getenv);
        }
    }

    /** Sends, or shows, what is due. */
    void tell(Workbench lab, Path data, List<Check> checks, Instant now, PrintWriter out, PrintWriter err) {
        if (asked) {
            tell(data, new Notifier.Run(checks, downtimes(lab), now, NewestReport.of(checks)), out, err);
        }
    }

    /** Sends, or shows, a review. */
    void tell(
            Workbench lab,
            Path data,
            List<Check> checks,
            Optional<String> link,
            Notifier.Review review,
            PrintWriter out,
            PrintWriter err) {
        if (asked) {
            Instant now = Instant.now();
            Optional<String> page = link.or(() -> NewestReport.of(checks));
            tell(data, new Notifier.Run(checks, downtimes(lab), now, page, Optional.of(review)), out, err);
        }
    }

    private void tell(Path data, Notifier.Run run, PrintWriter out, PrintWriter err) {
        Notifier notifier = Notifier.open(data, System::getenv);
        if (dry) {
            results = notifier.preview(run);
            results.forEach(result -> preview(result, out));
            return;
        }
        List<String> notes = new ArrayList<>();
        try {
            results = notifier.tell(run, notes);
        } catch (IllegalStateException | UncheckedIOException e) {
            // the verdict is still to be told by the exit code
            failed = true;
            notes.add(Problem.words(e));
        }
        notes.forEach(note -> err.println("notify: " + note));
        for (Notifier.Result result : results) {
            String who = "notify: " + result.channel() + " (" + result.target() + ")";
            if (result.failed()) {
                err.println(who + " was not told: " + result.words().get(0));
            } else if (result.due()) {
                err.println(who + " was told"
                        + (result.words().isEmpty() ? "" : "; " + result.words().get(0)));
            }
        }
    }

    /** The verdict's code, but never 0 when somebody was not told who should have been. */
    int exitCode(int verdict) {
        boolean untold = failed || (!dry && results.stream().anyMatch(Notifier.Result::failed));
        return untold && verdict == ExitCode.DONE ? ExitCode.FAILED : verdict;
    }

    void json(ObjectNode answer) {
        if (!asked) {
            return;
        }
        ArrayNode list = answer.putArray("notify");
        for (Notifier.Result result : results) {
            ObjectNode node = list.addObject()
                    .put("channel", result.channel())
                    .put("target", result.target())
                    .put("due", result.due())
                    .put("sent", result.sent());
            ArrayNode words = node.putArray("notes");
            result.words().forEach(words::add);
            if (dry) {
                node.put("text", result.text());
            }
        }
    }

    private static void preview(Notifier.Result result, PrintWriter out) {
        out.println();
        out.println("── " + result.channel() + ", " + result.target() + ": "
                + (result.due() ? "this would be sent" : "nothing to send now"));
        result.text().lines().forEach(line -> out.println("   " + line));
        result.words().forEach(word -> out.println("   (" + word + ")"));
    }

    private static List<Downtime> downtimes(Workbench lab) {
        Rows rows = lab.store().query("samples/planned_downtime");
        List<Downtime> downtimes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            downtimes.add(new Downtime(
                    rows.texts("system")[i],
                    rows.texts("agent")[i],
                    Period.instant(rows.micros("from_time")[i]),
                    Period.instant(rows.micros("to_time")[i]),
                    rows.texts("text")[i]));
        }
        return downtimes;
    }
}
