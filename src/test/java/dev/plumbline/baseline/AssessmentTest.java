package dev.plumbline.baseline;

import static dev.plumbline.baseline.Deviation.Kind.DEVIATION;
import static dev.plumbline.baseline.Deviation.Kind.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Made-up weeks with known verdicts, against the shipped rules. */
class AssessmentTest {

    private static Check playbook(Measurement changed) {
        return Weeks.check(Weeks.with(Weeks.clean(), changed), Weeks.quiet(), "playbook");
    }

    private static Check limitsOnly(List<Measurement> now, String system) {
        return new Assessment(Weeks.SCOPE, Weeks.NOW, now, Optional.empty(), Weeks.rules(system), Optional.empty())
                .check();
    }

    @Test
    void a_clean_week_is_green() {
        Check check = Weeks.check(Weeks.clean(), Weeks.quiet(), "playbook");
        assertThat(check.with(Verdict.RED)).isEmpty();
        assertThat(check.with(Verdict.YELLOW)).isEmpty();
        assertThat(check.with(Verdict.WATCH)).isEmpty();
        assertThat(check.verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(check.verdict().exitCode()).isZero();
        assertThat(check.against()).isEqualTo("against baseline “launch”");
    }

    @Test
    void a_week_against_itself_changes_nothing_and_alarms_nothing() {
        for (String system : List.of("playbook", "roma", "nofx")) {
            Check check = Weeks.check(Weeks.quiet(), Weeks.quiet(), system);
            assertThat(check.rows())
                    .filteredOn(row -> row.kind() == DEVIATION && row.then().isPresent())
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.change().orElseThrow()).isZero();
                        assertThat(row.verdict()).isIn(Verdict.WITHIN, Verdict.UNKNOWN);
                    });
        }
    }

    @Test
    void a_fall_of_seventeen_points_over_118_trades_is_red() {
        Deviation row = Weeks.row(
                playbook(Weeks.share(Weeks.WIN_RATE, Weeks.ETH, 45, 118)), DEVIATION, Weeks.WIN_RATE, Weeks.ETH);
        assertThat(row.verdict()).isEqualTo(Verdict.RED);
        assertThat(row.why()).isEqualTo("below its band, and not chance");
        assertThat(row.action()).isEqualTo("Review recent trades for patterns; consider rollback");
        assertThat(row.change().orElseThrow()).isCloseTo(45 / 118.0 - 226 / 412.0, within(1e-12));
        // 226/412 = 0.548544: less 5.5 points, plus 9.5 points
        assertThat(row.band().orElseThrow().low()).isCloseTo(0.493544, within(1e-6));
        assertThat(row.band().orElseThrow().high()).isCloseTo(0.643544, within(1e-6));
        assertThat(row.interval().orElseThrow().contains(0)).isFalse();
    }

    /** n2 = now/(effect²/(z.975 + z.8)² − then), variances with one success and one failure added: 109.97. */
    @Test
    void the_same_fall_over_ten_trades_cannot_be_told() {
        Deviation row = Weeks.row(
                playbook(Weeks.share(Weeks.WIN_RATE, Weeks.ETH, 4, 10)), DEVIATION, Weeks.WIN_RATE, Weeks.ETH);
        assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(row.why()).isEqualTo("below its band; 10 trades cannot tell, about 310 would");
        assertThat(row.action()).isEmpty();
    }

    @Test
    void confidence_up_by_almost_eight_points_inside_its_band_is_watched() {
        Deviation row = Weeks.row(
                playbook(Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, 0.839, 0.09, 672, 160)),
                DEVIATION,
                Weeks.CONFIDENCE,
                Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(row.why())
                .isEqualTo("inside its band, changed for certain; by Welch’s test alone, the baseline keeps no days");
    }

    @Test
    void a_week_without_trades_is_unknown_and_never_zero() {
        List<Measurement> now = List.of(
                Weeks.undefined(Weeks.WIN_RATE, Slice.ALL, Result.Reason.NONE, "no closed trades"),
                Weeks.undefined(Weeks.DRAWDOWN, Slice.ALL, Result.Reason.NOT_AVAILABLE, "no equity in this source"));
        Check check = Weeks.check(now, Weeks.quiet(), "playbook");
        assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check.verdict().exitCode()).isEqualTo(30);
        assertThat(check.rows()).allSatisfy(row -> assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN));
        assertThat(Weeks.row(check, LIMIT, Weeks.WIN_RATE, Slice.ALL).why()).isEqualTo("no closed trades");
        assertThat(Weeks.row(check, LIMIT, Weeks.DRAWDOWN, Slice.ALL).why()).isEqualTo("no equity in this source");
        Deviation gone = Weeks.row(check, DEVIATION, Weeks.WIN_RATE, Weeks.ETH);
        assertThat(gone.why()).isEqualTo("nothing in this window");
        assertThat(gone.now().value()).isEmpty();
    }

    @Test
    void seven_days_cannot_tell_two_sharpe_ratios_apart() {
        // 7·(1.2² + 10.2²)/(2.09/(z.975 + z.8))² = 1326.7
        Deviation row =
                Weeks.row(Weeks.check(Weeks.clean(), Weeks.quiet(), "playbook"), DEVIATION, Weeks.SHARPE, Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(row.why()).isEqualTo("7 days cannot tell; about 2,600 would");
    }

    @Test
    void a_change_that_no_rule_names_can_be_watched_at_most() {
        List<Measurement> then = Weeks.with(Weeks.quiet(), Weeks.share(Weeks.OPEN_SHARE, Slice.ALL, 540, 3_352));
        List<Measurement> now = Weeks.with(Weeks.clean(), Weeks.share(Weeks.OPEN_SHARE, Slice.ALL, 1_068, 3_360));
        Deviation row = Weeks.row(Weeks.check(now, then, "playbook"), DEVIATION, Weeks.OPEN_SHARE, Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(row.why()).isEqualTo("changed for certain");
    }

    @Test
    void transitions_are_held_against_multiples_of_the_baseline() {
        Deviation row = Weeks.row(
                playbook(Weeks.rate(Weeks.TRANSITIONS, Slice.ALL, 30, 1)), DEVIATION, Weeks.TRANSITIONS, Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.YELLOW);
        assertThat(row.band().orElseThrow().low()).isCloseTo(5, within(0.001));
        assertThat(row.band().orElseThrow().high()).isCloseTo(25, within(0.001));
    }

    @Test
    void a_limit_is_a_fact_that_noise_does_not_mute() {
        Check check =
                limitsOnly(Weeks.with(Weeks.clean(), Weeks.plain(Weeks.DRAWDOWN, Slice.ALL, 0.151, 3)), "playbook");
        Deviation row = Weeks.row(check, LIMIT, Weeks.DRAWDOWN, Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.RED);
        assertThat(row.why()).isEqualTo("above 15 % is red in the playbook");
        assertThat(row.action()).isEqualTo("Consider rollback; investigate root cause");
        assertThat(check.verdict()).isEqualTo(Verdict.RED);
        assertThat(check.against()).isEqualTo("no baseline: limits only");
        assertThat(check.rows()).allSatisfy(it -> assertThat(it.kind()).isEqualTo(LIMIT));
    }

    @Test
    void an_edge_is_still_in_order_even_in_floating_point() {
        Check check = limitsOnly(
                Weeks.with(Weeks.clean(), Weeks.plain(Weeks.DRAWDOWN, Slice.ALL, 1 - 0.9 + 1e-16, 9)), "playbook");
        assertThat(Weeks.row(check, LIMIT, Weeks.DRAWDOWN, Slice.ALL).verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void a_win_rate_needs_its_twenty_trades() {
        Check check = limitsOnly(Weeks.with(Weeks.clean(), Weeks.share(Weeks.WIN_RATE, Slice.ALL, 3, 12)), "playbook");
        Deviation row = Weeks.row(check, LIMIT, Weeks.WIN_RATE, Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(row.why()).isEqualTo("12 of 20 trades needed");
    }

    @Test
    void confidence_outside_every_level_says_so() {
        Check high = limitsOnly(
                Weeks.with(Weeks.clean(), Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, 0.88, 0.1, 600, 100)), "playbook");
        assertThat(Weeks.row(high, LIMIT, Weeks.CONFIDENCE, Slice.ALL).verdict())
                .isEqualTo(Verdict.WATCH);
        assertThat(Weeks.row(high, LIMIT, Weeks.CONFIDENCE, Slice.ALL).why())
                .isEqualTo("above 85 %: the playbook has no level there");
        Check low = limitsOnly(
                Weeks.with(Weeks.clean(), Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, 0.55, 0.1, 600, 100)), "playbook");
        assertThat(Weeks.row(low, LIMIT, Weeks.CONFIDENCE, Slice.ALL).verdict()).isEqualTo(Verdict.YELLOW);
        assertThat(Weeks.row(low, LIMIT, Weeks.CONFIDENCE, Slice.ALL).why())
                .isEqualTo("below 60 %: the playbook has no level there");
    }

    @Test
    void three_red_days_and_a_deep_one_are_yellow() {
        Check check = limitsOnly(
                Weeks.with(
                        Weeks.with(Weeks.clean(), Weeks.plain(Weeks.RED_DAYS, Slice.ALL, 3, 7)),
                        Weeks.plain(Weeks.WORST_RETURN, Slice.ALL, -0.051, 7)),
                "playbook");
        assertThat(Weeks.row(check, LIMIT, Weeks.RED_DAYS, Slice.ALL).why())
                .isEqualTo("at least 3 is yellow in the playbook");
        assertThat(check.with(Verdict.YELLOW)).hasSize(2);
        assertThat(check.verdict()).isEqualTo(Verdict.YELLOW);
    }

    @Test
    void stuck_modes_are_judged_over_a_week_at_least() {
        List<Measurement> still = Weeks.with(Weeks.clean(), Weeks.rate(Weeks.TRANSITIONS, Slice.ALL, 0, 1));
        assertThat(Weeks.row(limitsOnly(still, "playbook"), LIMIT, Weeks.TRANSITIONS, Slice.ALL)
                        .verdict())
                .isEqualTo(Verdict.YELLOW);
        Period day = Period.of(Weeks.NOW.from(), Weeks.NOW.from().plusSeconds(86_400));
        Check check = new Assessment(
                        Weeks.SCOPE, day, still, Optional.empty(), Weeks.rules("playbook"), Optional.empty())
                .check();
        assertThat(Weeks.row(check, LIMIT, Weeks.TRANSITIONS, Slice.ALL).why()).isEqualTo("1 of 7 days needed");
    }

    @Test
    void romas_missed_target_is_watched_and_its_alert_is_yellow() {
        Check watched = limitsOnly(List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 50, 100)), "roma");
        assertThat(Weeks.row(watched, LIMIT, Weeks.WIN_RATE, Slice.ALL).verdict())
                .isEqualTo(Verdict.WATCH);
        assertThat(Weeks.row(watched, LIMIT, Weeks.WIN_RATE, Slice.ALL).why())
                .isEqualTo("misses the target of the ROMA guide, above 55 %");
        Check alerted = limitsOnly(List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 39, 100)), "roma");
        assertThat(alerted.verdict()).isEqualTo(Verdict.YELLOW);
    }

    @Test
    void a_rule_without_a_band_alarms_on_a_certain_fall_only() {
        Check fell = Weeks.check(
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 45, 118)),
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 226, 412)),
                "nofx");
        assertThat(Weeks.row(fell, DEVIATION, Weeks.WIN_RATE, Slice.ALL).why())
                .isEqualTo("below the baseline, and not chance");
        assertThat(fell.verdict()).isEqualTo(Verdict.YELLOW);
        Check noise = Weeks.check(
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 60, 118)),
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 226, 412)),
                "nofx");
        assertThat(Weeks.row(noise, DEVIATION, Weeks.WIN_RATE, Slice.ALL).verdict())
                .isEqualTo(Verdict.WITHIN);
        Check rose = Weeks.check(
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 90, 118)),
                List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 226, 412)),
                "nofx");
        assertThat(Weeks.row(rose, DEVIATION, Weeks.WIN_RATE, Slice.ALL).verdict())
                .isEqualTo(Verdict.WATCH);
    }

    @Test
    void what_the_baseline_lacks_is_said() {
        List<Measurement> then = List.of(
                Weeks.undefined(Weeks.CONFIDENCE, Slice.ALL, Result.Reason.NONE, "no readings"),
                Weeks.rate(Weeks.RETRAININGS, Slice.ALL, 0, 42),
                Weeks.plain(Weeks.TRANSITIONS, Slice.ALL, 12, 36));
        Check check = Weeks.check(Weeks.clean(), then, "playbook");
        assertThat(Weeks.row(check, DEVIATION, Weeks.WIN_RATE, Weeks.BTC).why()).isEqualTo("not in the baseline");
        assertThat(Weeks.row(check, DEVIATION, Weeks.CONFIDENCE, Slice.ALL).why())
                .isEqualTo("no value in the baseline: no readings");
        assertThat(Weeks.row(check, DEVIATION, Weeks.RETRAININGS, Slice.ALL).why())
                .isEqualTo("a multiple of 0.0 a day says nothing");
        assertThat(Weeks.row(check, DEVIATION, Weeks.TRANSITIONS, Slice.ALL).why())
                .isEqualTo("inside its band; no test for it");
    }

    @Test
    void too_little_for_a_test_is_unknown_even_outside_the_band() {
        Deviation row = Weeks.row(
                playbook(Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, 0.3, 0, 1, 1)),
                DEVIATION,
                Weeks.CONFIDENCE,
                Slice.ALL);
        assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(row.why()).isEqualTo("too little data for a test");
    }

    @Test
    void a_baseline_of_another_system_is_refused() {
        assertThatThrownBy(() -> new Assessment(
                        Scope.of("roma", "btc-eth", "live"),
                        Weeks.NOW,
                        Weeks.clean(),
                        Optional.of(Weeks.baseline(Weeks.quiet())),
                        Rules.empty(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("baseline \"launch\" is of playbook · btc-eth · live, and this window of "
                        + "roma · btc-eth · live: choose a baseline of the same system and environment");
    }
}
