package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main log of ROMA-01, with the words of its code (backend/src/roma_trading at 0d0845e). */
class RomaLogTest {

    private static final String AGENT = "roma_trading.agents.trading_agent:";

    private static final String FILE = """
            2025-11-02 09:59:58.100 | INFO     | roma_trading.api.main:lifespan:63 - Starting ROMA-01 Trading Platform...
            2025-11-02 09:59:59.000 | INFO     | %1$sstart:207 - Starting trading loop for alpha, interval=180s
            2025-11-02 10:00:00.000 | INFO     | %1$strading_cycle:232 -\s
            ============================================================
            2025-11-02 10:00:00.001 | INFO     | %1$strading_cycle:233 - 🔄 Agent alpha - Cycle #7 | Runtime: 0min
            2025-11-02 10:00:00.002 | INFO     | %1$strading_cycle:234 - ============================================================

            2025-11-02 10:00:00.003 | DEBUG    | %1$strading_cycle:239 - 🔒 alpha acquired trading lock
            2025-11-02 10:00:01.000 | INFO     | %1$strading_cycle:233 - ð\u009f\u0094\u0084 Agent beta-2 - Cycle #3 | Runtime: 0min
            2025-11-02 10:00:02.000 | INFO     | %1$strading_cycle:271 - Account: Total=$1000.00, Available=$800.00, Agent Budget=$400.00 (50%%), Positions: 1
            2025-11-02 10:00:03.000 | INFO     | %1$strading_cycle:300 - AI Decision: 2 actions
            2025-11-02 10:00:03.001 | DEBUG    | %1$strading_cycle:301 - Chain of Thought:
            I think
            2025-11-02 10:00:04.000 | ERROR    | %1$s_execute_decisions:800 - Failed to execute open_long for BTCUSDT: {"code":-2019}
            2025-11-02 10:00:05.000 | INFO     | %1$s_execute_open_short:900 - ✅ Opened SHORT ETHUSDT: 0.500000 @ 5x
            2025-11-02 10:00:06.000 | DEBUG    | %1$strading_cycle:330 - 🔓 alpha released trading lock
            2025-11-02 10:00:06.001 | INFO     | %1$strading_cycle:331 - Cycle #7 complete

            2025-11-02 10:00:07.000 | ERROR    | roma_trading.api.main:websocket_endpoint:250 - WebSocket error: gone
            Traceback (most recent call last):
            RuntimeError: gone
            2025-11-02 10:00:08.000 | INFO     | %1$sstop:220 - Stopped trading agent alpha
            """.formatted(AGENT);

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private String strings(String sql) {
        return String.join("\n", imports.rows(sql).texts("t"));
    }

    private static final String EVENTS =
            "SELECT concat_ws(' ', strftime(time, '%H:%M:%S'), agent, kind, level, symbol, cycle) AS t FROM events ORDER BY"
                    + " time, line";

    @Test
    void a_record_is_of_the_agent_that_it_names_or_that_holds_the_lock() {
        LoadReport report =
                imports.write("backend/logs/roma_trading_2025-11-02.log", FILE).load();
        assertThat(imports.said(report)).isEmpty();
        assertThat(strings(EVENTS)).isEqualTo("""
                09:59:58 unnamed start INFO
                09:59:59 alpha start INFO
                10:00:00 alpha cycle INFO 7
                10:00:01 beta-2 cycle INFO 3
                10:00:02 alpha account INFO
                10:00:03 alpha decision INFO
                10:00:04 alpha execution_failed ERROR BTC/USDT
                10:00:05 alpha opened INFO ETH/USDT
                10:00:06 alpha cycle_complete INFO 7
                10:00:07 unnamed error ERROR
                10:00:08 alpha stop INFO""");
        assertThat(strings("SELECT message AS t FROM events WHERE agent = 'unnamed' AND kind = 'error'"))
                .isEqualTo("WebSocket error: gone\nTraceback (most recent call last):\nRuntimeError: gone");
        assertThat(report.notes())
                .containsExactly(
                        "roma: its times name no zone: UTC assumed; tell the bot's with --zone",
                        imports.path("backend/logs/roma_trading_2025-11-02.log")
                                + ": 3 debugging records that tell of no known thing are left out");
    }

    @Test
    void the_terminals_form_is_read_too_and_an_unnamed_agent_is_the_one_told() {
        imports.write("out/roma-stdout.log", """
                        2025-11-02 10:00:00 | INFO     | 🔄 Agent alpha - Cycle #7 | Runtime: 0min
                        2025-11-02 10:00:03 | INFO     | WAIT: nothing to do
                        2025-11-02 10:00:03 | WARNING  | Computed close quantity too small; skipping close action
                        2025-11-02 10:00:04 | SUCCESS  | done
                        INFO: Starting cycle #123
                        """)
                .load(Optional.empty(), ImportOptions.of("").withAgent("gamma"), "");
        assertThat(strings(EVENTS)).isEqualTo("""
                10:00:00 alpha cycle INFO 7
                10:00:03 gamma wait INFO
                10:00:03 gamma warning WARNING
                10:00:04 gamma log INFO""");
    }

    @Test
    void a_log_that_grew_adds_its_new_records_only() {
        String name = "logs/roma_trading_2025-11-02.log";
        imports.write(name, FILE.lines().limit(5).reduce("", (a, b) -> a + b + "\n"))
                .load();
        imports.write(name, FILE).load();
        assertThat(imports.rows("SELECT id FROM events").size()).isEqualTo(11);
    }

    @Test
    void a_cycle_that_its_decision_file_tells_of_too_counts_once_in_either_order() {
        String cycle = """
                {"timestamp": "2025-11-02T10:00:06", "cycle_number": 7, "decisions": [], "positions": []}""";
        String kinds =
                "SELECT concat_ws(' ', agent, kind) AS t FROM events WHERE kind LIKE 'cycle%' AND cycle = 7 ORDER BY time";
        imports.write("logs/roma_trading_2025-11-02.log", FILE).load();
        imports.write("logs/decisions/alpha/decision_20251102_100006_cycle7.json", cycle)
                .load();
        assertThat(strings(kinds)).isEqualTo("alpha cycle_started\nalpha cycle\nalpha cycle_complete");
        Imports other = new Imports(folder.resolve("other"));
        other.write("logs/decisions/alpha/decision_20251102_100006_cycle7.json", cycle)
                .load();
        other.write("logs/roma_trading_2025-11-02.log", FILE).load();
        assertThat(String.join("\n", other.rows(kinds).texts("t")))
                .isEqualTo("alpha cycle_started\nalpha cycle\nalpha cycle_complete");
    }
}
