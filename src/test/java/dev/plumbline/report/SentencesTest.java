package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SentencesTest {

    @Test
    void red_says_how_many_findings_need_a_decision_and_the_numbers_of_each() {
        Sentences said = Sentences.of(DemoCheck.of());
        assertThat(said.headline()).isEqualTo("■ Red: two findings need a decision");
        assertThat(said.counts())
                .containsExactly(
                        "2 red",
                        "2 yellow",
                        "1 watch",
                        "21 within",
                        "3 can’t tell yet",
                        "newest row 4 min old",
                        "rules of playbook.yaml");
        Finding first = said.findings().get(0);
        assertThat(first.lead()).isEqualTo("ETH/USDT wins less");
        assertThat(first.body().replace('\u00a0', ' '))
                .isEqualTo(
                        "38.1 % of 118 trades, 54.9 % of 412 before: −16.7 points, and between −26.7 and −6.7 at 95 %."
                                + " Below its band, and not chance (q = 0.01).");
        assertThat(first.action()).isEqualTo("consider rollback.");
        assertThat(first.asks()).isEqualTo("The playbook asks: ");
    }

    @Test
    void a_red_that_chance_may_have_made_says_so_before_anything_else() {
        Deviation red = DemoCheck.limit(
                DemoCheck.share(DemoCheck.metric("win_rate", "win rate", Unit.SHARE), 18, 44),
                DemoCheck.share(DemoCheck.metric("win_rate", "win rate", Unit.SHARE), 444, 800),
                -0.15,
                Optional.empty(),
                Verdict.RED,
                "below 45 % is red in the playbook",
                "Consider rollback");
        Deviation byChance = new Deviation(
                red.now(),
                red.then(),
                red.change(),
                red.interval(),
                OptionalDouble.of(0.04),
                red.band(),
                red.kind(),
                red.verdict(),
                red.why(),
                red.action(),
                red.author(),
                "");
        Sentences said = Sentences.of(DemoCheck.with(List.of(byChance)));
        assertThat(said.headline()).isEqualTo("■ Red by a limit that chance may pass: one finding needs a decision");
        assertThat(said.rest())
                .isEqualTo(
                        "Red only by a limit; chance alone goes as far in one such window of 25, and oftener looked at"
                                + " daily: a fact, but no sign yet that anything changed.");
        assertThat(Sentences.of(DemoCheck.with(List.of(red))).headline())
                .isEqualTo("■ Red: one finding needs a decision");
    }

    @Test
    void it_says_since_when_and_asks_the_same_thing_once() {
        Deviation red = DemoCheck.of().with(Verdict.RED).get(0);
        List<Finding> said = Sentences.of(DemoCheck.with(List.of(
                        red.since("most likely it began on Thursday 12 Nov"),
                        DemoCheck.limit(
                                DemoCheck.share(DemoCheck.metric("win_rate", "win rate", Unit.SHARE), 45, 200),
                                red.then().orElseThrow(),
                                -0.3,
                                Optional.empty(),
                                Verdict.RED,
                                "below 45 % is red in the playbook",
                                "Consider rollback"))))
                .findings();
        assertThat(said.get(0).body())
                .contains("at 95\u00a0%. Most likely it began on Thursday 12 Nov. Below its band");
        assertThat(said.get(1).lead()).isEqualTo("It wins 22.5\u00a0% of 200 trades");
        assertThat(said.get(1).asks() + said.get(1).action()).isEqualTo("The playbook asks the same.");
    }

    @Test
    void a_limit_says_where_it_stands() {
        Finding limit = Sentences.of(DemoCheck.of()).findings().get(2);
        assertThat(limit.lead()).isEqualTo("Red days in a row: 3");
        assertThat(limit.body()).isEqualTo("1 in the baseline. The playbook alerts at 3.");
        assertThat(limit.mark()).isEqualTo("yellow");
    }

    @Test
    void green_is_calm() {
        List<Deviation> calm = DemoCheck.of().with(Verdict.WITHIN);
        Sentences said = Sentences.of(DemoCheck.with(calm));
        assertThat(said.headline()).isEqualTo("● Green: nothing needs a decision");
        assertThat(said.findings()).isEmpty();
        assertThat(said.rest())
                .isEqualTo("All 21 figures that can be judged lie within the limits and near baseline “launch”.");
    }

    @Test
    void a_change_to_watch_is_green_too() {
        assertThat(Sentences.of(DemoCheck.with(DemoCheck.of().with(Verdict.WATCH)))
                        .headline())
                .isEqualTo("◆ Green: nothing needs a decision, one change to watch");
    }

    @Test
    void unknown_says_what_is_missing() {
        Deviation row =
                DemoCheck.undefined(DemoCheck.metric("calmar", "Calmar ratio", Unit.RATIO), "7 days, 30 needed");
        Sentences said = Sentences.of(DemoCheck.with(List.of(row)));
        assertThat(said.headline()).isEqualTo("○ Can’t tell: not enough data for a verdict");
        assertThat(said.findings().get(0).lead()).isEqualTo("Calmar ratio can’t be told");
        assertThat(said.findings().get(0).body()).isEqualTo("7 days, 30 needed.");
        assertThat(Sentences.of(DemoCheck.with(List.of())).rest())
                .isEqualTo("No metric had any row in 10–16 Nov 2026. Import this period, or choose another.");
    }

    @Test
    void old_data_is_a_finding_of_its_own() {
        Check check = new Check(
                DemoCheck.SCOPE,
                DemoCheck.WEEK,
                Optional.empty(),
                DemoCheck.of().with(Verdict.WITHIN),
                Optional.of(new Check.Freshness(Verdict.RED, "stale: newest row 3 days old, 1 h allowed")),
                "r");
        Sentences said = Sentences.of(check);
        assertThat(said.headline()).isEqualTo("■ Red: one finding needs a decision");
        assertThat(said.findings().get(0).lead()).isEqualTo("Stale: newest row 3 days old, 1 h allowed");
        assertThat(said.rest()).isEqualTo("There is no baseline yet, so only limits were checked.");
    }

    @Test
    void what_cannot_be_told_is_not_said_to_have_moved() {
        Finding finding = Sentences.of(DemoCheck.with(DemoCheck.of().with(Verdict.UNKNOWN)))
                .findings()
                .get(0);
        assertThat(finding.lead()).isEqualTo("Retraining success can’t be told");
        assertThat(finding.mark()).isEmpty();
    }
}
