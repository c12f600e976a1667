package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the continuous-learning bot writes beside its database, as its code makes it (monitor_production.py, src/core/logger.py). */
class PlaybookFilesTest {

    private static final String REPORT = """
            {
              "period": {"start": "2026-01-07T10:00:00.000001", "end": "2026-01-08T10:00:00.000001", "hours": 24},
              "symbols": {
                "BTC/USDT": {
                  "trades": {"total": 20, "wins": 8, "win_rate": 0.4, "avg_pnl": -1.5, "total_pnl": -30.0},
                  "modes": {"LEARNING": 3, "TRADING": 2},
                  "retraining": {"total": 5, "successful": 3, "success_rate": 0.6, "avg_duration": 240.5}
                },
                "ETH/USDT": {"trades": {"total": 0, "wins": 0, "win_rate": NaN, "avg_pnl": null, "total_pnl": 0}}
              },
              "overall": {"total_trades": 20, "total_wins": 8, "overall_win_rate": 0.4, "total_pnl": -30.0,
                          "total_retrainings": 5, "retraining_success_rate": 0.6},
              "alerts": [
                {"symbol": "BTC/USDT", "severity": "WARNING", "type": "win_rate", "message": "Win rate below threshold: 40.0%"},
                {"symbol": "BTC/USDT", "severity": "WARNING", "type": "retraining", "message": "Success rate 60.0%"}
              ]
            }
            """;

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

    private static ImportOptions zone(String zone) {
        return new ImportOptions(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of(zone)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Test
    void a_report_is_runs_with_the_bots_own_figures_and_alerts_in_utc_whatever_the_zone() {
        LoadReport report = imports.write("bot/production_reports/report_20260108_100000.json", REPORT)
                .load(Optional.empty(), zone("Asia/Tokyo"), "");
        assertThat(imports.said(report)).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(strings("SELECT concat_ws(' ', agent, kind, time, ended, symbol) AS t FROM runs ORDER BY id"))
                .isEqualTo("""
                        bot report 2026-01-08 10:00:00.000001 2026-01-08 10:00:00.000001
                        bot report 2026-01-08 10:00:00.000001 2026-01-08 10:00:00.000001 BTC/USDT
                        bot report 2026-01-08 10:00:00.000001 2026-01-08 10:00:00.000001 ETH/USDT""");
        assertThat(strings("SELECT figures ->> 'overall_win_rate' AS t FROM runs WHERE symbol IS NULL"))
                .isEqualTo("0.4");
        assertThat(strings("SELECT concat_ws(' ', figures -> 'trades' ->> 'win_rate', figures -> 'modes' ->> 'TRADING',"
                        + " figures -> 'retraining' ->> 'avg_duration') AS t FROM runs WHERE symbol = 'BTC/USDT'"))
                .isEqualTo("0.4 2 240.5");
        assertThat(strings("SELECT concat_ws(' ', kind, level, symbol, message, data) AS t FROM events ORDER BY id"))
                .isEqualTo("""
                        alert WARNING BTC/USDT Win rate below threshold: 40.0% {"type":"win_rate"}
                        alert WARNING BTC/USDT Success rate 60.0% {"type":"retraining"}""");
    }

    @Test
    void a_report_without_its_period_is_rejected() {
        LoadReport report = imports.write(
                        "bot/production_reports/report_20260108_100000.json",
                        "{\"period\": {\"hours\": 24}, \"symbols\": {}, \"overall\": {}}")
                .load();
        assertThat(imports.said(report))
                .containsExactly(
                        "bot/production_reports/report_20260108_100000.json:1:1: no period.end or period.start here: a"
                                + " time was expected");
    }

    @Test
    void the_deployments_log_tells_of_modes_trades_and_candles_in_local_time() {
        LoadReport report =
                imports.write("bot/logs/production_deployment.log", """
                        2026-01-08 10:11:12,345 [INFO] [BTC/USDT @ 1h] Candle closed at 1767866400000
                        2026-01-08 10:11:13,000 [INFO] ✓ [BTC/USDT @ 1h] Transitioned to TRADING mode (confidence: 82.45%)
                        2026-01-08 10:11:14,000 [INFO] â\u0086\u0090 [BTC/USDT @ 1h] Transitioned to LEARNING mode (reason: loss)
                        2026-01-08 10:11:15,000 [INFO] [ETH/USDT] Trade closed: ✓ WIN (1.23%)
                        2026-01-08 10:11:15,000 [INFO] [ETH/USDT @ 4h] Trade outcome recorded: ✓ CORRECT (PnL: +1.23%, confidence: 82.1%) [PAPER]
                        2026-01-08 10:11:16,000 [ERROR] Prediction failed: Model not found
                        Traceback (most recent call last):
                        KeyError: 'x'
                        2026-01-08 10:11:17,000 [INFO] [BTC/USDT_1h] Retraining successful! Confidence: 84.23%
                        """).load(Optional.empty(), zone("Asia/Tokyo"), "");
        assertThat(imports.said(report)).isEmpty();
        assertThat(strings("SELECT concat_ws(' ', time, agent, kind, level, symbol, environment, data) AS t FROM events"
                        + " ORDER BY time, line"))
                .isEqualTo("""
                        2026-01-08 01:11:12.345 bot candle_closed INFO BTC/USDT unknown {"timeframe":"1h"}
                        2026-01-08 01:11:13 bot mode_transition INFO BTC/USDT unknown \
                        {"timeframe":"1h","mode":"TRADING","confidence_percent":82.45}
                        2026-01-08 01:11:14 bot mode_transition INFO BTC/USDT unknown {"timeframe":"1h","mode":"LEARNING"}
                        2026-01-08 01:11:15 bot trade_closed INFO ETH/USDT unknown {"pnl_percent":1.23}
                        2026-01-08 01:11:15 bot outcome_recorded INFO ETH/USDT paper \
                        {"timeframe":"4h","confidence_percent":82.1,"pnl_percent":1.23}
                        2026-01-08 01:11:16 bot error ERROR unknown
                        2026-01-08 01:11:17 bot retraining_succeeded INFO BTC/USDT unknown {"timeframe":"1h"}""");
    }

    @Test
    void the_other_logs_have_bars_and_no_milliseconds() {
        LoadReport report = imports.write("bot/logs/anything.log", """
                        2026-01-08 10:11:12 | INFO | src.learning.manager | [BTC/USDT @ 1h] Candle closed at 1767866400000
                        2026-01-08 10:11:13 | DEBUG | src.learning.manager | nothing
                        2026-01-08 10:11:14 | WARNING | src.learning.manager | Confidence dropped to 76.12%
                        """).load();
        assertThat(strings(
                        "SELECT concat_ws(' ', time, kind, symbol, data ->> 'logger') AS t FROM events ORDER BY time"))
                .isEqualTo("""
                        2026-01-08 10:11:12 candle_closed BTC/USDT src.learning.manager
                        2026-01-08 10:11:14 warning src.learning.manager""");
        assertThat(report.notes())
                .containsExactly(
                        "playbook bot: its times name no zone: UTC assumed; tell the bot's with --zone",
                        imports.path("bot/logs/anything.log")
                                + ": 1 debugging records that tell of no known thing are left out");
    }

    @Test
    void times_of_the_database_are_utc_whatever_the_zone_and_tables_of_other_versions_are_read() throws Exception {
        Files.createDirectories(imports.path("bot/data"));
        TradingDb.write(imports.path("bot/data/trading.db"), TradingDb.REAL, """
                CREATE TABLE strategy_performance (strategy_name TEXT, symbol TEXT, interval TEXT, analyzed_at TEXT,
                    total_trades INTEGER, win_rate REAL, profit_factor REAL);
                CREATE TABLE prediction_history (id INTEGER PRIMARY KEY, timestamp TEXT, symbol TEXT, timeframe TEXT,
                    predicted_direction TEXT, confidence REAL, is_correct INTEGER);
                CREATE TABLE sentiment_features (id INTEGER, candle_timestamp INTEGER);
                INSERT INTO strategy_performance VALUES ('trend', 'BTC/USDT', '1h', '2026-01-08T10:00:00', 12, 0.5, 1.5);
                INSERT INTO prediction_history VALUES (4, '2026-01-08T10:00:00', 'BTC/USDT', '1h', 'BUY', 0.8, NULL);
                INSERT INTO signals (id, timestamp, signal_type, confidence, symbol) VALUES (1, 1767866400000, 'BUY', 0.7, 'ETH/USDT'),
                    (2, 1767866400000, 'SELL', 0.7, 'ETH/USDT');
                INSERT INTO trade_outcomes (id, signal_id, symbol, entry_time, exit_time, predicted_direction, pnl_percent,
                    is_paper_trade) VALUES (1, 2, 'ETH/USDT', '2026-01-08T09:00:00', '2026-01-08T09:30:00', 'SELL', 1.0, 1);
                INSERT INTO trade_results (id, signal_id, entry_price, entry_time, exit_price, exit_time, direction, hit_target,
                    hit_stop, pnl_percent) VALUES (7, 1, 100, '2026-01-08T10:00:00', 101, '2026-01-08T11:00:00', 'BUY', 1, 0, 1.0),
                    (8, 2, 100, '2026-01-08T09:00:00', 99, '2026-01-08T09:30:00', 'SELL', 1, 0, 1.0),
                    (9, 3, 100, '2026-01-08T09:00:00', 99, 'later', 'SELL', 1, 0, 1.0);
                """);
        LoadReport report = imports.load(Optional.empty(), zone("Asia/Tokyo"), "");
        assertThat(strings(
                        "SELECT concat_ws(' ', id, symbol, side, environment, entry_time, close_reason, pnl_fraction) AS t"
                                + " FROM trades ORDER BY entry_time"))
                .isEqualTo("""
                        1 ETH/USDT short paper 2026-01-08 09:00:00 0.01
                        trade_results:7 ETH/USDT long paper 2026-01-08 10:00:00 target 0.01""");
        assertThat(strings("SELECT concat_ws(' ', id, time, action, confidence) AS t FROM decisions ORDER BY id"))
                .isEqualTo("""
                        1 2026-01-08 10:00:00 open_long 0.7
                        2 2026-01-08 10:00:00 open_short 0.7
                        prediction:4 2026-01-08 10:00:00 open_long 0.8""");
        assertThat(strings("SELECT concat_ws(' ', time, strategy, symbol, kind, figures) AS t FROM runs"))
                .isEqualTo("2026-01-08 10:00:00 trend BTC/USDT report"
                        + " {\"interval\":\"1h\",\"total_trades\":12,\"win_rate\":0.5,\"profit_factor\":1.5}");
        assertThat(imports.said(report))
                .containsExactly(
                        "bot/data/trading.db: found \"later\": table trade_results, id 9, exit_time: a time was"
                                + " expected, such as 2026-11-16T10:00:00 or unix seconds; the row is left out");
        assertThat(report.notes())
                .contains(imports.path("bot/data/trading.db")
                        + ": of 3 rows of trade_results 1 are trades; trade_outcomes has the others")
                .noneMatch(note -> note.contains("not read"));
    }

    @Test
    void a_log_of_the_database_that_was_copied_without_its_index_is_read() throws Exception {
        Path live = folder.resolve("live.db");
        Files.createDirectories(imports.path("bot"));
        try (java.sql.Connection bot = TradingDb.open(live)) {
            TradingDb.run(
                    bot,
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA wal_autocheckpoint = 0",
                    TradingDb.REAL,
                    "INSERT INTO confidence_history VALUES (1, 'BTC/USDT', '1h', '2026-01-08T10:00:00', 0.7, NULL, NULL, NULL)");
            Files.copy(live, imports.path("bot/trading.db"));
            Files.copy(folder.resolve("live.db-wal"), imports.path("bot/trading.db-wal"));
        }
        LoadReport report = imports.load();
        assertThat(imports.said(report)).isEmpty();
        assertThat(strings("SELECT concat_ws(' ', time, confidence) AS t FROM confidence"))
                .isEqualTo("2026-01-08 10:00:00 0.7");
    }
}
