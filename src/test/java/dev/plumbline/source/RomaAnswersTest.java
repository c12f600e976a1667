package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of ROMA-01's REST interface and websocket that somebody saved, as its code makes them and as they are documented. */
class RomaAnswersTest {

    private static final String PULL = "pulled/roma-localhost-8080/20251102T103000Z/agents/alpha/";

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private static long micros(String time) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.parse(time));
    }

    private static String fill(
            String id, String side, String positionSide, double price, double quantity, double realised, long time) {
        return """
                {"id": "%s", "symbol": "BTCUSDT", "side": "%s", "position_side": "%s", "price": %s, "quantity": %s,
                 "realized_pnl": %s, "commission": 0.5, "time": %d}""".formatted(id, side, positionSide, price, quantity, realised, time);
    }

    /** Milliseconds of 2025-11-02T10:00:00Z and so many minutes. */
    private static long at(int minutes) {
        return Instant.parse("2025-11-02T10:00:00Z").toEpochMilli() + 60_000L * minutes;
    }

    private String strings(String sql) {
        return String.join("\n", imports.rows(sql).texts("t"));
    }

    @Test
    void an_account_is_equity_at_the_time_of_its_pull_under_real_and_documented_names() {
        LoadReport report = imports.write(PULL + "account.json", """
                        {"total_wallet_balance": 1000.5, "available_balance": 800, "total_unrealized_profit": 5,
                         "gross_total_balance": 1001.5, "adjusted_total_balance": 901.5, "net_deposits": 100,
                         "external_cash_flow": 0, "initial_balance": 10000.0}""")
                .write(PULL.replace("103000Z", "104000Z") + "account.json", """
                        {"total_balance": 1002.5, "available_balance": 700, "unrealized_pnl": 6,
                         "total_positions_value": 1500, "used_percentage": 15}""")
                .load();
        assertThat(imports.said(report)).isEmpty();
        Rows equity = imports.rows("SELECT * FROM equity ORDER BY time");
        assertThat(equity.doubles("value")).containsExactly(1_001.5, 1_002.5);
        assertThat(equity.doubles("unrealised")).containsExactly(5, 6);
        assertThat(equity.doubles("available")).containsExactly(800, 700);
        assertThat(equity.texts("agent")).containsExactly("alpha", "alpha");
        assertThat(equity.texts("origin")).containsExactly("account", "account");
        assertThat(equity.micros("time")).containsExactly(micros("2025-11-02T10:30:00"), micros("2025-11-02T10:40:00"));
        assertThat(report.notes())
                .contains(imports.path(PULL + "account.json")
                        + ": says no time: it is filed under 2025-11-02 10:30:00 UTC, when its folder says that it was"
                        + " pulled");
    }

    @Test
    void without_a_pull_in_its_path_an_answer_is_as_old_as_its_file() throws IOException {
        imports.write("beta/my positions.json", """
                [{"symbol": "BTCUSDT", "side": "long", "position_amt": 0.001, "entry_price": 68000.0, "mark_price": 68500.0,
                  "unrealized_profit": 0.5, "pnl_percentage": 0.74, "leverage": 10, "liquidation_price": 61200.0,
                  "margin_type": "cross"}]""");
        Files.setLastModifiedTime(
                imports.path("beta/my positions.json"), FileTime.from(Instant.parse("2025-11-03T08:00:00Z")));
        LoadReport report = imports.load();
        assertThat(strings("SELECT concat_ws(' ', time, agent, symbol, side, CAST(quantity AS DOUBLE), unrealised) AS t"
                        + " FROM positions"))
                .isEqualTo("2025-11-03 08:00:00 beta BTC/USDT long 0.001 0.5");
        assertThat(report.notes())
                .containsExactly(imports.path("beta/my positions.json")
                        + ": says no time: it is filed under 2025-11-03 08:00:00 UTC, when the file was written");
    }

    @Test
    void performance_and_analytics_are_reports_with_the_bots_own_figures() {
        LoadReport report = imports.write(PULL + "performance.json", """
                        {"total_trades": 3, "wins": 3, "losses": 0, "win_rate": 100.0, "avg_profit": 4.5, "avg_loss": 0,
                         "profit_factor": Infinity, "sharpe_ratio": NaN, "max_drawdown": 0.0, "total_pnl": 13.5,
                         "best_trade": {"symbol": "BTCUSDT", "pnl": 9.0}, "worst_trade": null}""")
                .write(PULL + "analytics.json", """
                        {"total_trades": 3, "pct_long": 66.7, "pct_short": 33.3, "pct_flat": 0, "expectancy": 4.5,
                         "avg_confidence": 81.5}""")
                .write(PULL.replace("alpha", "beta") + "performance.json", """
                        {"total_trades": 25, "winning_trades": 15, "losing_trades": 10, "win_rate": 60.0, "total_pnl": 125.5,
                         "gross_profit": 200.0, "gross_loss": -74.5, "profit_factor": 2.68, "sharpe_ratio": 1.85,
                         "max_drawdown": -15.25, "max_drawdown_pct": -1.52, "current_streak": 3}""")
                .load();
        assertThat(imports.said(report)).isEmpty();
        assertThat(strings("SELECT concat_ws(' ', agent, id, kind, time) AS t FROM runs ORDER BY agent, id"))
                .isEqualTo("""
                        alpha analytics-1762079400000000 report 2025-11-02 10:30:00
                        alpha performance-1762079400000000 report 2025-11-02 10:30:00
                        beta performance-1762079400000000 report 2025-11-02 10:30:00""");
        assertThat(strings("SELECT figures AS t FROM runs WHERE agent = 'alpha' ORDER BY id"))
                .isEqualTo("""
                        {"total_trades":3,"pct_long":66.7,"pct_short":33.3,"pct_flat":0,"expectancy":4.5,"avg_confidence":81.5}
                        {"total_trades":3,"wins":3,"losses":0,"win_rate":100.0,"avg_profit":4.5,"avg_loss":0,\
                        "profit_factor":"Infinity","sharpe_ratio":"NaN","max_drawdown":0.0,"total_pnl":13.5,\
                        "best_trade":{"symbol":"BTCUSDT","pnl":9.0}}""");
        assertThat(strings("SELECT figures ->> 'current_streak' AS t FROM runs WHERE agent = 'beta'"))
                .isEqualTo("3");
    }

    @Test
    void agents_are_runs_of_their_own_names() {
        imports.write("pulled/roma-localhost-8080/20251102T103000Z/agents.json", """
                        [{"id": "alpha", "name": "ALPHA", "is_running": true, "cycle_count": 42, "runtime_minutes": 126},
                         {"id": "beta", "name": "BETA", "is_running": false, "cycle_count": 0, "runtime_minutes": 0}]""")
                .load();
        assertThat(strings(
                        "SELECT concat_ws(' ', agent, kind, figures ->> 'is_running', figures ->> 'cycle_count') AS t"
                                + " FROM runs ORDER BY agent"))
                .isEqualTo("alpha process true 42\nbeta process false 0");
    }

    @Test
    void decisions_of_many_cycles_keep_their_cycle_and_say_what_was_carried_out() {
        LoadReport report = imports.write(PULL + "decisions.json", """
                        [{"timestamp": "2025-11-02T10:30:00Z", "cycle": 124, "ai_reasoning": "Bullish",
                          "decisions": [{"action": "open_long", "symbol": "BTCUSDT", "quantity": 0.001, "leverage": 10,
                                         "reason": "bounce"}],
                          "execution_results": [{"success": false, "order_id": "1", "message": "no margin"}]},
                         {"timestamp": "2025-11-02T10:27:00Z", "cycle_number": 123, "chain_of_thought": "x",
                          "decisions": [{"action": "wait", "confidence": 0.4}, {"action": "hold", "symbol": "ETHUSDT"}],
                          "account_state": {"total_wallet_balance": 1000}, "positions": []},
                         {"cycle": 122, "ai_reasoning": "no time"}]""").load();
        assertThat(imports.said(report))
                .containsExactly(PULL + "decisions.json:8:2: no timestamp here: a time was expected");
        assertThat(strings(
                        "SELECT concat_ws(' ', time, cycle, action, symbol, executed, error, reason) AS t FROM decisions"
                                + " ORDER BY time, id"))
                .isEqualTo("""
                        2025-11-02 10:27:00 123 wait
                        2025-11-02 10:27:00 123 hold ETH/USDT
                        2025-11-02 10:30:00 124 open_long BTC/USDT false no margin bounce""");
        assertThat(imports.rows("SELECT value FROM equity").doubles("value")).containsExactly(1_000);
        // the bot's own file of the same cycle is the same decision
        imports.write("alpha/decision_20251102_102700_cycle123.json", """
                        {"timestamp": "2025-11-02T10:27:00", "cycle_number": 123, "chain_of_thought": "x",
                         "decisions": [{"action": "wait", "confidence": 0.4}, {"action": "hold", "symbol": "ETHUSDT"}],
                         "account_state": {"total_wallet_balance": 1000}, "positions": []}""").load();
        assertThat(imports.rows("SELECT id FROM decisions").size()).isEqualTo(3);
    }

    // by hand: bought 0.2 for 20000+20400 = 40400·0.1 each; sold 0.2: (2100 + 2060) − (2000 + 2040) = 120, less 4 × 0.5
    @Test
    void fills_become_positions_from_flat_to_flat_net_of_their_commissions() {
        LoadReport report = imports.write(
                        PULL + "trades.json",
                        "["
                                + String.join(
                                        ",",
                                        fill("1", "BUY", "LONG", 20_000, 0.1, 0, at(0)),
                                        fill("2", "BUY", "LONG", 20_400, 0.1, 0, at(1)),
                                        fill("3", "SELL", "SHORT", 20_500, 0.3, 0, at(2)),
                                        fill("4", "SELL", "LONG", 21_000, 0.1, 80, at(3)),
                                        fill("5", "SELL", "LONG", 20_600, 0.1, 40, at(4)),
                                        fill("6", "BUY", "LONG", 20_700, 0.1, 0, at(5)))
                                + "]")
                .load();
        assertThat(imports.said(report)).isEmpty();
        Rows fills = imports.rows("SELECT * FROM fills ORDER BY time");
        assertThat(fills.texts("role")).containsExactly("open", "open", "open", "close", "close", "open");
        assertThat(fills.texts("side")).containsExactly("buy", "buy", "sell", "sell", "sell", "buy");
        assertThat(fills.texts("fee_currency")).containsOnly("USDT");
        assertThat(fills.micros("time")[0]).isEqualTo(micros("2025-11-02T10:00:00"));
        Rows trades = imports.rows("SELECT * FROM trades ORDER BY entry_time");
        assertThat(trades.texts("side")).containsExactly("long", "short", "long");
        assertThat(trades.doubles("pnl")[0]).isCloseTo(118, within(1e-9));
        assertThat(trades.doubles("pnl")[1]).isNaN();
        assertThat(trades.texts("pnl_basis")[0]).isEqualTo("net");
        assertThat(trades.doubles("fee")[0]).isEqualTo(2);
        assertThat(trades.doubles("quantity")).containsExactly(0.2, 0.3, 0.1);
        assertThat(trades.doubles("entry_price")[0]).isCloseTo(20_200, within(1e-9));
        assertThat(trades.doubles("exit_price")[0]).isCloseTo(20_800, within(1e-9));
        assertThat(trades.doubles("parts")).containsExactly(2, 0, 0);
        assertThat(trades.doubles("pnl_reported")[0]).isEqualTo(120);
        assertThat(fills.texts("trade_id")[4]).isEqualTo(trades.texts("id")[0]);
        assertThat(imports.rows("SELECT id FROM trades WHERE exit_time IS NULL").size())
                .isEqualTo(2);
    }

    @Test
    void an_answer_that_begins_in_the_middle_of_a_position_is_said_to_and_later_fills_close_what_was_open() {
        LoadReport report = imports.write(
                        PULL + "trades.json",
                        "["
                                + String.join(
                                        ",",
                                        fill("8", "SELL", "LONG", 21_000, 0.1, 80, at(3)),
                                        fill("9", "SELL", "LONG", 20_600, 0.1, 40, at(4)),
                                        fill("10", "SELL", "SHORT", 20_000, 0.1, 0, at(5)))
                                + "]")
                .load();
        assertThat(report.notes())
                .contains("roma alpha: 1 trades begin with fills that are not here: only the exchange's realised P&L is"
                        + " known of them");
        assertThat(strings(
                        "SELECT concat_ws(' ', id, pnl, pnl_basis, COALESCE(CAST(entry_price AS VARCHAR), 'unknown'), parts,"
                                + " pnl_reported_as) AS t FROM trades WHERE exit_time IS NOT NULL"))
                .isEqualTo(
                        "fills long BTCUSDT 8 120.0 gross unknown 2 realised P&L of the exchange, before commission; the"
                                + " opening was not seen");
        // the next pull no longer holds the opening
        imports.write(
                        PULL.replace("103000Z", "113000Z") + "trades.json",
                        "[" + fill("11", "BUY", "SHORT", 19_000, 0.1, 100, at(70)) + "]")
                .load();
        assertThat(strings("SELECT concat_ws(' ', id, pnl, pnl_basis, parts) AS t FROM trades WHERE side = 'short'"))
                .isEqualTo("fills short BTCUSDT 10 99.0 net 1");
    }

    @Test
    void without_a_position_side_a_fill_closes_where_something_was_realised() {
        imports.write("alpha/trade_history.json", """
                        [{"id": 1, "symbol": "ETHUSDT", "side": "SELL", "price": 3000, "quantity": 1, "realized_pnl": 0,
                          "commission": 0.001, "commission_asset": "BNB", "time": 1762077600000},
                         {"id": 2, "symbol": "ETHUSDT", "side": "BUY", "price": 2900, "quantity": 1, "realized_pnl": 100,
                          "commission": 0.001, "commission_asset": "BNB", "time": 1762077660000}]""").load();
        assertThat(strings(
                        "SELECT concat_ws(' ', side, pnl, pnl_basis, COALESCE(CAST(fee AS VARCHAR), 'unknown')) AS t FROM"
                                + " trades"))
                .isEqualTo("short 100.0 gross unknown");
    }

    @Test
    void a_position_that_the_bots_history_has_too_counts_once() {
        String trade = """
                [{"symbol": "BTCUSDT", "side": "long", "entry_price": 20000.0, "close_price": 21000.0, "quantity": 0.1,
                  "leverage": 10, "open_time": "2025-11-02T10:00:01", "close_time": "2025-11-02T10:03:01", "pnl_pct": 5.0,
                  "pnl_usdt": 1000.0}]""";
        String fills = "[" + fill("1", "BUY", "LONG", 20_000, 0.1, 0, at(0)) + ","
                + fill("2", "SELL", "LONG", 21_000, 0.1, 100, at(3)) + "]";
        LoadReport report = imports.write("alpha/trade_history.json", trade)
                .write("alpha/trades.json", fills)
                .load();
        assertThat(strings("SELECT concat_ws(' ', pnl, pnl_basis) AS t FROM trades"))
                .isEqualTo("100.0 gross");
        assertThat(imports.rows("SELECT id FROM fills").size()).isEqualTo(3);
        assertThat(report.notes())
                .contains("roma alpha: 1 trades rebuilt from fills are left out: the bot's own history has them");
        // the other way round: what is published already stays
        imports.write("beta/trades.json", fills).load();
        imports.write("beta/trade_history.json", trade).load();
        assertThat(strings("SELECT concat_ws(' ', pnl, pnl_basis) AS t FROM trades WHERE agent = 'beta'"))
                .isEqualTo("99.0 net");
        assertThat(imports.rows("SELECT id FROM fills WHERE agent = 'beta'").size())
                .isEqualTo(2);
    }

    @Test
    void messages_of_the_websocket_are_dated_from_the_end_of_their_file() throws IOException {
        String message = """
                {"timestamp": %s, "account": {"total_wallet_balance": %s, "available_balance": 1,\
                 "total_unrealized_profit": 0}, "positions": [], "performance": {"total_trades": %d, "win_rate": 50.0},\
                 "status": {"agent_id": "gamma", "is_running": true}}
                """;
        imports.write("ws.jsonl", message.formatted("5000.25", "1000", 1) + message.formatted("5005.75", "1001", 2))
                .write("restarted.jsonl", message.formatted("90.5", "7", 1) + message.formatted("3.5", "8", 1));
        Files.setLastModifiedTime(imports.path("ws.jsonl"), FileTime.from(Instant.parse("2025-11-03T08:00:00Z")));
        LoadReport report = imports.load();
        assertThat(strings(
                        "SELECT concat_ws(' ', time, agent, value, origin, preference) AS t FROM equity ORDER BY time"))
                .isEqualTo(
                        "2025-11-03 07:59:54.5 gamma 1000.0 websocket 4\n2025-11-03 08:00:00 gamma 1001.0 websocket 4");
        assertThat(strings("SELECT figures AS t FROM runs")).isEqualTo("{\"total_trades\":2,\"win_rate\":50.0}");
        assertThat(imports.said(report))
                .containsExactly(
                        "restarted.jsonl:1: found \"90.5\": timestamp is no time, and no clock that goes on to the end of"
                                + " the file: when this was sent is not known",
                        "restarted.jsonl:2: found \"3.5\": timestamp is no time, and no clock that goes on to the end of"
                                + " the file: when this was sent is not known");
    }

    // the two lines are those of logs/decisions_2026-03-01.jsonl in gaaiyun/roma-01-skill
    @Test
    void suggestions_of_the_skill_have_their_confidence_in_per_cent() {
        LoadReport report =
                imports.write("skill/decisions_2026-03-01.jsonl", """
                        {"timestamp": "2026-03-01T12:17:04.734759", "type": "suggestion", "symbol": "BTCUSDT", "action": "WAIT", "confidence": 65.0, "chain_of_thought": "Test analysis", "key_levels": {"support": 48000, "resistance": 52000}, "risk_warning": "Test warning"}
                        {"timestamp": "2026-03-01T12:17:23.663554", "type": "suggestion", "symbol": "BTCUSDT", "action": "WAIT", "confidence": 165.0, "chain_of_thought": "Test analysis"}
                        """).load();
        assertThat(strings(
                        "SELECT concat_ws(' ', time, symbol, action, action_written, confidence, reason) AS t FROM decisions"
                                + " ORDER BY time"))
                .isEqualTo("""
                        2026-03-01 12:17:04.734759 BTC/USDT wait WAIT 0.65 Test analysis
                        2026-03-01 12:17:23.663554 BTC/USDT wait WAIT Test analysis""");
        assertThat(imports.rows("SELECT confidence FROM confidence").doubles("confidence"))
                .containsExactly(0.65);
        assertThat(imports.said(report))
                .containsExactly(
                        "skill/decisions_2026-03-01.jsonl:2:120: found \"165.0\": confidence is out of range: a"
                                + " number from 0 to 100 was expected");
    }

    @Test
    void files_of_others_are_left_alone() {
        LoadReport report = imports.write("x/account.json", "{\"balance\": 1, \"available_balance\": 2}")
                .write("x/positions.json", "[{\"symbol\": \"BTCUSDT\", \"size\": 1}]")
                .write("x/trades.json", "[{\"id\": 1, \"price\": 2, \"side\": \"buy\", \"time\": 1762077600000}]")
                .write("x/performance.json", "{\"win_rate\": 50, \"total_trades\": 3}")
                .load();
        assertThat(report.files()).isZero();
    }
}
