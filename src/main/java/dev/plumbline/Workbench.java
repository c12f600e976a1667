package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Baselines;
import dev.plumbline.baseline.Rules;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.source.OperatorFiles;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in: a data folder, one agent of it, and windows in time on that agent's rows.
 *
 * <pre>{@code
 * var lab = Workbench.open("data").of("playbook", "btc-eth-live");
 * var week = lab.last(7, DAYS);
 * week.measure(SHARPE)
 * }</pre>
 *
 * <p>It sees one generation of the store from opening to closing, whatever is imported meanwhile.
 */
public final class Workbench implements AutoCloseable {

    /** Marks a sample that a first review made by itself. */
    public static final String FIRST_SAMPLE = "made-by-first-review";

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Opened opened;
    private final Store store;
    private final Optional<Scope> chosen;
    private final ZoneId zone;
    private final Optional<LocalDate> asOf;

    private Workbench(Opened opened, Store store, Optional<Scope> chosen, ZoneId zone, Optional<LocalDate> asOf) {
        this.opened = opened;
        this.store = store;
        this.chosen = chosen;
        this.zone = zone;
        this.asOf = asOf;
    }

    /** What all workbenches over one generation of a data folder have in common. */
    private record Opened(Path data, Operator operator, Presence presence, Foresight foresight) {}

    /**
     * One agent of the store.
     *
     * @param first  its oldest row
     * @param newest its newest row
     * @param rows   how many rows it has
     * @param trades how many of them are trades
     */
    public record Agent(Scope scope, Instant first, Instant newest, long rows, long trades) {}

    /** Opens the published store of a data folder, to read. A relative folder is meant from the installation's. */
    public static Workbench open(String data) {
        return open(Queries.home().resolve(data));
    }

    public static Workbench open(Path data) {
        Optional<Workbench> shared = Shared.of(data);
        if (shared.isPresent()) {
            Workbench lab = shared.get();
            return new Workbench(lab.opened, lab.store.beside(), Optional.empty(), UTC, Optional.empty());
        }
        Store store = Store.open(data, Queries.find());
        try {
            return open(data, store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    static Workbench open(Path data, Store store) {
        Opened opened = new Opened(data, Operator.over(store, data), Presence.of(store), new Foresight());
        return new Workbench(opened, store, Optional.empty(), UTC, Optional.empty());
    }

    /**
     * Until it is closed, whoever opens its data folder in this JVM reads the same store on a connection of his own: a command's
     * notebooks need not open it once more.
     */
    public Workbench share() {
        Shared.add(opened.data(), this);
        return this;
    }

    /** The data folder of the command that runs: {@code plumb.data}, {@code PLUMB_DATA}, or {@code data}. */
    public static Workbench open() {
        return open(Optional.ofNullable(System.getProperty("plumb.data"))
                .or(() -> Optional.ofNullable(System.getenv("PLUMB_DATA")))
                .orElse("data"));
    }

    /** What is to be known of the files that the operator keeps beside the store, such as a flow that nothing shows. */
    public List<String> notes() {
        return opened.operator().notes();
    }

    /** What the operator wants of the agents. */
    List<OperatorFiles.Target> targets() {
        return opened.operator().files().targets();
    }

    Rates rates() {
        return opened.operator().rates();
    }

    /** Every agent there is, by system, name and environment. */
    public List<Agent> agents() {
        return opened.presence().agents();
    }

    public boolean isEmpty() {
        return agents().isEmpty();
    }

    /**
     * The same workbench.
     *
     * @throws NoSuchAgent when it is empty; the message says what to do
     */
    public Workbench filled() {
        if (isEmpty()) {
            throw new NoSuchAgent("", "", "", agents());
        }
        return this;
    }

    /**
     * The same workbench, turned to one agent. Empty texts leave a choice open; where several agents are left, a live
     * one is taken before the others, then the one with most trades. A store without any agent is turned to whom was
     * asked for, of whom nothing is available.
     *
     * @throws NoSuchAgent when there are agents and none fits; the message lists those there are
     */
    public Workbench of(String system, String agent, String environment) {
        if (isEmpty()) {
            Scope asked = Scope.of(
                    system.isEmpty() ? "any system" : system,
                    agent.isEmpty() ? "any agent" : agent,
                    environment.isEmpty() ? "unknown" : environment);
            return new Workbench(opened, store, Optional.of(asked), zone, asOf);
        }
        Agent best = agents().stream()
                .filter(a -> system.isEmpty() || a.scope().system().equals(system))
                .filter(a -> agent.isEmpty() || a.scope().agent().equals(agent))
                .filter(a -> environment.isEmpty() || a.scope().environment().equals(environment))
                .min(Comparator.comparing((Agent a) -> !a.scope().environment().equals("live"))
                        .thenComparing(a -> -a.trades())
                        .thenComparing(a -> -a.rows())
                        .thenComparing(a -> a.scope().toString()))
                .orElseThrow(() -> new NoSuchAgent(system, agent, environment, agents()));
        return new Workbench(opened, store, Optional.of(best.scope()), zone, asOf);
    }

    public Workbench of(String system, String agent) {
        return of(system, agent, "");
    }

    /**
     * The same workbench, whose days are those of a zone such as {@code Europe/Berlin}.
     *
     * @throws IllegalArgumentException when there is no such zone
     */
    public Workbench inZone(String name) {
        try {
            return new Workbench(opened, store, chosen, ZoneId.of(name), asOf);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone: found \"" + name + "\", expected one such as UTC or Europe/Berlin", e);
        }
    }

    /**
     * The same workbench as it stood at the end of a date, such as {@code 2026-11-16}; {@code latest} means the newest.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public Workbench asOf(String date) {
        Optional<LocalDate> last = date.equals("latest") ? Optional.empty() : Optional.of(date("as of", date));
        return new Workbench(opened, store, chosen, zone, last);
    }

    private static LocalDate date(String what, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    what + ": found \"" + text + "\", expected a date such as 2026-11-16", e);
        }
    }

    /** The agent that windows show. */
    public Scope scope() {
        return chosen.orElseGet(() -> of("", "", "").scope());
    }

    public ZoneId zone() {
        return zone;
    }

    public Path data() {
        return opened.data();
    }

    public Store store() {
        return store;
    }

    /** The store as far as the agent that windows show is concerned. */
    Store own() {
        return store.of(scope().system(), scope().agent());
    }

    /** What the agent, and perhaps others, won day by day. */
    Map<Scope, List<WinsByDay.Row>> wins(Instant from, Instant to) {
        return opened.presence().wins(store, scope(), from, to);
    }

    /** What is known of each agent's rows. */
    Presence presence() {
        return opened.presence();
    }

    /**
     * Another workbench over the same rows, for another thread. It is closed on its own, before this one.
     */
    public Workbench beside() {
        return new Workbench(opened, store.beside(), chosen, zone, asOf);
    }

    /**
     * Reads what all agents wrote in a stretch of time into memory, for who is about to ask the same of several agents.
     * Answers stay the same.
     */
    public void hold(Period period) {
        opened.presence().askForMany();
        store.hold(period);
    }

    /** The day that windows end with: the date asked for, else the day of the newest row, once that day is over. */
    public LocalDate lastDay() {
        if (asOf.isPresent()) {
            return asOf.get();
        }
        LocalDate newest = newest().atZone(zone).toLocalDate();
        return newest.isBefore(LocalDate.now(zone)) ? newest : newest.minusDays(1);
    }

    /** Whether a date was asked for: then freshness is not judged. */
    public boolean isHistorical() {
        return asOf.isPresent();
    }

    /** The agent's newest row. */
    public Instant newest() {
        return agent().newest();
    }

    /** What is known of the agent that windows show; of an empty store, that it holds nothing up to now. */
    public Agent agent() {
        Scope scope = scope();
        if (isEmpty()) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            return new Agent(scope, now, now, 0, 0);
        }
        return agents().stream()
                .filter(agent -> agent.scope().equals(scope))
                .findFirst()
                .orElseThrow(() -> new NoSuchAgent(scope.system(), scope.agent(), scope.environment(), agents()));
    }

    /** The last n whole days, weeks or months of the zone; or, for hours, the last n hours up to the newest row. */
    public Window last(int n, ChronoUnit unit) {
        if (n < 1) {
            throw new IllegalArgumentException("a window of " + n + " " + unit + ": at least 1 was expected");
        }
        LocalDate last = lastDay();
        return switch (unit) {
            case DAYS -> between(Period.lastDays(n, last, zone));
            case WEEKS -> between(Period.lastDays(7 * n, last, zone));
            case MONTHS -> between(Period.ofDays(last.plusDays(1).minusMonths(n), last, zone));
            case HOURS, MINUTES -> {
                Instant end =
                        asOf.isPresent() ? Period.ofDays(last, last, zone).to() : newest().plus(1, ChronoUnit.MICROS);
                yield between(Period.of(end.minus(n, unit), end));
            }
            default ->
                throw new IllegalArgumentException(
                        "a window of " + n + " " + unit + ": minutes, hours, days, weeks or months were expected");
        };
    }

    /**
     * From and to, as dates (both included) or instants; where both are empty, the last so many whole days.
     *
     * @throws IllegalArgumentException when a text is neither
     */
    public Window window(String from, String to, int days) {
        if (from.isEmpty() && to.isEmpty()) {
            return last(days, ChronoUnit.DAYS);
        }
        Instant start = from.isEmpty() ? agent().first() : Dates.instant(from, false, zone);
        Instant end = to.isEmpty() ? newest().plus(1, ChronoUnit.MICROS) : Dates.instant(to, true, zone);
        return between(Period.of(start, end));
    }

    /** Whether every file of the agent is of the sample that a first review made: it does not grow old. */
    public boolean isFirstSample() {
        Path sample = opened.data().resolve("sample").toAbsolutePath().normalize();
        return Files.exists(sample.resolve(FIRST_SAMPLE))
                && store.select(
                                        "SELECT COUNT(*) AS n FROM files WHERE agent = ? AND NOT starts_with(path, ?)",
                                        scope().agent(),
                                        sample.toString())
                                .doubles("n")[0]
                        == 0;
    }

    /** Whole days from the first to the last date, both included, such as {@code 2026-11-10} and {@code 2026-11-16}. */
    public Window days(String first, String last) {
        return between(Period.ofDays(date("first day", first), date("last day", last), zone));
    }

    public Window between(Period period) {
        return opened.foresight().of(this, period).orElseGet(() -> new Window(this, period));
    }

    /**
     * Begins to hold the window of a period against a baseline, on a thread and a connection of its own: who asks for the window
     * in this JVM, however he opened the data folder, is handed that one.
     */
    public void foresee(Period period, String baseline) {
        opened.foresight().begin(new Window(beside(), period), baseline);
    }

    /** The date that was asked for. */
    Optional<LocalDate> asked() {
        return asOf;
    }

    /** The folder of rules: the user's in the data folder, those that are shipped behind them. */
    public Rules rules() {
        return rules(List.of());
    }

    /**
     * The rules of this agent's system, with the user's own files over them. A file is a path, or the name of a shipped
     * one such as {@code kraken-development}.
     */
    public Rules rules(List<Path> own) {
        return RuleFiles.read(scope().system(), opened.data().resolve("rules"), own, List.of(monitored()));
    }

    /** The monitored series that the agent has, by name. */
    public String[] monitored() {
        Scope scope = scope();
        return store.query("alerts/names", scope.system(), scope.agent(), scope.environment())
                .texts("name");
    }

    /** The established baselines, files in {@code baselines} below the data folder. */
    public Baselines baselines() {
        return Baselines.in(opened.data().resolve("baselines"), Metrics.ALL);
    }

    /** An established baseline by name. */
    public Baseline baseline(String name) {
        return baselines().read(name);
    }

    @Override
    public void close() {
        Shared.remove(this);
        store.close();
    }

    /** What the workbench shows, for a notebook's reader. */
    @Override
    public String toString() {
        return isEmpty() ? "no data yet: plumb import PATH" : scope() + ", newest row " + newest() + ".";
    }
}
