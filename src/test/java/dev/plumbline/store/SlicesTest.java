package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicesTest {

    /** So many rows that three slices are made: 122,880 are sorted at once. */
    private static final long ROWS = 300_000;

    private static List<String> slices(Connection connection, String rows, long most) {
        return Slices.of(connection, rows, "v", most);
    }

    private static double[] sizes(Connection connection, String rows, List<String> slices) {
        return slices.stream()
                .mapToDouble(
                        slice -> Store.select(connection, "size", "SELECT COUNT(*) AS n FROM (" + rows + ")" + slice)
                                .doubles("n")[0])
                .toArray();
    }

    @Test
    void few_rows_are_not_cut() throws SQLException {
        try (Connection connection = DuckDb.open()) {
            assertThat(slices(connection, "SELECT 1 AS v", 1)).containsExactly("");
            assertThat(slices(connection, "SELECT 1 AS v", ROWS)).containsExactly("");
        }
    }

    @Test
    void each_of_many_times_is_in_one_slice() throws SQLException {
        String rows = "SELECT make_timestamp(i * 7919 % 300000 * 1000001) AS v FROM range(" + ROWS + ") AS r(i)";
        try (Connection connection = DuckDb.open()) {
            List<String> slices = slices(connection, rows, ROWS);
            assertThat(slices).hasSize(3);
            // 300,000 different times, since 7919 is a prime: quantile_disc takes the first at or above a share
            assertThat(sizes(connection, rows, slices)).containsExactly(99_999, 100_000, 100_001);
        }
    }

    @Test
    void each_of_many_texts_is_in_one_slice_and_so_is_nothing() throws SQLException {
        String rows = "SELECT CASE WHEN i % 3 > 0 THEN 'it''s ' || i END AS v FROM range(" + ROWS + ") AS r(i)";
        try (Connection connection = DuckDb.open()) {
            List<String> slices = slices(connection, rows, ROWS);
            assertThat(slices).hasSize(3);
            assertThat(Arrays.stream(sizes(connection, rows, slices)).sum()).isEqualTo(ROWS);
        }
    }

    @Test
    void what_is_the_same_throughout_stays_together() throws SQLException {
        String rows = "SELECT 'a' AS v FROM range(" + ROWS + ")";
        try (Connection connection = DuckDb.open()) {
            assertThat(sizes(connection, rows, slices(connection, rows, ROWS))).containsExactly(0, ROWS);
            String nothing = "SELECT NULL::VARCHAR AS v FROM range(" + ROWS + ")";
            assertThat(slices(connection, nothing, ROWS)).containsExactly("");
        }
    }
}
