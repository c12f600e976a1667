package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was monitored, day by day. Expected values are computed by hand. */
final class TrendsTest {

    @TempDir
    Path folder;

    /** Eight days of two readings an hour: memory of 200 MB and 10 more each day, 20 above that in the afternoon. */
    private Window week() throws IOException {
        StringBuilder history = new StringBuilder("[");
        StringBuilder alerts = new StringBuilder("[");
        long begin = Instant.parse("2026-11-02T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 8 * 48; i++) {
            int day = i / 48;
            boolean afternoon = i % 48 >= 24;
            history.append(i == 0 ? "" : ",").append("""
                    {"timestamp": %d.0, "trades_executed": %d, "success_rate": %s, "total_pnl": 1.0, "daily_pnl": 0.0,
                     "memory_usage_mb": %d.0, "api_errors": 0, "websocket_status": "%s", "balance_manager_health": "healthy"}
                    """.formatted(
                            begin + i * 1_800L,
                            i % 48 < 12 ? 0 : 1,
                            i % 48 < 12 ? 0.0 : 100.0,
                            200 + 10 * day + (afternoon ? 20 : 0),
                            i == 48 ? "disconnected" : "connected"));
        }
        alerts.append("""
                {"id": "memory_usage_1", "metric": "memory_usage", "message": "High memory usage: 300MB > 250MB", "severity": "warning",
                 "value": 300.0, "timestamp": %d.0, "resolved": false}
                """.formatted(begin + 5 * 86_400));
        return new TinyStore(folder)
                .file("metrics_history.json", history.append("]").toString())
                .file("alerts.json", alerts.append("]").toString())
                .file("sources.yaml", "sources:\n  - path: .\n    system: kraken\n    agent: kraken\n    zone: UTC\n")
                .open()
                .days("2026-11-02", "2026-11-09");
    }

    @Test
    void a_day_shows_its_mean_and_range_and_the_trend_its_slope_a_week() throws IOException {
        String said = Show.trends(week()).toString();
        assertThat(said).startsWith("For certain: memory_usage_mb rises.");
        assertThat(said)
                .containsPattern(
                        "memory_usage_mb +220 \\(210 to 230\\) +230 \\(220 to 240\\) .*\\+70 \\[\\+70, \\+70\\]");
        assertThat(said).as("what never moves is no trend").doesNotContain("daily_pnl");
        assertThat(said).containsPattern("alerts of the bot +– +– +– +– +1 +– +–");
    }

    /** Six hours of each day are before its first trade: the zeros that are written then are no success rate. */
    @Test
    void a_success_rate_is_undefined_before_the_first_trade_of_a_day() throws IOException {
        Window week = week();
        assertThat(Show.trends(week).toString()).containsPattern("success_rate( +100){7} +0 \\[0, 0\\]");
        assertThat(Show.trends(week).blocks().toString())
                .contains("A success rate is undefined until the first trade of a day");
        Rows gauges = week.rows("explore/monitored_gauges");
        int at = List.of(gauges.texts("metric")).indexOf("success_rate");
        assertThat(gauges.doubles("lowest")[at]).isEqualTo(100);
        assertThat(gauges.doubles("n")[at]).as("36 of each day's 48").isEqualTo(8 * 36);
    }

    /** 383 of 384 readings have a next one; of the half hour to it ten minutes count: 1 of 383. */
    @Test
    void a_component_has_its_states_as_shares_of_time() throws IOException {
        assertThat(Show.table(week(), "component_states", "").toString())
                .containsPattern("websocket_status +connected +383 +99\\.7 % +63\\.67 ")
                .containsPattern("websocket_status +disconnected +1 +0\\.3 % +0\\.1667 ")
                .containsPattern("balance_manager_health +healthy +384 +100\\.0 % +63\\.83 ");
    }

    @Test
    void a_threshold_that_nothing_comes_near_is_said_so_and_one_without_data_too() throws IOException {
        String said = Show.thresholds(week()).toString();
        assertThat(said).contains("No data, which is not the same as fine: ").contains("log files in MB above 8");
        assertThat(said)
                .startsWith("To be looked at: alert storm, monitor silent.")
                .containsPattern("memory in MB +emergency +above 1,000 +0 +0\\.0 +0\\.0 % +290 +keep: never fired")
                .containsPattern(
                        "alert storm +warning +above 5 .*never fired: the highest was 1, 20 % of the threshold");
    }
}
