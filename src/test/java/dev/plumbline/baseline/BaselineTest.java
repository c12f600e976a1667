package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.model.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static Baseline establish(List<Measurement> entries, Coverage coverage) {
        return Baseline.establish(
                "launch",
                Weeks.SCOPE,
                Weeks.THEN,
                ZoneOffset.UTC,
                Instant.parse("2026-10-27T06:00:00Z"),
                entries,
                coverage,
                List.of("contains a recorded change"));
    }

    @Test
    void the_text_holds_every_line_of_the_playbooks_document() {
        assertThat(Weeks.baseline(Weeks.quiet()).toText()).startsWith("""
            System Baseline (2026-10-06 to 2026-10-26)
            ==========================================
            playbook · btc-eth · live

            Win Rate:
              BTC/USDT: 56.2 %
              ETH/USDT: 54.9 %
              Overall: 55.5 %

            Confidence:
              Average: 76.3 %
              TRADING mode avg: 83.1 %
              LEARNING mode avg: 68.5 %

            Retraining:
              Frequency: 3.2 a day per symbol
              Success rate: 87.3 %
              Avg duration: 4.2 min

            Mode Distribution:
              TRADING: 51.4 % of rows
              LEARNING: 48.6 % of rows
              Transitions: 12.0 a week

            P&L:
              Daily average: 127.45
              Best day: 342.10
              Worst day: −89.20
              Sharpe ratio: 1.47

            Everything Else:
            """).contains("  drawdown from peak: 2.9 %\n");
    }

    @Test
    void a_line_without_a_number_says_why() {
        String text = Weeks.baseline(
                        List.of(Weeks.undefined(Weeks.SHARPE, Slice.ALL, Result.Reason.TOO_FEW, "3 returns, 5 needed")))
                .toString();
        assertThat(text).contains("  Sharpe ratio: undefined: 3 returns, 5 needed\n");
        assertThat(text).contains("  Overall: not measured\n");
        assertThat(text).doesNotContain("Everything Else");
    }

    @Test
    void a_window_without_rows_is_refused() {
        assertThatThrownBy(() -> establish(List.of(), new Coverage(7, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rows of playbook · btc-eth · live from 2026-10-06T00:00:00Z to 2026-10-27T00:00:00Z: "
                        + "a baseline needs data; choose another --from, or import first");
    }

    @Test
    void a_thin_one_says_so() {
        Baseline thin = establish(List.of(Weeks.share(Weeks.WIN_RATE, Slice.ALL, 3, 12)), new Coverage(7, 5, 900));
        assertThat(thin.isThin()).isTrue();
        assertThat(thin.notes())
                .containsExactly(
                        "contains a recorded change",
                        "thin: 5 full days of 7 asked for",
                        "thin: 12 trades, 20 needed for a win rate that says something");
        assertThat(thin.toText())
                .endsWith("\nNotes:\n  contains a recorded change\n  "
                        + thin.notes().get(1) + "\n  " + thin.notes().get(2) + "\n");
        assertThat(establish(Weeks.quiet(), new Coverage(21, 21, 90_000)).isThin())
                .isFalse();
    }

    @Test
    void a_name_that_is_no_file_name_and_a_second_entry_are_refused() {
        Measurement one = Weeks.share(Weeks.WIN_RATE, Weeks.BTC, 3, 12);
        assertThatThrownBy(() -> Weeks.baseline(List.of(one, one)))
                .hasMessage("baseline \"launch\" has two entries for win_rate symbol=BTC/USDT");
        assertThatThrownBy(() -> new Baseline(
                        "../x", Weeks.SCOPE, Weeks.THEN, ZoneOffset.UTC, Instant.EPOCH, List.of(), List.of()))
                .hasMessageStartingWith("found baseline name \"../x\", expected letters");
        assertThatThrownBy(() -> new Coverage(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_agent_without_trades_is_not_called_thin_for_it() {
        List<Measurement> none = List.of(Weeks.undefined(
                Weeks.TRADES, Slice.ALL, Result.Reason.NOT_AVAILABLE, "this agent’s files hold no closed trades"));
        assertThat(establish(none, new Coverage(7, 7, 900)).isThin()).isFalse();
    }
}
