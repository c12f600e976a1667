package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class BingxSampleTest {

    private static final String BINGX = "bingx/bingx-main";

    private Sample sample = new Sample(Path.of("."), Sample.JSON.createObjectNode());
    private Sample calm = sample;
    private Sqlite orders = new Sqlite(Path.of("."));

    @BeforeAll
    void write(@TempDir Path place) throws IOException {
        calm = Sample.calm(place, "bingx");
        sample = Sample.planted(place.resolve("planted"), "bingx");
        orders = new Sqlite(sample.file(BINGX, "trading_bot.db"));
    }

    @Test
    void an_exposition_has_the_names_and_the_faults_of_the_real_one() {
        List<Path> files = sample.files(BINGX, "metrics_", ".prom");
        // five days every six hours, seven days every hour, less three full hours that find the bot at a restart
        assertThat(files).hasSize(5 * 4 + 7 * 24 - 3);
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            List<String> lines = Sample.lines(file);
            assertThat(lines.stream().filter(line -> line.startsWith("# TYPE")).count())
                    .isEqualTo(5);
            lines.stream()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .forEach(line -> names.add(line.replaceAll("[ {].*", "")));
        }
        assertThat(names)
                .contains(
                        "orders_created_total",
                        "orders_failed_total",
                        "reconciliation_cycles_total",
                        "position_size",
                        "position_avg_price",
                        "app_info",
                        "app_healthy",
                        "system_uptime_seconds",
                        "cryptet_last_signal_timestamp")
                .doesNotContain("orders_total", "bingx_api_calls_total", "exchange_balance_usdt");
        List<String> last = Sample.lines(files.get(files.size() - 1));
        assertThat(last.stream().filter(line -> line.startsWith("trading_errors_total ")))
                .hasSize(2);
        assertThat(last)
                .anyMatch(line -> line.matches("signal_processing_duration_seconds\\{type=\"vip\"\\}_count \\d+"));
        assertThat(last)
                .anyMatch(line -> line.matches(
                        "signal_processing_duration_seconds\\{type=\"vip\"\\}\\{quantile=\"0.95\"\\} 0\\.\\d+"));
        assertThat(last).anyMatch(line -> line.matches("order_execution_duration_seconds\\{quantile=\"0.50\"\\} .*"));
    }

    @Test
    void a_range_is_a_matrix_of_seconds_and_strings_on_its_grid() {
        List<Path> files = sample.files(BINGX, "query_range_", ".json");
        assertThat(files).hasSizeGreaterThan(15);
        for (Path file : files) {
            JsonNode answer = Sample.json(file);
            assertThat(answer.get("status").asText()).isEqualTo("success");
            assertThat(answer.get("data").get("resultType").asText()).isEqualTo("matrix");
            String name = file.getFileName().toString().replaceAll("query_range_|\\.json", "");
            for (JsonNode series : answer.get("data").get("result")) {
                assertThat(series.get("metric").get("__name__").asText()).isEqualTo(name);
                assertThat(series.get("values").size()).isBetween(1, 11_000);
                long before = 0;
                for (JsonNode point : series.get("values")) {
                    assertThat(point.get(1).isTextual()).isTrue();
                    assertThat(point.get(0).asLong() % 120).isZero();
                    assertThat(point.get(0).asLong()).isGreaterThan(before);
                    before = point.get(0).asLong();
                }
            }
        }
    }

    @Test
    void exposition_and_range_agree() {
        Map<Instant, Double> created = range(sample, "orders_created_total");
        for (Path file : sample.files(BINGX, "metrics_", ".prom")) {
            String stamp = file.getFileName().toString().replaceAll("metrics_|\\.prom", "");
            Instant time = Instant.parse(stamp.replaceAll("(....)(..)(..)_(..)(..)", "$1-$2-$3T$4:$5:00Z"));
            Sample.lines(file).stream()
                    .filter(line -> line.startsWith("orders_created_total "))
                    .forEach(line -> assertThat(Double.parseDouble(line.split(" ", 2)[1]))
                            .isEqualTo(created.get(time)));
        }
    }

    @Test
    void counters_begin_anew_at_each_restart_and_only_there() {
        List<JsonNode> restarts = sample.all("restart");
        assertThat(restarts).hasSize(2);
        Map<Instant, Double> created = range(sample, "orders_created_total");
        for (JsonNode restart : restarts) {
            double before = 0;
            double after = 0;
            for (Map.Entry<Instant, Double> point : created.entrySet()) {
                before = point.getKey().isBefore(Sample.from(restart)) ? point.getValue() : before;
                after = after == 0 && !point.getKey().isBefore(Sample.to(restart)) ? point.getValue() : after;
            }
            assertThat(before)
                    .isEqualTo(restart.get("found").get("counter_before").asDouble());
            assertThat(after)
                    .isEqualTo(restart.get("found").get("counter_after").asDouble());
            assertThat(after).isLessThan(before);
        }
        // and the restart of every live agent, on the eleventh day
        assertThat(falls(created.values())).isEqualTo(2 + 1);
        assertThat(falls(range(sample, "system_uptime_seconds").values())).isEqualTo(2 + 1);
    }

    @Test
    void the_counted_orders_are_those_of_the_database() {
        double counted = 0;
        double before = 0;
        for (double value : range(calm, "orders_created_total").values()) {
            counted += value < before ? value : value - before;
            before = value;
        }
        double all = new Sqlite(calm.file(BINGX, "trading_bot.db")).number("SELECT count(*) FROM orders");
        // the last step of two minutes is not seen, nor what came after the last look before the restart
        assertThat(counted).isBetween(all - 4, all);
    }

    @Test
    void orders_are_written_as_sqlalchemy_writes_them() {
        assertThat(orders.columns("orders"))
                .isEqualTo("id,created_at,broker_order_id,status,symbol,side,price,quantity,filled_quantity,"
                        + "signal_metadata");
        assertThat(orders.columns("positions")).isEqualTo("id,symbol,size,avg_price,updated_at");
        assertThat(orders.rows("SELECT DISTINCT typeof(created_at), typeof(quantity) FROM orders"))
                .allMatch(row ->
                        "text".equals(row.get(0)) && Set.of("real", "integer").contains(row.get(1)));
        assertThat(orders.number("SELECT count(*) FROM orders WHERE created_at NOT GLOB"
                        + " '2026-11-?? ??:??:??.??????' OR length(id) <> 36 OR json_valid(signal_metadata) = 0"))
                .isZero();
        assertThat(orders.number("SELECT count(*) FROM orders WHERE (broker_order_id IS NULL) <>"
                        + " (status IN ('FAILED', 'ERROR')) OR filled_quantity > quantity"))
                .isZero();
        Set<Object> statuses = new HashSet<>();
        orders.rows("SELECT DISTINCT status FROM orders").forEach(row -> statuses.add(String.valueOf(row.get(0))));
        assertThat(statuses).contains("FILLED", "CANCELLED", "REJECTED", "FAILED", "ERROR");
    }

    @Test
    void a_position_is_the_sum_of_its_filled_orders() {
        assertThat(orders.number("SELECT count(*) FROM positions")).isEqualTo(6);
        assertThat(orders.number("SELECT max(abs(p.size - f.net)) FROM positions p JOIN (SELECT symbol,"
                        + " sum(CASE side WHEN 'BUY' THEN filled_quantity ELSE -filled_quantity END) net FROM orders"
                        + " WHERE status = 'FILLED' GROUP BY symbol) f USING (symbol)"))
                .isLessThan(1e-6);
    }

    @Test
    void failing_orders_and_a_silent_hour_are_in_the_database_as_the_truth_says() {
        String inside = " WHERE created_at >= '2026-11-13 14' AND created_at < '2026-11-13 15'";
        String before = " WHERE created_at < '2026-11-13 14'";
        String failed = " AND status IN ('FAILED', 'ERROR')";
        assertThat(count(inside)).isEqualTo(sample.found("order_failures", "orders"));
        assertThat(count(inside + failed)).isEqualTo(sample.found("order_failures", "failed"));
        assertThat(count(before)).isEqualTo(sample.found("order_failures", "orders_before"));
        assertThat(count(before + failed)).isEqualTo(sample.found("order_failures", "failed_before"));
        assertThat(count(inside + failed) / count(inside)).isGreaterThan(0.1);
        assertThat(count(before + failed) / count(before)).isLessThan(0.04);
        assertThat(count(" WHERE created_at >= '2026-11-14 09' AND created_at < '2026-11-14 10'"))
                .isEqualTo(sample.found("no_signals", "orders"))
                .isZero();
        assertThat(count(" WHERE created_at < '2026-11-14 09'")).isEqualTo(sample.found("no_signals", "orders_before"));
    }

    @Test
    void the_bot_says_for_a_day_that_it_is_not_healthy() {
        JsonNode plant = sample.plant("unhealthy");
        List<Instant> sick = new ArrayList<>();
        range(sample, "app_healthy").forEach((time, value) -> {
            if (value == 0) {
                sick.add(time);
            }
        });
        assertThat(sick)
                .hasSize((int) sample.found("unhealthy", "points"))
                .allMatch(time -> Sample.covers(plant, time));
        // a look every two minutes, but one that finds the bot at the restart of every live agent
        assertThat(sick).hasSize(26 * 3_600 / 120 - 1);
    }

    @Test
    void the_audit_trail_is_json_and_a_day_of_it_has_the_prefix_of_docker() {
        String before = "";
        Set<String> events = new TreeSet<>();
        for (String line : Sample.lines(sample.file(BINGX, "audit.log"))) {
            JsonNode entry = Sample.json(line);
            assertThat(Sample.names(entry)).isEqualTo("timestamp,level,logger,message,event_type,data,system_info");
            assertThat(entry.get("timestamp").asText()).endsWith("Z").isGreaterThanOrEqualTo(before);
            before = entry.get("timestamp").asText().replace("Z", "");
            events.add(entry.get("event_type").asText());
        }
        assertThat(events)
                .contains("signal_received", "order_created", "order_submitted", "order_status_reconciled")
                .contains("position_updated", "signal_parse_failed", "order_submission_failed", "app_started")
                .contains("order_execution_error", "exchange_api_call", "health_check");
        List<String> compose = Sample.lines(sample.file(BINGX, "audit-compose.log"));
        assertThat(compose).allMatch(line -> line.startsWith("bot_1  | {") || line.startsWith("bot_1  | ❌ ["));
        assertThat(compose.stream().filter(line -> line.contains("| {")))
                .allMatch(line ->
                        Sample.json(line.substring(9)).get("timestamp").asText().startsWith("2026-11-09T"));
    }

    @Test
    void an_empty_plant_file_plants_nothing() {
        assertThat(calm.truth().get("planted")).isEmpty();
        assertThat(falls(range(calm, "system_uptime_seconds").values())).isOne();
        assertThat(range(calm, "app_healthy").values()).allMatch(value -> value == 1);
        Sqlite database = new Sqlite(calm.file(BINGX, "trading_bot.db"));
        assertThat(database.number("SELECT avg(status IN ('FAILED', 'ERROR')) FROM orders WHERE created_at >="
                        + " '2026-11-13 14' AND created_at < '2026-11-13 15'"))
                .isLessThan(0.2);
        assertThat(database.number("SELECT count(*) FROM orders WHERE created_at >= '2026-11-14 09' AND created_at <"
                        + " '2026-11-14 10'"))
                .isPositive();
    }

    private double count(String where) {
        return orders.number("SELECT count(*) FROM orders" + where);
    }

    private static int falls(Iterable<Double> values) {
        int falls = 0;
        double before = 0;
        for (double value : values) {
            falls += value < before ? 1 : 0;
            before = value;
        }
        return falls;
    }

    private static Map<Instant, Double> range(Sample sample, String metric) {
        Map<Instant, Double> points = new TreeMap<>();
        JsonNode answer = Sample.json(sample.file(BINGX, "query_range_" + metric + ".json"));
        for (JsonNode point : answer.get("data").get("result").get(0).get("values")) {
            points.put(
                    Instant.ofEpochSecond(point.get(0).asLong()),
                    Double.valueOf(point.get(1).asText()));
        }
        return points;
    }
}
