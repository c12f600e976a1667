package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.Slice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowFallTest {

    private static final int DAYS = 182;

    /** Three trades of five won on every day, from the day on one of five. */
    private static SlowFall fall(int from, long later) {
        long[] won =
                IntStream.range(0, DAYS).mapToLong(d -> d < from ? 3 : later).toArray();
        return SlowFall.of(won, five()).orElseThrow();
    }

    private static long[] five() {
        long[] trials = new long[DAYS];
        Arrays.fill(trials, 5);
        return trials;
    }

    @Test
    void the_likeliest_day_is_the_day_it_fell() {
        SlowFall fall = fall(150, 1);
        assertThat(fall.start()).isEqualTo(150);
        assertThat(fall.shareBefore()).isCloseTo(0.6, within(1e-12));
        assertThat(fall.shareSince()).isCloseTo(0.2, within(1e-12));
        assertThat(fall.before()).isEqualTo(750);
        assertThat(fall.since()).isEqualTo(160);
        assertThat(fall.pValue()).isLessThan(0.001);
    }

    @Test
    void a_rise_is_no_fall() {
        assertThat(fall(150, 5).pValue()).isGreaterThan(0.2);
    }

    @Test
    void a_share_that_never_moved_did_not_fall() {
        assertThat(fall(150, 3).pValue()).isGreaterThan(0.4);
    }

    @Test
    void a_fall_of_the_last_days_is_left_to_the_weeks_own_test() {
        assertThat(fall(DAYS - 3, 1).start()).isEqualTo(DAYS - 7);
    }

    @Test
    void too_few_trades_on_either_side_of_every_day_say_nothing() {
        long[] trials = new long[DAYS];
        trials[10] = 30;
        trials[180] = 10;
        assertThat(SlowFall.of(new long[DAYS], trials)).isEmpty();
        assertThat(SlowFall.of(new long[0], new long[0])).isEmpty();
    }

    /** Bounds: three standard deviations of a binomial of 400 about 0.01. */
    @Test
    void of_bots_that_never_fell_one_in_a_hundred_has_a_p_value_of_one_per_cent() {
        Random random = new Random(11);
        int small = 0;
        int remembering = 0;
        for (int i = 0; i < 400; i++) {
            small += drawn(random, 3, 0) <= 0.01 ? 1 : 0;
            remembering += drawn(random, 20, 0.06) <= 0.01 ? 1 : 0;
        }
        assertThat(small / 400.0).isLessThan(0.025);
        assertThat(remembering / 400.0).as("days that differ").isLessThan(0.04);
    }

    /** @param mood how far a good day moves the rate; tomorrow is like today by half */
    private static double drawn(Random random, int trades, double mood) {
        long[] won = new long[DAYS];
        long[] trials = new long[DAYS];
        double today = random.nextGaussian();
        for (int d = 0; d < DAYS; d++) {
            today = 0.5 * today + Math.sqrt(0.75) * random.nextGaussian();
            trials[d] = random.nextInt(2 * trades);
            for (int i = 0; i < trials[d]; i++) {
                won[d] += random.nextDouble() < 0.55 + mood * today ? 1 : 0;
            }
        }
        return SlowFall.of(won, trials).map(SlowFall::pValue).orElse(1.0);
    }

    @Test
    void a_bot_of_four_trades_a_day_that_fell_six_weeks_ago_is_yellow_in_a_quiet_week() {
        Check quiet = Weeks.check(Weeks.clean(), Weeks.quiet(), "playbook");
        Check check = SlowFalls.added(quiet, Weeks.rules("playbook"), List.of(days(Slice.ALL, 140)));
        Deviation row = check.rows().stream()
                .filter(it -> it.now().metric().id().equals("win_rate_slow_fall"))
                .findFirst()
                .orElseThrow();
        assertThat(row.verdict()).isEqualTo(Verdict.YELLOW);
        assertThat(row.title()).isEqualTo("win rate, slow fall");
        assertThat(row.why())
                .isEqualTo("since about 1 Oct 40.0 % of 210 trades, 60.0 % of 700 in the 20 weeks before; not chance");
        assertThat(row.action()).startsWith("Review recent trades");
        assertThat(row.change().orElseThrow()).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void where_no_rule_watches_for_falls_nothing_is_looked_for() {
        Check quiet = Weeks.check(Weeks.clean(), Weeks.quiet(), "playbook");
        assertThat(SlowFalls.isWatched(Rules.empty())).isFalse();
        assertThat(SlowFalls.added(quiet, Rules.empty(), List.of(days(Slice.ALL, 140))))
                .isEqualTo(quiet);
    }

    private static SlowFalls.Days days(Slice slice, int from) {
        long[] won = IntStream.range(0, DAYS).mapToLong(d -> d < from ? 3 : 2).toArray();
        return new SlowFalls.Days(slice, LocalDate.of(2026, 5, 14), won, five());
    }
}
