package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeSeekerTest {

    private static final String TRADE = """
            {"symbol": "ADA", "direction": "short", "entry_price": 0.5, "exit_price": 0.4, "quantity": 100.0,
             "notional_usd": 50.0, "pnl": 10.0, "entry_time": %s, "exit_time": "2025-11-11T11:10:08.036241",
             "leverage": 10, "close_reason": "AI close_position signal"%s}""";

    private static final String CYCLES = """
            [{"cycle": 1, "timestamp": "2025-11-20T01:50:45.785198", "user_prompt_summary": "", "chain_of_thoughts": "…",
              "decisions": {
                "XRP": {"signal": "buy_to_enter", "leverage": 10, "confidence": 0.603, "profit_target": 2.15, "stop_loss": 2.04,
                        "runtime_decision": "blocked_trend_flip_confidence"},
                "LINK": {"signal": "sell_to_enter", "leverage": 10, "confidence": 0.67, "quantity_usd": 15.0, "runtime_decision": "executed"},
                "SOL": {"signal": "hold", "confidence": 0.48, "quantity_usd": 15.5, "direction": "short", "runtime_decision": "hold"},
                "ADA": {"signal": "close_position", "direction": "long", "runtime_decision": "executed"},
                "DOGE": {"signal": "buy_to_enter", "confidence": 75}},
              "status": "ai_decision", "metadata": {"performance": {"ai_ms": 1}}},
             {"cycle": 2, "decisions": {}}]
            """;

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void imports() {
        imports = new Imports(folder);
    }

    @Test
    void a_trade_written_with_local_time_and_again_with_milliseconds_is_one() {
        imports.write("data/trade_history.json", "[" + TRADE.formatted("\"2025-11-11T11:06:07.000894\"", "") + "]")
                .load();
        LoadReport report = imports.write(
                        "data/full_trade_history.json",
                        "[" + TRADE.formatted("1762859167000", ", \"exchange_order_id\": 131997798399") + "]")
                .load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .anyMatch(note -> note.contains("1 of 1 trades have an order of the exchange"))
                .anyMatch(note -> note.startsWith("tradeseeker tradeseeker: its times name no zone"));
        Rows trades = imports.rows("SELECT *, CAST(entry_time AS VARCHAR) AS t FROM trades");
        assertThat(trades.texts("system")).containsExactly("tradeseeker");
        assertThat(trades.texts("side")).containsExactly("short");
        assertThat(trades.texts("pnl_basis")).containsExactly("gross");
        assertThat(trades.doubles("pnl")).containsExactly(10);
        assertThat(trades.doubles("pnl_fraction")[0]).isCloseTo(0.2, offset(1e-12));
        assertThat(trades.texts("t")).containsExactly("2025-11-11 11:06:07");
    }

    @Test
    void decisions_are_named_after_their_symbols_and_say_whether_they_were_carried_out() {
        LoadReport report = imports.write("cycle_history.json", CYCLES).load();
        List<String> said = imports.said(report);
        assertThat(said).hasSize(2);
        assertThat(said).anyMatch(line -> line.contains("confidence is out of range: a number from 0 to 1"));
        assertThat(said)
                .anyMatch(line -> line.startsWith("cycle_history.json:10:") && line.contains("no timestamp here"));
        Rows decisions = imports.rows(
                "SELECT symbol, action, action_written, size, COALESCE(CAST(executed AS VARCHAR), 'unknown') AS executed,"
                        + " COALESCE(error, '') AS error FROM decisions ORDER BY symbol");
        assertThat(decisions.texts("symbol")).containsExactly("ADA", "DOGE", "LINK", "SOL", "XRP");
        assertThat(decisions.texts("action"))
                .containsExactly("close_long", "open_long", "open_short", "hold", "open_long");
        assertThat(decisions.texts("executed")).containsExactly("true", "unknown", "true", "unknown", "false");
        assertThat(decisions.texts("error")[4]).isEqualTo("blocked_trend_flip_confidence");
        Rows stated = imports.rows("SELECT confidence, action FROM confidence ORDER BY confidence");
        assertThat(stated.doubles("confidence")).containsExactly(0.603, 0.67);
        assertThat(stated.texts("action")).containsExactly("open_long", "open_short");
        assertThat(imports.rows("SELECT kind FROM events").texts("kind")).containsExactly("cycle");
    }

    @Test
    void its_performance_is_equity_and_its_newest_figures_are_its_own() {
        imports.write("performance_history.json", """
                [{"cycle": 211, "timestamp": "2025-12-01T16:21:46.991955", "total_value": 93.98, "total_return": -6.01,
                  "sharpe_ratio": 13.96, "open_positions": 2, "available_cash": 52.5, "total_trades": 0},
                 {"cycle": 212, "timestamp": "2025-12-01T16:25:46.887338", "total_value": 93.72, "total_return": -6.27,
                  "sharpe_ratio": -137.59, "open_positions": 2, "available_cash": 52.4, "total_trades": 0}]
                """).load();
        assertThat(imports.rows("SELECT value FROM equity ORDER BY time").doubles("value"))
                .containsExactly(93.98, 93.72);
        assertThat(imports.rows("SELECT figures ->> 'sharpe_ratio' AS sharpe FROM runs")
                        .texts("sharpe"))
                .containsExactly("-137.59");
    }

    @Test
    void roma_and_tradeseeker_both_have_a_trade_history_and_each_gets_its_own() {
        imports.write("a/trade_history.json", "[" + TRADE.formatted("1762859167000", "") + "]")
                .write("b/trade_history.json", """
                        [{"symbol": "BTCUSDT", "side": "long", "entry_price": 100, "close_price": 110, "quantity": 1, "leverage": 1,
                          "open_time": "2025-11-02T10:00:00", "close_time": "2025-11-02T11:00:00", "pnl_pct": 10, "pnl_usdt": 10}]
                        """);
        assertThat(imports.load().rejected()).isEmpty();
        assertThat(imports.rows("SELECT system FROM trades ORDER BY system").texts("system"))
                .containsExactly("roma", "tradeseeker");
    }
}
