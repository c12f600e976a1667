package dev.plumbline;

import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ErrorCounts;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Period;
import dev.plumbline.model.PricePaths;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import dev.plumbline.model.Starts;
import dev.plumbline.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The rows of one scope and period, read once each, and the samples made of them. */
final class SampleRows {

    /** Rows this close to an end of the period fill it. */
    private static final Duration EDGE = Duration.ofHours(2);

    private static final Map<String, String> WORDS = Map.of(
            "trades", "closed trades",
            "confidence", "statements of confidence",
            "modes", "mode states",
            "retrainings", "retraining runs");

    private final Workbench workbench;
    private final Scope scope;
    private final Period period;
    private final ZoneId zone;
    private final RowsRead read;
    private final Map<Slice, ClosedTrades> traded = new HashMap<>();
    private final MarketRows market;

    /** @param benchmark a symbol or the name of a monitored series; empty for none */
    SampleRows(Workbench workbench, Period period, String benchmark) {
        this.workbench = workbench;
        this.scope = workbench.scope();
        this.period = period;
        this.zone = workbench.zone();
        this.read = new RowsRead(workbench, period);
        this.market = new MarketRows(this, workbench, period, benchmark);
    }

    /** Rows of a query below {@code queries} whose parameters are the scope and the period. */
    Rows rows(String query) {
        return read.of(query);
    }

    RowsRead read() {
        return read;
    }

    private Presence.Known known() {
        return workbench.presence().before(workbench.own(), scope, period);
    }

    /**
     * Why a kind of sample cannot be there: the source never wrote such a row, nothing at all was seen of the agent in the
     * period, or its equity is of several accounts. Empty when it can.
     */
    Optional<String> missing(Class<? extends Sample> kind) {
        if (kind == PairedReturns.class) {
            return market.withoutBenchmark();
        }
        if (kind == PricePaths.class) {
            return missing(ClosedTrades.class).or(market::withoutPaths);
        }
        if (OperationRows.query(kind).isPresent()) {
            return operations().missing(kind);
        }
        if (kind == ErrorCounts.class) {
            return rows("samples/errors").doubles("errors_ever")[0] > 0
                    ? Optional.empty()
                    : Optional.of("not available: this agent’s files record no errors");
        }
        if (kind == Heartbeats.class) {
            return Optional.empty();
        }
        if (known().isEmpty()) {
            return Optional.of("not available: this agent has no rows before the end of the period");
        }
        String table = table(kind);
        if (!knows(table)) {
            return Optional.of("not available: this agent’s files hold no " + WORDS.getOrDefault(table, table));
        }
        if (isSilent()) {
            return Optional.of("not available: nothing was seen of this agent in the period");
        }
        return table.equals("equity") ? mixed() : Optional.empty();
    }

    /** Whether the agent has such rows before the end of the period. */
    boolean knows(String kindOfRows) {
        return known().kinds().contains(kindOfRows);
    }

    /** The agent's first row, in microseconds. */
    long first() {
        return known().isEmpty() ? period.fromMicros() : known().first();
    }

    private OperationRows operations() {
        return new OperationRows(this, observed(), zone);
    }

    /** Whether the agent's newest row lies before the period: what was never observed is not zero. */
    private boolean isSilent() {
        return !known().isEmpty() && known().newest() < period.fromMicros();
    }

    private Optional<String> mixed() {
        Rows kinds = rows("samples/equity_kinds");
        List<String> currencies =
                Stream.of(kinds.texts("currency")).distinct().sorted().toList();
        List<String> accounts =
                Stream.of(kinds.texts("account")).distinct().sorted().toList();
        if (currencies.size() > 1) {
            return Optional.of(
                    "not available: equity is counted in " + TradeRows.listed(currencies) + ", which are not added");
        }
        return accounts.size() > 1
                ? Optional.of("not available: equity is of the accounts " + TradeRows.listed(accounts)
                        + ", which are not summed")
                : Optional.empty();
    }

    /** On how many days of the zone, inside the period, the agent left any row. */
    int activeDays() {
        return (int) LongStream.of(rows("samples/active_quarters").micros("quarter"))
                .mapToObj(micros -> Period.instant(micros).atZone(zone).toLocalDate())
                .distinct()
                .count();
    }

    /** The part of the period in which the agent should have been there: from its first row on. */
    private Period covered() {
        Presence.Known known = known();
        Instant first = known.isEmpty() ? period.from() : Period.instant(known.first());
        boolean later = first.isAfter(period.from()) && first.isBefore(period.to());
        return later ? Period.of(first, period.to()) : period;
    }

    /** Held against candles, where there are none against cycles, and where there are neither the calls that failed against all. */
    private ErrorCounts errors() {
        Rows rows = rows("samples/errors");
        long candles = (long) rows.doubles("candles")[0];
        long cycles = (long) rows.doubles("cycles")[0];
        long calls = (long) rows.doubles("calls")[0];
        boolean called = candles == 0 && cycles == 0 && calls > 0;
        Rows byDay = rows("samples/errors_by_day");
        List<String> days = Arrays.asList(byDay.texts("day"));
        double[] counts = byDay.doubles(called ? "failed_calls" : "n");
        List<Long> each = period.dates(ZoneOffset.UTC).stream()
                .map(day -> days.indexOf(day.toString()))
                .map(row -> row < 0 ? 0L : (long) counts[row])
                .toList();
        if (called) {
            return new ErrorCounts((long) rows.doubles("failed_calls")[0], calls, "API calls", each, period);
        }
        long errors = (long) rows.doubles("errors")[0];
        return candles > 0
                ? new ErrorCounts(errors, candles, "candles", each, period)
                : new ErrorCounts(errors, cycles, "cycles", each, period);
    }

    /** The part of the period that lies between the agent's first and newest row: what a rate is divided by. */
    private Period observed() {
        Presence.Known known = known();
        if (known.isEmpty()) {
            return period;
        }
        Instant first = Period.instant(known.first());
        Instant newest = Period.instant(known.newest()).plus(1, ChronoUnit.MICROS);
        Instant from = first.isAfter(period.from().plus(EDGE)) ? first : period.from();
        Instant to = newest.isBefore(period.to().minus(EDGE)) ? newest : period.to();
        return from.isBefore(to) ? Period.of(from, to) : Period.of(period.from(), period.from());
    }

    /** The sample of a kind, or of one slice of it. */
    <S extends Sample> S sample(Class<S> kind, Slice slice) {
        if (kind == ClosedTrades.class) {
            return kind.cast(traded.computeIfAbsent(
                    slice,
                    part -> TradeRows.sample(rows("samples/trades"), part, workbench.rates(), observed(), zone)));
        }
        if (kind == EquityCurve.class) {
            return kind.cast(equity(slice));
        }
        if (kind == Returns.class) {
            return kind.cast(equity(slice).dailyReturns());
        }
        if (kind == ActionCounts.class) {
            return kind.cast(actions(slice));
        }
        if (kind == ConfidenceReadings.class) {
            return kind.cast(confidence(slice));
        }
        if (kind == ModeHistory.class) {
            return kind.cast(modes(slice));
        }
        if (kind == RetrainingRuns.class) {
            return kind.cast(retrainings(slice));
        }
        if (kind == Heartbeats.class) {
            return kind.cast(new Heartbeats(rows("samples/beats").micros("time"), covered())
                    .without(Changes.planned(rows("samples/changes"))));
        }
        if (kind == ErrorCounts.class) {
            return kind.cast(errors());
        }
        if (kind == PairedReturns.class) {
            return kind.cast(market.pairs(sample(Returns.class, slice)));
        }
        if (kind == PricePaths.class) {
            return kind.cast(market.paths(slice));
        }
        if (OperationRows.query(kind).isPresent()) {
            return kind.cast(operations().sample(kind, slice));
        }
        throw new IllegalArgumentException("no query makes a " + kind.getSimpleName());
    }

    /** The values that a dimension has among the rows of a kind of sample, sorted; empty where it has no such dimension. */
    List<String> values(Class<? extends Sample> kind, String dimension) {
        String query = query(kind);
        if (query.isEmpty()) {
            return List.of();
        }
        return new Dimension(dimension, zone).values(rows(query));
    }

    private static String table(Class<? extends Sample> kind) {
        if (kind == ClosedTrades.class) {
            return "trades";
        }
        if (kind == ActionCounts.class) {
            return "decisions";
        }
        if (kind == ConfidenceReadings.class) {
            return "confidence";
        }
        if (kind == ModeHistory.class) {
            return "modes";
        }
        return kind == RetrainingRuns.class ? "retrainings" : "equity";
    }

    private static String query(Class<? extends Sample> kind) {
        if (kind == PricePaths.class || kind == PairedReturns.class) {
            return kind == PricePaths.class ? "samples/price_paths" : "";
        }
        if (kind == Heartbeats.class || kind == ErrorCounts.class || kind == Starts.class) {
            return "";
        }
        if (OperationRows.query(kind).isPresent()) {
            return OperationRows.query(kind).orElseThrow();
        }
        String table = table(kind);
        return switch (table) {
            case "equity" -> "";
            case "decisions" -> "samples/actions";
            default -> "samples/" + table;
        };
    }

    private int[] chosen(Rows rows, Slice slice) {
        return Dimension.chosen(rows, slice, zone);
    }

    private EquityCurve equity(Slice slice) {
        if (!slice.isAll()) {
            throw new IllegalArgumentException("equity belongs to an account: it has no " + slice.dimension());
        }
        Rows rows = rows("samples/equity");
        if (mixed().isPresent()) {
            double[] none = {};
            return new EquityCurve(new long[0], none, none, false, period, zone, "", "");
        }
        boolean carried = !rows.isEmpty() && rows.doubles("carried")[0] == 1;
        return new EquityCurve(
                rows.micros("time"),
                rows.doubles("value"),
                rows.doubles("flow"),
                carried,
                period,
                zone,
                rows.isEmpty() ? "" : rows.texts("currency")[0],
                rows.isEmpty() ? "" : rows.texts("basis")[0]);
    }

    private ActionCounts actions(Slice slice) {
        Rows rows = rows("samples/actions");
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Map<String, Long>> days = new TreeMap<>();
        for (int i : chosen(rows, slice)) {
            String action = rows.texts("action")[i];
            long n = (long) rows.doubles("n")[i];
            counts.merge(action, n, Long::sum);
            days.computeIfAbsent(rows.texts("day")[i], day -> new TreeMap<>()).merge(action, n, Long::sum);
        }
        return new ActionCounts(counts, List.copyOf(days.values()), observed());
    }

    private ConfidenceReadings confidence(Slice slice) {
        Rows rows = rows("samples/confidence");
        int[] chosen = chosen(rows, slice);
        return new ConfidenceReadings(
                pick(rows.micros("time"), chosen),
                pick(rows.doubles("confidence"), chosen),
                series(rows, chosen),
                observed());
    }

    private ModeHistory modes(Slice slice) {
        Rows rows = rows("samples/modes");
        int[] chosen = chosen(rows, slice);
        boolean[] carried = new boolean[chosen.length];
        double[] before = rows.doubles("carried");
        for (int i = 0; i < chosen.length; i++) {
            carried[i] = before[chosen[i]] == 1;
        }
        return new ModeHistory(
                series(rows, chosen),
                pick(rows.micros("time"), chosen),
                pick(rows.texts("mode"), chosen),
                carried,
                observed().toMicros(),
                observed());
    }

    private RetrainingRuns retrainings(Slice slice) {
        Rows rows = rows("samples/retrainings");
        int[] chosen = chosen(rows, slice);
        int symbols =
                slice.dimension().equals("symbol") ? 1 : rows("samples/symbols").size();
        return new RetrainingRuns(
                pick(rows.micros("time"), chosen),
                pick(rows.texts("status"), chosen),
                pick(rows.doubles("duration_seconds"), chosen),
                pick(rows.doubles("confidence_after"), chosen),
                symbols,
                observed());
    }

    /** Numbers the series (symbol and timeframe) in the order they come. */
    private static int[] series(Rows rows, int[] chosen) {
        Map<List<String>, Integer> numbers = new HashMap<>();
        int[] series = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            List<String> key = List.of(rows.texts("symbol")[chosen[i]], rows.texts("timeframe")[chosen[i]]);
            Integer known = numbers.get(key);
            if (known == null) {
                known = numbers.size();
                numbers.put(key, known);
            }
            series[i] = known;
        }
        return series;
    }

    private static double[] pick(double[] from, int[] chosen) {
        return IntStream.of(chosen).mapToDouble(i -> from[i]).toArray();
    }

    private static long[] pick(long[] from, int[] chosen) {
        return IntStream.of(chosen).mapToLong(i -> from[i]).toArray();
    }

    private static String[] pick(String[] from, int[] chosen) {
        return IntStream.of(chosen).mapToObj(i -> from[i]).toArray(String[]::new);
    }
}
