package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected values: Python 3.11, {@code sum(math.comb(n,k)*p**k*(1-p)**(n-k) for k in range(edge+1))}. */
class ChanceOfLimitTest {

    private static Deviation floor(long won, long trials) {
        Check check = Weeks.check(
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, won, trials)),
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 444, 800)),
                "playbook");
        return Weeks.row(check, Deviation.Kind.LIMIT, Weeks.WIN_RATE, Slice.ALL);
    }

    /** n = 44, p = 0.555: at most 19 wins. */
    @Test
    void a_floor_that_chance_passes_stays_red_and_says_so() {
        Deviation row = floor(18, 44);
        assertThat(row.verdict()).isEqualTo(Verdict.RED);
        assertThat(row.pValue().orElseThrow()).isCloseTo(0.0682247794826017, within(1e-9));
        assertThat(row.why())
                .isEqualTo("below 45 % with 20+ trades is red in the playbook; chance does so once in 15 such windows");
    }

    /** n = 300, p = 0.555: at most 134 wins, 0.0001. */
    @Test
    void where_chance_hardly_does_it_nothing_is_added() {
        assertThat(floor(120, 300).why()).isEqualTo("below 45 % with 20+ trades is red in the playbook");
    }

    /** n = 44, p = 0.55 (where the playbook's green begins): at most 19 wins. */
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
        assertThat(row.pValue().orElseThrow()).isCloseTo(0.07754015730189365, within(1e-9));
    }

    @Test
    void a_check_that_only_such_a_limit_makes_red_is_red_with_a_caution() {
        Check check = Weeks.check(
                Weeks.with(Weeks.clean(), Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 18, 44)), Weeks.quiet(), "playbook");
        assertThat(check.verdict()).isEqualTo(Verdict.RED);
        assertThat(check.caution()).hasValueSatisfying(words -> assertThat(words)
                .startsWith("red only by a limit that chance passes in one"));
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
