package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.metric.Measurement;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static Baseline of(Scope scope, Period period, List<Measurement> entries) {
        return new Baseline("autumn", scope, period, ZoneOffset.UTC, period.to(), entries, List.of());
    }

    private static Check check(Period now, Scope scope) {
        Baseline then = Weeks.baseline(Weeks.quiet());
        return new Assessment(scope, now, Weeks.clean(), Optional.of(then), Rules.empty(), Optional.empty()).check();
    }

    private static List<String> notes(String from, String to) {
        Period now = Period.of(Instant.parse(from), Instant.parse(to));
        return check(now, Weeks.SCOPE).baseline().orElseThrow().notes();
    }

    @Test
    void each_figure_of_two_baselines_has_its_change_interval_and_p_value() {
        List<Measurement> later = Weeks.with(Weeks.quiet(), Weeks.share(Weeks.WIN_RATE, Slice.ALL, 330, 832));
        Comparison comparison = Comparison.of(Weeks.baseline(Weeks.quiet()), of(Weeks.SCOPE, Weeks.NOW, later));
        assertThat(comparison.rows()).hasSameSizeAs(Weeks.quiet());
        Comparison.Row fallen = comparison.rows().stream()
                .filter(row -> row.first().metric().equals(Weeks.WIN_RATE)
                        && row.first().slice().isAll())
                .findFirst()
                .orElseThrow();
        Deviation tested = fallen.tested().orElseThrow();
        assertThat(tested.verdict()).isEqualTo(Verdict.WATCH);
        assertThat(tested.change().orElseThrow()).isLessThan(-0.15);
        assertThat(tested.interval().orElseThrow().high()).isNegative();
        assertThat(comparison.notes()).isEmpty();
    }

    @Test
    void baselines_of_two_systems_are_not_compared() {
        Baseline other = of(Scope.of("roma", "btc-eth", "live"), Weeks.NOW, Weeks.clean());
        assertThatThrownBy(() -> Comparison.of(Weeks.baseline(Weeks.quiet()), other))
                .hasMessageContaining("choose a baseline of the same system and environment");
    }

    @Test
    void a_window_that_shares_days_with_its_baseline_is_told_so() {
        assertThat(notes("2026-10-24T00:00:00Z", "2026-10-31T00:00:00Z"))
                .containsExactly("it shares 3 days with this window: changes look smaller than they are");
    }

    @Test
    void a_baseline_from_after_the_window_is_told_so() {
        assertThat(notes("2026-09-24T00:00:00Z", "2026-10-01T00:00:00Z"))
                .containsExactly("it begins after this window: what was normal then says little of what was to come");
    }

    @Test
    void a_baseline_that_has_aged_is_to_be_replaced() {
        assertThat(notes("2027-02-01T00:00:00Z", "2027-02-08T00:00:00Z"))
                .containsExactly("it ended 97 days before this window: establish a newer one");
        assertThat(notes("2026-11-10T00:00:00Z", "2026-11-17T00:00:00Z")).isEmpty();
    }

    @Test
    void a_baseline_of_another_agent_says_whose_it_is() {
        assertThat(check(Weeks.NOW, Scope.of("playbook", "sol", "live"))
                        .baseline()
                        .orElseThrow()
                        .notes())
                .containsExactly("it is of another agent, btc-eth");
    }
}
