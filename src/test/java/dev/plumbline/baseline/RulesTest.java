package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Metric;
import dev.plumbline.model.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @TempDir
    Path folder;

    private Rules read(String text) throws IOException {
        return Rules.read(Files.writeString(folder.resolve("own.yaml"), text), Weeks.METRICS);
    }

    private static Rule rule(Rules rules, Metric<?> metric, Deviation.Kind kind) {
        return rules.of(kind).stream()
                .filter(rule -> rule.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    /** The guide's table: 55.5 → 50 to 65, 76.3 → 65 to 90, 3.2 → 1 to 8, 12 → 5 to 25. */
    @Test
    void the_playbooks_bands_come_back_at_the_playbooks_own_baseline() {
        Rules rules = Weeks.rules("playbook");
        spans(rule(rules, Weeks.WIN_RATE, Deviation.Kind.DEVIATION).band(0.555).orElseThrow(), 0.50, 0.65);
        spans(
                rule(rules, Weeks.CONFIDENCE, Deviation.Kind.DEVIATION)
                        .band(0.763)
                        .orElseThrow(),
                0.65,
                0.90);
        spans(rule(rules, Weeks.RETRAININGS, Deviation.Kind.DEVIATION).band(3.2).orElseThrow(), 1, 8);
        spans(rule(rules, Weeks.TRANSITIONS, Deviation.Kind.DEVIATION).band(12).orElseThrow(), 5, 25);
    }

    private static void spans(Band band, double low, double high) {
        assertThat(band.low()).isCloseTo(low, within(1e-3));
        assertThat(band.high()).isCloseTo(high, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "playbook",
                "roma",
                "default",
                "fox",
                "kraken",
                "kraken-production",
                "kraken-development",
                "bingx",
                "prometheus"
            })
    void every_shipped_limit_quotes_its_guide_and_says_what_to_do(String system) {
        assertThat(Weeks.rules(system).rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.action().isEmpty()).isEqualTo(rule.alarm().historyOnly());
            boolean ours = system.equals("default") || system.equals("prometheus");
            boolean byTest = !system.equals("playbook") && rule.kind() == Deviation.Kind.DEVIATION;
            assertThat(rule.quote().isEmpty()).isEqualTo(ours || byTest);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fox", "kraken", "bingx", "roma", "playbook"})
    void the_uncorrected_rules_are_a_set_of_their_own(String system) {
        Rules written = Weeks.rules(system + "-as-written");
        assertThat(written.alone()).isTrue();
        assertThat(written.rules()).isNotEmpty().allSatisfy(rule -> assertThat(rule.quote())
                .isNotEmpty());
    }

    private static Bounds level(Rules rules, String setting, Level level) {
        return rules.ofSetting(setting).orElseThrow().levels().get(level);
    }

    /** The guide's table and its two presets; emergencies at twice the memory, ten times the error rate, twice the loss. */
    @Test
    void krakens_presets_are_its_own_thresholds_and_emergencies_follow_them() {
        Rules usual = Weeks.rules("kraken");
        assertThat(level(usual, "memory_usage_mb", Level.YELLOW).isBeyond(500.1, 0))
                .isTrue();
        assertThat(level(usual, "memory_usage_mb", Level.YELLOW).isBeyond(500, 0))
                .isFalse();
        assertThat(level(usual, "memory_usage_mb", Level.EMERGENCY).isBeyond(1_000.1, 0))
                .isTrue();
        assertThat(level(usual, "api_error_rate_percent", Level.EMERGENCY).isBeyond(0.0101, 0))
                .isTrue();
        assertThat(level(usual, "api_error_rate_percent", Level.EMERGENCY).isBeyond(0.0099, 0))
                .isFalse();
        assertThat(level(usual, "balance_manager_response_time", Level.YELLOW).isBeyond(2.01, 0))
                .isTrue();
        Rules strict = Weeks.rules("kraken-production");
        assertThat(strict.rules()).hasSameSizeAs(usual.rules());
        assertThat(level(strict, "memory_usage_mb", Level.YELLOW).isBeyond(400.1, 0))
                .isTrue();
        assertThat(level(strict, "memory_usage_mb", Level.EMERGENCY).isBeyond(800.1, 0))
                .isTrue();
        assertThat(level(strict, "trading_success_rate_percent", Level.RED).isBeyond(0.899, 0))
                .isTrue();
        assertThat(level(strict, "daily_pnl_loss_limit", Level.RED).isBeyond(-25.1, 0))
                .isTrue();
        assertThat(level(strict, "daily_pnl_loss_limit", Level.EMERGENCY).isBeyond(-49, 0))
                .isFalse();
        Rules lenient = Weeks.rules("kraken-development");
        assertThat(level(lenient, "daily_pnl_loss_limit", Level.EMERGENCY).isBeyond(-199, 0))
                .isFalse();
        assertThat(level(lenient, "log_file_size_mb", Level.YELLOW).isBeyond(8.1, 0))
                .isTrue();
    }

    @Test
    void a_bots_own_configuration_is_read_as_rules() throws IOException {
        Path config = Files.writeString(folder.resolve("monitoring_config.json"), """
            {"monitoring": {"health_check_interval": 300.0, "enable_emergency_shutdown": true},
             "thresholds": {"memory_usage_mb": 450.0, "trading_success_rate_percent": 88.0, "daily_pnl_loss_limit": -40.0},
             "alerts": {"enabled": true}, "dashboard": {"port": 8000}}
            """);
        Rules rules = Weeks.rules("kraken").with(config, Weeks.METRICS, List.of());
        assertThat(rules.name()).isEqualTo("monitoring_config.json");
        assertThat(rules.rules()).hasSameSizeAs(Weeks.rules("kraken").rules());
        assertThat(level(rules, "memory_usage_mb", Level.EMERGENCY).isBeyond(900.1, 0))
                .isTrue();
        assertThat(level(rules, "daily_pnl_loss_limit", Level.RED).isBeyond(-39, 0))
                .isFalse();

        Files.writeString(config, "{\"thresholds\": {\n  \"memory_usage\": 450.0}}");
        assertThatThrownBy(() -> Weeks.rules("kraken").with(config, Weeks.METRICS, List.of()))
                .hasMessage(config + ":2:3: found key \"memory_usage\", expected memory_usage_mb");
        Files.writeString(config, "{\"thresholds\": {\"daily_pnl_loss_limit\": 40}}");
        assertThatThrownBy(() -> Weeks.rules("kraken").with(config, Weeks.METRICS, List.of()))
                .hasMessage(config + ":1:41: found \"40\", expected a value on the same side of 0 as -50.0");
    }

    @Test
    void a_series_of_ones_own_replaces_the_one_about_the_same_and_one_of_the_store_may_be_named() throws IOException {
        Rules kraken = Weeks.rules("kraken");
        Path own = Files.writeString(folder.resolve("own.yaml"), """
            rules:
              - {series: memory_usage_mb, yellow: above 700 MB, for: 10 min}
              - {series: gpu_temperature, red: above 90}
            """);
        Rules rules = kraken.with(own, Weeks.METRICS, List.of("gpu_temperature"));
        assertThat(rules.rules()).hasSize(kraken.rules().size() + 1);
        assertThat(rules.name()).isEqualTo("own.yaml over kraken.yaml");
        assertThatThrownBy(() -> kraken.with(own, Weeks.METRICS, List.of("gpu_temp")))
                .hasMessage(own + ":3:14: found \"gpu_temperature\", expected a series such as gpu_temp");
    }

    @Test
    void a_system_without_a_file_gets_the_default() {
        assertThat(Weeks.rules("nofx").name()).isEqualTo("default.yaml");
        assertThat(Weeks.rules("../../secrets").name()).isEqualTo("default.yaml");
        assertThat(Weeks.rules("roma").name()).isEqualTo("roma.yaml");
    }

    @Test
    void levels_are_read_in_the_metrics_unit() throws IOException {
        Rules rules = read("""
            rules:
              - {metric: retraining_duration, kind: limit, yellow: above 10 min, red: at least 2 h}
              - {metric: daily_pnl, kind: deviation, yellow: below -50 or above +50.5}
              - {metric: win_rate, kind: limit, slice: symbol=BTC/USDT, yellow: at most 45 %}
            """);
        Rule duration = rule(rules, Weeks.RETRAINING_DURATION, Deviation.Kind.LIMIT);
        assertThat(duration.passed(600, 0)).isEmpty();
        assertThat(duration.passed(601, 0).orElseThrow().words(duration)).isEqualTo("above 10 min");
        assertThat(duration.passed(7_200, 0).orElseThrow().verdict()).isEqualTo(Verdict.RED);
        assertThat(rule(rules, Weeks.DAILY_PNL, Deviation.Kind.DEVIATION).band(100))
                .contains(new Band(50, 150.5));
        Rule fixed = rule(rules, Weeks.WIN_RATE, Deviation.Kind.LIMIT);
        assertThat(fixed.names(Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 1, 2))).isTrue();
        assertThat(fixed.names(Weeks.share(Weeks.WIN_RATE, Weeks.ETH, 1, 2))).isFalse();
        assertThat(fixed.names(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 1, 2))).isFalse();
        assertThat(fixed.passed(0.45, 0).orElseThrow().words(fixed)).isEqualTo("at most 45 %");
    }

    @Test
    void a_timeframe_is_an_interval_each_or_one_of_them() throws IOException {
        Rules rules = read("""
            rules:
              - {metric: win_rate, kind: deviation, slice: timeframe, yellow: below -5 pt}
              - {metric: win_rate, kind: limit, slice: timeframe=15m, yellow: below 45 %}
              - {metric: win_rate, kind: limit, slice: interval=H1, yellow: below 45 %}
            """);
        Slice quarter = Slice.of("interval", "15m");
        assertThat(rules.rules().stream().map(rule -> rule.cut().toString()))
                .containsExactly("interval", "interval=15m", "interval=H1");
        assertThat(rule(rules, Weeks.WIN_RATE, Deviation.Kind.DEVIATION)
                        .names(Weeks.share(Weeks.WIN_RATE, quarter, 1, 2)))
                .isTrue();
        assertThat(rule(rules, Weeks.WIN_RATE, Deviation.Kind.DEVIATION)
                        .names(Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 1, 2)))
                .isFalse();
        assertThat(rules.beyondBaseline(List.of(Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 1, 2))))
                .containsExactly(new Rules.Named(Weeks.WIN_RATE, "interval"));
        assertThat(rules.beyondBaseline(List.of(Weeks.share(Weeks.WIN_RATE, quarter, 1, 2))))
                .isEmpty();
    }

    @Test
    void a_file_of_ones_own_replaces_rules_about_the_same_thing_only() throws IOException {
        Rules shipped = Weeks.rules("playbook");
        Rules both =
                shipped.overriddenBy(read("rules: [{metric: drawdown_from_peak, kind: limit, yellow: above 5 %}]"));
        assertThat(both.rules()).hasSameSizeAs(shipped.rules());
        assertThat(both.name()).isEqualTo("own.yaml over playbook.yaml");
        assertThat(rule(both, Weeks.DRAWDOWN, Deviation.Kind.LIMIT).passed(0.06, 0))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{metric: win_rat, kind: limit, yellow: below 45 %}"
                        + "|2:14: found \"win_rat\", expected a metric such as win_rate",
                "{metrik: win_rate, kind: limit, yellow: below 45 %}|2:6: found key \"metrik\", expected metric",
                "{metric: win_rate, kind: limits, yellow: below 45 %}|found \"limits\", expected limit or deviation",
                "{metric: win_rate, kind: limit, yellow: below 45}"
                        + "|found \"below 45\", expected a level of win_rate such as \"below 45 %\" or \"above 10 %\"",
                "{metric: win_rate, kind: limit, yellow: under 45 %}|found \"under 45 %\", expected a level",
                "{metric: win_rate, kind: limit, yellow: below -5 pt}|found \"below -5 pt\", expected a level",
                "{metric: win_rate, kind: limit, yellow: below x 2}|found \"below x 2\", expected a level",
                "{metric: win_rate, kind: limit, yellow: below baseline}|found \"below baseline\", expected a level",
                "{metric: win_rate, kind: deviation, yellow: below 5 pt}"
                        + "|such as \"below -5.5 pt\", \"above x 2.5\" or \"below baseline\"",
                "{metric: win_rate, kind: deviation, yellow: below -5 %}|found \"below -5 %\"",
                "{metric: mode_transitions, kind: limit, yellow: above 3 per day}|such as \"below 45 per week\"",
                "{metric: win_rate, kind: limit, yellow: below 45 % or below 40 %}|one value below and one above",
                "{metric: win_rate, kind: limit, yellow: below 60 % or above 40 %}"
                        + "|expected an edge below that is under the edge above, for no value is beyond neither",
                "{metric: win_rate, kind: limit, yellow: at most 50 % or above 50 %}|for no value is beyond neither",
                "{metric: win_rate, kind: limit, yellow: below 45 %, red: below 50 %}"
                        + "|found \"below 50 %\", expected red beyond yellow, and it begins before",
                "{metric: max_drawdown, kind: limit, yellow: above 15 %, red: above 10 %}|expected red beyond yellow",
                "{metric: win_rate, kind: limit}|2:5: found neither \"yellow\" nor \"red\", expected at least one",
                "{metric: win_rate, kind: deviation, yellow: below -5 pt, target: above +1 pt}|in a limit only",
                "{metric: win_rate, kind: limit, yellow: below 45 %, min_n: many}|found \"many\", expected a number",
                "{metric: win_rate, kind: limit, yellow: below 45 %, min_n: -3}|expected a whole number, 0 or more",
                "{metric: win_rate, kind: limit, yellow: below 45 %, slice: symbl}|such as symbol",
                "{metric: win_rate, kind: limit, yellow: below 45 %, slice: timefram}|2:64: found \"timefram\", expected whole, a"
                        + " dimension or one of its values, such as timeframe or mode=TRADING",
                "{metric: win_rate, kind: limit, yellow: below 45 %, slice: timeframe=1hour}|found \"timeframe=1hour\","
                        + " expected an interval as the bot writes it, such as 1h",
                "{metric: win_rate, kind: limit, yellow: below 45 %, slice: interval=hourly}|expected an interval as the bot",
                "{metric: win_rate, kind: limit, yellow: below 45 %, slice: [interval, timeframe]}|a second limit for win_rate,"
                        + " interval",
                "{kind: limit, yellow: below 45 %}|2:5: found no \"metric\", expected one here",
                "[win_rate]|2:5: found a list, expected an object",
                "{series: drawdwn, yellow: above 10 %}|2:14: found \"drawdwn\", expected a series such as drawdown",
                "{series: silence of decision, yellow: above 1 h}|expected one of decisions",
                "{series: silence of decisions, yellow: above 1}|found \"above 1\", expected a level of silence of"
                        + " decisions",
                "{series: count of errors, yellow: above 5}|expected \"over\" beside it, such as over: 10 min",
                "{series: drawdown, over: 1 h, yellow: above 5 %}|found \"1 h\", expected no \"over\" beside drawdown",
                "{series: count of errors, over: 10 mins, yellow: above 5}|found \"10 mins\", expected a length of"
                        + " time",
                "{series: count of errors, over: 5 trades, yellow: above 5}|expected a length of time such as 10 min",
                "{series: drawdown, kind: limit, yellow: above 5 %}|expected it beside a metric",
                "{series: drawdown, yellow: above 15 %, red: above 10 %}|expected red beyond yellow",
                "{series: drawdown, red: above 15 %, emergency: above 10 %}|expected red beyond yellow",
                "{series: drawdown, red: above 15 %, emergency: x 0.5}|expected red beyond yellow",
                "{series: drawdown, red: above 15 %, for: soon}|found \"soon\", expected a length of time",
                "{series: drawdown, red: above 15 %, while: equity above 5}|found \"equity\", expected a series",
                "{series: count of errors, over: 1 h, matching: '(', red: above 1}|expected a regular expression",
                "{metric: win_rate, kind: deviation, yellow: below -5 pt, series: drawdown}|in a limit only",
                "{series: drawdown, red: above 15 %, cooldown: {blue: 1 h}}|found key \"blue\"",
            })
    void a_wrong_rule_is_one_line_with_its_place(String rule, String message) {
        assertThatThrownBy(() -> read("rules:\n  - " + rule + "\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(folder.resolve("own.yaml") + ":2:")
                .hasMessageContaining(message)
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("\n"));
    }

    @Test
    void two_rules_about_the_same_thing_contradict_each_other() {
        assertThatThrownBy(() -> read("""
            rules:
              - {metric: win_rate, kind: limit, yellow: below 45 %}
              - {metric: win_rate, kind: limit, slice: whole, yellow: below 40 %}
            """))
                .hasMessageEndingWith(":3:5: found a second limit for win_rate, whole, expected one");
    }

    @Test
    void two_rules_about_one_series_contradict_each_other() {
        assertThatThrownBy(() -> read("""
            rules:
              - {series: drawdown, yellow: above 5 %}
              - {series: drawdown, red: above 10 %}
            """))
                .hasMessageEndingWith(":3:5: found a second rule for drawdown, expected one");
    }

    @Test
    void a_broken_an_empty_and_a_missing_file_are_one_line_each() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Unreadable.class).hasMessageContaining("found nothing");
        assertThatThrownBy(() -> read("rules: ["))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("own.yaml:1:");
        assertThatThrownBy(() -> read("rules: []\nrules: []\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(":2:1: found \"rules\" a second time, expected each key once");
        assertThatThrownBy(() -> Rules.read(folder.resolve("none.yaml"), Weeks.METRICS))
                .isInstanceOf(Unreadable.class)
                .hasMessage(folder.resolve("none.yaml") + ": no such file");
    }
}
