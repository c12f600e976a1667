package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
