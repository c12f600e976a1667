package dev.plumbline.cli;

import dev.plumbline.Dates;
import dev.plumbline.TextTable;
import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Baselines;
import dev.plumbline.baseline.Comparison;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "What was normal: files in data/baselines, made to be read, compared and committed.")
final class BaselineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "establish",
            mixinStandardHelpOptions = true,
            description = "Measures full UTC days of one agent and keeps them as a baseline.")
    int establish(
            @Mixin DataOption data,
            @Option(names = "--name", paramLabel = "N", description = "the baseline's name (default: the agent's)")
                    Optional<String> name,
            @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "full days (default 7)")
                    int days,
            @Option(
                            names = "--from",
                            paramLabel = "T",
                            description = "first date (default: the first full day of data)")
                    Optional<String> from,
            @Option(names = "--force", description = "even where the days hold too little, or their data is wrong")
                    boolean force,
            @Option(names = "--system", paramLabel = "S", defaultValue = "") String system,
            @Option(names = "--agent", paramLabel = "A", defaultValue = "") String agent,
            @Option(names = "--environment", paramLabel = "E", defaultValue = "") String environment) {
        if (days < 1) {
            throw new IllegalArgumentException("--days: found " + days + ", expected 1 or more");
        }
        try (Workbench lab = data.open()) {
            Workbench one = lab.filled().of(system, agent, environment);
            LocalDate first = from.map(BaselineCommand::date)
                    .orElseGet(() ->
                            one.agent().first().atZone(one.zone()).toLocalDate().plusDays(1));
            long whole = ChronoUnit.DAYS.between(first, one.lastDay()) + 1;
            if (whole >= 1 && whole < days) {
                throw new IllegalArgumentException("--days: found " + days + ", but from " + first + " there are "
                        + whole + " full days of data: a smaller --days or an earlier --from was expected");
            }
            Window window = one.between(Period.ofDays(first, first.plusDays(days - 1L), one.zone()));
            Baseline baseline = window.establish(name.orElse(one.scope().slug()), force);
            Path file = one.baselines().save(baseline);
            PrintWriter out = spec.commandLine().getOut();
            out.println(baseline.toText());
            baseline.notes().forEach(note -> out.println("note: " + note));
            out.println(file);
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The baselines there are.")
    int list(@Mixin DataOption data) {
        Baselines all = baselines(data);
        List<List<String>> rows = new ArrayList<>();
        for (String name : all.list()) {
            Baseline one = all.read(name);
            rows.add(List.of(
                    name,
                    one.scope().toString(),
                    Dates.range(one.period(), one.zone()),
                    one.notes().stream()
                            .map(note -> note.split(":", 2)[0])
                            .distinct()
                            .collect(Collectors.joining("; "))));
        }
        spec.commandLine()
                .getOut()
                .println(
                        rows.isEmpty()
                                ? "no baselines yet: plumb baseline establish"
                                : TextTable.of(
                                        List.of("name", "of", "period", "notes"),
                                        List.of(false, false, false, false),
                                        rows));
        return ExitCode.DONE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "One baseline as the playbook writes it.")
    int show(@Mixin DataOption data, @Parameters(paramLabel = "NAME") String name) {
        spec.commandLine().getOut().println(baselines(data).read(name).toText());
        return ExitCode.DONE;
    }

    @Command(name = "compare", mixinStandardHelpOptions = true, description = "Two baselines side by side.")
    int compare(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME") String first,
            @Parameters(paramLabel = "OTHER") String second) {
        Baselines all = baselines(data);
        Comparison comparison = Comparison.of(all.read(first), all.read(second));
        PrintWriter out = spec.commandLine().getOut();
        comparison.notes().forEach(note -> out.println("note: " + note));
        out.println(TextTable.of(
                List.of("metric", first, second, "change", "95 %", "p", ""),
                List.of(false, true, true, true, false, true, false),
                comparison.rows().stream().map(BaselineCommand::cells).toList()));
        return ExitCode.DONE;
    }

    private static List<String> cells(Comparison.Row row) {
        Unit unit = row.first().metric().unit();
        return List.of(
                row.first().title(),
                row.first().text(),
                row.second().map(Measurement::text).orElse("–"),
                row.tested()
                        .filter(it -> it.change().isPresent())
                        .map(it -> unit.formatChange(it.change().getAsDouble()))
                        .orElseGet(() -> change(row.first(), row.second())),
                row.tested()
                        .flatMap(Deviation::interval)
                        .map(it -> unit.formatChange(it.low()) + " to " + unit.formatChange(it.high()))
                        .orElse(""),
                row.tested()
                        .filter(it -> it.pValue().isPresent())
                        .map(it ->
                                String.format(Locale.ROOT, "%.2g", it.pValue().getAsDouble()))
                        .orElse(""),
                row.tested()
                        .map(it -> it.verdict() == Verdict.WATCH ? it.why() : "")
                        .orElse(""));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a baseline's file.")
    int remove(@Mixin DataOption data, @Parameters(paramLabel = "NAME") String name) {
        baselines(data).remove(name);
        spec.commandLine().getOut().println("removed " + name);
        return ExitCode.DONE;
    }

    private static Baselines baselines(DataOption data) {
        return Baselines.in(data.folder().resolve("baselines"), Metrics.ALL);
    }

    private static String change(Measurement then, Optional<Measurement> now) {
        return now.isPresent() && now.get().isDefined() && then.isDefined()
                ? then.metric()
                        .unit()
                        .formatChange(
                                now.get().value().getAsDouble() - then.value().getAsDouble())
                : "";
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--from: found \"" + text + "\", expected a date such as 2026-10-06", e);
        }
    }
}
