package dev.plumbline.cli;

import dev.plumbline.Window;
import dev.plumbline.Workbench;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.model.Scope;
import dev.plumbline.notebook.Runner;
import dev.plumbline.notebook.Sessions;
import dev.plumbline.notify.Notifier;
import dev.plumbline.report.TradingJournal;
import dev.plumbline.report.VerdictTable;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "The daily, weekly or monthly review: a verdict table here, a page in reports/<last date>/.",
            "With an empty store it makes and imports a sample first. Several agents: a page each."
        })
final class ReviewCommand implements Callable<Integer> {

    /** The reviews there are, with their notebook and usual length in days. */
    enum Kind {
        DAILY("daily-summary", 1),
        WEEKLY("weekly-review", 7),
        MONTHLY("monthly-optimization", 30);

        final String notebook;
        final int days;

        Kind(String notebook, int days) {
            this.notebook = notebook;
            this.days = days;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ScopeOption scope = new ScopeOption();

    @Parameters(paramLabel = "daily|weekly|monthly", description = "which review")
    private Kind kind = Kind.WEEKLY;

    @Option(
            names = "--baseline",
            paramLabel = "N",
            description =
                    "a baseline's name, or previous: the 4 weeks before the window; previous:14, the 14 days (default:"
                            + " the newest that fits)")
    private String baseline = "usual";

    @Option(names = "--fail-on", paramLabel = "LEVEL", description = "red or yellow: exit with the verdict's code")
    private Optional<CheckCommand.FailOn> failOn = Optional.empty();

    @Option(names = "-o", paramLabel = "FILE", description = "the page, where there is one agent")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--reports", paramLabel = "DIR", description = "folder of the pages (default: reports)")
    private Optional<Path> reports = Optional.empty();

    @Mixin
    private NotifyOption people = new NotifyOption();

    @Option(names = "--static", description = "a page without scripts, for e-mail")
    private boolean plain;

    @Option(names = "--pdf", description = "print each page as PDF too, beside it; needs an installed Chromium")
    private boolean pdf;

    @Override
    public Integer call() throws IOException {
        people.ready(data.folder(), false);
        Sessions sessions = Sessions.begun(Queries.home().resolve("notebooks/startup.jsh"));
        try (Workbench lab = data.open()) {
            if (lab.isEmpty()) {
                FirstSample.make(data.folder(), 35, spec.commandLine().getErr());
            } else {
                return review(lab.share(), sessions);
            }
        }
        try (Workbench lab = data.open().share()) {
            return review(lab, sessions);
        }
    }

    private int review(Workbench lab, Sessions sessions) {
        List<Scope> scopes = scope.agents(lab, baseline);
        if (scopes.size() > 1 && output.isPresent()) {
            throw new IllegalArgumentException("-o names one page, and there are " + scopes.size()
                    + " agents: choose one with --system and --agent");
        }
        if (!Window.isMade(baseline)) {
            // a name that is wrong is said once, before anything runs
            lab.baseline(baseline);
        }
        List<ReviewIndex.Entry> pages = new ArrayList<>();
        List<TradingJournal.Entry> journal = new ArrayList<>();
        int worst = ExitCode.DONE;
        List<Check> checks = new ArrayList<>();
        List<Window> windows = scopes.stream().map(one -> window(lab, one)).toList();
        if (windows.size() == 1) {
            // several keep the cores busy as it is
            windows.get(0).workbench().foresee(windows.get(0).period(), baseline);
        }
        List<AgentReview> reviews =
                windows.stream().map(one -> prepare(one, sessions)).toList();
        for (AgentReview.Done done : AgentReview.all(reviews)) {
            print(done);
            worst = Math.max(worst, done.result().status().exitCode());
            done.check().ifPresent(checks::add);
            pages.add(new ReviewIndex.Entry(done.scope(), done.check(), done.page()));
            journal.add(JournalEntry.of(kind.toString(), window(lab, done.scope()), done.check()));
        }
        if (!lab.isFirstSample() && output.isEmpty()) {
            note(journal);
        }
        Path first = pages.get(0).page();
        if (pages.size() > 1) {
            first = ReviewIndex.write(kind.notebook, pages);
            spec.commandLine().getOut().println(shown(first));
        }
        ReportIndex.listed(pages.get(0).page(), folder());
        tell(lab, checks, first, pages);
        if (pdf) {
            // last, since there may be no browser
            pages.forEach(one -> spec.commandLine().getOut().println(shown(Pdf.print(one.page()))));
        }
        Verdict verdict = Verdict.ofAll(checks.stream().map(Check::verdict).toList());
        return people.exitCode(
                worst != ExitCode.DONE || failOn.isEmpty()
                        ? worst
                        : failOn.get().exitCode(verdict));
    }

    private void tell(Workbench lab, List<Check> checks, Path first, List<ReviewIndex.Entry> pages) {
        Path root = folder().toAbsolutePath();
        Path page = first.toAbsolutePath();
        Optional<String> link = page.startsWith(root)
                ? Optional.of(root.relativize(page).toString().replace('\\', '/'))
                : Optional.empty();
        people.tell(
                lab,
                data.folder(),
                checks,
                link,
                new Notifier.Review(
                        kind + " review",
                        pages.stream().map(ReviewIndex.Entry::page).toList()),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private void note(List<TradingJournal.Entry> entries) {
        Path file = folder().resolve("journal.md");
        for (String heading : JournalEntry.write(file, entries)) {
            spec.commandLine()
                    .getErr()
                    .println(shown(file) + ": figures of \"" + heading
                            + "\" were changed by hand: they are kept, today's are beneath");
        }
    }

    private Window window(Workbench all, Scope one) {
        return scope.window(scope.apply(all).of(one.system(), one.agent(), one.environment()), kind.days);
    }

    private Path folder() {
        return reports.orElseGet(ReportIndex::reports);
    }

    private void print(AgentReview.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        done.check().ifPresent(it -> out.print(VerdictTable.of(it, Screen.width(), Screen.colour())));
        out.println(shown(done.page())
                + String.format(Locale.ROOT, "   %.1f s", done.took().toMillis() / 1_000.0));
    }

    private AgentReview prepare(Window window, Sessions sessions) {
        Scope one = window.scope();
        Path page = output.orElseGet(() -> page(window, one));
        Map<String, String> parameters = parameters(one, window);
        Runner runner = Runner.of(sessions).with(parameters);
        NotebookRun run = new NotebookRun(
                data.folder(),
                page,
                plain,
                Provenance.of(command(one, window), window.workbench()),
                spec.commandLine().getErr());
        Path notebook = Queries.home().resolve("notebooks/" + kind.notebook + ".jsh");
        return new AgentReview(one, notebook, runner, run, page);
    }

    private Path page(Window window, Scope one) {
        LocalDate last = window.period().lastDate(ZoneId.of(scope.zone));
        return folder().resolve(last.toString()).resolve(kind.notebook + "-" + one.slug() + ".html");
    }

    /** The page's path as the user would type it, where that is shorter. */
    private static Path shown(Path page) {
        Path here = Path.of("").toAbsolutePath();
        return page.toAbsolutePath().startsWith(here) ? here.relativize(page.toAbsolutePath()) : page;
    }

    private Map<String, String> parameters(Scope one, Window window) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("system", one.system());
        parameters.put("agent", one.agent());
        parameters.put("environment", one.environment());
        parameters.put("asOf", scope.asOf);
        parameters.put("zone", scope.zone);
        parameters.put("baseline", baseline);
        if (scope.from.isPresent() || scope.to.isPresent() || scope.last.isPresent()) {
            parameters.put("from", window.period().from().toString());
            parameters.put("to", window.period().to().toString());
        }
        return parameters;
    }

    private String command(Scope one, Window window) {
        String text = "plumb review " + kind + " --system " + one.system() + " --agent " + one.agent() + " --as-of "
                + window.period().lastDate(ZoneId.of(scope.zone));
        return baseline.equals("usual") ? text : text + " --baseline " + baseline;
    }
}
