package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check on two clean days of a made-up bot, and on the same days with one thing wrong. */
final class ChecksTest {

    private static final Queries QUERIES = Queries.find();
    private static final LocalDateTime FROM = LocalDateTime.of(2026, 11, 9, 0, 0);
    private static final LocalDateTime TO = LocalDateTime.of(2026, 11, 11, 0, 0);

    private final Staging staging = Staging.open(QUERIES);

    static List<String> checks() {
        return QUERIES.names("checks");
    }

    @BeforeEach
    void two_clean_days() {
        // a decision and a reading every 10 minutes, a trade an hour of 2 units with a gain of 2 and a fee of 0.1 each
        insert(
                "decisions",
                "SELECT 'd' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL 10 MINUTE * i AS time, 'BTCUSDT' AS symbol_written,"
                        + " 'open_long' AS action, 0.6 + (i % 5) / 100 AS confidence FROM range(288) AS r(i)");
        insert(
                "equity",
                "SELECT 'e' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL 10 MINUTE * i AS time, 1000 + i / 3 AS value,"
                        + " 0 AS unrealised, 'USDT' AS currency, 'reported' AS basis, 1 AS preference FROM range(288) AS r(i)");
        insert(
                "trades",
                "SELECT 't' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL 1 HOUR * i AS time, time AS entry_time,"
                        + " time + INTERVAL 30 MINUTE AS exit_time, 'BTCUSDT' AS symbol_written, 'long' AS side, 2 AS quantity,"
                        + " 100 + i AS entry_price, 101 + i AS exit_price, 5 AS leverage, 1.9 AS pnl, 'net' AS pnl_basis,"
                        + " 'USDT' AS pnl_currency, 1 / (100 + i) AS pnl_fraction, 0.1 AS fee, 1.9 AS pnl_reported,"
                        + " 0.7 AS confidence, 'd' || 6 * i AS decision_id FROM range(47) AS r(i)");
    }

    @AfterEach
    void close() {
        staging.close();
    }

    private void insert(String table, String select) {
        DuckDb.execute(staging.connection(), "test", "INSERT INTO staged." + table + " BY NAME " + select);
    }

    private void change(String sql) {
        DuckDb.execute(staging.connection(), "test", sql);
    }

    /** What a check finds: severity, subject, finding and n of each row. */
    private List<String> found(String check) {
        ImportOptions options = ImportOptions.of("made_up").withAgent("bot");
        staging.complete(options, symbol -> symbol.replace("USDT", "/USDT"));
        change("SET schema = 'staged'");
        Rows rows = staging.query("checks/" + check, "made_up", "bot", "unknown", FROM, TO);
        assertThat(rows.names()).containsExactly("severity", "subject", "finding", "n");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(rows.texts("severity")[i] + " | " + rows.texts("subject")[i] + " | " + rows.texts("finding")[i]
                    + " | " + (long) rows.doubles("n")[i]);
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("checks")
    void clean_days_pass(String check) {
        assertThat(found(check.substring("checks/".length()))).isEmpty();
    }

    @Test
    void a_night_without_rows_is_a_gap() {
        for (String table : List.of("decisions", "equity")) {
            change("DELETE FROM staged." + table + " WHERE time > '2026-11-09 22:00' AND time < '2026-11-10 06:30'");
        }
        assertThat(found("gaps"))
                .containsExactly("warning | 2026-11-09 22:00 to 2026-11-10 06:30 | no sign of life for 8.5"
                        + " hours, where one comes every 10.0 minutes | 51");
    }

    @Test
    void readings_of_several_series_within_a_minute_are_one_sign_of_life() {
        change("DELETE FROM staged.equity");
        change("DELETE FROM staged.decisions");
        change("DELETE FROM staged.events");
        change("INSERT INTO staged.confidence BY NAME SELECT 'c' || h || '-' || s AS id,"
                + " TIMESTAMP '2026-11-09 00:00:05' + INTERVAL (h) HOUR + INTERVAL (7 * s) SECOND AS time,"
                + " 0.7 AS confidence, (SELECT ANY_VALUE(system) FROM staged.trades) AS system,"
                + " (SELECT ANY_VALUE(agent) FROM staged.trades) AS agent,"
                + " (SELECT ANY_VALUE(environment) FROM staged.trades) AS environment"
                + " FROM range(48) AS t(h), range(6) AS u(s)");
        assertThat(found("gaps")).isEmpty();
    }

    @Test
    void a_trade_under_two_ids_is_a_duplicate() {
        change("INSERT INTO staged.trades BY NAME SELECT * REPLACE ('copy' AS id) FROM staged.trades WHERE id = 't3'");
        assertThat(found("duplicates"))
                .containsExactly(
                        "warning | BTC/USDT | 1 trades repeat another one's side, times, prices and quantity under"
                                + " another id, such as copy and t3: they count twice | 1");
    }

    @Test
    void values_that_cannot_be_are_errors() {
        change("UPDATE staged.decisions SET confidence = 82 WHERE id IN ('d1', 'd2')");
        change("UPDATE staged.trades SET entry_price = 0 WHERE id = 't1'");
        change("UPDATE staged.trades SET exit_time = entry_time - INTERVAL 1 MINUTE, quantity = -2 WHERE id = 't2'");
        change("UPDATE staged.equity SET value = -1 WHERE id = 'e9'");
        assertThat(found("impossible_values"))
                .containsExactly(
                        "error | decisions | 2 rows have a confidence outside 0 to 1, such as id d1 | 2",
                        "error | equity | 1 rows have a value that is not positive, such as id e9 | 1",
                        "error | trades | 1 rows have a negative quantity, such as id t2 | 1",
                        "error | trades | 1 rows have a price that is not positive, such as id t1 | 1",
                        "error | trades | 1 rows have an exit before the entry, such as id t2 | 1");
    }

    @Test
    void a_profit_multiplied_by_leverage_is_found() {
        change("UPDATE staged.trades SET pnl_reported = (exit_price - entry_price) * quantity * leverage");
        assertThat(found("pnl_disagrees"))
                .containsExactly(
                        "warning | reported P&L | the bot's P&L is 5.0 times the price difference × quantity in 47 of 47"
                                + " trades: it multiplies by leverage | 47");
    }

    @Test
    void a_profit_that_is_a_price_difference_is_found() {
        change(
                "UPDATE staged.trades SET pnl_basis = 'percent', pnl = NULL, quantity = NULL, pnl_reported = exit_price - entry_price");
        assertThat(found("pnl_disagrees"))
                .containsExactly(
                        "info | reported P&L | the bot's P&L is a price difference per unit, without quantity or fee, in"
                                + " 47 of 47 trades: sums over symbols mean nothing | 47");
    }

    @Test
    void a_profit_and_a_per_cent_that_prices_do_not_explain_are_found() {
        change("UPDATE staged.trades SET pnl_reported = 7, pnl_fraction = -pnl_fraction WHERE id = 't4'");
        assertThat(found("pnl_disagrees"))
                .containsExactly(
                        "warning | reported P&L | the bot's P&L differs from price difference × quantity by more than 1 % and"
                                + " costs in 1 of 47 trades, such as t4 | 1",
                        "warning | reported per cent | the bot's per cent differ from its prices in 1 of 47 trades | 1");
    }

    @Test
    void a_jump_of_equity_is_asked_about_unless_something_explains_it() {
        change("UPDATE staged.equity SET value = value + 200 WHERE time >= '2026-11-10 03:10'");
        // python: 1000 + 162/3, 1000 + 163/3 + 200, 100 * (1254.33 / 1054 - 1)
        assertThat(found("equity_jumps"))
                .containsExactly(
                        "warning | 2026-11-10 03:10 | equity went from 1054.0 to 1254.3, +19.0 %, and no flow, closed trade"
                                + " or unrealised change explains it: deposit or gain? Say it in data/flows.csv; until"
                                + " then no return is taken there | 1");
        change("UPDATE staged.equity SET flow = 200 WHERE time = '2026-11-10 03:10'");
        assertThat(found("equity_jumps")).isEmpty();
        change("UPDATE staged.equity SET flow = NULL");
        change("UPDATE staged.trades SET pnl = 200, exit_time = '2026-11-10 03:05' WHERE id = 't1'");
        assertThat(found("equity_jumps")).isEmpty();
        change("UPDATE staged.trades SET pnl = 1.9");
        insert("cash_flows", "SELECT 'c' AS id, TIMESTAMP '2026-11-10 03:05' AS time, 200 AS amount");
        assertThat(found("equity_jumps")).isEmpty();
        // the operator says that it was no flow: a loss or gain, and a return like any other
        change("UPDATE staged.cash_flows SET amount = 0");
        assertThat(found("equity_jumps")).isEmpty();
    }

    @Test
    void a_jump_that_unrecorded_profit_may_explain_is_a_note() {
        change("UPDATE staged.equity SET value = value - 200 WHERE time >= '2026-11-10 03:10'");
        change("UPDATE staged.equity SET unrealised = NULL");
        assertThat(found("equity_jumps"))
                .containsExactly("info | 2026-11-10 03:10 | equity went from 1054.0 to 854.3, -18.9 %, and no flow or"
                        + " closed trade explains it; the unrealised P&L of open trades is not recorded:"
                        + " withdrawal or loss? Say it in data/flows.csv | 1");
        change("DELETE FROM staged.trades");
        assertThat(found("equity_jumps"))
                .containsExactly("info | 2026-11-10 03:10 | equity went from 1054.0 to 854.3, -18.9 %, and what could"
                        + " explain it, closed trades with their profit, is not recorded: withdrawal or loss?"
                        + " Say it in data/flows.csv | 1");
    }

    /** The finding and the sample of equity are two queries of one rule. */
    @Test
    void the_sample_has_no_flow_where_the_check_warns() {
        change("UPDATE staged.equity SET value = value - 200 WHERE time >= '2026-11-10 03:10'");
        assertThat(found("equity_jumps")).singleElement().asString().startsWith("warning");
        Rows equity = staging.query("samples/equity", "made_up", "bot", "unknown", FROM, TO);
        List<Integer> unknown = IntStream.range(0, equity.size())
                .filter(i -> Double.isNaN(equity.doubles("flow")[i]))
                .boxed()
                .toList();
        // the point of 03:10 on the second day: 24 h and 19 steps of 10 minutes
        assertThat(unknown).containsExactly(6 * 24 + 19);
        change("UPDATE staged.equity SET unrealised = NULL");
        assertThat(found("equity_jumps")).singleElement().asString().startsWith("info");
        assertThat(staging.query("samples/equity", "made_up", "bot", "unknown", FROM, TO)
                        .doubles("flow"))
                .doesNotContain(Double.NaN);
    }

    @Test
    void trades_that_open_and_close_at_once_have_no_holding_time() {
        change("UPDATE staged.trades SET entry_time = exit_time - INTERVAL 4 MICROSECOND WHERE id NOT IN ('t1', 't2')");
        assertThat(found("instant_trades"))
                .containsExactly(
                        "info | holding time | 45 of 47 trades open and close at the same instant: the entry was not"
                                + " recorded, holding time is not available | 45");
    }

    @Test
    void trades_that_stay_open_for_weeks_are_found() {
        insert(
                "trades",
                "SELECT 'o' || i AS id, TIMESTAMP '2026-10-01' + INTERVAL 1 DAY * i AS time, time AS entry_time,"
                        + " 'ETHUSDT' AS symbol_written FROM range(2) AS r(i)");
        assertThat(found("never_closed"))
                .containsExactly("warning | ETH/USDT | 2 trades have been open for more than 7 days, the oldest since"
                        + " 2026-10-01 00:00: if they were closed, their results are missing | 2");
    }

    @Test
    void mixed_environments_currencies_and_kinds_of_profit_are_found() {
        change("UPDATE staged.trades SET environment = 'paper' WHERE id IN ('t1', 't2', 't3')");
        change("UPDATE staged.trades SET pnl_currency = 'EUR' WHERE id = 't9'");
        change("UPDATE staged.trades SET pnl_basis = 'gross' WHERE id = 't8'");
        change("UPDATE staged.equity SET currency = 'BTC' WHERE id = 'e5'");
        assertThat(found("mixed"))
                .containsExactly(
                        "warning | currency of P&L | trades are counted in 2 currencies, EUR and USDT among them: they are not added, and money is shown by symbol only"
                                + " | 44",
                        "warning | currency of equity | equity is counted in 2 currencies, BTC and USDT among them | 288",
                        "info | environment | the agent also has 3 trades in paper: they are in none of these figures | 3",
                        "warning | kind of P&L | trades have 2 kinds of P&L, gross and net among them: sums mix them | 44");
    }

    @Test
    void trades_without_a_decision_are_counted() {
        change("UPDATE staged.trades SET decision_id = NULL WHERE id IN ('t1', 't2')");
        assertThat(found("unlinked_trades"))
                .containsExactly(
                        "info | decisions | 2 of 47 trades have no decision that opened them: their confidence and"
                                + " reason are unknown | 2");
    }

    @Test
    void a_column_that_never_moves_is_found() {
        insert(
                "news",
                "SELECT 'n' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL 1 HOUR * i AS time, 0.0 AS sentiment"
                        + " FROM range(30) AS r(i)");
        assertThat(found("constant_columns"))
                .containsExactly(
                        "warning | news sentiment | all 30 values are 0.0000: its source may have stopped working | 30");
    }

    @Test
    void a_price_that_stands_still_and_a_series_never_seen_to_move_are_found() {
        insert(
                "candles",
                "SELECT 'k' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL 1 HOUR * i AS time, 'BTCUSDT' AS symbol_written,"
                        + " 100 AS open, 100 AS high, 100 AS low, 100 AS close FROM range(24) AS r(i)");
        insert("samples", minutes("errors", "0") + " UNION ALL " + minutes("closed", "0"));
        insert("samples", minutes("positions", "3 + m % 2"));
        assertThat(found("constant_columns"))
                .containsExactly(
                        "warning | closes of candles, BTC/USDT | all 24 values are 100.0000: its source may have stopped"
                                + " working | 24",
                        "info | monitored series | always 0 in 60 readings: closed, errors. They were never observed; that"
                                + " is not the same as perfect | 2");
    }

    /** A value a minute of the first hour. */
    private static String minutes(String metric, String value) {
        return "SELECT '" + metric + "' || m AS id, TIMESTAMP '2026-11-09' + INTERVAL (m) MINUTE AS time, '" + metric
                + "' AS metric, CAST(" + value + " AS DOUBLE) AS value FROM range(60) AS r(m)";
    }

    @Test
    void samples_alone_show_gaps() {
        for (String table : List.of("decisions", "equity", "trades")) {
            change("DELETE FROM staged." + table);
        }
        insert(
                "samples",
                "SELECT 's' || m AS id, TIMESTAMP '2026-11-09' + INTERVAL (m) MINUTE AS time, 'up' AS metric, 1 AS value"
                        + " FROM range(300) AS r(m) WHERE m NOT BETWEEN 101 AND 111 AND m NOT BETWEEN 201 AND 260");
        assertThat(found("gaps"))
                .containsExactly(
                        "warning | 2026-11-09 03:20 to 2026-11-09 04:21 | no sign of life for 1.0 hours, where one comes"
                                + " every 1.0 minutes | 61",
                        "info | shorter gaps | 1 shorter gap of 12.0 minutes, where a sign of life comes every 1.0 minutes"
                                + " | 1");
    }

    @Test
    void events_samples_and_equity_that_stand_twice_are_found() {
        insert(
                "events",
                "SELECT 'a' || i AS id, TIMESTAMP '2026-11-09 10:00' AS time, 'error' AS kind, 'no answer' AS message"
                        + " FROM range(3) AS r(i)");
        insert(
                "samples",
                "SELECT 's' || i AS id, TIMESTAMP '2026-11-09 10:00' AS time, 'balance' AS metric, i AS value"
                        + " FROM range(2) AS r(i)");
        insert(
                "equity",
                "SELECT 'twice' AS id, TIMESTAMP '2026-11-09 10:00' AS time, 5 AS value, 'USDT' AS currency,"
                        + " 'reported' AS basis, 1 AS preference");
        assertThat(found("duplicates"))
                .containsExactly(
                        "warning | equity | 1 instants have two different values of one account: the last one read is taken"
                                + " | 1",
                        "info | events | 2 events repeat another one's time, kind and words, most of them of kind error:"
                                + " counts of events count them twice | 2",
                        "warning | samples | 1 values of monitored series repeat the time of another one with another value,"
                                + " such as of balance | 1");
    }

    @Test
    void a_file_whose_lines_go_back_in_time_is_found() {
        insert(
                "events",
                "SELECT 'l' || i AS id, TIMESTAMP '2026-11-09 10:00' + INTERVAL (CASE i WHEN 7 THEN -90 ELSE i END) MINUTE AS time,"
                        + " i AS line, '/logs/bot.log' AS file, 'line' AS kind FROM range(1, 20) AS r(i)");
        // from 10:06 of line 6 back to 08:30
        assertThat(found("out_of_order"))
                .containsExactly("warning | bot.log | 1 line is earlier than the line before, by up to 96.0 minutes, at"
                        + " line 7: a clock was set, or files were joined | 1");
    }

    @Test
    void words_outside_a_vocabulary_are_found() {
        change("UPDATE staged.decisions SET action = 'buy_more' WHERE id IN ('d1', 'd2')");
        change("UPDATE staged.decisions SET action = 'panic' WHERE id = 'd3'");
        change("UPDATE staged.trades SET side = 'LONG' WHERE id = 't1'");
        insert("events", "SELECT 'v' AS id, TIMESTAMP '2026-11-09 10:00' AS time, 'x' AS kind, 'FATAL' AS level");
        assertThat(found("unknown_words"))
                .containsExactly(
                        "warning | actions | 3 rows have words that the vocabulary does not know, such as \"buy_more\","
                                + " \"panic\": figures by this column leave them out | 3",
                        "warning | levels of events | 1 row has a word that the vocabulary does not know, such as"
                                + " \"FATAL\": figures by this column leave them out | 1",
                        "warning | sides of trades | 1 row has a word that the vocabulary does not know, such as"
                                + " \"LONG\": figures by this column leave them out | 1");
    }

    @Test
    void missing_cycle_numbers_and_new_counts_are_told_apart() {
        insert(
                "events",
                "SELECT 'c' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL (3 * i) MINUTE AS time, 'cycle' AS kind,"
                        + " CASE WHEN i < 50 THEN i + 1 WHEN i < 80 THEN i + 5 ELSE i - 79 END AS cycle FROM range(120) AS r(i)");
        // 1 to 50, 55 to 84, then 1 to 40
        assertThat(found("cycle_numbers"))
                .containsExactly(
                        "info | cycle numbers | the count of cycles began anew 1 time: the bot was restarted | 1",
                        "warning | cycle numbers | 4 cycle numbers are missing in 1 place, the most, 4, after cycle 50 until"
                                + " 2026-11-09 02:30: files are gone, or the bot failed before it wrote | 4");
    }

    @Test
    void collections_that_failed_are_told_from_quiet_minutes() {
        for (String metric : List.of("total", "binance", "bybit", "errors", "updates")) {
            insert(
                    "samples",
                    minutes(metric, "CASE WHEN m IN (20, 21) OR m > 40 THEN 0 ELSE " + metric.length() + " END"));
        }
        assertThat(found("failed_collections"))
                .containsExactly(
                        "warning | collections | 2 collections of the monitor failed, the first at 2026-11-09 00:20:"
                                + " all of its values are 0, which is not a state of the bot | 2");
    }

    @Test
    void a_position_that_vanishes_without_a_trade_is_a_lost_close() {
        insert(
                "events",
                "SELECT 'c' || i AS id, TIMESTAMP '2026-11-09' + INTERVAL (10 * i) MINUTE AS time, 'cycle' AS kind"
                        + " FROM range(100) AS r(i)");
        // the first is closed by trade t3, which ends at 03:30; the second by none
        insert(
                "positions",
                "SELECT 'p' || s || i AS id, TIMESTAMP '2026-11-09' + INTERVAL (10 * i) MINUTE AS time, s AS symbol_written,"
                        + " 'long' AS side, 2 AS quantity, 103 AS entry_price, 104 AS mark_price, 'open' AS status"
                        + " FROM range(18, 21) AS r(i), (VALUES ('BTCUSDT'), ('ETHUSDT')) AS t(s)");
        assertThat(found("lost_closes"))
                .containsExactly(
                        "warning | closes | 1 of 2 positions that vanished have no recorded close, such as ETH/USDT"
                                + " long, last seen 2026-11-09 03:20: closed at the exchange, or while the bot was down; see"
                                + " explore/trades_from_positions | 1");
    }

    @Test
    void a_free_balance_below_zero_and_a_close_outside_its_candle_cannot_be() {
        change("UPDATE staged.equity SET available = -3 WHERE id = 'e4'");
        insert(
                "candles",
                "SELECT 'k' AS id, TIMESTAMP '2026-11-09' AS time, 'BTCUSDT' AS symbol_written, 100 AS open, 101 AS high,"
                        + " 99 AS low, 102 AS close");
        insert("news", "SELECT 'n' AS id, TIMESTAMP '2026-11-09' AS time, 1.5 AS sentiment");
        assertThat(found("impossible_values"))
                .containsExactly(
                        "error | candles | 1 rows have a price that is not positive, or a high and low that do not hold"
                                + " open and close, such as id k | 1",
                        "error | equity | 1 rows have a negative free balance, such as id e4 | 1",
                        "error | news | 1 rows have a sentiment outside -1 to 1, such as id n | 1");
    }

    @Test
    void an_account_of_two_agents_and_values_of_two_environments_are_said() {
        change("UPDATE staged.equity SET account = 'main'");
        change("UPDATE staged.equity SET environment = 'paper' WHERE id = 'e1'");
        insert(
                "equity",
                "SELECT 'x' AS id, TIMESTAMP '2026-11-09 10:00' AS time, 5 AS value, 'other' AS agent, 'main' AS account,"
                        + " 'USDT' AS currency, 'unknown' AS environment");
        assertThat(found("mixed"))
                .containsExactly(
                        "info | account | the account main is shared with other: its value is not this agent's own | 1",
                        "info | environment | the agent also has 1 values of an account in paper: they are in none of these"
                                + " figures | 1");
    }
}
