package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.RawStore.Raw;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Operations;
import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What SQL reduces, and Java then measures, against plain loops over all rows of made-up stores. */
final class ReductionsTest {

    private static final double EXACT = 1e-12;
    private static final long FROM = RawStore.WEEK.fromMicros();
    private static final long TO = RawStore.WEEK.toMicros();

    @TempDir
    private static Path data;

    private static final List<Arguments> MADE = new ArrayList<>();

    @BeforeAll
    static void three_stores() throws SQLException {
        for (long seed = 1; seed <= 3; seed++) {
            RawStore raw = new RawStore(seed);
            MADE.add(Arguments.of(raw, raw.open(data.resolve("seed-" + seed))));
        }
    }

    @AfterAll
    static void close() {
        MADE.forEach(made -> ((Window) made.get()[1]).workbench().close());
        MADE.clear();
    }

    static List<Arguments> made() {
        return MADE;
    }

    private static boolean inside(long time) {
        return time >= FROM && time < TO;
    }

    private static Predicate<Raw> at(String column) {
        return raw -> inside(raw.micros(column));
    }

    /** Each row as its cells with bars between them. */
    private static List<String> lines(Rows rows, String... columns) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            lines.add(Stream.of(columns).map(column -> cell(rows, column, row)).collect(Collectors.joining("|")));
        }
        return lines;
    }

    private static String cell(Rows rows, String column, int row) {
        if (rows.isNumeric(column)) {
            return word(rows.doubles(column)[row]);
        }
        return rows.isTime(column) ? word(rows.micros(column)[row]) : rows.texts(column)[row];
    }

    private static String word(double value) {
        return Double.isNaN(value)
                ? ""
                : value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String word(long micros) {
        return micros == Long.MIN_VALUE ? "" : String.valueOf(micros);
    }

    @ParameterizedTest
    @MethodSource("made")
    void decisions_are_counted_by_action_symbol_interval_and_day(RawStore raw, Window week) {
        List<Raw> own = raw.own("decisions").stream().filter(at("time")).toList();

        Map<String, long[]> counts = new TreeMap<>();
        Map<String, Long> days = new TreeMap<>();
        for (Raw decision : own) {
            String day = Period.instant(decision.time()).toString().substring(0, 10);
            String key = day + "|" + decision.text("action") + "|" + decision.text("symbol") + "|"
                    + decision.text("timeframe");
            long[] n = counts.computeIfAbsent(key, k -> new long[3]);
            n[0]++;
            n[1] += decision.text("executed").equals("true") ? 1 : 0;
            n[2] += decision.text("executed").equals("false") ? 1 : 0;
            days.merge(day + "|" + decision.text("action"), 1L, Long::sum);
        }
        assertThat(lines(
                        week.rows("samples/actions"),
                        "day",
                        "action",
                        "symbol",
                        "timeframe",
                        "n",
                        "executed",
                        "failed"))
                .containsExactlyInAnyOrderElementsOf(counts.entrySet().stream()
                        .map(entry -> entry.getKey() + "|" + entry.getValue()[0] + "|" + entry.getValue()[1] + "|"
                                + entry.getValue()[2])
                        .toList());
        assertThat(lines(week.rows("samples/actions_by_day"), "day", "action", "n"))
                .hasSameSizeAs(days.keySet());
        assertThat(week.rows("samples/actions_by_day").doubles("n"))
                .containsExactly(
                        days.values().stream().mapToDouble(Long::doubleValue).toArray());

        long holds = own.stream()
                .filter(decision -> decision.text("action").equals("hold"))
                .count();
        assertThat(week.measure(Metrics.ACTION_SHARE, Slice.of("action", "hold"))
                        .value()
                        .orElseThrow())
                .isCloseTo(holds / (double) own.size(), within(EXACT));
        double bits =
                own.stream()
                        .collect(Collectors.groupingBy(d -> d.text("action"), Collectors.counting()))
                        .values()
                        .stream()
                        .mapToDouble(n -> -n / (double) own.size() * Math.log(n / (double) own.size()) / Math.log(2))
                        .sum();
        assertThat(week.measure(Metrics.ACTION_ENTROPY).value().orElseThrow()).isCloseTo(bits, within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("made")
    void confidence_and_its_mean_are_of_the_readings_that_have_one(RawStore raw, Window week) {
        List<Raw> own = raw.own("confidence").stream()
                .filter(at("time").and(reading -> reading.has("confidence")))
                .sorted(Comparator.comparing(Raw::time).thenComparing(reading -> reading.text("id")))
                .toList();

        assertThat(lines(week.rows("samples/confidence"), "time", "confidence", "symbol", "timeframe", "mode"))
                .containsExactlyElementsOf(own.stream()
                        .map(r -> word(r.time()) + "|" + word(r.number("confidence")) + "|" + r.text("symbol") + "|"
                                + r.text("timeframe") + "|" + r.text("mode"))
                        .toList());
        assertThat(week.measure(Metrics.CONFIDENCE).value().orElseThrow())
                .isCloseTo(
                        own.stream()
                                .mapToDouble(reading -> reading.number("confidence"))
                                .average()
                                .orElseThrow(),
                        within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("made")
    void a_mode_lasts_until_the_next_state_of_its_series_and_the_first_one_is_carried_in(RawStore raw, Window week) {
        Map<String, List<Raw>> series = raw.own("modes").stream()
                .filter(state -> state.has("mode") && state.time() < TO)
                .sorted(Comparator.comparing(Raw::time).thenComparing(state -> state.text("id")))
                .collect(Collectors.groupingBy(state -> state.text("symbol") + "|" + state.text("timeframe")));

        List<String> expected = new ArrayList<>();
        double learning = 0;
        double all = 0;
        for (Map.Entry<String, List<Raw>> one : series.entrySet()) {
            long carried = one.getValue().stream()
                    .mapToLong(Raw::time)
                    .filter(time -> time < FROM)
                    .max()
                    .orElse(Long.MIN_VALUE);
            List<Raw> kept = one.getValue().stream()
                    .filter(s -> s.time() >= FROM || s.time() == carried)
                    .toList();
            for (int i = 0; i < kept.size(); i++) {
                Raw state = kept.get(i);
                expected.add(one.getKey() + "|" + word(state.time()) + "|" + state.text("mode") + "|"
                        + (state.time() < FROM ? 1 : 0));
                long until = i + 1 < kept.size() ? Math.max(kept.get(i + 1).time(), FROM) : TO;
                double lasted = until - Math.max(state.time(), FROM);
                all += lasted;
                learning += state.text("mode").equals("LEARNING") ? lasted : 0;
            }
        }
        assertThat(lines(week.rows("samples/modes"), "symbol", "timeframe", "time", "mode", "carried"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(week.measure(Metrics.MODE_SHARE_TIME, Slice.of("mode", "LEARNING"))
                        .value()
                        .orElseThrow())
                .isCloseTo(learning / all, within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("made")
    void retrainings_and_their_success_are_of_the_runs_triggered_inside(RawStore raw, Window week) {
        List<Raw> own = raw.own("retrainings").stream().filter(at("time")).toList();

        assertThat(lines(week.rows("samples/retrainings"), "time", "symbol", "status", "duration_seconds"))
                .containsExactlyElementsOf(own.stream()
                        .sorted(Comparator.comparing(Raw::time).thenComparing(run -> run.text("id")))
                        .map(run -> word(run.time()) + "|" + run.text("symbol") + "|" + run.text("status") + "|"
                                + word(run.number("duration_seconds")))
                        .toList());
        long finished = own.stream()
                .filter(run -> !run.text("status").equals("in_progress"))
                .count();
        long good =
                own.stream().filter(run -> run.text("status").equals("success")).count();
        assertThat(week.measure(Metrics.RETRAINING_SUCCESS_RATE).value().orElseThrow())
                .isCloseTo(good / (double) finished, within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("made")
    void errors_are_held_against_the_candles(RawStore raw, Window week) {
        Function<Predicate<Raw>, Long> events =
                which -> raw.own("events").stream().filter(which).count();
        Predicate<Raw> error = event -> event.text("kind").equals("error");
        long errors = events.apply(error.and(at("time")));
        long candles = raw.own("candles").stream().filter(at("time")).count();

        assertThat(lines(week.rows("samples/errors"), "errors", "cycles", "candles", "errors_ever"))
                .containsExactly(errors + "|"
                        + events.apply(at("time").and(e -> e.text("kind").equals("cycle"))) + "|" + candles + "|"
                        + events.apply(error.and(event -> event.time() < TO)));
        assertThat(week.measure(Operations.ERROR_RATE).value().orElseThrow())
                .isCloseTo(errors / (double) candles, within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("made")
    void signs_of_life_are_the_cycles_once_each_and_uptime_is_of_the_gaps_between(RawStore raw, Window week) {
        long[] beats = raw.own("events").stream()
                .filter(at("time").and(event -> event.text("kind").equals("cycle")))
                .mapToLong(Raw::time)
                .distinct()
                .sorted()
                .toArray();
        assertThat(week.rows("samples/beats").micros("time")).containsExactly(beats);

        double[] gaps = IntStream.range(1, beats.length)
                .mapToDouble(i -> beats[i] - beats[i - 1])
                .toArray();
        double[] sorted = IntStream.range(0, gaps.length)
                .mapToDouble(i -> gaps[i])
                .sorted()
                .toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        double alive = Math.min(2 * median, (double) (beats[0] - FROM))
                + Math.min(2 * median, (double) (TO - beats[beats.length - 1]));
        for (double gap : gaps) {
            alive += Math.min(2 * median, gap);
        }
        assertThat(week.measure(Operations.UPTIME).value().orElseThrow())
                .isCloseTo(Math.min(1, alive / (TO - FROM)), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("made")
    void newest_row_count_of_rows_and_quarters_of_an_hour_are_of_every_kind_of_row(RawStore raw, Window week) {
        List<Long> beats = new ArrayList<>();
        Stream.of("equity", "decisions", "confidence", "events", "samples")
                .forEach(table -> raw.own(table).forEach(row -> beats.add(row.time())));
        raw.own("trades")
                .forEach(trade -> beats.add(trade.has("exit_time") ? trade.micros("exit_time") : trade.time()));
        List<Long> inside = beats.stream().filter(ReductionsTest::inside).toList();
        assertThat(lines(week.rows("samples/heartbeat"), "newest", "n"))
                .containsExactly(
                        inside.stream().mapToLong(Long::longValue).max().orElseThrow() + "|" + inside.size());

        TreeSet<Long> quarters = new TreeSet<>();
        Stream.of("equity", "decisions", "confidence", "samples")
                .flatMap(table -> raw.own(table).stream())
                .filter(at("time"))
                .forEach(row -> quarters.add(row.time() - Math.floorMod(row.time(), 900_000_000L)));
        raw.own("trades").stream()
                .filter(at("exit_time"))
                .forEach(row ->
                        quarters.add(row.micros("exit_time") - Math.floorMod(row.micros("exit_time"), 900_000_000L)));
        assertThat(week.rows("samples/active_quarters").micros("quarter"))
                .containsExactly(quarters.stream().mapToLong(Long::longValue).toArray());
    }

    @ParameterizedTest
    @MethodSource("made")
    void what_is_known_of_an_agent_is_counted_to_the_end_of_the_period(RawStore raw, Window week) {
        Map<String, List<Long>> times = new TreeMap<>();
        for (String table : List.of("equity", "decisions", "confidence", "modes", "retrainings", "events", "samples")) {
            times.put(
                    table,
                    raw.own(table).stream()
                            .map(Raw::time)
                            .filter(time -> time < TO)
                            .toList());
        }
        times.put(
                "entries",
                raw.own("trades").stream()
                        .map(Raw::time)
                        .filter(time -> time < TO)
                        .toList());
        times.put(
                "trades",
                raw.own("trades").stream()
                        .filter(trade -> trade.has("exit_time"))
                        .map(trade -> trade.micros("exit_time"))
                        .filter(time -> time < TO)
                        .toList());
        long first = times.values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        long newest = times.values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        assertThat(lines(week.rows("samples/known"), "kind", "n", "first_time", "newest_time"))
                .containsExactlyElementsOf(times.entrySet().stream()
                        .map(kind -> kind.getKey() + "|" + kind.getValue().size() + "|" + first + "|" + newest)
                        .toList());
    }
}
