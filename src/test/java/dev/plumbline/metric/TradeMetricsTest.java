package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.HOUR;
import static dev.plumbline.metric.Samples.MINUTE;
import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.START;
import static dev.plumbline.metric.Samples.reason;
import static dev.plumbline.metric.Samples.trades;
import static dev.plumbline.metric.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.PnlBasis;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TradeMetricsTest {

    static final double[] TEN = {12.5, -8, 0, 30, -4.5, 7, -20, 16, 3, -1};

    // python3, statistics: w, l = gains and losses; sum(w)/sum(l); fmean(pnl); pay = fmean(w)/fmean(l); p - (1-p)/pay;
    //   math.sqrt(10)*fmean(pnl)/stdev(pnl)
    @ParameterizedTest
    @CsvSource({
        "trades, 10",
        "wins, 5",
        "losses, 4",
        "breakeven, 1",
        "win_rate, 0.5",
        "profit_factor, 2.044776119402985",
        "expectancy, 3.5",
        "net_pnl, 35",
        "gross_profit, 68.5",
        "gross_loss, 33.5",
        "payoff_ratio, 1.635820895522388",
        "average_win, 13.7",
        "average_loss, 8.375",
        "largest_win, 30",
        "largest_loss, 20",
        "kelly, 0.19434306569343068",
        "sqn, 0.7976089484340324",
        "max_consecutive_wins, 2",
        "max_consecutive_losses, 1",
        "max_drawdown_abs, 20"
    })
    void ten_trades_give_the_known_values(String id, double expected) {
        assertThat(value(measure(id, trades(TEN)))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void every_metric_says_its_n_and_lies_in_its_interval() {
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == ClosedTrades.class) {
                Measurement measured = measure(metric.id(), trades(TEN));
                long n =
                        switch (metric.id()) {
                            case "average_win" -> 5;
                            case "average_loss" -> 4;
                            case "daily_pnl",
                                    "daily_pnl_best",
                                    "daily_pnl_worst",
                                    "daily_pnl_sd",
                                    "red_day_share",
                                    "red_days_in_a_row" -> 7;
                            case "longest_losing_days" -> 1;
                            default -> 10;
                        };
                assertThat(measured.n()).as(metric.id()).isEqualTo(n);
                measured.interval().ifPresent(i -> assertThat(i.contains(value(measured)))
                        .as(metric.id())
                        .isTrue());
            }
        }
    }

    @Test
    void a_share_of_wins_has_the_evidence_of_a_proportion() {
        Evidence.Proportion evidence = (Evidence.Proportion)
                Metrics.WIN_RATE.measure(trades(TEN), STANDARD).evidence();
        assertThat(evidence.successes()).isEqualTo(5);
        assertThat(evidence.trials()).isEqualTo(10);
    }

    // python3: statistics.stdev(pnl)
    @Test
    void expectancy_has_the_evidence_of_a_mean() {
        Evidence.Mean mean = (Evidence.Mean)
                Metrics.EXPECTANCY.measure(trades(TEN), STANDARD).evidence();
        assertThat(mean.mean()).isEqualTo(3.5);
        assertThat(mean.sd()).isCloseTo(13.876438864332432, within(1e-12));
        assertThat(mean.effective()).isEqualTo(10);
    }

    @Test
    void profit_factor_is_undefined_without_a_losing_trade() {
        Measurement measured = Metrics.PROFIT_FACTOR.measure(trades(1, 2, 0), STANDARD);
        assertThat(reason(measured)).isEqualTo(Result.Reason.NO_LOSS);
        assertThat(measured).hasToString("profit_factor undefined: no losing trade among 3");
    }

    @Test
    void profit_factor_is_zero_without_a_winning_trade() {
        assertThat(value(Metrics.PROFIT_FACTOR.measure(trades(-1, -2), STANDARD)))
                .isZero();
    }

    @Test
    void averages_are_undefined_where_nothing_is_averaged() {
        for (String id : List.of("average_win", "largest_win", "payoff_ratio", "kelly")) {
            assertThat(reason(measure(id, trades(-1, -2)))).as(id).isEqualTo(Result.Reason.NONE);
        }
        for (String id : List.of("average_loss", "largest_loss", "payoff_ratio", "kelly")) {
            assertThat(reason(measure(id, trades(1, 2)))).as(id).isEqualTo(Result.Reason.NO_LOSS);
        }
    }

    @Test
    void without_trades_only_counts_are_known() {
        for (Metric<?> metric : Metrics.ALL) {
            if (metric.sample() == ClosedTrades.class) {
                Measurement measured = measure(metric.id(), trades());
                if (List.of("trades", "wins", "losses", "breakeven").contains(metric.id())) {
                    assertThat(value(measured)).as(metric.id()).isZero();
                } else {
                    assertThat(reason(measured)).as(metric.id()).isEqualTo(Result.Reason.NONE);
                }
            }
        }
    }

    @Test
    void the_quality_number_needs_two_trades_that_differ() {
        assertThat(reason(measure("sqn", trades(3)))).isEqualTo(Result.Reason.ONE);
        assertThat(reason(measure("sqn", trades(3, 3, 3)))).isEqualTo(Result.Reason.ALL_EQUAL);
    }

    @Test
    void an_interval_of_a_bootstrap_needs_ten_trades() {
        Measurement nine = Metrics.PROFIT_FACTOR.measure(trades(Arrays.copyOf(TEN, 9)), STANDARD);
        assertThat(nine.interval()).isEmpty();
        assertThat(nine.notes()).containsExactly("no interval: 9 observations, 10 needed");
        assertThat(nine.evidence()).isInstanceOf(Evidence.Series.class);
        Interval ten =
                Metrics.PROFIT_FACTOR.measure(trades(TEN), STANDARD).interval().orElseThrow();
        assertThat(ten.method()).isEqualTo("bootstrap, 2,000 resamples");
    }

    @Test
    void without_money_averages_are_shares_and_sums_are_not_known() {
        ClosedTrades percent = trades(PnlBasis.PERCENT, Samples.hours(3), 0.01, -0.02, 0.04);
        Measurement expectancy = Metrics.EXPECTANCY.measure(percent, STANDARD);
        assertThat(expectancy.metric().unit()).isEqualTo(Unit.SHARE);
        assertThat(expectancy.metric().id()).isEqualTo("expectancy");
        assertThat(expectancy.notes()).contains("per cent of price, no money known");
        assertThat(value(expectancy)).isCloseTo(0.01, within(1e-15));
        assertThat(value(measure("profit_factor", percent))).isCloseTo(2.5, within(1e-12));
        for (String id : List.of(
                "net_pnl",
                "gross_profit",
                "gross_loss",
                "max_drawdown_abs",
                "daily_pnl",
                "daily_pnl_best",
                "daily_pnl_worst")) {
            assertThat(measure(id, percent).because())
                    .as(id)
                    .contains("no money known: per cent of price only; give stake in data/sources.yaml");
        }
    }

    @Test
    void money_that_is_gross_or_modelled_says_so() {
        for (PnlBasis basis : List.of(PnlBasis.GROSS, PnlBasis.MODELLED)) {
            Measurement measured = measure("net_pnl", trades(basis, Samples.hours(2), 1, 2));
            assertThat(measured.notes()).containsExactly(basis.words());
            assertThat(measured.metric().unit()).isEqualTo(Unit.MONEY);
        }
        assertThat(measure("net_pnl", trades(1, 2)).notes()).isEmpty();
    }

    @Test
    void a_trade_without_a_known_result_is_named() {
        assertThat(measure("expectancy", trades(1, Double.NaN, 2)).because())
                .contains("P&L of trade 2 of 3 is not known");
    }

    @Test
    void trades_of_the_same_instant_are_summed_before_a_fall_is_seen() {
        long[] together = {START, START + HOUR, START + HOUR, START + 2 * HOUR};
        assertThat(value(measure("max_drawdown_abs", trades(PnlBasis.NET, together, 10, -30, 25, 1))))
                .isEqualTo(5);
        assertThat(value(measure("max_drawdown_abs", trades(-7, 2)))).isEqualTo(7);
    }

    @Test
    void a_day_without_trades_counts_as_zero() {
        long[] exits = {START + HOUR, START + 2 * HOUR, START + 25 * HOUR, START + 6 * 24 * HOUR};
        ClosedTrades trades = trades(PnlBasis.NET, exits, 10, 4, -21, 14);
        assertThat(DailyPnl.days(trades)).containsExactly(14, -21, 0, 0, 0, 0, 14);
        Measurement average = measure("daily_pnl", trades);
        assertThat(value(average)).isEqualTo(1);
        assertThat(average.notes()).containsExactly("days without trades count as 0");
        assertThat(value(measure("daily_pnl_best", trades))).isEqualTo(14);
        assertThat(value(measure("daily_pnl_worst", trades))).isEqualTo(-21);
        assertThat(value(measure("red_day_share", trades))).isEqualTo(1 / 7.0);
        assertThat(value(measure("red_days_in_a_row", trades))).isEqualTo(1);
    }

    @Test
    void red_days_in_a_row_end_with_a_day_without_trades() {
        long day = 24 * HOUR;
        long[] exits = {START, START + day, START + 3 * day, START + 4 * day, START + 5 * day};
        ClosedTrades trades = trades(PnlBasis.PERCENT, exits, -0.1, -0.1, -0.1, -0.1, -0.1);
        Measurement measured = measure("red_days_in_a_row", trades);
        assertThat(value(measured)).isEqualTo(3);
        assertThat(measured.notes()).contains("equal stakes assumed");
    }

    @Test
    void a_day_that_breaks_even_but_for_rounding_is_not_red() {
        assertThat(value(measure("red_day_share", trades(-0.3, 0.1, 0.2)))).isZero();
    }

    @Test
    void holding_time_is_the_median_of_what_is_known() {
        long[] exits = Samples.hours(4);
        long[] entries = {exits[0] - MINUTE, exits[1] - 3 * MINUTE, exits[2] - 11 * MINUTE, ClosedTrades.UNKNOWN_TIME};
        Measurement median = measure("holding_time", Samples.held(entries, exits));
        assertThat(value(median)).isEqualTo(180);
        assertThat(median.n()).isEqualTo(3);
        assertThat(median.notes()).containsExactly("1 of 4 without entry time");
        assertThat(value(measure("holding_time_mean", Samples.held(entries, exits))))
                .isEqualTo(300);
        // python3: statistics.quantiles([60, 180, 660], n=20, method='inclusive')[-1]
        assertThat(value(measure("holding_time_p95", Samples.held(entries, exits))))
                .isCloseTo(612, within(1e-9));
    }

    @Test
    void holding_time_is_not_available_where_the_source_does_not_say() {
        long[] exits = Samples.hours(2);
        assertThat(measure("holding_time", Samples.held(exits, exits)).because())
                .contains("the source writes entry and exit at the same instant");
        long[] unknown = {ClosedTrades.UNKNOWN_TIME, ClosedTrades.UNKNOWN_TIME};
        assertThat(measure("holding_time", Samples.held(unknown, exits)).because())
                .contains("the source does not say when a trade was entered");
    }

    @SuppressWarnings("unchecked")
    static Measurement measure(String id, ClosedTrades trades) {
        return ((Metric<ClosedTrades>) Metrics.byId(id)).measure(trades, STANDARD);
    }
}
