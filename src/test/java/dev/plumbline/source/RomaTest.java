package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RomaTest {

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private static String cycle(String time, int number, String decisions, String account) {
        return """
                {
                  "timestamp": "%s",
                  "cycle_number": %d,
                  "chain_of_thought": "I think \\u4f60 … {\\"not\\": [parsed]}",
                  "decisions": %s,
                  "account_state": %s,
                  "positions": [
                    {"symbol": "ETHUSDT", "side": "short", "position_amt": 0.5, "entry_price": 3000.0,
                     "mark_price": 2990.0, "unrealized_profit": 5.0, "leverage": 5, "liquidation_price": 3550.0}
                  ]
                }
                """.formatted(time, number, decisions, account);
    }

    private static final String ACCOUNT = """
            {"total_wallet_balance": 1000.0, "available_balance": 800.0, "total_unrealized_profit": 5.0}""";

    private static String trade(String close, double price, double quantity, double usdt) {
        return """
                {"symbol": "BTCUSDT", "side": "long", "entry_price": 100000.0, "close_price": %s, "quantity": %s,
                 "leverage": 10, "open_time": "2025-11-02T10:04:00.5", "close_time": "%s", "pnl_pct": 1.0, "pnl_usdt": %s}""".formatted(price, quantity, close, usdt);
    }

    private static long micros(String time) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.parse(time));
    }

    @Test
    void a_decision_becomes_a_row_with_its_cycle_confidence_and_the_account_of_the_moment() {
        LoadReport report = imports.write(
                        "alpha/decision_20251102_100000_cycle7.json",
                        cycle("2025-11-02T10:00:00.123456", 7, """
                                [{"action": "OPEN_LONG", "symbol": "BTCUSDT", "confidence": 0.85, "reasoning": "up",
                                  "leverage": 10, "position_size_usd": 100, "stop_loss": 99000, "take_profit": "104000"},
                                 {"action": "wait"}]""", ACCOUNT))
                .load();
        assertThat(imports.said(report)).isEmpty();
        assertThat(report.notes())
                .containsExactly("roma alpha: its times name no zone: UTC assumed; tell the bot's with --zone");
        Rows decisions = imports.rows("SELECT * FROM decisions ORDER BY id");
        assertThat(decisions.size()).isEqualTo(2);
        assertThat(decisions.texts("action")).containsExactly("open_long", "wait");
        assertThat(decisions.texts("action_written")).containsExactly("OPEN_LONG", "wait");
        assertThat(decisions.texts("symbol")).containsExactly("BTC/USDT", "");
        assertThat(decisions.doubles("confidence")).containsExactly(0.85, Double.NaN);
        assertThat(decisions.doubles("take_profit")[0]).isEqualTo(104_000);
        assertThat(decisions.doubles("cycle")).containsExactly(7, 7);
        assertThat(decisions.texts("agent")).containsExactly("alpha", "alpha");
        assertThat(decisions.micros("time")[0]).isEqualTo(micros("2025-11-02T10:00:00.123456"));
        assertThat(imports.rows("SELECT * FROM confidence").doubles("confidence"))
                .containsExactly(0.85);
        Rows equity = imports.rows("SELECT * FROM equity");
        assertThat(equity.doubles("value")).containsExactly(1_000);
        assertThat(equity.doubles("unrealised")).containsExactly(5);
        assertThat(equity.texts("origin")).containsExactly("account_state");
        assertThat(imports.rows("SELECT kind FROM events").texts("kind")).containsExactly("cycle");
        Rows position = imports.rows("SELECT side, quantity, symbol FROM positions");
        assertThat(position.texts("side")).containsExactly("short");
        assertThat(position.doubles("quantity")).containsExactly(0.5);
    }

    @Test
    void local_times_are_read_in_the_zone_that_was_told() {
        imports.write("alpha/decision_1_cycle1.json", cycle("2025-11-02T10:00:00", 1, "[]", ACCOUNT));
        ImportOptions tokyo = new ImportOptions(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of("Asia/Tokyo")),
                OptionalDouble.empty(),
                OptionalDouble.of(500),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        LoadReport report = imports.load(Optional.empty(), tokyo, "");
        assertThat(report.notes()).isEmpty();
        assertThat(imports.rows("SELECT time FROM events").micros("time"))
                .containsExactly(micros("2025-11-02T01:00:00"));
        Rows settings = imports.rows("SELECT kind, capital, agent, time FROM runs");
        assertThat(settings.texts("kind")).containsExactly("settings");
        assertThat(settings.doubles("capital")).containsExactly(500);
        assertThat(settings.micros("time")).containsExactly(micros("2025-11-02T01:00:00"));
        // with another zone the same file replaces what it brought
        LoadReport utc = imports.load();
        assertThat(imports.rows("SELECT time FROM events").micros("time"))
                .containsExactly(micros("2025-11-02T10:00:00"));
        assertThat(utc.tables().stream()
                        .filter(t -> t.table().equals("events"))
                        .findFirst()
                        .orElseThrow()
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void partial_closes_are_one_trade_with_a_gross_pnl_that_leverage_does_not_inflate() {
        imports.write(
                        "alpha/trade_history.json",
                        "[" + trade("2025-11-02T11:00:00", 101_000, 0.01, 100) + ","
                                + trade("2025-11-02T12:00:00", 102_000, 0.03, 600) + "]")
                .load();
        Rows trades = imports.rows("SELECT * FROM trades");
        assertThat(trades.size()).isEqualTo(1);
        // (101000 − 100000) × 0.01 + (102000 − 100000) × 0.03
        assertThat(trades.doubles("pnl")[0]).isCloseTo(70, within(1e-9));
        assertThat(trades.doubles("pnl_reported")).containsExactly(700);
        assertThat(trades.texts("pnl_reported_as")).containsExactly("price difference × quantity × leverage");
        assertThat(trades.texts("pnl_basis")).containsExactly("gross");
        assertThat(trades.doubles("quantity")[0]).isCloseTo(0.04, within(1e-15));
        assertThat(trades.doubles("exit_price")[0]).isCloseTo(101_750, within(1e-9));
        assertThat(trades.doubles("pnl_fraction")[0]).isCloseTo(0.0175, within(1e-12));
        assertThat(trades.doubles("parts")).containsExactly(2);
        assertThat(trades.micros("exit_time")).containsExactly(micros("2025-11-02T12:00:00"));
        Rows fills = imports.rows("SELECT * FROM fills ORDER BY time");
        assertThat(fills.texts("role")).containsExactly("close", "close");
        assertThat(fills.texts("trade_id")).containsOnly(trades.texts("id")[0]);
        assertThat(fills.doubles("pnl_reported")).containsExactly(100, 600);
    }

    @Test
    void a_trade_finds_the_open_decision_at_most_two_cycles_before_it_even_when_it_was_imported_first() {
        imports.write("alpha/trade_history.json", "[" + trade("2025-11-02T11:00:00", 101_000, 0.01, 100) + "]");
        LoadReport before = imports.load();
        assertThat(imports.rows("SELECT decision_id FROM trades").texts("decision_id"))
                .containsExactly("");
        assertThat(before.tables()).anyMatch(t -> t.table().equals("trades") && t.loaded() == 1);
        String open = "[{\"action\": \"open_long\", \"symbol\": \"BTCUSDT\", \"confidence\": %s}]";
        imports.write("alpha/decision_1_cycle1.json", cycle("2025-11-02T09:57:00", 1, open.formatted("0.6"), ACCOUNT))
                .write("alpha/decision_2_cycle2.json", cycle("2025-11-02T10:00:00", 2, open.formatted("0.7"), ACCOUNT))
                .write("alpha/decision_3_cycle3.json", cycle("2025-11-02T10:03:00", 3, "[]", ACCOUNT))
                .write("alpha/decision_4_cycle4.json", cycle("2025-11-02T10:06:00", 4, open.formatted("0.9"), ACCOUNT));
        LoadReport after = imports.load();
        assertThat(after.tables()).anyMatch(t -> t.table().equals("trades") && t.updated() == 1);
        Rows linked = imports.rows(
                "SELECT t.confidence, d.cycle FROM trades AS t JOIN decisions AS d ON d.id = t.decision_id");
        assertThat(linked.doubles("confidence")).containsExactly(0.7);
        assertThat(linked.doubles("cycle")).containsExactly(2);
    }

    @Test
    void a_trade_without_a_decision_in_reach_is_counted_in_the_notes() {
        String open = "[{\"action\": \"open_long\", \"symbol\": \"BTCUSDT\", \"confidence\": 0.7}]";
        LoadReport report = imports.write(
                        "alpha/trade_history.json", "[" + trade("2025-11-02T11:00:00", 101_000, 0.01, 100) + "]")
                .write("alpha/decision_1_cycle1.json", cycle("2025-11-02T09:50:00", 1, open, ACCOUNT))
                .write("alpha/decision_2_cycle2.json", cycle("2025-11-02T09:53:00", 2, "[]", ACCOUNT))
                .load();
        assertThat(report.notes())
                .contains("roma alpha: 1 of 1 trades follow no open decision of their symbol and side within 2 cycles");
    }

    private static String point(String time, double gross, double unrealised, double flow) {
        return """
                {"timestamp": "%s", "cycle": 1, "equity": 900.0, "adjusted_equity": 900.0, "gross_equity": %s,
                 "unrealized_pnl": %s, "pnl": %s, "net_deposits": 0.0, "external_cash_flow": %s}""".formatted(time, gross, unrealised, unrealised, flow);
    }

    @Test
    void equity_is_gross_and_only_a_jump_that_nothing_else_explains_is_a_deposit() {
        imports.write(
                        "alpha/equity_history.json",
                        "["
                                + String.join(
                                        ",",
                                        point("2025-11-02T10:00:00", 1_000, 0, 0),
                                        // a fee leaks
                                        point("2025-11-02T10:03:00", 999, 0, -1),
                                        // a deposit of 500 while 2 are gained on paper
                                        point("2025-11-02T10:06:00", 1_501, 2, 500),
                                        // a rise on paper alone
                                        point("2025-11-02T10:09:00", 1_651, 152, 0),
                                        // a close of 100 that nothing on paper announced; leverage makes the bot see
                                        // −900
                                        point("2025-11-02T11:00:00", 1_751, 152, -900))
                                + "]")
                .write("alpha/trade_history.json", "[" + trade("2025-11-02T10:59:59", 110_000, 0.01, 1_000) + "]")
                .load();
        Rows equity = imports.rows("SELECT value, flow, value_reported FROM equity ORDER BY time");
        assertThat(equity.doubles("value")).containsExactly(1_000, 999, 1_501, 1_651, 1_751);
        assertThat(equity.doubles("flow")).containsExactly(Double.NaN, Double.NaN, 500, Double.NaN, Double.NaN);
        assertThat(equity.doubles("value_reported")[0]).isEqualTo(900);
        Rows flows = imports.rows("SELECT amount, kind, origin FROM cash_flows");
        assertThat(flows.doubles("amount")).containsExactly(500);
        assertThat(flows.texts("kind")).containsExactly("deposit");
        assertThat(flows.texts("origin")).containsExactly("derived");
    }

    @Test
    void the_old_form_of_the_equity_history_is_gross_already() {
        imports.write(
                        "alpha/equity_history.json",
                        "[{\"timestamp\": \"2025-11-02T10:00:00\", \"cycle\": 1, \"equity\": 1000.5, \"pnl\": 2.5}]")
                .load();
        Rows equity = imports.rows("SELECT value, unrealised, preference, value_reported FROM equity");
        assertThat(equity.doubles("value")).containsExactly(1_000.5);
        assertThat(equity.doubles("unrealised")).containsExactly(2.5);
        assertThat(equity.doubles("preference")).containsExactly(1);
        assertThat(equity.doubles("value_reported")).containsExactly(Double.NaN);
    }

    @Test
    void a_moment_without_equity_is_counted_in_the_notes() {
        LoadReport report = imports.write(
                        "alpha/equity_history.json",
                        "[{\"timestamp\": \"2025-11-02T10:00:00\", \"equity\": null, \"pnl\": 0},"
                                + "{\"timestamp\": \"2025-11-02T10:03:00\", \"equity\": 1000.5, \"pnl\": 0}]")
                .load();
        assertThat(imports.rows("SELECT value FROM equity").doubles("value")).containsExactly(1_000.5);
        assertThat(report.notes())
                .anyMatch(
                        note -> note.endsWith(
                                "alpha/equity_history.json: 1 moments without equity are left out, the first at 2025-11-02 10:00:00 UTC"));
    }

    @Test
    void the_state_of_cash_flows_is_a_note_and_no_row() {
        LoadReport report = imports.write(
                        "alpha/cash_flow_state.json",
                        "{\"net_deposits\": 12.5, \"last_equity\": 1, \"last_unrealized\": 0, \"last_external_cash_flow\": 0}")
                .load();
        assertThat(report.tables()).isEmpty();
        assertThat(report.notes())
                .containsExactly(
                        "roma alpha: the bot counts net deposits of 12.50 USDT (cash_flow_state.json); fees and"
                                + " leverage leak into that figure, so it is not used");
    }
}
