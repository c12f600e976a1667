package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.beats;
import static dev.plumbline.metric.Kind.confidence;
import static dev.plumbline.metric.Kind.history;

import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.ErrorCounts;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.Latencies;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Reconnects;
import dev.plumbline.model.Starts;
import java.util.List;

/** The metrics of how a bot runs, whatever it earns; they are in {@link Metrics#ALL} too. */
public final class Operations {

    /** The share of the time in which an agent showed signs of life; see {@link Uptime}. */
    public static final Metric<Heartbeats> UPTIME =
            new Metric<>("uptime", "uptime", Unit.SHARE, Heartbeats.class, Metric.Better.HIGHER, new Uptime());

    /** Errors for each chance of one; see {@link ErrorRate}. */
    public static final Metric<ErrorCounts> ERROR_RATE = new Metric<>(
            "error_rate", "error rate", Unit.SHARE, ErrorCounts.class, Metric.Better.LOWER, new ErrorRate());

    /** How long a bot was silent between two signs of life; see {@link CycleGap}. */
    public static final Metric<Heartbeats> CYCLE_GAP = beats(
            "cycle_gap", "gap between cycles, median", Unit.SECONDS, Metric.Better.NEITHER, CycleGap.quantile(0.5));

    /** How long a bot was silent between two signs of life; see {@link CycleGap}. */
    public static final Metric<Heartbeats> CYCLE_GAP_P95 = beats(
            "cycle_gap_p95",
            "gap between cycles, 95 % quantile",
            Unit.SECONDS,
            Metric.Better.LOWER,
            CycleGap.quantile(0.95));

    /** How long a bot was silent between two signs of life; see {@link CycleGap}. */
    public static final Metric<Heartbeats> CYCLE_GAP_LONGEST = beats(
            "cycle_gap_longest", "longest gap between cycles", Unit.SECONDS, Metric.Better.LOWER, CycleGap.quantile(1));

    /** How long a bot stays in a mode before it changes; see {@link ModeDwell}. */
    public static final Metric<ModeHistory> MODE_DWELL =
            history("mode_dwell", "stay in a mode, median", Unit.SECONDS, Metric.Better.NEITHER, new ModeDwell());

    /** How often confidence turns round: few turns are a smooth path, many a sawtooth; see {@link ConfidenceTurns}. */
    public static final Metric<ConfidenceReadings> CONFIDENCE_TURNS = confidence(
            "confidence_turns",
            "turns of confidence a day",
            Unit.PER_DAY,
            Metric.Better.NEITHER,
            new ConfidenceTurns());

    /** How often nothing comes from a bot for longer than usual; see {@link DataGaps}. */
    public static final Metric<Heartbeats> DATA_GAPS =
            beats("data_gaps", "gaps in the data a week", Unit.PER_WEEK, Metric.Better.LOWER, new DataGaps());

    /** Restarts a week; see {@link Restarts#weekly}. */
    public static final Metric<Starts> RESTARTS = new Metric<>(
            "restarts", "restarts a week", Unit.PER_WEEK, Starts.class, Metric.Better.LOWER, Restarts::weekly);

    /** The usual time between restarts; see {@link Restarts#apart}. */
    public static final Metric<Starts> RESTART_GAP = new Metric<>(
            "restart_gap",
            "time between restarts, median",
            Unit.SECONDS,
            Starts.class,
            Metric.Better.HIGHER,
            Restarts::apart);

    /** Reconnects a day; see {@link Reconnecting}. */
    public static final Metric<Reconnects> RECONNECTS = new Metric<>(
            "reconnects", "reconnects a day", Unit.PER_DAY, Reconnects.class, Metric.Better.LOWER, new Reconnecting());

    /** How long a bot waits for an answer; see {@link Latency}. */
    public static final Metric<Latencies> LATENCY_P50 =
            latency("latency_p50", "latency, median", Latency.quantile(0.5));

    /** How long a bot waits for an answer; see {@link Latency}. */
    public static final Metric<Latencies> LATENCY_P95 =
            latency("latency_p95", "latency, 95 % quantile", Latency.quantile(0.95));

    /** How long a bot waits for an answer; see {@link Latency}. */
    public static final Metric<Latencies> LATENCY_P99 =
            latency("latency_p99", "latency, 99 % quantile", Latency.quantile(0.99));

    static final List<Metric<?>> ALL = List.of(
            UPTIME,
            ERROR_RATE,
            CYCLE_GAP,
            CYCLE_GAP_P95,
            CYCLE_GAP_LONGEST,
            MODE_DWELL,
            CONFIDENCE_TURNS,
            DATA_GAPS,
            RESTARTS,
            RESTART_GAP,
            RECONNECTS,
            LATENCY_P50,
            LATENCY_P95,
            LATENCY_P99);

    private Operations() {}

    private static Metric<Latencies> latency(String id, String title, Formula<Latencies> formula) {
        return new Metric<>(id, title, Unit.SECONDS, Latencies.class, Metric.Better.LOWER, formula);
    }
}
