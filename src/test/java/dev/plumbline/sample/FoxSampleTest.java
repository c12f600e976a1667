package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class FoxSampleTest {

    private static final String FOX = "fox/fox-main";
    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2},\\d{3}) - ([\\w.]+) - (\\w+) - (.+)");

    private Sample sample = new Sample(Path.of("."), Sample.JSON.createObjectNode());
    private Sample calm = sample;
    private List<JsonNode> rows = List.of();

    @BeforeAll
    void write(@TempDir Path place) throws IOException {
        calm = Sample.calm(place, "fox");
        sample = Sample.planted(place.resolve("planted"), "fox");
        rows = rows(sample);
    }

    @Test
    void a_snapshot_has_the_fields_of_the_monitor_and_only_whole_numbers() {
        for (JsonNode row : rows) {
            assertThat(Sample.names(row)).isEqualTo("timestamp,metrics");
            JsonNode metrics = row.get("metrics");
            assertThat(Sample.names(metrics)).isEqualTo("positions,activity,issues");
            assertThat(Sample.names(metrics.get("positions"))).isEqualTo("total,binance,bybit,unprotected");
            assertThat(Sample.names(metrics.get("activity")))
                    .isEqualTo("new_opened,prices_updated,ts_activated,sl_updates,closed");
            assertThat(Sample.names(metrics.get("issues"))).isEqualTo("aged,zombies,emergency,errors,ws_reconnects");
            metrics.forEach(
                    group -> group.forEach(value -> assertThat(value.isInt()).isTrue()));
            assertThat(value(row, "positions", "total"))
                    .isEqualTo(value(row, "positions", "binance") + value(row, "positions", "bybit"));
        }
    }

    @Test
    void a_line_is_what_python_writes() {
        Path first = sample.files(FOX, "monitoring_snapshots_", ".jsonl").get(0);
        assertThat(Sample.lines(first).get(0))
                .matches("\\{\"timestamp\": \"2026-11-05T04:\\d\\d:\\d\\d\\.\\d{1,6}\", \"metrics\": \\{\"positions\":"
                        + " \\{\"total\": \\d+, \"binance\": \\d+, \"bybit\": \\d+, \"unprotected\": 0\\}, \"activity\":"
                        + " \\{.*\\}, \"issues\": \\{.*\\}\\}\\}");
    }

    @Test
    void snapshots_are_in_the_file_of_their_local_day_a_minute_apart() {
        for (Path file : sample.files(FOX, "monitoring_snapshots_", ".jsonl")) {
            String day = file.getFileName().toString().replaceAll("\\D", "");
            assertThat(Sample.lines(file))
                    .allMatch(line -> line.substring(15, 25).replace("-", "").equals(day));
        }
        int gaps = 0;
        for (int i = 1; i < rows.size(); i++) {
            Duration step = Duration.between(time(rows.get(i - 1)), time(rows.get(i)));
            assertThat(step).isGreaterThan(Duration.ofSeconds(60));
            gaps += step.compareTo(Duration.ofSeconds(61)) > 0 ? 1 : 0;
        }
        // the restart of every live agent, and the planted silence
        assertThat(gaps).isEqualTo(2);
    }

    @Test
    void what_the_real_monitor_never_counts_is_never_counted() {
        assertThat(rows)
                .allMatch(row -> value(row, "activity", "closed") == 0
                        && value(row, "issues", "zombies") == 0
                        && value(row, "issues", "ws_reconnects") == 0);
    }

    @Test
    void planted_faults_are_in_the_snapshots_as_the_truth_says() {
        Predicate<JsonNode> zero = row -> value(row, "positions", "total") == 0;
        assertThat(during("failed_collections", row -> zero.test(row) ? 1 : 0)).isEqualTo(25);
        matches("failed_collections", "rows", row -> zero.test(row) ? 1 : 0);
        matches("gap", "rows", row -> 1);
        assertThat(during("gap", row -> 1)).isZero();
        matches("error_storm", "errors", row -> value(row, "issues", "errors"));
        matches("error_storm", "rows", row -> 1);
        assertThat(during("error_storm", row -> value(row, "issues", "errors"))).isGreaterThan(90 * 9);
        matches("unprotected_positions", "rows", row -> value(row, "positions", "unprotected") > 0 ? 1 : 0);
        assertThat(during("unprotected_positions", row -> value(row, "positions", "unprotected") == 4 ? 1 : 0))
                .isBetween(178, 181);
        matches("emergency", "closes", row -> value(row, "issues", "emergency"));
        assertThat(during("emergency", row -> value(row, "issues", "emergency") == 6 ? 1 : 0))
                .isOne();
    }

    @Test
    void a_report_sums_its_snapshots_and_lists_their_alerts() {
        List<Path> reports = sample.files(FOX, "monitoring_report_", ".json");
        assertThat(reports).hasSize(12);
        for (Path file : reports) {
            JsonNode report = Sample.json(file);
            assertThat(Sample.names(report))
                    .isEqualTo("monitoring_duration_minutes,monitoring_start,monitoring_end,total_alerts,"
                            + "critical_alerts,warning_alerts,metrics_summary,alerts");
            String begin = report.get("monitoring_start").asText();
            String end = report.get("monitoring_end").asText();
            List<JsonNode> seen = rows.stream()
                    .filter(row -> row.get("timestamp").asText().compareTo(begin) >= 0
                            && row.get("timestamp").asText().compareTo(end) <= 0)
                    .toList();
            assertThat(report.get("monitoring_duration_minutes").asInt()).isEqualTo(seen.size());
            JsonNode summary = report.get("metrics_summary");
            assertThat(summary.get("total_errors").asInt())
                    .isEqualTo(seen.stream()
                            .mapToInt(row -> value(row, "issues", "errors"))
                            .sum());
            assertThat(summary.get("total_positions_opened").asInt())
                    .isEqualTo(seen.stream()
                            .mapToInt(row -> value(row, "activity", "new_opened"))
                            .sum());
            int alerts = 0;
            for (JsonNode row : seen) {
                alerts += value(row, "positions", "unprotected") > 0 ? 1 : 0;
                alerts += value(row, "issues", "emergency") > 0 ? 1 : 0;
                alerts += value(row, "issues", "errors") > 5 ? 1 : 0;
                alerts += value(row, "issues", "aged") > 5 ? 1 : 0;
                alerts += value(row, "activity", "prices_updated") == 0 && value(row, "positions", "total") > 0 ? 1 : 0;
            }
            assertThat(report.get("alerts")).hasSize(alerts);
            assertThat(report.get("total_alerts").asInt()).isEqualTo(alerts);
            assertThat(report.get("alerts").get(0).get("timestamp").asText()).matches("2026-11-\\d\\d \\d\\d:.*");
        }
    }

    @Test
    void the_log_has_a_line_for_each_error_and_tracebacks_that_continue_lines() {
        List<Path> logs = sample.files(FOX, "trading_bot_", ".log");
        assertThat(logs).hasSize(8);
        TreeSet<String> levels = new TreeSet<>();
        int continued = 0;
        int errors = 0;
        String before = "";
        for (Path log : logs) {
            for (String line : Sample.lines(log)) {
                var match = LINE.matcher(line);
                if (match.matches()) {
                    assertThat(match.group(1)).isGreaterThanOrEqualTo(before);
                    before = match.group(1);
                    levels.add(match.group(3));
                    errors += match.group(3).equals("ERROR") ? 1 : 0;
                } else {
                    continued++;
                }
            }
        }
        assertThat(levels).containsExactly("CRITICAL", "ERROR", "INFO");
        assertThat(continued).isGreaterThan(500);
        Instant week = Instant.parse("2026-11-10T00:01:00Z");
        int counted = rows.stream()
                .filter(row -> !time(row).isBefore(week))
                .mapToInt(row -> value(row, "issues", "errors"))
                .sum();
        assertThat(errors).isBetween(counted, counted + 8);
    }

    @Test
    void the_analysis_counts_the_lines_of_the_last_log() {
        JsonNode analysis =
                Sample.json(sample.files(FOX, "log_analysis_", ".json").get(0));
        assertThat(Sample.names(analysis)).isEqualTo("log_file,analysis_timestamp,summary,time_range,error_samples");
        List<String> lines = Sample.lines(sample.file(FOX, "trading_bot_20261117.log"));
        assertThat(analysis.get("log_file").asText()).isEqualTo("logs/trading_bot_20261117.log");
        assertThat(analysis.get("summary").get("total_entries").asLong())
                .isEqualTo(lines.stream().filter(LINE.asMatchPredicate()).count());
        assertThat(analysis.get("summary").get("errors").asLong())
                .isEqualTo(lines.stream()
                        .filter(line -> line.contains(" - ERROR - "))
                        .count());
        assertThat(analysis.get("error_samples").size()).isBetween(1, 10);
    }

    @Test
    void an_empty_plant_file_plants_nothing() {
        assertThat(calm.truth().get("planted")).isEmpty();
        List<JsonNode> quiet = rows(calm);
        assertThat(quiet).noneMatch(row -> value(row, "positions", "total") == 0);
        assertThat(quiet).noneMatch(row -> value(row, "issues", "emergency") > 0);
        assertThat(quiet).noneMatch(row -> value(row, "positions", "unprotected") > 1);
        assertThat(quiet).noneMatch(row -> value(row, "issues", "errors") > 6);
        // twelve days of minutes that are 60.016 seconds long, less the restart
        assertThat(quiet.size()).isBetween(12 * 1440 - 20, 12 * 1440 - 10);
    }

    private void matches(String kind, String figure, ToIntFunction<JsonNode> count) {
        assertThat(during(kind, count)).as(kind).isEqualTo((int) sample.found(kind, figure));
        Instant from = Sample.from(sample.plant(kind));
        int before = rows.stream()
                .filter(row -> time(row).isBefore(from))
                .mapToInt(count)
                .sum();
        assertThat(before).as(kind).isEqualTo((int) sample.found(kind, figure + "_before"));
    }

    private int during(String kind, ToIntFunction<JsonNode> count) {
        return rows.stream()
                .filter(row -> Sample.covers(sample.plant(kind), time(row)))
                .mapToInt(count)
                .sum();
    }

    private static List<JsonNode> rows(Sample sample) {
        List<JsonNode> rows = new ArrayList<>();
        for (Path file : sample.files(FOX, "monitoring_snapshots_", ".jsonl")) {
            Sample.lines(file).forEach(line -> rows.add(Sample.json(line)));
        }
        return rows;
    }

    private static int value(JsonNode row, String group, String name) {
        return row.get("metrics").get(group).get(name).asInt();
    }

    private static Instant time(JsonNode row) {
        return LocalDateTime.parse(row.get("timestamp").asText())
                .atZone(ZoneId.of("+04:00"))
                .toInstant();
    }
}
