package dev.plumbline.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import dev.plumbline.store.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DialectTest {

    private static final Queries QUERIES = Queries.find();
    private static final Schema SCHEMA = Schema.read(QUERIES);

    /** What the subset cannot say, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "samples/own_figures",
            "a report's figures are JSON of any depth, and no two engines unfold JSON alike; where the lake is elsewhere, this"
                    + " query is asked of the store");

    static List<String> queries() {
        return Stream.of("samples", "explore", "checks")
                .flatMap(folder -> QUERIES.names(folder).stream())
                .filter(name -> !EXCEPTIONS.containsKey(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_stays_in_the_shared_subset(String name) {
        assertThat(read(name)).isEmpty();
    }

    @Test
    void an_exception_is_a_query_that_the_subset_does_refuse() {
        assertThat(EXCEPTIONS.keySet())
                .allSatisfy(name -> assertThat(read(name)).isNotEmpty());
    }

    @Test
    void a_finding_names_file_line_and_column_and_what_to_write_instead() {
        assertThat(Dialect.read("queries/x.sql", "SELECT time,\n       pnl / quantity AS unit\nFROM trades", SCHEMA))
                .extracting(Finding::toString)
                .containsExactly(
                        "queries/x.sql:2:12: a division by what can be 0: write NULLIF(…, 0E0) around the divisor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '§', textBlock = """
            SELECT pnl / NULLIF(fee, 0E0) AS a FROM trades                              ~
            SELECT 100 * CAST(COUNT(*) AS DOUBLE) / NULLIF(COUNT(fee), 0) AS a FROM trades ~
            SELECT COUNT(*) / NULLIF(COUNT(fee), 0) AS a FROM trades                     ~ a division of what may be integers
            SELECT time_us / 1000000 AS a FROM trades                                    ~ a division of what may be integers
            SELECT time_us / 1E6 AS a FROM trades                                        ~
            SELECT cycle % 0 AS a FROM events                                            ~ a division by what can be 0
            SELECT date_diff('day', entry_time, exit_time) AS a FROM trades              ~ DATE_DIFF
            SELECT EXTRACT(DOW FROM time) AS a FROM trades                               ~ EXTRACT(DOW)
            SELECT EXTRACT(EPOCH FROM time) AS a FROM trades                             ~ Invalid EXTRACT field: EPOCH
            SELECT symbol, COUNT(*) AS n FROM trades GROUP BY ALL                        ~ the name ALL
            SELECT t.pnl FROM trades AS t ASOF JOIN equity AS e ON t.time >= e.time      ~ mismatched input 'ASOF'
            SELECT t.pnl FROM trades ASOF JOIN equity AS e ON e.time = e.time            ~ the name ASOF
            SELECT pnl FROM trades QUALIFY ROW_NUMBER() OVER (ORDER BY time) = 1         ~ mismatched input 'ROW_NUMBER'
            SELECT time FROM generate_series(1, 3) AS g                                  ~ mismatched input '('
            SELECT MAX(x) AS a FROM UNNEST(ARRAY[1, 2]) AS t (x)                         ~ arrays
            SELECT CAST(pnl AS VARCHAR(20)) AS a FROM trades                             ~ a double CAST AS VARCHAR
            SELECT CAST(SUM(fee) AS VARCHAR(20)) AS a FROM trades                        ~ a double CAST AS VARCHAR
            SELECT CAST(CAST(pnl AS DECIMAL(18,2)) AS VARCHAR(20)) AS a FROM trades      ~
            SELECT CAST(cycle AS VARCHAR) AS a FROM events                               ~ a bare CAST AS VARCHAR
            SELECT CAST(? AS TIMESTAMP) AS a FROM events                                 ~ CAST AS TIMESTAMP without a precision
            SELECT CAST(pnl AS BIGINT) AS a FROM trades                                  ~ a double CAST AS BIGINT
            SELECT CAST(FLOOR(pnl) AS BIGINT) AS a FROM trades                           ~
            SELECT arg_max(pnl, time) AS a FROM trades                                   ~ ARG_MAX
            SELECT MAX_BY(pnl, time) AS a FROM trades                                    ~ MAX_BY of a value that can be NULL
            SELECT MAX_BY(pnl, time) FILTER (WHERE pnl IS NOT NULL) AS a FROM trades     ~
            SELECT MAX_BY(id, time) AS a FROM trades                                     ~
            SELECT GREATEST(pnl, 0E0) AS a FROM trades                                   ~ GREATEST of what can be NULL
            SELECT GREATEST(COALESCE(pnl, 0E0), 0E0) AS a FROM trades                    ~
            SELECT string_agg(symbol, ',') AS a FROM trades                              ~ STRING_AGG
            SELECT median(pnl) AS a FROM trades                                          ~ MEDIAN
            SELECT log(pnl) AS a FROM trades                                             ~ LOG
            SELECT skewness(pnl) AS a FROM trades                                        ~ SKEWNESS
            SELECT isnan(pnl) AS a FROM trades                                           ~ ISNAN
            SELECT now() AS a FROM trades                                                ~ NOW
            SELECT CURRENT_DATE AS a FROM trades                                         ~ the clock
            SELECT "pnl" FROM trades                                                     ~ the quoted name "pnl"
            SELECT `pnl` FROM trades                                                   ~ backquoted identifiers are not supported
            SELECT time AS to FROM trades                                                ~ the name to
            SELECT time AS end FROM trades                                               ~ mismatched input 'end'
            SELECT 1 AS a FROM trades;                                                   ~ mismatched input ';'
            SELECT price * quantity AS a FROM orders                                     ~ a product of decimals
            SELECT CAST(price AS DOUBLE) * CAST(quantity AS DOUBLE) AS a FROM orders     ~
            SELECT pnl FROM trades ORDER BY pnl                                          ~ ORDER BY pnl, which can be NULL
            SELECT pnl FROM trades ORDER BY pnl NULLS LAST, time, id                     ~
            SELECT pnl FROM trades ORDER BY pnl NULLS FIRST                              ~ NULLS FIRST
            SELECT MAX(exit_time) AS time FROM trades GROUP BY symbol ORDER BY time      ~ ORDER BY time, which can be NULL
            SELECT LAG(pnl) OVER (ORDER BY exit_time) AS a FROM trades                   ~ ORDER BY exit_time, which can be NULL
            SELECT FIRST_VALUE(pnl) IGNORE NULLS OVER (ORDER BY time) AS a FROM trades   ~ IGNORE NULLS
            SELECT pnl FROM trades FETCH FIRST 1 ROWS ONLY                               ~ FETCH FIRST
            SELECT DATE_TRUNC('quarter', time) AS a FROM trades                          ~ DATE_TRUNC by 'quarter'
            SELECT time - INTERVAL 7 DAY AS a FROM trades                                ~ mismatched input '7'
            SELECT time FROM trades WHERE won_reported IS NOT TRUE                       ~ mismatched input 'TRUE'
            SELECT REGEXP_REPLACE(file, '/', '-') AS a FROM trades                       ~ REGEXP_REPLACE of a pattern
            """)
    void what_engines_read_differently_is_found(String sql, @Nullable String found) {
        List<Finding> findings = Dialect.read("x.sql", sql, SCHEMA);
        if (found == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).first().asString().contains(": " + found);
        }
    }

    private static List<Finding> read(String name) {
        return Dialect.read("queries/" + name + ".sql", QUERIES.text(name), SCHEMA);
    }
}
