package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several megabytes, whose rows are published without being staged where nothing else has their keys. */
final class BigCsvTest {

    private static final int LINES = 60_000;
    private static final String HEADER =
            "trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,fee\n";

    @TempDir
    Path folder;

    /** Trade n opens n minutes after the year began and wins n thousandths, so that sums can be told in the head. */
    private static String lines(int from, int to) {
        return lines(LocalDateTime.of(2025, 1, 1, 0, 0), from, to);
    }

    private static String lines(LocalDateTime start, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int n = from; n < to; n++) {
            String time = start.plusMinutes(n) + ":00Z";
            text.append(n)
                    .append(n % 2 == 0 ? ",BTC/USDT,long," : ",ETH-USDT,short,")
                    .append(time)
                    .append(',')
                    .append(time)
                    .append(",1,100,101,0.")
                    .append(String.format(Locale.ROOT, "%03d", n % 1000))
                    .append(",0.1\n");
        }
        return text.toString();
    }

    private String sums(Imports imports) {
        return imports.rows(
                        "SELECT concat_ws(' ', COUNT(*), COUNT(DISTINCT id), round(SUM(pnl), 3), MIN(symbol), MAX(symbol), COUNT(DISTINCT agent),"
                                + " MAX(pnl_currency), MAX(weekday), COUNT(DISTINCT day), MAX(account)) AS t FROM trades")
                .texts("t")[0];
    }

    @Test
    void a_big_file_loads_once_and_grows() {
        Imports imports = new Imports(folder).write("a.csv", HEADER + lines(0, LINES));
        LoadReport first = imports.load();
        assertThat(first.loaded()).isEqualTo(LINES);
        assertThat(first.rejected()).isEmpty();
        // 60 times the sum of 0.000 to 0.999
        assertThat(sums(imports)).isEqualTo("60000 60000 29970.0 BTC/USDT ETH/USDT 1 USDT 7 42 unnamed");
        assertThat(imports.load().importId()).isZero();
        imports.write("a.csv", HEADER + lines(0, LINES + 1000));
        LoadReport grown = imports.load();
        assertThat(grown.loaded()).isEqualTo(1000);
        assertThat(grown.tables().get(0).unchanged()).isEqualTo(LINES);
        assertThat(sums(imports)).startsWith("61000 61000 30469.5 ");
    }

    @Test
    void two_big_files_of_one_bot_may_overlap() {
        Imports imports = new Imports(folder)
                .write("a.csv", HEADER + lines(0, LINES))
                .write("b.csv", HEADER + lines(LINES - 1000, 2 * LINES));
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(sums(imports)).startsWith("120000 120000 59940.0 ");
    }

    /** What every row of a big part says stands in the manifest; a reader sees it in every row all the same. */
    @Test
    void columns_that_are_the_same_throughout_are_told_once_and_seen_everywhere() throws IOException {
        Imports imports = new Imports(folder).write("a.csv", HEADER + lines(0, LINES));
        imports.load();
        // months that the first file has not
        imports.write("b.csv", HEADER + lines(4 * LINES, 5 * LINES))
                .load(Optional.empty(), ImportOptions.of("").withAgent("other"), "b.csv");
        Path manifest = folder.resolve("data/store/manifest-2.json");
        assertThat(Files.readString(manifest)).contains("\"agent\" : \"other\"", "\"regime\" : null");
        Rows rows = imports.rows(
                "SELECT agent, account, system, COUNT(*) AS n, COUNT(regime) AS regimes, COUNT(symbol) AS symbols,"
                        + " MIN(import_id) AS import, MAX(parts) AS parts, typeof(ANY_VALUE(mae)) AS type FROM trades GROUP BY ALL ORDER BY agent");
        assertThat(rows.texts("agent")).containsExactly("other", "unnamed");
        assertThat(rows.texts("account")).containsExactly("other", "unnamed");
        assertThat(rows.texts("system")).containsOnly("csv");
        assertThat(rows.doubles("n")).containsOnly(LINES);
        assertThat(rows.doubles("regimes")).containsOnly(0);
        assertThat(rows.doubles("symbols")).containsOnly(LINES);
        assertThat(rows.doubles("import")).containsExactly(2, 1);
        assertThat(rows.doubles("parts")).containsOnly(1);
        assertThat(rows.texts("type")).containsOnly("DOUBLE");
        // a few rows more: the month is written anew, with all its columns
        imports.write("c.csv", HEADER + lines(5 * LINES, 5 * LINES + 10).replace("BTC/USDT", "SOL/EUR"))
                .load(Optional.empty(), ImportOptions.of("").withAgent("other"), "c.csv");
        Rows after = imports.rows(
                "SELECT COUNT(*) AS n, COUNT(DISTINCT symbol) AS symbols, COUNT(DISTINCT import_id) AS imports,"
                        + " COUNT(DISTINCT file) AS files FROM trades WHERE agent = 'other'");
        assertThat(after.doubles("n")).containsExactly(LINES + 10);
        assertThat(after.doubles("symbols")).containsExactly(3);
        assertThat(after.doubles("imports")).containsExactly(2);
        assertThat(after.doubles("files")).containsExactly(2);
    }

    /** A stretch of DuckDB's tables has 122,880 rows: 20 rows of April come before its end, too few for DuckDB to pass on at once. */
    @Test
    void parts_hold_their_rows_in_the_order_of_time() {
        LocalDateTime start = LocalDateTime.of(2025, 4, 1, 0, 0).minusMinutes(122_860);
        new Imports(folder).write("a.csv", HEADER + lines(start, 0, 130_000)).load();
        try (Staging scratch = Staging.open(Queries.find())) {
            Rows rows = scratch.select(
                    "order",
                    "SELECT COUNT(*) AS n, COUNT(*) FILTER (time < before) AS back FROM (SELECT time, lag(time) OVER"
                            + " (PARTITION BY filename ORDER BY file_row_number) AS before FROM read_parquet(?,"
                            + " filename=true, file_row_number=true))",
                    folder.resolve("data/store/trades/*/1.parquet").toString());
            assertThat(rows.doubles("n")).containsExactly(130_000);
            assertThat(rows.doubles("back")).containsExactly(0);
        }
    }

    @Test
    void newest_first_loads_the_same() {
        List<String> oldest = lines(0, LINES).lines().toList();
        StringBuilder newest = new StringBuilder(HEADER);
        for (int i = oldest.size() - 1; i >= 0; i--) {
            newest.append(oldest.get(i)).append('\n');
        }
        Imports imports = new Imports(folder).write("a.csv", newest.toString());
        LoadReport report = imports.load();
        assertThat(report.loaded()).isEqualTo(LINES);
        assertThat(report.byFile())
                .containsExactly(
                        new LoadReport.FileLoad(imports.path("a.csv").toString(), "csv", "trades", LINES, 0, 0));
        assertThat(sums(imports)).isEqualTo("60000 60000 29970.0 BTC/USDT ETH/USDT 1 USDT 7 42 unnamed");
        assertThat(imports.rows("SELECT loaded AS n FROM files").doubles("n")).containsExactly(LINES);
    }

    @Test
    void one_bad_field_of_a_big_file_is_rejected_with_its_line() {
        Imports imports = new Imports(folder)
                .write(
                        "a.csv",
                        HEADER
                                + lines(0, LINES)
                                        .replace("\n59999,ETH-USDT,short", "\n59999,ETH-USDT,sideways")
                                        .replace(",0.777,", ",0.x,"));
        LoadReport report = imports.load();
        assertThat(report.rejected()).hasSize(61);
        assertThat(imports.said(report))
                .contains(
                        "a.csv:60001:3: found \"sideways\": side: long, short, buy or sell was expected; the line is kept without it",
                        "a.csv:779:9: found \"0.x\": pnl: a number was expected; the line is kept without it");
        assertThat(imports.rows("SELECT COUNT(*) AS n FROM trades").doubles("n")[0])
                .isEqualTo(LINES);
    }

    @Test
    void one_bad_line_of_a_big_file_is_rejected_with_its_line() {
        Imports imports = new Imports(folder)
                .write("a.csv", HEADER + lines(0, LINES).replace("\n50000,BTC/USDT,", "\n\n50000,BTC/USDT,,"));
        LoadReport report = imports.load();
        assertThat(imports.said(report))
                .containsExactly(
                        "a.csv:50003: found \"50000,BTC/USDT,,long,2025-02-04T17:20:00Z,2025-02-04T17:20:00Z,1,100,101,0.000,0.1\":"
                                + " 11 fields, 10 were expected as in the header; the line is left out");
        assertThat(sums(imports)).startsWith("59999 59999 29970.0 ");
    }
}
