package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.sample.Fleet;
import dev.plumbline.sample.FleetOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nine days of a simulated fleet; truth.json says what was planted in the last week of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Which rule finds what was planted, and how bad it is. */
    private static final Map<String, List<String>> FOUND_BY = Map.ofEntries(
            Map.entry("fox failed_collections", List.of("missing snapshots", "yellow")),
            Map.entry("fox gap", List.of("missing snapshots", "yellow")),
            Map.entry("fox error_storm", List.of("errors in a minute", "yellow")),
            Map.entry("fox unprotected_positions", List.of("unprotected positions", "red")),
            Map.entry("fox emergency", List.of("emergency closes", "red")),
            Map.entry("kraken memory_leak", List.of("memory in MB", "yellow")),
            Map.entry("kraken websocket_disconnect", List.of("WebSocket disconnected", "yellow")),
            Map.entry("kraken alert_storm", List.of("alert storm", "yellow")),
            Map.entry("kraken daily_loss", List.of("daily P&L", "red")),
            Map.entry("bingx restart", List.of("restart", "watch")),
            Map.entry("bingx order_failures", List.of("order failure", "red")),
            Map.entry("bingx no_signals", List.of("no signals", "yellow")),
            Map.entry("bingx unhealthy", List.of("app unhealthy", "red")));

    private Path data = Path.of(".");
    private JsonNode truth = JSON.createObjectNode();

    @BeforeAll
    void fill(@TempDir Path folder) throws IOException {
        Path sample = folder.resolve("sample");
        Fleet.write(
                sample,
                FleetOptions.until(LocalDate.of(2026, 11, 17))
                        .withDays(9)
                        .withSystems(Set.of("fox", "kraken", "bingx")));
        data = folder.resolve("data");
        truth = JSON.readTree(sample.resolve("truth.json").toFile());
        Said loaded = Said.by("import", sample.resolve("sources.yaml").toString(), "--data", data.toString());
        assertThat(loaded.complaints()).allMatch(line -> line.startsWith("note: "));
    }

    private Map<String, JsonNode> alerts(String system, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("alerts", "--data", data.toString(), "--system", system, "--environment", "live", "--json"));
        words.addAll(List.of("--from", "2026-11-08", "--to", "2026-11-16"));
        words.addAll(List.of(more));
        Said said = Said.by(words.toArray(new String[0]));
        assertThat(said.complaints()).isEmpty();
        JsonNode all = JSON.readTree(said.out()).get("alerts").get(0).get("alerts");
        Map<String, JsonNode> byRule = new java.util.LinkedHashMap<>();
        all.forEach(one ->
                byRule.put(one.get("rule").asText() + " " + one.get("level").asText(), one));
        return byRule;
    }

    private static Instant at(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }

    private List<JsonNode> planted(String system) {
        return StreamSupport.stream(truth.get("planted").spliterator(), false)
                .filter(it -> it.get("system").asText().equals(system))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fox", "kraken", "bingx"})
    void what_was_planted_is_found_by_its_rule_when_it_was(String system) throws IOException {
        Map<String, JsonNode> alerts = alerts(system);
        for (JsonNode one : planted(system)) {
            List<String> rule = FOUND_BY.get(system + " " + one.get("kind").asText());
            if (rule == null) {
                continue;
            }
            JsonNode found = alerts.get(rule.get(0) + " " + rule.get(1));
            assertThat(found).as(rule.toString()).isNotNull();
            assertThat(StreamSupport.stream(found.get("episodes").spliterator(), false))
                    .as("%s by %s: %s", one, rule, found.get("episodes"))
                    .anyMatch(it -> !at(it, "fired").isBefore(at(one, "from").minusSeconds(60))
                            && !at(it, "fired").isAfter(at(one, "to").plus(Duration.ofMinutes(10))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fox", "kraken", "bingx"})
    void nothing_is_critical_that_was_not_planted(String system) throws IOException {
        for (JsonNode alert : alerts(system).values()) {
            if (!List.of("red", "emergency").contains(alert.get("level").asText())) {
                continue;
            }
            for (JsonNode episode : alert.get("episodes")) {
                assertThat(planted(system))
                        .as("%s %s", alert.get("rule"), episode)
                        .anyMatch(it -> !at(episode, "fired").isBefore(at(it, "from"))
                                && !at(episode, "fired").isAfter(at(it, "to").plus(Duration.ofMinutes(10))));
            }
        }
    }

    /** The success rate of a monitor that says 0 before the day's first trade, counted in the saved history. */
    @Test
    void the_uncorrected_success_rate_cries_wolf_and_the_corrected_one_does_not() throws IOException {
        assertThat(alerts("kraken").get("trading success rate red").get("fired").asInt())
                .isZero();
        JsonNode written = alerts("kraken", "--rules", "kraken-as-written").get("success_rate red");
        assertThat(written.get("fired").asInt()).isBetween(8, 10);
        assertThat(written.get("episodes"))
                .allSatisfy(it ->
                        assertThat(it.get("since").asText().substring(11, 16)).isEqualTo("00:00"));
    }

    @Test
    void a_preset_and_a_configuration_change_what_fires(@TempDir Path folder) throws IOException {
        JsonNode usual = alerts("kraken").get("memory in MB yellow");
        assertThat(usual.get("fired").asInt()).isPositive();
        assertThat(usual.get("cooldown_seconds").asInt()).isEqualTo(600);
        assertThat(alerts("kraken", "--rules", "kraken-development")
                        .get("memory in MB yellow")
                        .get("fired")
                        .asInt())
                .isZero();
        Path config = Files.writeString(
                folder.resolve("monitoring_config.json"), "{\"thresholds\": {\"memory_usage_mb\": 250}}");
        JsonNode strict = alerts("kraken", "--rules", config.toString()).get("memory in MB emergency");
        assertThat(strict.get("threshold").asText()).isEqualTo("above 500");
        assertThat(strict.get("fired").asInt()).isEqualTo(usual.get("fired").asInt());
    }

    @Test
    void what_the_files_do_not_hold_is_said_and_not_zero() throws IOException {
        JsonNode balance = alerts("bingx").get("low exchange balance red");
        assertThat(balance.get("reason").asText())
                .isEqualTo("not available: this agent’s files hold no exchange_balance_usdt");
        assertThat(balance.get("nearest").isNull()).isTrue();
        JsonNode rate = alerts("kraken").get("API error rate red");
        assertThat(rate.get("observed_seconds").asDouble()).isZero();
    }

    @Test
    void a_check_of_each_system_has_verdicts_from_its_series() {
        for (String system : List.of("fox", "kraken", "bingx")) {
            Said said = Said.by(
                    "check",
                    "--data",
                    data.toString(),
                    "--system",
                    system,
                    "--as-of",
                    "2026-11-16",
                    "--baseline",
                    "previous");
            assertThat(said.out()).as(system).startsWith("■ RED").contains(": fired ");
            assertThat(said.code()).isEqualTo(20);
        }
    }

    @Test
    void the_table_fits_the_terminal() {
        System.setProperty("plumb.columns", "80");
        try {
            Said said = Said.by(
                    "alerts",
                    "--data",
                    data.toString(),
                    "--system",
                    "kraken",
                    "--from",
                    "2026-11-08",
                    "--to",
                    "2026-11-16");
            assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            assertThat(said.out()).contains("rules of kraken.yaml", "daily P&L", "never fired: ");
        } finally {
            System.clearProperty("plumb.columns");
        }
    }

    @Test
    void a_wrong_rule_file_is_one_line(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.yaml"), "rules:\n  - {series: memory_usag_mb, yellow: above 5}\n");
        Said said = Said.by("alerts", "--data", data.toString(), "--system", "kraken", "--rules", own.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.complaints())
                .containsExactly(
                        "plumb: " + own + ":2:14: found \"memory_usag_mb\", expected a series such as memory_usage_mb");
    }
}
