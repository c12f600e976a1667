package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class KrakenSampleTest {

    private static final String KRAKEN = "kraken/kraken-main";
    private static final String NINE = "timestamp,trades_executed,success_rate,total_pnl,daily_pnl,memory_usage_mb,"
            + "api_errors,websocket_status,balance_manager_health";
    private static final Pattern ALERT =
            Pattern.compile("(\\S+ \\S+),(\\d{3}) - src\\.monitoring\\.production_monitor - (WARNING|CRITICAL) -"
                    + " Production Alert: .*");

    private Sample sample = new Sample(Path.of("."), Sample.JSON.createObjectNode());
    private Sample calm = sample;
    private Map<Instant, JsonNode> history = Map.of();

    @BeforeAll
    void write(@TempDir Path place) throws IOException {
        calm = Sample.calm(place, "kraken");
        sample = Sample.planted(place.resolve("planted"), "kraken");
        history = history(sample);
    }

    @Test
    void a_history_has_nine_fields_oldest_first_and_at_most_half_a_day() {
        List<Path> files = sample.files(KRAKEN, "metrics_history_", ".json");
        assertThat(files).hasSize(24);
        double last = 0;
        int overlaps = 0;
        for (Path file : files) {
            JsonNode array = Sample.json(file);
            assertThat(array.isArray()).isTrue();
            assertThat(array.size()).isBetween(100, 1440);
            double before = 0;
            for (JsonNode one : array) {
                assertThat(Sample.names(one)).isEqualTo(NINE);
                assertThat(one.get("timestamp").asDouble()).isGreaterThan(before);
                before = one.get("timestamp").asDouble();
            }
            double first = array.get(0).get("timestamp").asDouble();
            overlaps += first < last ? 1 : 0;
            last = before;
        }
        // the first has nothing to overlap; after each of two restarts the memory is empty
        assertThat(overlaps).isEqualTo(24 - 1 - 2);
    }

    @Test
    void the_monitor_has_the_defects_of_the_real_one() {
        for (JsonNode one : history.values()) {
            assertThat(one.get("daily_pnl").asDouble()).isZero();
            assertThat(one.get("success_rate").asDouble())
                    .isEqualTo(one.get("trades_executed").asInt() > 0 ? 100 : 0);
        }
    }

    @Test
    void what_the_monitor_counts_is_in_the_log_of_the_day() {
        for (Path log : sample.files(KRAKEN, "bot_", ".log")) {
            String day = log.getFileName().toString().substring(4, 12);
            List<String> lines = Sample.lines(log);
            assertThat(lines)
                    .allMatch(line -> line.matches(
                            "\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\] \\[[A-Z]+\\]" + " \\[[\\w.]+\\] - .*"));
            JsonNode last = last(day);
            Instant seen = time(last);
            assertThat(count(lines, seen, line -> line.contains("Order filled")))
                    .as(day)
                    .isEqualTo(last.get("trades_executed").asInt());
            assertThat(count(lines, seen, KrakenSampleTest::looksLikeAFailedRequest))
                    .as(day)
                    .isEqualTo(last.get("api_errors").asInt());
        }
    }

    @Test
    void the_answers_of_the_dashboard_have_its_fields() {
        JsonNode metrics = Sample.json(sample.file(KRAKEN, "metrics.json"));
        assertThat(metrics).hasSize(24);
        JsonNode last = last("20261116");
        last.fieldNames().forEachRemaining(name -> assertThat(metrics.get(name)).isEqualTo(last.get(name)));
        assertThat(Sample.names(Sample.json(sample.file(KRAKEN, "status.json"))))
                .isEqualTo("status,message,last_update,uptime_minutes,metrics_summary");
        JsonNode thresholds = Sample.json(sample.file(KRAKEN, "thresholds.json"));
        assertThat(thresholds).hasSize(10);
        JsonNode config = Sample.json(sample.file(KRAKEN, "monitoring_config.json"));
        assertThat(Sample.names(config)).isEqualTo("monitoring,thresholds,alerts,dashboard");
        assertThat(config.get("thresholds")).isEqualTo(thresholds);
        assertThat(thresholds.get("memory_usage_mb").asDouble()).isEqualTo(400);
        for (JsonNode alert : Sample.json(sample.file(KRAKEN, "alerts.json"))) {
            assertThat(Sample.names(alert)).isEqualTo("id,metric,message,severity,value,timestamp,resolved");
            assertThat(alert.get("id").asText())
                    .isEqualTo(alert.get("metric").asText() + "_"
                            + alert.get("timestamp").asLong());
        }
    }

    @Test
    void the_capture_begins_with_all_data_and_goes_on_with_updates_and_pings() {
        List<String> lines = Sample.lines(sample.file(KRAKEN, "ws_capture.jsonl"));
        for (int i = 0; i < lines.size(); i++) {
            JsonNode message = Sample.json(lines.get(i));
            String type = message.get("type").asText();
            assertThat(type).isEqualTo(i == 0 ? "initial_data" : i % 2 == 1 ? "metrics_update" : "ping");
            if (!type.equals("ping")) {
                assertThat(message.get("metrics")).hasSize(i == 0 ? 8 : 10);
                assertThat(message.get("alerts").isArray()).isTrue();
            }
        }
        assertThat(lines.size()).isBetween(2 * 235, 2 * 240);
        // 2026-11-17T00:00:00Z
        assertThat(Sample.json(lines.get(lines.size() - 1)).get("timestamp").asDouble())
                .isLessThan(1_794_873_600);
    }

    @Test
    void the_database_has_the_tables_and_generated_columns_of_the_bot() {
        Sqlite database = new Sqlite(sample.file(KRAKEN, "kraken_bot.db"));
        assertThat(database.number("SELECT count(*) FROM positions")).isGreaterThan(60);
        assertThat(database.number("SELECT count(*) FROM positions WHERE total_pnl <> realized_pnl + unrealized_pnl"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM balance_history WHERE free_balance <> balance - hold_trade"))
                .isZero();
        assertThat(database.number("SELECT min(balance) FROM balance_history")).isPositive();
        assertThat(database.number("SELECT count(*) FROM trade_history t LEFT JOIN positions p USING (position_id)"
                        + " WHERE p.position_id IS NULL OR t.created_at NOT BETWEEN p.created_at AND p.updated_at"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM trade_history"))
                .isEqualTo(database.number("SELECT count(*) + count(closed_at) FROM positions"));
        assertThat(database.number("SELECT count(*) FROM portfolio_metrics")).isEqualTo(12 * 96 - 1);
        assertThat(database.number(
                        "SELECT count(*) FROM performance_analytics WHERE period_end - period_start = 86400000"))
                .isEqualTo(12);
        assertThat(database.number(
                        "SELECT max(abs(total_value - cash_balance - position_value)) FROM portfolio_metrics"))
                .isCloseTo(0, within(1e-6));
    }

    /** What the bot states of its positions, and the fees it leaves out of that, make the balance that it states. */
    @Test
    void realised_profit_is_after_the_fee_of_the_exit_and_before_that_of_the_entry() {
        Sqlite database = new Sqlite(sample.file(KRAKEN, "kraken_bot.db"));
        assertThat(database.number("SELECT max(abs(realized_pnl - (current_price - avg_entry_price) * original_size"
                        + " + exit_fees)) FROM positions WHERE status = 'CLOSED'"))
                .isCloseTo(0, within(1e-7));
        assertThat(database.number(
                        "SELECT balance FROM balance_history ORDER BY timestamp_ms DESC, rowid DESC LIMIT 1"))
                .isCloseTo(
                        database.number("SELECT 4000 + sum(realized_pnl - entry_fees - (status = 'OPEN')"
                                + " * original_size * avg_entry_price) FROM positions"),
                        within(1e-4));
        assertThat(database.number("SELECT count(*) FROM positions WHERE status = 'CLOSED' AND exit_fees <= 0"))
                .isZero();
    }

    @Test
    void a_leak_a_lost_socket_and_a_storm_are_in_the_files_as_the_truth_says() {
        Predicate<JsonNode> high = one -> one.get("memory_usage_mb").asDouble() > 400;
        matches("memory_leak", "over_limit", high);
        assertThat(sample.found("memory_leak", "over_limit")).isGreaterThan(2_000);
        JsonNode leak = sample.plant("memory_leak");
        double most = history.values().stream()
                .filter(one -> Sample.covers(leak, time(one)))
                .mapToDouble(one -> one.get("memory_usage_mb").asDouble())
                .max()
                .orElse(0);
        assertThat(most).isEqualTo(sample.found("memory_leak", "most"));
        matches("websocket_disconnect", "samples", one -> one.get("websocket_status")
                .asText()
                .equals("disconnected"));
        assertThat(sample.found("websocket_disconnect", "samples")).isBetween(98.0, 100.0);
        JsonNode storm = sample.plant("alert_storm");
        long logged = alerts(sample).stream()
                .filter(time -> Sample.covers(storm, time))
                .count();
        long before = alerts(sample).stream()
                .filter(time -> time.isBefore(Sample.from(storm)))
                .count();
        assertThat(logged).isEqualTo((long) sample.found("alert_storm", "alerts"));
        assertThat(before).isEqualTo((long) sample.found("alert_storm", "alerts_before"));
        // two warnings that pause ten minutes and a critical one that pauses thirty, for two hours
        assertThat(logged).isBetween(26L, 28L);
        long kept = 0;
        for (JsonNode alert : Sample.json(sample.file(KRAKEN, "alerts.json"))) {
            kept += Sample.covers(storm, time(alert)) ? 1 : 0;
        }
        assertThat(kept).isEqualTo(logged);
    }

    @Test
    void a_day_loses_what_was_planted_and_only_the_database_knows() {
        Sqlite database = new Sqlite(sample.file(KRAKEN, "kraken_bot.db"));
        String day = " FROM positions WHERE date(closed_at / 1000, 'unixepoch') = '2026-11-15'";
        assertThat(database.number("SELECT sum(realized_pnl)" + day))
                .isCloseTo(-60, within(0.01))
                .isCloseTo(sample.found("daily_loss", "realized_pnl"), within(1e-3));
        assertThat(database.number("SELECT count(*)" + day)).isEqualTo(sample.found("daily_loss", "trades"));
        assertThat(database.number("SELECT min(0, min(p)) FROM (SELECT sum(realized_pnl) p FROM positions WHERE"
                        + " closed_at < 1794700800000 GROUP BY date(closed_at / 1000, 'unixepoch'))"))
                .isCloseTo(sample.found("daily_loss", "worst_day_before"), within(1e-3));
    }

    @Test
    void an_empty_plant_file_plants_nothing() {
        assertThat(calm.truth().get("planted")).isEmpty();
        assertThat(history(calm).values())
                .allMatch(one -> one.get("memory_usage_mb").asDouble() < 400)
                .allMatch(one -> one.get("websocket_status").asText().equals("connected"));
        assertThat(alerts(calm).size()).isLessThan(40);
        assertThat(new Sqlite(calm.file(KRAKEN, "kraken_bot.db"))
                        .number("SELECT min(p) FROM (SELECT sum(realized_pnl) p FROM positions"
                                + " GROUP BY date(closed_at / 1000, 'unixepoch'))"))
                .isGreaterThan(-25);
    }

    private void matches(String kind, String figure, Predicate<JsonNode> counted) {
        JsonNode plant = sample.plant(kind);
        List<JsonNode> all = history.values().stream().filter(counted).toList();
        assertThat(all.stream().filter(one -> Sample.covers(plant, time(one))).count())
                .isEqualTo((long) sample.found(kind, figure));
        assertThat(all.stream()
                        .filter(one -> time(one).isBefore(Sample.from(plant)))
                        .count())
                .isEqualTo((long) sample.found(kind, figure + "_before"));
    }

    /** Samples of all files by time: where files overlap, they agree. */
    private static Map<Instant, JsonNode> history(Sample sample) {
        Map<Instant, JsonNode> all = new TreeMap<>();
        for (Path file : sample.files(KRAKEN, "metrics_history_", ".json")) {
            for (JsonNode one : Sample.json(file)) {
                JsonNode known = all.put(time(one), one);
                assertThat(known == null || known.equals(one)).isTrue();
            }
        }
        return all;
    }

    private static List<Instant> alerts(Sample sample) {
        return Sample.lines(sample.file(KRAKEN, "launcher.log")).stream()
                .map(ALERT::matcher)
                .filter(Matcher::matches)
                .map(match -> LocalDateTime.parse(match.group(1).replace(' ', 'T') + "." + match.group(2))
                        .toInstant(ZoneOffset.UTC))
                .toList();
    }

    private JsonNode last(String day) {
        JsonNode last = Sample.JSON.createObjectNode();
        for (Map.Entry<Instant, JsonNode> one : history.entrySet()) {
            if (one.getKey().toString().substring(0, 10).replace("-", "").equals(day)) {
                last = one.getValue();
            }
        }
        return last;
    }

    /** As the real monitor reads its log. */
    private static boolean looksLikeAFailedRequest(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return Pattern.compile("error|exception|failed|timeout").matcher(lower).find()
                && Pattern.compile("api|request|response|http").matcher(lower).find();
    }

    private static long count(List<String> lines, Instant until, Predicate<String> counted) {
        return lines.stream()
                .filter(line -> LocalDateTime.parse(line.substring(1, 20).replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC)
                        .isBefore(until))
                .filter(counted)
                .count();
    }

    private static Instant time(JsonNode one) {
        return Instant.ofEpochSecond(0, Math.round(one.get("timestamp").asDouble() * 1e6) * 1_000);
    }
}
