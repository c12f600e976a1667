package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Spread;
import dev.plumbline.model.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Expected values: SciPy 1.17.1, {@code betabinom.cdf(k, n, p*size, (1-p)*size)} with {@code T = 1 + n/N} and {@code size =
 * (n-1)/(T-1) - 1}; without a baseline {@code binom.cdf(k, n, p)}.
 */
class ChanceOfLimitTest {

    private static Deviation floor(long won, long trials) {
        Check check = Weeks.check(
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, won, trials)),
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 444, 800)),
                "playbook");
        return Weeks.row(check, Deviation.Kind.LIMIT, Weeks.WIN_RATE, Slice.ALL);
    }

    /** n = 44, p = 0.555 of N = 800: at most 18 wins. */
    @Test
    void a_floor_that_chance_passes_stays_red_and_says_so() {
        Deviation row = floor(18, 44);
        assertThat(row.verdict()).isEqualTo(Verdict.RED);
        assertThat(row.pValue().orElseThrow()).isCloseTo(0.04070976799696961, within(1e-9));
        assertThat(row.why())
                .isEqualTo("below 45 % with 20+ trades is red in the playbook; "
                        + "chance alone goes as far once in 25 such windows");
    }

    /** n = 300, p = 0.555 of N = 800: at most 120 wins, 3e-6. */
    @Test
    void where_chance_hardly_does_it_nothing_is_added() {
        assertThat(floor(120, 300).why()).isEqualTo("below 45 % with 20+ trades is red in the playbook");
    }

    /** n = 44, p = 0.55 (where the playbook's green begins): at most 18 wins. */
    @Test
    void without_a_baseline_the_milder_level_says_what_is_usual() {
        Check check = new Assessment(
                        Weeks.SCOPE,
                        Weeks.NOW,
                        List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 18, 44)),
                        Optional.empty(),
                        Weeks.rules("playbook"),
                        Optional.empty())
                .check();
        Deviation row = Weeks.row(check, Deviation.Kind.LIMIT, Weeks.WIN_RATE, Slice.ALL);
        assertThat(row.pValue().orElseThrow()).isCloseTo(0.04237901368527515, within(1e-9));
    }

    @Test
    void a_check_that_only_such_a_limit_makes_red_is_red_with_a_caution() {
        Check check = Weeks.check(
                Weeks.with(Weeks.clean(), Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 18, 44)), Weeks.quiet(), "playbook");
        assertThat(check.verdict()).isEqualTo(Verdict.RED);
        assertThat(check.caution()).hasValueSatisfying(words -> assertThat(words)
                .startsWith("red only by a limit; chance alone goes as far in one"));
    }

    /** Chance passes 45 % of 44 trades once in 15 weeks, but 25 % of them once in 19,000: that is a sign. */
    @Test
    void passed_much_further_than_chance_goes_it_needs_no_caution() {
        Check check = new Assessment(
                        Weeks.SCOPE,
                        Weeks.NOW,
                        Weeks.with(Weeks.clean(), Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 11, 44)),
                        Optional.empty(),
                        Weeks.rules("playbook"),
                        Optional.empty())
                .check();
        assertThat(check.verdict()).isEqualTo(Verdict.RED);
        assertThat(check.caution()).isEmpty();
    }

    @Test
    void usual_days_that_differ_take_a_share_further_by_chance() {
        assertThat(chance(Spread.UNKNOWN, new Spread(8, 0.1, 27))).isBetween(0.01, 0.2);
    }

    /** A fall in the middle of a week makes its days differ: that is the change, and no chance. */
    @Test
    void days_of_the_window_that_differ_do_not() {
        assertThat(chance(new Spread(8, 0.1, 6), Spread.UNKNOWN))
                .isEqualTo(chance(Spread.UNKNOWN, Spread.UNKNOWN))
                .isLessThan(1e-5);
    }

    private static double chance(Spread now, Spread then) {
        Check check = Weeks.check(List.of(share(120, 300, now)), List.of(share(444, 800, then)), "playbook");
        return Weeks.row(check, Deviation.Kind.LIMIT, Weeks.WIN_RATE, Slice.ALL)
                .pValue()
                .orElseThrow();
    }

    private static Measurement share(long won, long trials, Spread spread) {
        Measurement plain = Weeks.share(Weeks.WIN_RATE, Slice.ALL, won, trials);
        return new Measurement(
                plain.metric(),
                Slice.ALL,
                ((Result.Value) plain.result()).with(new Evidence.Proportion(won, trials, spread)));
    }

    @Test
    void a_limit_that_chance_does_not_pass_needs_no_caution() {
        Check check = Weeks.check(
                Weeks.with(Weeks.clean(), Weeks.share(Weeks.WIN_RATE, Slice.ALL, 100, 275)), Weeks.quiet(), "playbook");
        assertThat(check.verdict()).isEqualTo(Verdict.RED);
        assertThat(check.caution()).isEmpty();
        assertThat(Weeks.check(Weeks.clean(), Weeks.quiet(), "playbook").caution())
                .isEmpty();
    }
}
