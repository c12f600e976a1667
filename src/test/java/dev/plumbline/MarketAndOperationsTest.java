package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Benchmarks;
import dev.plumbline.metric.Further;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.News;
import dev.plumbline.metric.Operations;
import dev.plumbline.metric.Outcomes;
import dev.plumbline.model.Period;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From canonical rows to the metrics of the market, of decisions' fate and of how a bot runs; expected values by hand or as said. */
final class MarketAndOperationsTest {

    private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");
    private static final Period WEEK = Period.of(START, START.plusSeconds(7 * 86_400));
    private static final double EXACT = 1e-12;

    @TempDir
    private Path data;

    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private int ids;

    private void row(String table, double hours, Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", "r" + ids++);
        row.put("time", at(hours));
        row.put("system", "made_up");
        row.put("agent", "bot");
        row.put("environment", "live");
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        tables.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
    }

    private static Instant at(double hours) {
        return START.plusMillis(Math.round(hours * 3_600_000));
    }

    private Window open() {
        Store store = Store.open(data, Queries.find());
        tables.forEach(store::add);
        return Workbench.open(data, store).of("made_up", "bot", "live").between(WEEK);
    }

    private static double value(Measurement measurement) {
        return measurement.value().orElseThrow(() -> new AssertionError(measurement.toString()));
    }

    private static String because(Window window, Metric<?> metric) {
        return window.measure(metric).because().orElseThrow();
    }

    private void trade(double from, double to, String side, double entry, double exit, Object... more) {
        List<Object> cells = new ArrayList<>(List.of(
                "symbol",
                "BTC/USDT",
                "side",
                side,
                "entry_time",
                at(from),
                "exit_time",
                at(to),
                "entry_price",
                entry,
                "exit_price",
                exit,
                "pnl",
                exit - entry,
                "pnl_basis",
                "net",
                "pnl_currency",
                "USDT"));
        cells.addAll(List.of(more));
        row("trades", from, cells.toArray());
    }

    @Test
    void prices_of_open_trades_are_marks_whole_candles_and_the_exit() {
        trade(1, 4, "long", 100, 98);
        trade(10, 13, "short", 100, 97);
        trade(20, 20.5, "long", 100, 101);
        trade(30, 31, "long", 100, 90, "mae", 0.15, "mfe", 0.02);
        // inside the first trade; the candles at 0 and 4 reach beyond it
        row("candles", 0, "symbol", "BTC/USDT", "timeframe", "1h", "low", 50.0, "high", 200.0, "close", 100.0);
        row("candles", 2, "symbol", "BTC/USDT", "timeframe", "1h", "low", 99.0, "high", 104.0, "close", 100.0);
        row("candles", 3.5, "symbol", "BTC/USDT", "timeframe", "1h", "low", 10.0, "high", 300.0, "close", 100.0);
        row("candles", 2, "symbol", "ETH/USDT", "timeframe", "1h", "low", 1.0, "high", 1_000.0, "close", 2.0);
        row("positions", 11, "symbol", "BTC/USDT", "side", "short", "mark_price", 105.0);
        row("positions", 11, "symbol", "BTC/USDT", "side", "long", "mark_price", 1.0);
        row("positions", 12, "symbol", "BTC/USDT", "side", "short", "mark_price", 99.0);
        Window week = open();
        // adverse: 1 - 98/100; 105/100 - 1; none known; 0.15. favourable: 104/100 - 1; 1 - 97/100; none known; 0.02
        assertThat(value(week.measure(Further.MAE))).isCloseTo((0.02 + 0.05 + 0.15) / 3, within(EXACT));
        assertThat(value(week.measure(Further.MFE))).isCloseTo((0.04 + 0.03 + 0.02) / 3, within(EXACT));
        assertThat(week.measure(Further.MAE)).asString().contains("1 of 4 without prices");
        assertThat(week.by("side").measure(Further.MAE).rows())
                .extracting(MarketAndOperationsTest::value)
                .first()
                .satisfies(adverse -> assertThat(adverse).isCloseTo((0.02 + 0.15) / 2, within(EXACT)));
    }

    /** Python 3.11: statistics.linear_regression(benchmark, own).slope and correlation of the six daily returns. */
    @Test
    void a_benchmark_is_of_the_candles_of_a_symbol_by_day() {
        double[] own = {1_000, 1_010, 1_005, 1_020, 1_020, 1_030, 1_015, 1_040};
        double[] price = {100, 102, 101, 103, 104, 104, 102};
        for (int day = 0; day < own.length; day++) {
            row("equity", 24 * day - 1, "value", own[day], "currency", "USDT", "basis", "reported", "preference", 1);
        }
        for (int day = 0; day < price.length; day++) {
            // the candle of the last hour closes at midnight: it is of the day that ends
            row("candles", 24 * day - 1, "symbol", "BTC/USDT", "timeframe", "1h", "close", price[day]);
            row("candles", 24 * day - 12, "symbol", "BTC/USDT", "timeframe", "4h", "close", 7.0);
        }
        Window week = open();
        Window beside = week.beside("BTC/USDT");
        assertThat(value(beside.measure(Benchmarks.BETA))).isCloseTo(0.6021491404201289, within(1e-9));
        assertThat(value(beside.measure(Benchmarks.CORRELATION))).isCloseTo(0.8681984813397472, within(1e-9));
        assertThat(beside.measure(Benchmarks.BETA).result().n()).isEqualTo(6);
        assertThat(because(week, Benchmarks.BETA))
                .isEqualTo("not available: a benchmark is needed; name one such as BTC/USDT");
        assertThat(because(week.beside("ETH/USDT"), Benchmarks.BETA))
                .isEqualTo(
                        "not available: no prices of the benchmark ETH/USDT in the period; name one such as BTC/USDT");
    }

    @Test
    void a_monitored_series_can_be_the_benchmark() {
        for (int day = 0; day < 7; day++) {
            double value = 1_000 + 10 * day * day;
            row("equity", 24 * day + 5, "value", value, "currency", "USDT", "basis", "reported", "preference", 1);
            row("samples", 24 * day + 20, "metric", "btc_price", "kind", "gauge", "value", 3 * value);
        }
        assertThat(value(open().beside("btc_price").measure(Benchmarks.BETA))).isCloseTo(1, within(EXACT));
    }

    @Test
    void fees_are_summed_and_those_without_one_are_counted() {
        trade(1, 2, "long", 100, 101, "fee", 0.25, "decision_id", "d1");
        trade(3, 4, "long", 100, 101, "fee", 0.5);
        trade(5, 6, "short", 100, 101);
        Window week = open();
        assertThat(value(week.measure(Outcomes.FEES))).isEqualTo(0.75);
        assertThat(week.measure(Outcomes.FEES))
                .hasToString("fees 0.75, n = 2 (USDT; 1 of 3 trades without a known fee)");
        assertThat(because(week, Outcomes.DECISION_LINK))
                .isEqualTo("not available: this agent’s files hold no decisions");
        assertThat(week.by("side").measure(Outcomes.FEES).rows()).hasSize(2);
    }

    @Test
    void linked_trades_and_executed_decisions_are_shares() {
        trade(1, 2, "long", 100, 101, "decision_id", "d1");
        trade(3, 4, "long", 100, 101);
        row("decisions", 1, "action", "open_long", "executed", true);
        row("decisions", 3, "action", "open_long", "executed", true);
        row("decisions", 4, "action", "open_long", "executed", false);
        row("decisions", 5, "action", "hold");
        Window week = open();
        assertThat(value(week.measure(Outcomes.DECISION_LINK))).isEqualTo(0.5);
        assertThat(value(week.measure(Outcomes.EXECUTED_SHARE))).isCloseTo(2 / 3.0, within(EXACT));
        assertThat(week.measure(Outcomes.EXECUTED_SHARE)).asString().contains("1 do not say, not counted");
    }

    @Test
    void a_restart_is_told_once_by_events_cycles_and_uptime_and_a_planned_one_is_taken_out() {
        IntStream.range(-24, 168).forEach(h -> row("events", h, "kind", "cycle", "cycle", h < 50 ? h + 100 : h - 49));
        row("events", 49.9, "kind", "start");
        row("events", 90, "kind", "start");
        row("events", 120, "kind", "start");
        // read 6 minutes after the start at 49.9 h, and an hour after one that nothing else tells
        row("samples", 40, "metric", "uptime_seconds", "kind", "gauge", "value", 90_000.0);
        row("samples", 50, "metric", "uptime_seconds", "kind", "gauge", "value", 360.0);
        row("samples", 151, "metric", "uptime_seconds", "kind", "gauge", "value", 3_600.0);
        row("samples", 150.5, "metric", "uptime_seconds", "kind", "gauge", "value", 361_000.0);
        row("changes", 119, "kind", "downtime", "text", "upgrade", "until", at(121));
        Window week = open();
        // 49.9 h, 90 h and 150 h; 120 h was planned
        assertThat(value(week.measure(Operations.RESTARTS))).isCloseTo(3, within(0.1));
        assertThat(week.measure(Operations.RESTARTS))
                .asString()
                .contains("told by start events, cycle numbers, uptime; 1 planned, taken out");
        assertThat(value(week.measure(Operations.RESTART_GAP))).isCloseTo((40.1 + 60) / 2 * 3_600, within(1.0));
    }

    @Test
    void reconnects_are_the_rise_of_a_counter_through_its_resets() {
        double[] counts = {5, 7, 7, 1, 4};
        IntStream.range(0, counts.length)
                .forEach(i -> row("samples", 24 * i, "metric", "ws_reconnects", "kind", "counter", "value", counts[i]));
        row("samples", 167, "metric", "cpu", "kind", "gauge", "value", 1.0);
        Window week = open();
        // 2 + 0 + 1 + 3 over the seven days, of which the last reading is an hour short
        assertThat(value(week.measure(Operations.RECONNECTS))).isCloseTo(6 / 7.0, within(0.01));
        assertThat(week.measure(Operations.RECONNECTS).result().n()).isEqualTo(4);
    }

    @Test
    void latency_is_of_one_series_in_seconds_and_parts_of_summaries_are_no_readings() {
        IntStream.rangeClosed(1, 100)
                .forEach(i -> row("samples", i, "metric", "order_latency_ms", "kind", "gauge", "value", 10.0 * i));
        row(
                "samples",
                1,
                "metric",
                "order_latency_ms",
                "kind",
                "gauge",
                "value",
                9e9,
                "labels",
                "{\"quantile\":\"0.99\"}");
        Window week = open();
        assertThat(value(week.measure(Operations.LATENCY_P50))).isCloseTo(0.505, within(EXACT));
        // numpy.quantile(range(10, 1010, 10), .95) = 950.5
        assertThat(value(week.measure(Operations.LATENCY_P95))).isCloseTo(0.9505, within(EXACT));
        assertThat(week.measure(Operations.LATENCY_P50)).hasToString("latency_p50 505 ms, n = 100");
    }

    @Test
    void latencies_of_several_series_have_a_figure_each() {
        row("samples", 1, "metric", "order_latency_ms", "kind", "gauge", "value", 10.0);
        row("samples", 1, "metric", "api_call_seconds", "kind", "gauge", "value", 2.0);
        Window week = open();
        assertThat(because(week, Operations.LATENCY_P50))
                .isEqualTo("of 2 series, such as api_call_seconds: measure by(\"metric\")");
        assertThat(week.by("metric").measure(Operations.LATENCY_P50).rows())
                .extracting(MarketAndOperationsTest::value)
                .containsExactly(2.0, 0.01);
    }

    @Test
    void news_scores_of_0_of_one_sign_and_out_of_range_are_told_from_none() {
        double[] scores = {0, 0.5, 0.25, -0.5, 1.5, Double.NaN};
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                row("news", i, "source", "b");
            } else {
                row("news", i, "source", i % 2 == 0 ? "a" : "b", "sentiment", scores[i]);
            }
        }
        row("equity", 0, "value", 1.0, "preference", 1);
        row("equity", 166.9, "value", 1.0, "preference", 1);
        Window week = open();
        assertThat(value(week.measure(News.NEWS_ZERO_SHARE))).isCloseTo(0.2, within(EXACT));
        assertThat(value(week.measure(News.NEWS_POSITIVE_SHARE))).isCloseTo(0.75, within(EXACT));
        assertThat(value(week.measure(News.NEWS_OUTSIDE_SHARE))).isCloseTo(0.2, within(EXACT));
        assertThat(value(week.measure(News.NEWS_SOURCES))).isEqualTo(2);
        // 3 of each publisher: 1 - (3·2 + 3·2)/(6·5)
        assertThat(value(week.measure(News.NEWS_DIVERSITY))).isCloseTo(0.6, within(EXACT));
        assertThat(value(week.measure(News.NEWS_PER_DAY))).isCloseTo(6 / 7.0, within(0.01));
    }

    @Test
    void a_gap_three_times_the_usual_one_is_a_gap_in_the_data() {
        IntStream.range(0, 168).filter(h -> h < 60 || h > 70).forEach(h -> row("events", h, "kind", "cycle"));
        assertThat(value(open().measure(Operations.DATA_GAPS))).isCloseTo(1, within(EXACT));
    }

    @Test
    void what_was_never_observed_is_not_zero() {
        row("equity", 1, "value", 1.0, "preference", 1);
        row("equity", 160, "value", 1.0, "preference", 1);
        Window week = open();
        assertThat(because(week, Operations.RESTARTS)).contains("no start events, no cycle numbers and no uptime");
        assertThat(because(week, Operations.RECONNECTS)).endsWith("count no reconnects");
        assertThat(because(week, Operations.LATENCY_P95)).endsWith("tells how long the agent waited");
        assertThat(because(week, News.NEWS_ZERO_SHARE)).endsWith("hold no news");
        assertThat(because(week, Outcomes.FEES)).endsWith("hold no closed trades");
        assertThat(because(week, Further.MAE)).endsWith("hold no closed trades");
    }
}
