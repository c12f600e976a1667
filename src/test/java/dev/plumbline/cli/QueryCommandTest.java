package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCommandTest {

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void three_trades_are_imported() throws IOException {
        data = folder.resolve("data");
        Path trades = Files.writeString(folder.resolve("trades.csv"), """
                trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl
                1,BTC/USDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,110,10
                2,ETH/USDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,90,-10
                3,E\u001b[31mVIL,long,2026-01-01T00:00:00Z,2026-01-03T00:00:00Z,1,100,90,-10
                """);
        Said said = Said.by("import", trades.toString(), "--agent", "mine", "--data", data.toString());
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static Said query(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "query";
        System.arraycopy(args, 0, all, 1, args.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = data.toString();
        return Said.by(all);
    }

    @Test
    void a_query_counts_the_trades() {
        assertThat(query("SELECT COUNT(*) AS n FROM trades").out()).isEqualTo("n\n3\n");
        assertThat(query("SELECT COUNT(*) AS n FROM trades WHERE symbol = ?", "--param", "BTC/USDT", "--format", "json")
                        .out())
                .isEqualTo("{\n  \"rows\" : [ {\n    \"n\" : 1\n  } ]\n}\n");
    }

    @Test
    void a_named_query_takes_the_agent_and_the_last_days() {
        Said said = query("explore/recent_trades", "--agent", "mine", "--format", "csv");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().lines()).hasSize(4).first().asString().startsWith("exit_time,symbol,side");
    }

    @Test
    void what_a_file_says_cannot_steer_the_terminal() {
        assertThat(query("SELECT symbol_written FROM trades ORDER BY id").out())
                .doesNotContain("\u001b")
                .contains("E [31mVIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO 'stolen.csv'",
                "ATTACH 'other.db'",
                "INSTALL httpfs",
                "SET memory_limit='1GB'",
                "CREATE TABLE x AS SELECT 1",
                "DELETE FROM trades",
                "PRAGMA version"
            })
    void nothing_but_a_select_is_run(String sql) {
        Said said = query(sql);
        assertThat(said.err()).isEqualTo("plumb: the store is read-only here: one SELECT was expected\n");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Path.of("stolen.csv")).doesNotExist();
    }

    @Test
    void two_statements_are_one_too_many() {
        assertThat(query("SELECT 1; SELECT 2").err()).isEqualTo("plumb: found 2 statements: one SELECT was expected\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM read_csv('/etc/passwd', columns={'a': 'VARCHAR'})",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_text('https://example.org')"
            })
    void files_outside_the_store_are_out_of_reach(String sql) {
        Said said = query(sql);
        assertThat(said.err()).startsWith("plumb: query: ").contains("Error: ").hasLineCount(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_mistake_is_shown_in_one_line() {
        assertThat(query("SELEC 1").err())
                .isEqualTo("plumb: the query cannot be read: syntax error at or near \"SELEC\"\n");
        assertThat(query("SELECT nosuch FROM trades").err())
                .startsWith("plumb: query: Binder Error: ")
                .hasLineCount(1);
        assertThat(query("SELECT ?").err())
                .isEqualTo("plumb: the query has 1 ?, and 0 --param were given: a --param for each was expected\n");
    }

    @Test
    void a_dimension_that_there_is_not_is_refused() {
        assertThat(Said.by("measure", "win_rate", "--by", "nothing", "--data", data.toString())
                        .err())
                .isEqualTo(
                        "plumb: --by: found \"nothing\", expected one of symbol, agent, exchange, strategy, interval,"
                                + " action, mode, regime, side, hour, weekday, confidence, leverage, currency, metric\n");
    }

    @Test
    void a_baseline_is_not_longer_than_the_data() {
        assertThat(Said.by("baseline", "establish", "--days", "40", "--data", data.toString())
                        .err())
                .isEqualTo(
                        "plumb: --days: found 40, but from 2026-01-03 there are 1 full days of data: a smaller --days"
                                + " or an earlier --from was expected\n");
    }
}
