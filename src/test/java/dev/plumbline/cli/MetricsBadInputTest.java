package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file that is not as it should be is answered with. */
class MetricsBadInputTest {

    @TempDir
    private Path folder;

    private Said metrics(String text, String... ids) throws IOException {
        String[] args = new String[ids.length + 2];
        args[0] = "metrics";
        args[1] = Files.writeString(folder.resolve("input.csv"), text).toString();
        System.arraycopy(ids, 0, args, 2, ids.length);
        return Said.by(args);
    }

    @Test
    void a_number_too_large_is_rejected_and_its_exponent_is_no_unit() throws IOException {
        Said said = metrics("date,return\n2025-01-01,1e400\n2025-01-02,0.01\n2025-01-03,2e-3\n", "best_day");
        assertThat(said.code()).isEqualTo(ExitCode.PARTLY);
        assertThat(said.err()).contains("input.csv:2:2: found \"1e400\": return: a finite number was expected");
        assertThat(said.out()).containsPattern("best_day +1\\.00 %");
    }

    @Test
    void a_return_that_loses_more_than_all_leaves_every_metric_undefined_with_that_return() throws IOException {
        Said said =
                metrics("date,return\n2025-01-01,0.01\n2025-01-02,-1.5\n2025-01-03,0.02\n", "total_return", "sharpe");
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("total_return undefined return 2 of 3, at 2025-01-02T00:00:00Z, is -1.5: equity is not a "
                        + "positive number there")
                .contains("sharpe undefined as total_return is");
    }

    @Test
    void a_line_with_one_field_is_rejected_with_its_number() throws IOException {
        Said said = metrics("date,return\n2025-01-01,0.01\nhello\n2025-01-03,0.02\n", "best_day");
        assertThat(said.err())
                .contains(
                        "input.csv:3: found \"hello\": 1 field, 2 were expected as in the header; the line is left out");
    }

    @Test
    void a_loss_below_zero_of_thousands_is_not_taken_for_a_return() throws IOException {
        Said said = metrics("date,equity\n2025-01-01,1000\n2025-01-02,-500\n2025-01-03,-700\n", "total_return");
        assertThat(said.out()).doesNotContain("did you mean").contains("equity point 2 of 3");
    }

    @Test
    void a_benchmark_that_begins_later_is_said_to() throws IOException {
        Said said = metrics(
                "date,return,btc\n2025-01-01,0.01,\n2025-01-02,0.02,60000\n2025-01-03,0.01,61000\n2025-01-04,0.01,60500\n",
                "beta",
                "--benchmark",
                "btc");
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains(
                        "the benchmark covers 2 of 4 returns, begins at 2025-01-03T00:00:00Z: only those are compared");
    }

    @Test
    void a_figure_beyond_what_a_number_can_hold_is_undefined_and_the_others_are_told() throws IOException {
        StringBuilder text = new StringBuilder("date,return\n");
        for (int day = 1; day <= 28; day++) {
            text.append(String.format(Locale.ROOT, "2025-01-%02d,%s%n", day, day == 9 ? "1e300" : "0.0" + day % 7));
        }
        Said said = metrics(text.toString(), "sharpe", "volatility", "worst_day", "upside_share");
        assertThat(said.code()).isEqualTo(ExitCode.DONE);
        assertThat(said.out())
                .containsPattern("sharpe +undefined +not available: larger than a number can be")
                .containsPattern("upside_share +85\\.7 %");
    }

    @Test
    void a_year_of_fast_minutes_is_no_failure() throws IOException {
        StringBuilder text = new StringBuilder("time,return\n");
        for (int i = 0; i < 300; i++) {
            text.append(String.format(
                    Locale.ROOT, "2025-01-01T%02d:%02d:00Z,%s%n", i / 60, i % 60, i % 3 == 0 ? "-0.01" : "0.02"));
        }
        Said said = metrics(text.toString(), "cagr", "sharpe_geometric", "upside_share", "--force");
        assertThat(said.code()).isEqualTo(ExitCode.DONE);
        assertThat(said.out())
                .containsPattern("cagr +undefined +not available: larger than a number can be")
                .containsPattern("upside_share +66\\.7 %");
    }

    /** Two whole days: (204 - 0) / 202 - 1 of the second, (202 - 100) / 100 - 1 of the first. */
    @Test
    void a_deposit_in_a_row_that_another_replaces_is_no_gain() throws IOException {
        Said said = metrics(
                "time,equity,flow\n2025-01-01,100,0\n2025-01-02,200,100\n2025-01-02,202,0\n2025-01-03,204,0\n",
                "total_return");
        assertThat(said.out()).containsPattern("total_return +3\\.01 %");
    }

    @Test
    void a_deposit_in_a_row_without_a_value_is_no_gain() throws IOException {
        Said said = metrics(
                "time,equity,flow\n2025-01-01,100,0\n2025-01-02,,100\n2025-01-03,204,0\n2025-01-04,204,0\n",
                "total_return");
        assertThat(said.out()).containsPattern("total_return +4\\.00 %");
    }

    @Test
    void a_deposit_that_is_written_twice_is_one() throws IOException {
        Said said = metrics(
                "time,equity,flow\n2025-01-01,100,0\n2025-01-02,204,100\n2025-01-02,204,100\n2025-01-03,204,0\n",
                "total_return");
        assertThat(said.out()).containsPattern("total_return +4\\.00 %");
    }

    @Test
    void a_header_that_ends_in_pct_says_per_cent() throws IOException {
        Said said = metrics("date,return_pct\n2025-01-01,1\n2025-01-02,-0.5\n2025-01-03,2\n", "best_day");
        assertThat(said.out()).containsPattern("best_day +2\\.00 %").contains("its header says per cent");
    }

    @Test
    void profit_in_two_currencies_is_undefined_because_of_them() throws IOException {
        Said said = metrics(
                "symbol,exit_time,pnl\nBTC/USDT,2025-01-01T10:00:00Z,5\nETH/BTC,2025-01-02T10:00:00Z,-1\n", "net_pnl");
        assertThat(said.out())
                .contains("P&L is in BTC and USDT, which are not added")
                .doesNotContain("not known");
    }

    @Test
    void the_periods_of_a_year_that_are_printed_are_those_that_were_taken() throws IOException {
        // gaps of 1, 3, 5, 7 and 7 hours; between the returns' own times 3, 5, 7 and 7, so 6: 8,760 / 6
        Said said = metrics(
                "time,equity\n2025-01-01T00:00:00Z,100\n2025-01-01T01:00:00Z,101\n2025-01-01T04:00:00Z,100\n"
                        + "2025-01-01T09:00:00Z,102\n2025-01-01T16:00:00Z,103\n2025-01-01T23:00:00Z,101\n",
                "volatility",
                "--json");
        assertThat(said.out()).contains("\"periods_per_year\" : 1460", "√1,460");
    }

    /** Fees: 1.5 + 2; the other trade has none, and is told. */
    @Test
    void fees_of_a_file_are_added_where_they_are_known() throws IOException {
        Said said = metrics("exit_time,pnl,fee\n2025-01-01T10:00:00Z,5,1.5\n2025-01-02T10:00:00Z,-1,\n"
                + "2025-01-03T10:00:00Z,4,2\n");
        assertThat(said.out()).containsPattern("fees +3\\.50");
    }
}
