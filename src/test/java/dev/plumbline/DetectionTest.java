package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first reading beyond a level to whoever knew. Counted by hand. */
final class DetectionTest {

    @TempDir
    Path folder;

    /** A reading a minute from 10:00 to 12:00; memory of 510 MB, where 500 are allowed, from 10:30 to 10:49 and from 11:30 to 11:49. */
    private Window day(String alerts, String log) throws IOException {
        StringBuilder history = new StringBuilder("[");
        long begin = Instant.parse("2026-11-02T10:00:00Z").getEpochSecond();
        for (int minute = 0; minute < 120; minute++) {
            history.append(minute == 0 ? "" : ",").append("""
                    {"timestamp": %d.0, "trades_executed": 1, "success_rate": 100.0, "total_pnl": 1.0, "daily_pnl": 0.0,
                     "memory_usage_mb": %s, "api_errors": 0, "websocket_status": "connected", "balance_manager_health": "healthy"}
                    """.formatted(
                            begin + minute * 60L, minute % 60 >= 30 && minute % 60 < 50 ? "510.0" : "300.0"));
        }
        return new TinyStore(folder)
                .file("metrics_history.json", history.append("]").toString())
                .file("alerts.json", alerts)
                .file("launcher.log", log)
                .file("sources.yaml", "sources:\n  - path: .\n    system: kraken\n    agent: kraken\n    zone: UTC\n")
                .open()
                .days("2026-11-02", "2026-11-02");
    }

    private static String alert(String time) {
        return """
                {"id": "memory_usage_1", "metric": "memory_usage", "message": "High memory usage: 510.0MB > 500.0MB",
                 "severity": "warning", "value": 510.0, "timestamp": %d.0, "resolved": false}
                """.formatted(Instant.parse(time).getEpochSecond());
    }

    /** The first time the bot answers with its alert, the second time it has only its log left. */
    @Test
    void the_bot_is_as_late_as_its_first_alert_be_it_saved_or_logged() throws IOException {
        String log = """
                2026-11-02 10:34:00,000 - src.monitoring.production_monitor - WARNING - Production Alert: High memory usage: 510.0MB > 500.0MB
                2026-11-02 11:40:00,000 - src.monitoring.production_monitor - WARNING - Production Alert: High memory usage: 510.0MB > 500.0MB
                """;
        Window day = day("[" + alert("2026-11-02T10:34:00Z") + "]", log);
        assertThat(Show.detection(day).toString())
                .startsWith(
                        "First evidence: memory in MB, 2 Nov 10:30. The bot itself said so of 2 of 2 times, after a median of"
                                + " 7.0 min [4.0 min to 10.0 min].")
                .containsPattern(
                        "memory in MB +warning +2 Nov 10:30 +2 +under 1 s +2 +7\\.0 min \\[4\\.0 min to 10\\.0 min\\] +– +– +20\\.0 min");
        assertThat(day.rows("explore/alerts_by_day").doubles("n"))
                .as("what is saved and logged is one")
                .containsExactly(2);
    }

    @Test
    void a_bot_that_wrote_nothing_did_not_detect() throws IOException {
        assertThat(Show.detection(day("[]", "2026-11-02 10:34:00,000 - main - INFO - here\n"))
                        .toString())
                .contains("The bot itself said so of 0 of 2 times.")
                .containsPattern("memory in MB +warning +2 Nov 10:30 +2 +under 1 s +0 +– +– +– +20\\.0 min");
    }
}
