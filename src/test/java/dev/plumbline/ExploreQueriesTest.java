package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What queries for notebooks answer, on rows few enough to count by hand. */
final class ExploreQueriesTest {

    @TempDir
    Path folder;

    private Workbench lab;
    private String scope = "";

    @BeforeEach
    void an_account_of_one_day() throws Exception {
        lab = new TinyStore(folder)
                .file("bot.csv", "time,equity\n2025-10-20T00:00:00Z,100\n2025-10-20T23:00:00Z,101\n")
                .open();
        scope = ", 'csv' AS system, '" + lab.agent().scope().agent() + "' AS agent, 'unknown' AS environment";
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void insert(String table, String columns, String... rows) {
        DuckDb.execute(
                lab.store().connection(),
                "test",
                "INSERT INTO " + table + " BY NAME SELECT t.*, epoch_us(t.time) AS time_us, CAST(t.time AS DATE) AS day"
                        + scope + " FROM (VALUES " + String.join(", ", rows) + ") AS t(" + columns + ")");
    }

    private Rows asked(String query) {
        return lab.days("2025-10-20", "2025-10-20").rows("explore/" + query);
    }

    private static String at(String time) {
        return "TIMESTAMP '2025-10-20 " + time + "'";
    }

    @Test
    void a_symbol_that_stopped_is_seen_by_its_newest_candle_and_those_that_lack_are_counted() {
        insert(
                "candles",
                "id, time, symbol, timeframe",
                "('a', " + at("00:00") + ", 'BTC/USDT', '1h')",
                "('b', " + at("01:00") + ", 'BTC/USDT', '1h')",
                "('c', " + at("05:00") + ", 'BTC/USDT', '1h')",
                "('d', " + at("06:00") + ", 'BTC/USDT', '1h')",
                "('e', " + at("00:00") + ", 'ETH/USDT', '4h')");
        insert(
                "confidence",
                "id, time, symbol, timeframe, confidence",
                "('f', " + at("07:00") + ", 'SOL/USDT', '1h', 0.5)");

        Rows seen = asked("series_seen");

        assertThat(seen.texts("symbol")).containsExactly("BTC/USDT", "ETH/USDT", "SOL/USDT");
        assertThat(seen.doubles("candles")).containsExactly(4, 1, Double.NaN);
        // 02:00, 03:00 and 04:00 lack; one candle has no spacing
        assertThat(seen.doubles("candles_lacking")).containsExactly(3, Double.NaN, Double.NaN);
        assertThat(seen.doubles("longest_step_hours")).containsExactly(4, Double.NaN, Double.NaN);
        assertThat(seen.doubles("readings")).containsExactly(Double.NaN, Double.NaN, 1);
    }

    @Test
    void a_model_is_reviewed_by_its_runs_its_confidence_and_its_trades() {
        insert(
                "confidence",
                "id, time, symbol, timeframe, confidence",
                "('a', " + at("00:00") + ", 'BTC/USDT', '1h', 0.9)",
                "('b', " + at("01:00") + ", 'BTC/USDT', '1h', 0.8)",
                "('c', " + at("02:00") + ", 'BTC/USDT', '1h', 0.4)",
                "('d', " + at("03:00") + ", 'BTC/USDT', '1h', NULL)");
        insert(
                "retrainings",
                "id, time, symbol, timeframe, status",
                "('a', " + at("00:00") + ", 'BTC/USDT', '1h', 'success')",
                "('b', " + at("01:00") + ", 'BTC/USDT', '1h', 'success')",
                "('c', " + at("02:00") + ", 'BTC/USDT', '1h', 'error')",
                "('d', " + at("03:00") + ", 'BTC/USDT', '1h', 'in_progress')");
        insert(
                "trades",
                "id, time, exit_time, symbol, timeframe, pnl, confidence",
                "('a', " + at("00:00") + ", " + at("01:00") + ", 'BTC/USDT', '1h', 2.0, 0.7)",
                "('b', " + at("00:00") + ", " + at("02:00") + ", 'BTC/USDT', '1h', -1.0, 0.9)",
                "('c', " + at("00:00") + ", " + at("03:00") + ", 'BTC/USDT', '1h', NULL, NULL)",
                "('d', " + at("00:00") + ", " + at("04:00") + ", 'BTC/USDT', '1h', -3.0, NULL)");

        Rows model = asked("weekly_model_review");
        Rows trades = asked("performance_by_series");

        assertThat(model.doubles("runs")).containsExactly(4);
        assertThat(model.doubles("success_rate")).containsExactly(0.5);
        // Python 3.11: statistics.mean and stdev of [0.9, 0.8, 0.4]; the first half has the odd one
        assertThat(model.doubles("confidence_average")[0]).isCloseTo(0.7, within(1e-12));
        assertThat(model.doubles("confidence_deviation")[0]).isCloseTo(0.2645751311064591, within(1e-12));
        assertThat(model.doubles("confidence_first_half")[0]).isCloseTo(0.85, within(1e-12));
        assertThat(model.doubles("confidence_second_half")[0]).isCloseTo(0.4, within(1e-12));
        // one of three trades whose end is known won
        assertThat(model.doubles("win_rate")[0]).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(trades.doubles("trades")).containsExactly(4);
        assertThat(trades.doubles("win_rate")[0]).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(trades.doubles("average_confidence")[0]).isCloseTo(0.8, within(1e-12));
        assertThat(trades.doubles("pnl")).containsExactly(-2);
    }

    @Test
    void an_open_position_has_the_stop_of_the_decision_that_opened_it_and_says_when_it_was_passed() {
        insert(
                "decisions",
                "id, time, symbol, action, stop_loss, take_profit, executed",
                "('a', " + at("00:00") + ", 'BTC/USDT', 'open_long', 90.0, 120.0, NULL)",
                // not done, and wanted when the position was there already
                "('b', " + at("00:30") + ", 'BTC/USDT', 'open_long', 80.0, 130.0, FALSE)",
                "('c', " + at("02:00") + ", 'BTC/USDT', 'open_long', 70.0, 140.0, NULL)",
                "('d', " + at("00:00") + ", 'ETH/USDT', 'open_short', 55.0, 40.0, TRUE)");
        insert(
                "positions",
                "id, time, symbol, side, entry_price, mark_price, liquidation_price",
                "('a', " + at("01:00") + ", 'BTC/USDT', 'long', 100.0, 101.0, 50.0)",
                "('b', " + at("03:00") + ", 'BTC/USDT', 'long', 100.0, 89.0, 50.0)",
                "('c', " + at("03:00") + ", 'ETH/USDT', 'short', 50.0, 45.0, NULL)",
                "('d', " + at("03:00") + ", 'SOL/USDT', 'long', 10.0, 11.0, 5.5)");

        Rows open = asked("open_positions");

        assertThat(open.texts("symbol")).containsExactly("BTC/USDT", "ETH/USDT", "SOL/USDT");
        assertThat(open.doubles("stop_loss")).containsExactly(90, 55, Double.NaN);
        assertThat(open.doubles("take_profit")).containsExactly(120, 40, Double.NaN);
        assertThat(open.texts("passed")).containsExactly("stop", "no", "");
        // (89 - 50) / 89 and (11 - 5.5) / 11
        assertThat(open.doubles("liquidation_distance")[0]).isCloseTo(39 / 89.0, within(1e-12));
        assertThat(open.doubles("liquidation_distance")[2]).isEqualTo(0.5);
    }

    @Test
    void a_decision_stands_beside_the_positions_that_were_open_then() {
        insert(
                "decisions",
                "id, time, action",
                "('a', " + at("00:30") + ", 'wait')",
                "('b', " + at("01:30") + ", 'wait')",
                "('c', " + at("02:30") + ", 'hold')");
        insert("events", "id, time, kind", "('c', " + at("02:00") + ", 'cycle')");
        insert(
                "positions",
                "id, time, symbol, side, unrealised",
                "('a', " + at("01:00") + ", 'BTC/USDT', 'long', 3.0)",
                "('b', " + at("01:00") + ", 'ETH/USDT', 'short', -1.0)");

        Rows decided = asked("recent_decisions");

        assertThat(decided.texts("action")).containsExactly("hold", "wait", "wait");
        // none in the snapshot of the cycle of 02:00; before 01:00 nobody had looked
        assertThat(decided.doubles("positions_then")).containsExactly(0, 2, Double.NaN);
        assertThat(decided.doubles("unrealised_then")).containsExactly(Double.NaN, 2, Double.NaN);
    }

    @Test
    void a_signal_that_no_trade_names_was_not_taken() {
        insert(
                "decisions",
                "id, time, action, confidence",
                "('a', " + at("00:30") + ", 'open_long', 0.9)",
                "('b', " + at("01:30") + ", 'open_long', 0.6)",
                "('c', " + at("02:30") + ", 'open_long', 0.8)",
                "('d', " + at("02:30") + ", 'wait', 0.1)");
        assertThat(asked("signals_taken").isEmpty()).isTrue();
        // two parts of one position
        insert(
                "trades",
                "id, time, exit_time, decision_id",
                "('a', " + at("00:30") + ", " + at("03:00") + ", 'a')",
                "('b', " + at("00:30") + ", " + at("04:00") + ", 'a')",
                "('c', " + at("02:30") + ", " + at("04:00") + ", 'c')");

        Rows signals = asked("signals_taken");

        assertThat(signals.texts("action")).containsExactly("open_long");
        assertThat(signals.doubles("signals")).containsExactly(3);
        assertThat(signals.doubles("became_trades")).containsExactly(2);
        assertThat(signals.doubles("not_taken")).containsExactly(1);
        assertThat(signals.doubles("confidence_taken")[0]).isCloseTo(0.85, within(1e-12));
        assertThat(signals.doubles("confidence_not_taken")[0]).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void decisions_are_counted_by_day_and_a_list_that_was_cut_says_so() {
        String[] rows = new String[21];
        for (int i = 0; i < rows.length; i++) {
            String action = i % 3 == 0 ? "open_long" : "wait";
            rows[i] = "('d" + i + "', " + at(String.format(Locale.ROOT, "%02d:00", i)) + ", '" + action + "')";
        }
        insert("decisions", "id, time, action", rows);

        Rows days = asked("decisions_by_day");
        String cut = Show.table(lab.days("2025-10-20", "2025-10-20"), "recent_decisions", "none")
                .blocks()
                .toString();
        String whole = Show.table(lab.days("2025-10-20", "2025-10-20"), "decisions_by_day", "none")
                .blocks()
                .toString();

        assertThat(days.doubles("decisions")).containsExactly(21);
        assertThat(days.doubles("open_long")).containsExactly(7);
        assertThat(days.doubles("wait")).containsExactly(14);
        assertThat(cut).contains("At most 20 rows are listed.");
        assertThat(whole).doesNotContain("At most");
    }
}
