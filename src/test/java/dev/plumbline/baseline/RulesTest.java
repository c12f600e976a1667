package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Metric;
import dev.plumbline.model.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @ValueSource(strings = {"playbook", "roma", "default"})
    void every_shipped_limit_quotes_its_guide_and_says_what_to_do(String system) {
        assertThat(Weeks.rules(system).rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.action()).isNotEmpty();
            boolean ours = system.equals("default");
            boolean byTest = system.equals("roma") && rule.kind() == Deviation.Kind.DEVIATION;
            assertThat(rule.quote().isEmpty()).isEqualTo(ours || byTest);
        });
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
                "{metric: win_rate, kind: limit, yellow: below 45 %, red: below 50 %}"
                        + "|found \"below 50 %\", expected red beyond yellow, and it begins before",
                "{metric: max_drawdown, kind: limit, yellow: above 15 %, red: above 10 %}|expected red beyond yellow",
                "{metric: win_rate, kind: limit}|2:5: found neither \"yellow\" nor \"red\", expected at least one",
                "{metric: win_rate, kind: deviation, yellow: below -5 pt, target: above +1 pt}|in a limit only",
                "{metric: win_rate, kind: limit, yellow: below 45 %, min_n: many}|found \"many\", expected a number",
                "{metric: win_rate, kind: limit, yellow: below 45 %, min_n: -3}|expected a whole number, 0 or more",
                "{metric: win_rate, kind: limit, yellow: below 45 %, slice: symbl}|such as symbol",
                "{kind: limit, yellow: below 45 %}|2:5: found no \"metric\", expected one here",
                "[win_rate]|2:5: found a list, expected an object",
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
