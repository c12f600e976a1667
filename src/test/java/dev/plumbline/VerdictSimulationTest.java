package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A few of the bots that docs/verdicts.md draws in hundreds; the seeds are fixed, so the shares are too. */
class VerdictSimulationTest {

    private final VerdictSimulation playbook = new VerdictSimulation("playbook");

    @Test
    void a_clean_week_is_red_at_most_once_in_twenty() {
        List<List<Look>> quiet = playbook.weeks(Nature.healthy(100), UnaryOperator.identity(), 40, false);
        List<List<Look>> moods = playbook.weeks(Nature.healthy(100).withMoods(), UnaryOperator.identity(), 40, false);
        assertThat(VerdictSimulation.share(quiet, Look::red)).isLessThanOrEqualTo(0.05);
        assertThat(VerdictSimulation.share(moods, Look::red)).isLessThanOrEqualTo(0.05);
        assertThat(VerdictSimulation.share(quiet, Look::plainRed))
                .as("red, limits included, without a word of caution")
                .isLessThanOrEqualTo(0.05);
        assertThat(VerdictSimulation.share(quiet, Look::watch)).isLessThan(0.15);
        assertThat(VerdictSimulation.share(quiet, Look::band))
                .as("the bands alone")
                .isGreaterThan(0.4);
    }

    @Test
    void a_win_rate_that_fell_by_ten_points_is_seen_where_there_are_trades_enough() {
        UnaryOperator<Nature> fall = VerdictSimulation.CHANGES.get("win rate −10 points");
        assertThat(VerdictSimulation.share(playbook.weeks(Nature.healthy(1_000), fall, 12, false), Look::winRate))
                .isGreaterThan(0.8);
    }

    @Test
    void a_limit_sees_failing_retraining_in_any_bot() {
        UnaryOperator<Nature> failing = VerdictSimulation.CHANGES.get("retraining fails half the time");
        assertThat(VerdictSimulation.share(playbook.weeks(Nature.healthy(10), failing, 12, false), Look::limitRed))
                .isEqualTo(1);
    }

    @Test
    void the_same_seed_draws_the_same_bot() {
        assertThat(new SimulatedBot(5).days(3, Nature.healthy(50)).get(2).pnl())
                .isEqualTo(
                        new SimulatedBot(5).days(3, Nature.healthy(50)).get(2).pnl());
    }
}
