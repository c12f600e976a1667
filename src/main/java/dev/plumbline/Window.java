package dev.plumbline;

import dev.plumbline.baseline.AlertHistory;
import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Coverage;
import dev.plumbline.baseline.Readings;
import dev.plumbline.baseline.Rules;
import dev.plumbline.baseline.Series;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Result;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Tables;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** One agent's rows in one period: what can be measured, sliced, drawn and held against a baseline. */
public final class Window {

    /** How far back the baseline called {@code previous} reaches. */
    private static final int PREVIOUS_DAYS = 28;

    private final Workbench workbench;
    private final Period period;
    private final Conventions conventions;
    private final Conventions sharing;
    private final SampleRows samples;
    private @Nullable AlertHistory fired;
    private @Nullable Foreseen foreseen;
    private final Map<List<Object>, Measurement> measured = new HashMap<>();

    private final SeriesRows series = new SeriesRows(this);

    private final boolean reachesBack;
    private final String benchmark;

    /** A check that was worked out before it was asked for. */
    private record Foreseen(String name, Optional<Baseline> baseline, Check check) {}

    Window(Workbench workbench, Period period) {
        this(workbench, period, Conventions.standard(), false, "");
    }

    private Window(Workbench workbench, Period period, Conventions conventions, boolean reachesBack, String benchmark) {
        this.workbench = workbench;
        this.reachesBack = reachesBack;
        this.benchmark = benchmark;
        this.period = period;
        this.conventions = conventions;
        this.sharing = conventions.sharing();
        this.samples = new SampleRows(workbench, period, benchmark);
    }

    public Period period() {
        return period;
    }

    public Scope scope() {
        return workbench.scope();
    }

    public ZoneId zone() {
        return workbench.zone();
    }

    public Workbench workbench() {
        return workbench;
    }

    /** The same window under other conventions, such as another risk-free rate. */
    public Window with(Conventions other) {
        return new Window(workbench, period, other, reachesBack, benchmark);
    }

    /**
     * The same window beside a benchmark, for alpha, beta and their relatives: a symbol that has candles in the store, such
     * as {@code BTC/USDT}, or a monitored series of the agent.
     */
    public Window beside(String name) {
        return new Window(workbench, period, conventions, reachesBack, name);
    }

    /** The window as long as this one that ends where this one begins. */
    public Window before() {
        return workbench.between(Period.of(period.from().minus(period.length()), period.from()));
    }

    /**
     * The window as long as this one that begins at a date or an instant.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public Window asLongFrom(String from) {
        Instant start = Dates.instant(from, false, zone());
        return workbench.between(Period.of(start, start.plus(period.length())));
    }

    /** The window of whole days that ends where this one begins. */
    public Window daysBefore(int days) {
        Instant from = period.from().atZone(zone()).minusDays(days).toInstant();
        return workbench.between(Period.of(from, period.from()));
    }

    /** The time that is looked at where this window is held against a baseline. */
    public Period reach(String baseline) {
        int days = baseline.startsWith("previous:") ? Establishing.days(baseline) : PREVIOUS_DAYS;
        return Period.of(daysBefore(days).period().from(), period.to());
    }

    /** Everything up to the end of this window. */
    public Window sinceBeginning() {
        Instant first = workbench.agent().first();
        Period whole = Period.of(first.isBefore(period.to()) ? first : period.to(), period.to());
        return new Window(workbench, whole, conventions, true, benchmark);
    }

    /** The metric over the whole window. */
    public <S extends Sample> Measurement measure(Metric<S> metric) {
        return measure(metric, Slice.ALL);
    }

    /** The metric over one part of the window. */
    public <S extends Sample> Measurement measure(Metric<S> metric, Slice slice) {
        // the same question is asked by the check, by the tables and by the notebook's reader
        List<Object> question = List.of(metric, slice);
        Measurement known = measured.get(question);
        if (known == null) {
            known = compute(metric, slice);
            measured.put(question, known);
        }
        return known;
    }

    private <S extends Sample> Measurement compute(Metric<S> metric, Slice slice) {
        if (metric.id().equals(Metrics.DRAWDOWN_FROM_PEAK.id()) && !reachesBack) {
            return sinceBeginning().measure(metric, slice);
        }
        Optional<String> missing = Shares.meaningless(metric, slice).or(() -> samples.missing(metric.sample()));
        if (missing.isPresent()) {
            return new Measurement(metric, slice, Result.undefined(0, Result.Reason.NOT_AVAILABLE, missing.get()));
        }
        Optional<Metric<S>> member = Shares.member(metric, slice);
        S sample = samples.sample(metric.sample(), member.isPresent() ? Slice.ALL : slice);
        Measurement measured = member.orElse(metric)
                .measure(sample, conventions(metric, slice))
                .of(slice);
        return Money.named(
                Jumps.concern(metric)
                        ? new Measurement(
                                measured.metric(),
                                slice,
                                Jumps.judged(metric, measured.result(), samples.sample(EquityCurve.class, Slice.ALL)))
                        : measured,
                sample);
    }

    /** Five metrics of all trades need the same resamples; a slice is seldom asked for more than one. */
    private Conventions conventions(Metric<?> metric, Slice slice) {
        return metric.sample() == ClosedTrades.class && slice.isAll() ? sharing : conventions;
    }

    /** The metrics in order, over the whole window. */
    public Measurements measure(List<? extends Metric<?>> metrics) {
        return new Measurements(metrics.stream().map(metric -> measure(metric)).toList());
    }

    /** The window by a dimension: symbol, interval, side, strategy, regime, hour, weekday, mode, action … */
    public Slices by(String dimension) {
        return new Slices(this, dimension);
    }

    /** Everything that a review asks of a window: each metric, over the whole and over the slices that matter. */
    public Measurements measureAll() {
        return new Measurements(Questions.ask(this));
    }

    /**
     * This window as a baseline, not kept anywhere.
     *
     * @throws IllegalArgumentException when the window holds no rows
     */
    public Baseline asBaseline(String name) {
        Rows beats = rows("samples/heartbeat");
        int days = period.dates(zone()).size();
        return Baseline.establish(
                name,
                scope(),
                period,
                zone(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Questions.ask(this),
                new Coverage(days, samples.activeDays(), (long) beats.doubles("n")[0]),
                Changes.inside(this));
    }

    /**
     * This window as a baseline, and what its data is worth among the notes.
     *
     * @param despite makes one even of a window that holds too little, or whose data the checks call wrong
     * @throws IllegalArgumentException when the window holds no rows, or, unless {@code despite}, on under half of its days,
     *     or an error of the data
     */
    public Baseline establish(String name, boolean despite) {
        return Establishing.of(this, name, despite);
    }

    /** Whether the agent has such rows, such as trades, before the end of the window. */
    boolean knows(String kindOfRows) {
        return samples.knows(kindOfRows);
    }

    /** On how many days of the window the agent left any row. */
    int activeDays() {
        return samples.activeDays();
    }

    /** The same where the window holds what can be measured; a log alone has signs of life and nothing else. */
    public Optional<Baseline> ifMeasured(String name) {
        boolean empty = rows("samples/heartbeat").doubles("n")[0] == 0 || samples.activeDays() == 0;
        return empty ? Optional.empty() : Optional.of(asBaseline(name));
    }

    /** The four weeks before this window as a baseline; empty where they hold nothing. */
    public Optional<Baseline> previous() {
        return previous(PREVIOUS_DAYS);
    }

    /** The days before this window as a baseline; empty where they hold nothing. */
    public Optional<Baseline> previous(int days) {
        return daysBefore(days).ifMeasured(Check.PREVIOUS);
    }

    /**
     * The baseline that a review takes when none is named: the newest established one of this agent that ends before
     * this window begins, else the four weeks before it.
     */
    public Optional<Baseline> usualBaseline() {
        return workbench
                .baselines()
                .newest(scope())
                .filter(baseline -> !baseline.period().to().isAfter(period.from()))
                .or(this::previous);
    }

    /** Whether a baseline of that name is made of the rows before the window, or chosen, and not a file's name. */
    public static boolean isMade(String baseline) {
        return List.of("usual", Check.PREVIOUS, "").contains(baseline) || baseline.startsWith(Check.PREVIOUS + ":");
    }

    /**
     * A baseline by name; {@code usual} is {@link #usualBaseline}, {@code previous} the four weeks before, and {@code
     * previous:14} the fourteen days.
     */
    public Optional<Baseline> baseline(String name) {
        if (foreseen != null && foreseen.name().equals(name)) {
            return foreseen.baseline();
        }
        if (name.startsWith("previous:")) {
            return previous(Establishing.days(name));
        }
        return switch (name) {
            case "usual", "" -> usualBaseline();
            case "previous" -> previous();
            default -> Optional.of(workbench.baseline(name));
        };
    }

    /** Held against a baseline, by the rules of the agent's system. */
    public Check against(Baseline baseline) {
        return against(Optional.of(baseline), workbench.rules());
    }

    /** Held against a baseline where there is one, else against limits only. */
    public Check against(Optional<Baseline> baseline) {
        Foreseen known = foreseen;
        foreseen = null;
        return known != null && known.baseline().equals(baseline)
                ? known.check()
                : against(baseline, workbench.rules());
    }

    /** Works out what a review asks first, to be handed out once. */
    void foresee(String baseline) {
        Optional<Baseline> usual = baseline(baseline);
        foreseen = new Foreseen(baseline, usual, against(usual));
        samples.read().begin(Quality.checks(this));
    }

    public Check against(Optional<Baseline> baseline, Rules rules) {
        return Judgement.of(this, baseline, rules);
    }

    /** Which rules would have fired in this window, and when. */
    public AlertHistory alerts(Rules rules) {
        return AlertHistory.of(rules, period, series).withDeviations(rules, scope(), series);
    }

    /** The same of the agent's own rules on monitored series, which a check judges too. */
    AlertHistory seriesAlerts() {
        fired = fired == null ? AlertHistory.onSeries(workbench.rules(), period, series) : fired;
        return fired;
    }

    /** Where the monitored series of the agent are read. */
    SeriesRows series() {
        return series;
    }

    /** A monitored series as it was known over the window. */
    Readings readings(Series watched, boolean lowest) {
        return series.read(watched, lowest);
    }

    /** The age of the agent's newest row; empty when a date was asked for, or for the sample of a first review. */
    public Optional<Check.Freshness> freshness() {
        return Judgement.freshness(this);
    }

    /** Can the data be trusted: one row a finding of {@code queries/checks}; none is good. */
    public Quality quality() {
        return Quality.of(this);
    }

    /** Why the account's value changed: trades, fees, funding, unrealised P&L, flows, and what none of them explains. */
    public Bridge bridge() {
        return Bridge.of(this);
    }

    /** Round trips rebuilt from snapshots of open positions, where closes were not logged; approximate, and said so. */
    public Rebuilt rebuiltTrades() {
        return Rebuilt.of(this);
    }

    /** The sample of a kind, to compute something of one's own from. */
    public <S extends Sample> S sample(Class<S> kind) {
        return samples.sample(kind, Slice.ALL);
    }

    <S extends Sample> S sample(Class<S> kind, Slice slice) {
        return samples.sample(kind, slice);
    }

    /** Rows of a query whose parameters are system, agent, environment, from and to, such as {@code checks/gaps}. */
    public Rows rows(String query) {
        return samples.rows(query);
    }

    /** Reads the rows of several such queries at once, for who is about to ask for each. */
    void ahead(List<String> queries) {
        samples.read().ahead(queries);
    }

    /** A query below {@code queries/explore} as a Tablesaw table; its parameters are the scope and the period. */
    public Table table(String query) {
        return Tables.query(
                workbench.own(),
                "explore/" + query,
                scope().system(),
                scope().agent(),
                scope().environment(),
                period.from(),
                period.to());
    }

    List<String> values(Class<? extends Sample> kind, String dimension) {
        return samples.values(kind, dimension);
    }

    @Override
    public String toString() {
        return scope() + ", " + Dates.range(period, zone());
    }
}
