package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks in Prometheus' text format. */
final class CheckPrometheusTest {

    private static final Instant NEWEST = Instant.parse("2026-11-16T23:59:30.500Z");
    private static final Instant RAN = Instant.parse("2026-11-17T06:30:00Z");

    /** The text format's own grammar of a sample without a timestamp. */
    private static final Pattern SAMPLE = Pattern.compile(
            "[a-z_]+(\\{[a-z]+=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\"(,[a-z]+=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\")*})?"
                    + " -?[0-9]+(\\.[0-9]+)?(E[-+]?[0-9]+)?");

    private static String of(Check check) {
        return CheckPrometheus.of(List.of(new Checked(check, NEWEST)), RAN);
    }

    @Test
    void the_verdict_is_a_number_and_the_newest_row_a_time() {
        String who = "{system=\"playbook\",agent=\"btc-eth-live\",environment=\"live\"} ";
        // Python 3.11: datetime(2026, 11, 16, 23, 59, 30, 500000, tzinfo=timezone.utc).timestamp() and 2026-11-17 06:30
        assertThat(of(DemoCheck.of()).lines())
                .contains(
                        "plumb_check_verdict" + who + "2",
                        "plumb_check_newest_row_timestamp_seconds" + who + "1794873570.5",
                        "plumb_check_timestamp_seconds 1794897000",
                        "plumb_check_stale" + who + "0");
    }

    @Test
    void a_row_has_its_verdict_value_change_and_n() {
        String row = "{system=\"playbook\",agent=\"btc-eth-live\",environment=\"live\",metric=\"win_rate\","
                + "dimension=\"symbol\",slice=\"ETH/USDT\",kind=\"deviation\",unit=\"share\"} ";
        assertThat(of(DemoCheck.of()).lines())
                .contains(
                        "plumb_check_row_verdict" + row + "2",
                        "plumb_check_n" + row + "118",
                        "plumb_check_change" + row + "-0.167");
    }

    @Test
    void what_is_undefined_has_no_value_but_a_verdict() {
        String text = of(DemoCheck.of());
        assertThat(text.lines().filter(line -> line.contains("metric=\"calmar\"")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("plumb_check_row_verdict{") && line.endsWith(" 3"))
                .anyMatch(line -> line.startsWith("plumb_check_n{") && line.endsWith(" 7"));
        assertThat(text).doesNotContain("NaN");
    }

    @Test
    void every_family_is_explained_once_before_its_samples() {
        String text = of(DemoCheck.of());
        List<String> samples = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .distinct()
                .toList();
        assertThat(samples).isNotEmpty().allSatisfy(name -> {
            int help = text.indexOf("# HELP " + name + " ");
            int type = text.indexOf("# TYPE " + name + " gauge\n");
            assertThat(help).isNotNegative().isLessThan(type);
            assertThat(type).isLessThan(text.replace(name + "{", name + " ").indexOf("\n" + name + " "));
            assertThat(text.lastIndexOf("# HELP " + name + " ")).isEqualTo(help);
        });
    }

    @Test
    void hostile_names_stay_inside_their_quotes() {
        String text = of(Hostile.check());
        assertThat(text).endsWith("\n");
        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> SAMPLE.matcher(line).matches());
        assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    }

    @Test
    void two_rows_with_the_same_labels_are_one_series_with_the_worse_verdict() {
        Check demo = DemoCheck.of();
        var red = demo.rows().get(0);
        var calm = new Deviation(
                red.now(),
                red.then(),
                red.change(),
                red.interval(),
                red.pValue(),
                red.band(),
                red.kind(),
                Verdict.WITHIN,
                "",
                "",
                "",
                "");
        String text = of(new Check(
                demo.scope(), demo.period(), Optional.empty(), List.of(calm, red), Optional.empty(), "rules.yaml"));
        assertThat(text.lines().filter(line -> line.startsWith("plumb_check_row_verdict{")))
                .singleElement()
                .asString()
                .endsWith(" 2");
    }
}
