package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
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
        StringBuilder text = new StringBuilder();
        for (int n = from; n < to; n++) {
            String time = LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(n) + ":00Z";
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
