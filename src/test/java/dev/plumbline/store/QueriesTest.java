package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QueriesTest {

    private static final Queries QUERIES = Queries.find();

    static List<String> queries() {
        return Stream.of("samples", "checks", "explore", "alerts")
                .flatMap(folder -> QUERIES.names(folder).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_runs_on_the_empty_store_and_says_what_a_row_is(String name, @TempDir java.nio.file.Path data)
            throws SQLException {
        assertThat(QUERIES.header(name)).as(name).startsWith("A row is").endsWith(".");
        try (Store store = Store.open(data, QUERIES);
                PreparedStatement statement = store.connection().prepareStatement(QUERIES.text(name))) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setObject(i, null);
            }
            assertThat(statement.executeQuery().getMetaData().getColumnCount()).isPositive();
        }
    }

    @Test
    void there_are_queries() {
        assertThat(queries()).hasSizeGreaterThan(8);
    }
}
