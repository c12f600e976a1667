package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoxTest {

    private static final String SNAPSHOTS = "monitoring_snapshots_20251018.jsonl";

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private static Path corpus() {
        Path shared = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"));
        Path corpus = shared.resolve("corpus/fox");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "needs real files of a monitor in " + corpus);
        return corpus;
    }

    private static ImportOptions told(String zone) {
        ImportOptions none = ImportOptions.of("");
        return new ImportOptions(
                "",
                none.agent(),
                none.account(),
                none.exchange(),
                none.environment(),
                Optional.of(ZoneId.of(zone)),
                none.stake(),
                none.capital(),
                none.feeRate(),
                none.maxAge());
    }

    private LoadReport load(Path path) {
        ImportRequest request = new ImportRequest(List.of(path.toString()), Optional.empty(), told("+04:00"));
        return Importer.run(folder.resolve("data"), Queries.find(), List.of(request), Progress.none());
    }

    private static String snapshot(String time, int total, int opened, int aged) {
        return """
                {"timestamp": "2025-10-18T%s", "metrics": {"positions": {"total": %d, "binance": %d, "bybit": 0, "unprotected": 0},\
                 "activity": {"new_opened": %d, "prices_updated": 0, "ts_activated": 0, "sl_updates": 0, "closed": 0},\
                 "issues": {"aged": %d, "zombies": 0, "emergency": 0, "errors": 0, "ws_reconnects": 0}}}
                """.formatted(time, total, total, opened, aged);
    }

    private List<String> kinds() {
        return List.of(imports.rows("SELECT kind FROM events ORDER BY time").texts("kind"));
    }

    // Python 3.11: sums over json.loads of the 817 lines, min and max of timestamp less four hours
    @Test
    void real_snapshots_are_817_with_the_sums_that_python_counts() throws IOException {
        LoadReport report = load(corpus().resolve(SNAPSHOTS));
        assertThat(report.rejected()).isEmpty();
        Rows rows = imports.rows("SELECT metric, kind, SUM(value) AS total, COUNT(*) AS n FROM samples WHERE metric IN"
                + " ('activity.new_opened', 'activity.prices_updated', 'activity.sl_updates', 'activity.ts_activated',"
                + " 'issues.errors') GROUP BY ALL ORDER BY metric");
        assertThat(rows.doubles("total")).containsExactly(261, 56800, 120, 100, 443);
        assertThat(rows.doubles("n")).containsOnly(817);
        assertThat(rows.texts("kind")).containsOnly("flow");
        assertThat(imports.rows("SELECT DISTINCT metric FROM samples WHERE kind = 'gauge' ORDER BY metric")
                        .texts("metric"))
                .containsExactly(
                        "issues.aged",
                        "positions.binance",
                        "positions.bybit",
                        "positions.total",
                        "positions.unprotected");
        Rows span =
                imports.rows("SELECT CAST(MIN(time) AS VARCHAR) AS a, CAST(MAX(time) AS VARCHAR) AS b FROM samples");
        assertThat(span.texts("a")).containsExactly("2025-10-17 22:53:52.080383");
        assertThat(span.texts("b")).containsExactly("2025-10-18 18:49:31.010405");
        assertThat(imports.rows("SELECT kind, COUNT(*) AS n FROM events GROUP BY kind")
                        .doubles("n"))
                .containsExactly(817);
        assertThat(report.notes())
                .containsExactly("activity.closed, issues.emergency, issues.ws_reconnects, issues.zombies: 0 in all 817"
                        + " snapshots: never observed, which is not the same as never happened");
    }

    // Python 3.11: Counter(a["severity"] for a in json.load(f)["alerts"]) of the three reports
    @Test
    void a_real_report_is_a_run_and_its_alerts() throws IOException {
        LoadReport report = load(corpus().resolve("monitoring_report_20251018_145943.json"));
        assertThat(report.rejected()).isEmpty();
        Rows alerts = imports.rows(
                "SELECT level, COUNT(*) AS n FROM events WHERE kind = 'alert' GROUP BY level ORDER BY level");
        assertThat(alerts.texts("level")).containsExactly("CRITICAL", "INFO", "WARNING");
        assertThat(alerts.doubles("n")).containsExactly(50, 474, 9);
        Rows run = imports.rows("SELECT kind, figures, CAST(ended AS VARCHAR) AS ended FROM runs");
        assertThat(run.texts("kind")).containsExactly("report");
        assertThat(run.texts("ended")).containsExactly("2025-10-18 10:59:33.497002");
        assertThat(run.texts("figures")[0])
                .contains("\"snapshots\":474", "\"total_alerts\":533", "\"total_errors\":134")
                .doesNotContain("duration");
    }

    // grep -cE '^[0-9-]{10} [0-9:,]{12} - [A-Za-z0-9_.]+ - LEVEL - .+' and the lines that do not match
    @Test
    void a_real_log_is_its_records_with_the_lines_that_continue_them() throws IOException {
        LoadReport report = load(corpus().resolve("trading_bot_20250926-28.log"));
        assertThat(report.rejected()).isEmpty();
        Rows levels = imports.rows("SELECT level, COUNT(*) AS n FROM events GROUP BY level ORDER BY level");
        assertThat(levels.texts("level")).containsExactly("CRITICAL", "ERROR", "INFO", "WARNING");
        assertThat(levels.doubles("n")).containsExactly(32, 10258, 961, 19);
        Rows first = imports.rows(
                "SELECT kind, message, data, line FROM events WHERE level = 'CRITICAL' ORDER BY time LIMIT 1");
        assertThat(first.texts("kind")).containsExactly("error");
        assertThat(first.texts("message")).containsExactly("Initialization failed: role \"trader\" does not exist");
        assertThat(first.texts("data")[0]).contains("\"logger\":\"__main__\"", "Traceback (most recent call last)");
        assertThat(first.doubles("line")).containsExactly(7);
    }

    @Test
    void an_all_zero_row_between_others_with_positions_is_a_failed_collection() throws IOException {
        imports.write(
                SNAPSHOTS,
                snapshot("10:00:00", 3, 0, 1)
                        + snapshot("10:01:00", 0, 0, 0)
                        + snapshot("10:02:00", 0, 0, 0)
                        + snapshot("10:03:00", 4, 1, 1));
        LoadReport report = imports.load();
        assertThat(kinds()).containsExactly("snapshot", "collection_failed", "collection_failed", "snapshot");
        assertThat(imports.rows("SELECT value FROM samples WHERE metric = 'positions.total' ORDER BY time")
                        .doubles("value"))
                .containsExactly(3, 4);
        assertThat(report.notes())
                .contains("2 snapshots are all zero between others with positions: failed collections, kept as events");
    }

    @Test
    void zeros_are_values_where_there_were_no_positions() throws IOException {
        // before the first position; and after all were closed, as the next one is no older than its minute
        imports.write(
                SNAPSHOTS,
                snapshot("10:00:00", 0, 0, 0)
                        + snapshot("10:01:00", 2, 2, 0)
                        + snapshot("10:02:00", 0, 0, 0)
                        + snapshot("10:03:00", 1, 1, 0)
                        + snapshot("10:04:00", 0, 1, 0)
                        + snapshot("10:05:00", 0, 0, 0)
                        + snapshot("10:06:00", 5, 0, 0));
        imports.load();
        assertThat(kinds()).containsOnly("snapshot");
        assertThat(imports.rows("SELECT value FROM samples WHERE metric = 'positions.total' ORDER BY time")
                        .doubles("value"))
                .containsExactly(0, 2, 0, 1, 0, 0, 5);
    }

    @Test
    void zeros_at_the_end_count_as_failed_until_the_file_goes_on() throws IOException {
        String begun = snapshot("10:00:00", 3, 0, 1) + snapshot("10:01:00", 0, 0, 0);
        imports.write(SNAPSHOTS, begun);
        imports.load();
        assertThat(kinds()).containsExactly("snapshot", "collection_failed");
        imports.write(SNAPSHOTS, begun + snapshot("10:02:00", 1, 1, 0));
        imports.load();
        assertThat(kinds()).containsOnly("snapshot").hasSize(3);
        assertThat(imports.rows("SELECT value FROM samples WHERE metric = 'positions.total' ORDER BY time")
                        .doubles("value"))
                .containsExactly(3, 0, 1);
    }

    @Test
    void a_snapshot_without_a_figure_and_one_with_a_word_are_rejected() throws IOException {
        imports.write(
                SNAPSHOTS,
                snapshot("10:00:00", 3, 0, 1)
                        + "{\"timestamp\": \"2025-10-18T10:01:00\", \"metrics\": {}}\n"
                        + snapshot("10:02:00", 3, 0, 1).replace("\"aged\": 1", "\"aged\": \"many\"")
                        + "{\"metrics\": {\"issues\": {\"aged\": 1}}}\n"
                        + "{\"timestamp\": \"2025-");
        LoadReport report = imports.load();
        assertThat(imports.said(report))
                .containsExactlyInAnyOrder(
                        SNAPSHOTS + ":2: no figure here: \"metrics\" with numbers was expected",
                        SNAPSHOTS + ":3:241: found \"many\": metrics.issues.aged is not usable: a number was expected",
                        SNAPSHOTS + ":4:1: no timestamp here: a time was expected");
        assertThat(imports.rows("SELECT COUNT(*) AS n FROM samples").doubles("n"))
                .containsExactly(14 + 13);
    }

    @Test
    void reports_that_overlap_do_not_double_their_alerts() throws IOException {
        String report = """
                {"monitoring_duration_minutes": %d, "monitoring_start": "2025-10-18T10:00:00", "monitoring_end": "2025-10-18T1%d:00:00",
                 "total_alerts": 2, "critical_alerts": 1, "warning_alerts": 0, "metrics_summary": {"total_errors": 3},
                 "alerts": [{"severity": "CRITICAL", "message": "4 positions without SL", "timestamp": "2025-10-18 10:00:00.5"},
                            {"severity": "INFO", "message": "52 positions older than 3 hours", "timestamp": "2025-10-18 10:00:00.5"}]}
                """;
        imports.write("monitoring_report_1.json", report.formatted(60, 1))
                .write("monitoring_report_2.json", report.formatted(120, 2));
        imports.load();
        assertThat(imports.rows("SELECT COUNT(*) AS n FROM events").doubles("n"))
                .containsExactly(2);
        assertThat(imports.rows("SELECT figures FROM runs ORDER BY ended").texts("figures"))
                .containsExactly(
                        "{\"snapshots\":60,\"total_alerts\":2,\"critical_alerts\":1,\"warning_alerts\":0,\"total_errors\":3}",
                        "{\"snapshots\":120,\"total_alerts\":2,\"critical_alerts\":1,\"warning_alerts\":0,\"total_errors\":3}");
    }

    @Test
    void a_closed_position_of_the_log_is_an_event_with_its_figures() throws IOException {
        imports.write("bot_1.log", """
                2025-10-18 10:00:00,001 - core.position_manager - INFO - Position closed: BTCUSDT stop_loss PnL: $-1,234.50 (-0.45%)
                2025-10-18 10:00:00,002 - core.event_logger - INFO - position_closed: {'symbol': 'ETHUSDT', 'reason': None, \
                'realized_pnl': Decimal('12.5'), 'exit_price': 4000.25, 'side': 'short', 'exchange': 'bybit'}
                2025-10-18 10:00:00,003 - core.position_manager - INFO - Position closed without a word
                """);
        assertThat(imports.load().rejected()).isEmpty();
        Rows rows = imports.rows("SELECT kind, symbol, data FROM events ORDER BY time");
        assertThat(rows.texts("kind")).containsExactly("position_closed", "position_closed", "log");
        assertThat(rows.texts("symbol")).containsExactly("BTC/USDT", "ETH/USDT", "");
        assertThat(rows.texts("data")[0])
                .isEqualTo(
                        "{\"logger\":\"core.position_manager\",\"reason\":\"stop_loss\",\"pnl\":-1234.5,\"pnl_percent\":-0.45}");
        assertThat(rows.texts("data")[1])
                .isEqualTo(
                        "{\"logger\":\"core.event_logger\",\"side\":\"short\",\"exchange\":\"bybit\",\"realized_pnl\":12.5,"
                                + "\"exit_price\":4000.25}");
    }

    @Test
    void the_analysis_of_a_log_quotes_errors_that_the_log_itself_does_not_double() throws IOException {
        imports.write("bot_1.log", """
                2025-10-18 10:00:00,001 - core.exchange - ERROR - refused
                Traceback
                2025-10-18 10:00:00,001 - core.exchange - ERROR - refused
                2025-10-18 10:00:01,000 - core.exchange - WARNING - slow
                """);
        imports.load();
        imports.write("log_analysis_20251018_110000.json", """
                {"log_file": "bot_1.log", "analysis_timestamp": "2025-10-18T11:00:00.5",
                 "summary": {"total_entries": 3, "errors": 2, "warnings": 1, "critical": 0},
                 "time_range": {"start": "2025-10-18 10:00:00,001", "end": "2025-10-18 10:00:01,000"},
                 "error_samples": [
                   {"timestamp": "2025-10-18 10:00:00,001", "module": "core.exchange", "message": "refused"},
                   {"timestamp": "2025-10-18 10:00:00,001", "module": "core.exchange", "message": "refused"},
                   {"timestamp": "yesterday", "module": "core.exchange", "message": "refused"}]}
                """);
        LoadReport report = imports.load();
        assertThat(imports.said(report))
                .containsExactly(
                        "log_analysis_20251018_110000.json:7: found \"yesterday\": timestamp is not usable: a time"
                                + " such as 2026-11-21 10:00:00,000 was expected");
        assertThat(imports.rows("SELECT data FROM events WHERE kind = 'error' ORDER BY line")
                        .texts("data"))
                .containsExactly(
                        "{\"logger\":\"core.exchange\",\"continuation\":\"Traceback\"}",
                        "{\"logger\":\"core.exchange\"}");
        Rows run = imports.rows(
                "SELECT figures, CAST(time AS VARCHAR) AS time, CAST(ended AS VARCHAR) AS ended FROM runs");
        assertThat(run.texts("figures")[0])
                .isEqualTo(
                        "{\"log_file\":\"bot_1.log\",\"total_entries\":3,\"errors\":2,\"warnings\":1,\"critical\":0}");
        assertThat(run.texts("time")).containsExactly("2025-10-18 10:00:00.001");
    }

    @Test
    void snapshots_are_signs_of_life() throws IOException {
        imports.write(
                SNAPSHOTS,
                snapshot("10:00:00", 3, 0, 1) + snapshot("10:01:00", 0, 0, 0) + snapshot("10:02:00", 3, 0, 1));
        imports.load();
        Rows beats = imports.rows(Queries.find()
                .text("samples/beats")
                .replaceFirst("\\?", "'fox'")
                .replaceFirst("\\?", "'fox'")
                .replaceFirst("\\?", "'unknown'")
                .replaceFirst("\\?", "'2025-10-18'")
                .replaceFirst("\\?", "'2025-10-19'"));
        assertThat(beats.size()).isEqualTo(2);
    }
}
