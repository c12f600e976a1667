package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.source.ImportRequest;
import dev.plumbline.source.Importer;
import dev.plumbline.source.Progress;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit takes from logs and monitors. Expected values of small files are counted by hand. */
final class AuditTest {

    @TempDir
    Path folder;

    private Window day(String log) throws IOException {
        return new TinyStore(folder)
                .file("trading_bot_20251018.log", log)
                .file("sources.yaml", "sources:\n  - path: .\n    system: fox\n    agent: fox\n    zone: UTC\n")
                .open()
                .days("2025-10-18", "2025-10-18");
    }

    /** What is both a record and the echo of an event is one close; what only the echo says counts too. */
    @Test
    void a_log_is_asked_what_it_speaks_of() throws IOException {
        String said = Audit.log(day("""
                        2025-10-18 10:00:00,000 - core.position_manager - INFO - Position opened: BTCUSDT long 0.1 @ 100 on binance
                        2025-10-18 10:30:00,000 - core.stop - INFO - stop_loss_placed: {'symbol': 'BTCUSDT', 'exchange': 'binance'}
                        2025-10-18 10:40:00,000 - core.stop - WARNING - 2 positions without SL
                        2025-10-18 11:00:00,000 - websocket.stream - INFO - Waiting 5s before reconnect attempt 3
                        2025-10-18 11:10:00,000 - core.api - ERROR - bybit {"retCode":10006,"retMsg":"Too many visits!"}
                        2025-10-18 11:20:00,000 - core.api - INFO - request timeout set to 10 s
                        2025-10-18 12:00:00,000 - core.position_manager - INFO - Position closed: BTCUSDT aged PnL: $1.50 (1.00%)
                        2025-10-18 12:00:00,001 - core.events - INFO - position_closed: {'symbol': 'BTCUSDT', 'reason': 'aged', 'realized_pnl': 1.5}
                        """)).toString();
        assertThat(said)
                .startsWith("8 records and events over 2.0 h; never spoken of")
                .contains("stop losses failed", "trailing stops activated", "time-outs")
                .containsPattern("positions +opened +binance +1 +0\\.50 .* trading_bot_20251018\\.log:1\\b")
                .containsPattern("positions +closed +1 +0\\.50 .* trading_bot_20251018\\.log:7\\b")
                .containsPattern("stop losses +set +binance +1 ")
                .containsPattern("stop losses +missing +1 ")
                .containsPattern("connections +reconnecting +1 ")
                .containsPattern("timing +rate limits +bybit +1 ");
    }

    /** The lines of the two guides, Log Monitoring, as their bots write them. */
    @Test
    void the_patterns_that_a_guide_watches_for_are_its_system_s_own() throws IOException {
        String playbook = Audit.log(new TinyStore(folder)
                        .file("production_deployment.log", """
                                2026-01-08 10:11:12,345 [INFO] [BTC/USDT @ 1h] Candle closed at 1767866400000
                                2026-01-08 10:13:12,345 [INFO] [BTC/USDT_1h] Retraining successful! Confidence: 84.23%
                                2026-01-08 10:15:12,345 [WARNING] 3 consecutive losses detected
                                2026-01-08 10:17:14,345 [ERROR] Prediction failed: Model not found
                                2026-01-08 12:11:12,345 [ERROR] Prediction failed: Model not found
                                """)
                        .file(
                                "sources.yaml",
                                "sources:\n  - path: .\n    system: playbook\n    agent: one\n    zone: UTC\n")
                        .open()
                        .days("2026-01-08", "2026-01-08"))
                .toString();
        assertThat(playbook)
                .startsWith("5 records and events over 2.0 h; never spoken of")
                .contains("critical issues database locked")
                .containsPattern("normal operation +candles closed +1 +0\\.50 .*production_deployment\\.log:1\\b")
                .containsPattern("retraining +successful +1 ")
                .containsPattern("warning signs +losses in a row +1 ")
                .containsPattern("critical issues +prediction failed +2 +1\\.00 .*production_deployment\\.log:4\\b")
                .as("words of another guide")
                .doesNotContain("too little margin");
    }

    @Test
    void an_agent_without_a_log_has_no_errors_that_anybody_could_count() throws IOException {
        Window day = new TinyStore(folder)
                .file("bot.csv", "time,equity\n2025-10-18T10:00:00Z,100\n2025-10-18T11:00:00Z,101\n")
                .open()
                .days("2025-10-18", "2025-10-18");
        assertThat(Audit.errors(day).toString()).startsWith("Not available: no record of a log");
    }

    /** Wilson by hand, z = 1.95996: 2 of 3 is 66.7 % [20.8, 93.9]. */
    @Test
    void closes_that_a_log_states_are_added_up_and_echoes_are_not() throws IOException {
        Window day = day("""
                2025-10-18 10:00:00,000 - core.position_manager - INFO - Position closed: BTCUSDT stop_loss PnL: $-3.00 (-1.00%)
                2025-10-18 10:00:00,001 - core.events - INFO - position_closed: {'symbol': 'BTCUSDT', 'reason': 'stop_loss', 'realized_pnl': -3.0, 'exchange': 'bybit'}
                2025-10-18 11:00:00,000 - core.position_manager - INFO - Position closed: ETHUSDT aged PnL: $1.50 (1.00%)
                2025-10-18 12:00:00,000 - core.position_manager - INFO - Position closed: ETHUSDT aged PnL: $2.50 (1.00%)
                """);
        assertThat(Audit.statedCloses(day).toString())
                .startsWith("3 closes are stated")
                .containsPattern("all +3 +2 +1 +0 +66\\.7 % \\[20\\.8, 93\\.9\\] +1\\.00 +0\\.33 +2\\.50 +−3\\.00")
                .containsPattern("exchange bybit +1 +0 +1 +0 ")
                .containsPattern("exchange not told +2 +2 +0 +0 ")
                .containsPattern("reason aged +2 +2 +0 +0 ")
                .containsPattern("symbol BTC/USDT +1 +0 +1 +0 ");
    }

    /** Bare positions from the third to the eighth minute, most of them in the fifth: line 5 of the file. */
    @Test
    void a_finding_names_the_line_of_the_worst_reading() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int minute = 1; minute <= 20; minute++) {
            int bare = minute == 5 ? 7 : minute >= 3 && minute <= 8 ? 2 : 0;
            lines.append("""
                    {"timestamp": "2025-10-18T10:%02d:00.000000", "metrics": {"positions": {"total": 9, "binance": 9, "bybit": 0, "unprotected": %d},\
                     "activity": {"new_opened": 1, "prices_updated": 5, "ts_activated": 0, "sl_updates": 2, "closed": 0},\
                     "issues": {"aged": 4, "zombies": 0, "emergency": 0, "errors": 0, "ws_reconnects": 0}}}
                    """.formatted(minute, bare));
        }
        Window day = new TinyStore(folder)
                .file("monitoring_snapshots_20251018.jsonl", lines.toString())
                .file("sources.yaml", "sources:\n  - path: .\n    system: fox\n    agent: fox\n    zone: UTC\n")
                .open()
                .days("2025-10-18", "2025-10-18");
        assertThat(Finding.of(day, day.against(Optional.empty())))
                .filteredOn(finding -> finding.title().startsWith("unprotected positions"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.evidence()).endsWith("; worst in monitoring_snapshots_20251018.jsonl:5"));
    }

    /** At 23:00 by the newest event: 14 h for what never closed, 4 h for what closed the day after, 2 h is too short. */
    @Test
    void a_position_that_is_open_for_more_than_three_hours_is_listed() throws IOException {
        Window day = day("2025-10-18 23:00:00,000 - main - INFO - here\n");
        DuckDb.execute(
                day.workbench().store().connection(),
                "test",
                "INSERT INTO trades BY NAME SELECT 't' || symbol AS id, entry_time AS time, epoch_us(entry_time) AS time_us, symbol, 'long' AS side,"
                        + " entry_time, exit_time, 'fox' AS system, 'fox' AS agent, 'unknown' AS environment FROM (VALUES"
                        + " ('A/USDT', TIMESTAMP '2025-10-18 09:00', NULL), ('B/USDT', TIMESTAMP '2025-10-18 19:00', TIMESTAMP '2025-10-19 10:00'),"
                        + " ('C/USDT', TIMESTAMP '2025-10-18 21:00', NULL), ('D/USDT', TIMESTAMP '2025-10-18 01:00', TIMESTAMP '2025-10-18 22:00'))"
                        + " AS t(symbol, entry_time, exit_time)");
        Rows rows = day.rows("explore/open_long");
        assertThat(rows.texts("symbol")).containsExactly("A/USDT", "B/USDT");
        assertThat(rows.doubles("hours_open")).containsExactly(14, 4);
    }

    /**
     * The stop of position 7 follows its creation by 0.4 s, that of position 8 by 2 s. Durations 100, 200, 300, 400: the
     * percentile p lies at rank 1 + p * 3, so 250, 385 and 397.
     */
    @Test
    void events_of_one_position_within_a_second_may_have_raced_and_durations_have_percentiles() throws IOException {
        Window day = new TinyStore(folder)
                .file("bot.csv", "time,equity\n2025-10-18T10:00:00Z,100\n2025-10-18T11:00:00Z,101\n")
                .open()
                .days("2025-10-18", "2025-10-18");
        DuckDb.execute(
                day.workbench().store().connection(),
                "test",
                "INSERT INTO events BY NAME SELECT 'e' || n AS id, time, epoch_us(time) AS time_us, kind, data, 'BTC/USDT' AS symbol, 'binance' AS exchange,"
                        + " 'csv' AS system, '" + day.scope().agent()
                        + "' AS agent, 'unknown' AS environment FROM (VALUES"
                        + " (1, TIMESTAMP '2025-10-18 10:00:00', 'position_created', '{\"position_id\":7,\"duration_ms\":100}'),"
                        + " (2, TIMESTAMP '2025-10-18 10:00:00.2', 'position_created', '{\"position_id\":8,\"duration_ms\":400}'),"
                        + " (3, TIMESTAMP '2025-10-18 10:00:00.4', 'stop_loss_placed', '{\"duration_ms\":300,\"position_id\":7}'),"
                        + " (4, TIMESTAMP '2025-10-18 10:00:02.2', 'stop_loss_placed', '{\"position_id\":8}'),"
                        + " (5, TIMESTAMP '2025-10-18 11:00:00', 'position_created', '{\"duration_ms\":200}'),"
                        + " (6, TIMESTAMP '2025-10-18 11:00:01', 'position_created', '{\"duration_ms\":300}')"
                        + ") AS t(n, time, kind, data)");
        Rows pairs = day.rows("explore/rapid_pairs");
        assertThat(pairs.texts("tied_by")).containsExactly("position");
        assertThat(pairs.texts("followed_by")).containsExactly("stop_loss_placed");
        assertThat(pairs.doubles("shortest_milliseconds")).containsExactly(400);
        Rows durations = day.rows("explore/durations");
        assertThat(durations.texts("milliseconds_of")).containsExactly("position_created", "stop_loss_placed");
        assertThat(durations.doubles("n")).containsExactly(4, 1);
        assertThat(durations.doubles("mean")).containsExactly(250, 300);
        assertThat(durations.doubles("p50")).containsExactly(250, 300);
        assertThat(durations.doubles("p95")[0]).isCloseTo(385, within(1e-9));
        assertThat(durations.doubles("p99")[0]).isCloseTo(397, within(1e-9));
    }

    @Test
    void a_series_that_was_always_zero_is_never_observed() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int minute = 10; minute < 14; minute++) {
            lines.append("""
                    {"timestamp": "2025-10-18T10:%d:00.000000", "metrics": {"positions": {"total": 5, "binance": 3, "bybit": 2, "unprotected": %d},\
                     "activity": {"new_opened": 1, "prices_updated": 5, "ts_activated": 0, "sl_updates": 2, "closed": 0},\
                     "issues": {"aged": 4, "zombies": 0, "emergency": 0, "errors": 0, "ws_reconnects": 0}}}
                    """.formatted(minute, minute % 2));
        }
        MonitoredSeries monitored = Audit.monitored(new TinyStore(folder)
                .file("monitoring_snapshots_20251018.jsonl", lines.toString())
                .file("sources.yaml", "sources:\n  - path: .\n    system: fox\n    agent: fox\n    zone: UTC\n")
                .open()
                .days("2025-10-18", "2025-10-18"));
        assertThat(monitored.about("zombie").toString())
                .isEqualTo(
                        "Never observed by its monitor, which is not the same as zero: issues.zombies (0 in all 4 readings).");
        assertThat(monitored.about("unprotected", "sl_").toString())
                .containsPattern("activity\\.sl_updates +8 +– +2 +2 +– +4")
                .containsPattern("positions\\.unprotected +– +0 +0\\.500 +1 +1 +4");
        assertThat(monitored.about("websocket").blocks()).isEmpty();
    }

    /**
     * Counted in Python 3.11: records by {@code re.match} of the analyser's pattern, {@code 'reconnect' in message.lower()},
     * {@code 'connection failed' in …}, and a Counter of module and level.
     */
    @Test
    void a_real_log_says_of_reconnects_and_modules_what_grep_counts() {
        Path shared = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"));
        Path corpus = shared.resolve("corpus/fox");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "needs a real log in " + corpus);
        Importer.run(folder, Queries.find(), List.of(ImportRequest.of(corpus.toString())), Progress.none());
        Window days = Workbench.open(folder).days("2025-09-26", "2025-09-28");
        assertThat(Audit.log(days).toString())
                .containsPattern("connections +reconnecting +21 ")
                .containsPattern("connections +reconnecting +binance +1 ")
                .containsPattern("connections +failed +21 ")
                .containsPattern("timing +rate limits +binance +1 ");
        assertThat(Show.table(days, "log_modules", "").toString())
                .containsPattern("__main__ +[\\d,]+ +30 +7,583 +10")
                .containsPattern("core\\.signal_processor +[\\d,]+ +0 +2,593 +0");
    }
}
