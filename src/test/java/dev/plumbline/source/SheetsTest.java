package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of trades and equity in other formats, encodings and spellings than plain CSV. */
final class SheetsTest {

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private List<String> trades() {
        return List.of(imports.rows(
                        "SELECT concat_ws(' ', symbol, exit_time, quantity, entry_price, pnl) AS t FROM trades ORDER BY time, id")
                .texts("t"));
    }

    private List<String> notes(LoadReport report) {
        return report.notes().stream()
                .map(note -> note.replace(imports.path("").toString() + "/", ""))
                .toList();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(imports.path(name).getParent());
        Files.write(imports.path(name), bytes);
    }

    @Test
    void json_lines_load_and_a_broken_one_is_rejected() {
        imports.write("a.jsonl", """
                {"id": 1, "pair": "BTC/USDT", "exit_time": 1761998400123, "profit": 1.5, "extra": {"mood": "x"}, "list": [1]}
                not json

                {"id": 2, "pair": "BTC/USDT", "exit_time": "2025-11-01 13:00:00.123456789 UTC", "profit": null}
                """);
        LoadReport report = imports.load();
        assertThat(trades())
                .containsExactly("BTC/USDT 2025-11-01 12:00:00.123 1.5", "BTC/USDT 2025-11-01 13:00:00.123456");
        assertThat(imports.said(report))
                .containsExactly(
                        "a.jsonl:2:1: found \"not json\": one JSON object a line was expected; the line is left out");
        assertThat(notes(report))
                .containsExactly(
                        "a.jsonl: columns that are not read: extra.mood",
                        "a.jsonl: 1 closed trades have neither a profit nor the prices to compute one");
    }

    @Test
    void an_array_of_objects_loads_up_to_where_it_breaks() {
        imports.write(
                "e.json",
                "[{\"time\": \"2025-11-01T10:00:00Z\", \"equity\": 100},\n {\"time\": \"2025-11-01T11:00:00Z\", \"equity\": \"101\"},\n {\"ti");
        LoadReport report = imports.load();
        assertThat(imports.rows("SELECT value FROM equity ORDER BY time").doubles("value"))
                .containsExactly(100, 101);
        assertThat(report.rejected()).hasSize(1);
    }

    @Test
    void parquet_loads() throws SQLException, IOException {
        Files.createDirectories(imports.path(""));
        try (Connection connection = DuckDb.open()) {
            DuckDb.execute(
                    connection,
                    "a fixture",
                    "COPY (SELECT 7 AS ticket, 'ETHUSDT' AS symbol, TIMESTAMPTZ '2025-11-01 12:00:00+02' AS close_time, 2.5 AS profit"
                            + " UNION ALL SELECT 8, 'ETHUSDT', NULL, 1) TO "
                            + DuckDb.literal(imports.path("p.parquet").toString()));
        }
        LoadReport report = imports.load();
        assertThat(trades()).containsExactly("ETH/USDT 2025-11-01 10:00:00 2.5");
        assertThat(imports.said(report))
                .containsExactly(
                        "p.parquet:2:3: exit_time: an entry or an exit time was expected; the line is left out");
    }

    @Test
    void decimal_commas_are_decided_for_the_whole_file() {
        imports.write(
                "a.csv",
                "pair;exit date;qty;entry price;pnl\nSOLUSDT;16.11.2025 10:00;0,5;1.234,5;1.234\nSOLUSDT;17.11.2025 10:00;2;1.234;0,25 USDT\n");
        LoadReport report = imports.load();
        assertThat(trades())
                .containsExactly(
                        "SOL/USDT 2025-11-16 10:00:00 0.5 1234.5 1234.0",
                        "SOL/USDT 2025-11-17 10:00:00 2.0 1234.0 0.25");
        assertThat(notes(report))
                .contains(
                        "a.csv: commas separate decimals, as in 0,25 USDT: points and spaces are taken for thousands' separators");
    }

    @Test
    void amounts_may_have_units_but_none_that_multiplies() {
        imports.write(
                "a.csv",
                "pair,exit_time,qty,entry_price,pnl\nSOL/USDT,2025/11/16 10:00:00Z,0.18SOL,\"$1,234.5\",\"-1,234.5 USDT\"\n"
                        + "SOL/USDT,2025-11-17T10:00:00Z,5k,1e2,3\n");
        LoadReport report = imports.load();
        assertThat(trades())
                .containsExactly(
                        "SOL/USDT 2025-11-16 10:00:00 0.18 1234.5 -1234.5", "SOL/USDT 2025-11-17 10:00:00 100.0 3.0");
        assertThat(imports.said(report))
                .containsExactly(
                        "a.csv:3:3: found \"5k\": quantity: a number was expected; the line is kept without it");
    }

    @Test
    void any_encoding_is_read_and_said() throws IOException {
        String text = "time,équité,equity\n2025-11-01T10:00:00Z,é,1\n";
        write("wide.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        write("bare.csv", text.replace("11-01", "11-02").getBytes(StandardCharsets.UTF_16BE));
        write("west.csv", text.replace("11-01", "11-03").getBytes(Charset.forName("windows-1252")));
        LoadReport report = imports.load();
        assertThat(imports.rows("SELECT value FROM equity").doubles("value")).containsExactly(1, 1, 1);
        assertThat(notes(report))
                .contains(
                        "wide.csv: the file is UTF-16LE",
                        "bare.csv: the file is UTF-16BE",
                        "west.csv: 2 lines are not UTF-8: read as Windows-1252",
                        "west.csv: columns that are not read: équité");
    }

    @Test
    void an_hour_that_the_clocks_skipped_is_rejected_and_one_shown_twice_is_noted() {
        // Europe/Berlin: 2025-03-30 02:00 to 03:00 did not exist, 2025-10-26 02:00 to 03:00 came twice
        imports.write("a.csv", "time,equity\n2025-03-30 01:30:00,1\n2025-03-30 02:30:00,2\n2025-10-26 02:30:00,3\n");
        ImportOptions berlin = new ImportOptions(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of("Europe/Berlin")),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        LoadReport report = imports.load(Optional.empty(), berlin, "");
        assertThat(imports.rows("SELECT concat_ws(' ', time, value) AS t FROM equity ORDER BY time")
                        .texts("t")[0])
                .isEqualTo("2025-03-30 00:30:00 1.0");
        assertThat(imports.rows("SELECT value FROM equity ORDER BY time").doubles("value"))
                .containsExactly(1, 3);
        assertThat(imports.said(report))
                .containsExactly(
                        "a.csv:3:1: found \"2025-03-30 02:30:00\": time: the clocks of Europe/Berlin skipped this hour:"
                                + " a time that existed was expected; the line is left out");
        assertThat(notes(report))
                .containsExactly("a.csv: 1 values of time lie in an hour that the clocks of Europe/Berlin showed twice:"
                        + " the earlier or later is not told");
    }

    @Test
    void a_column_can_be_mapped_to_a_field() {
        imports.write("a.csv", "when closed,Realised\n2025-11-01T10:00:00Z,5\n");
        assertThat(imports.load().loaded()).isZero();
        ImportOptions mapped = ImportOptions.of("").withMap(Map.of("when closed", "exit_time", "Realised", "pnl"));
        assertThat(imports.load(Optional.of("csv"), mapped, "a.csv").loaded()).isEqualTo(1);
        assertThat(trades()).containsExactly("2025-11-01 10:00:00 5.0");
        assertThatThrownBy(() -> new ImportRequest(
                        List.of("a.csv"), Optional.empty(), ImportOptions.of("").withMap(Map.of("Realised", "pln"))))
                .hasMessageStartingWith(
                        "there is no field \"pln\" to map \"Realised\" to: did you mean \"pnl\"? One of account, ");
    }

    @Test
    void a_dry_run_says_what_would_be_read_as_what() {
        imports.write("a.csv", "symbol,exit_time,pnl,mood\nA,soon,1,x\nA,2025-11-01T10:00:00Z,2,x\n")
                .write("b.txt", "hello");
        List<String> lines = DryRun.of(
                Queries.find(), List.of(ImportRequest.of(imports.path("a.csv").toString())));
        String path = imports.path("a.csv").toString();
        assertThat(lines)
                .containsExactly(
                        path + ": read as csv, agent unnamed",
                        "  holds trades; times without a zone are taken for UTC (--zone tells another)",
                        "  symbol → symbol, such as A",
                        "  exit_time → exit_time, such as soon",
                        "  pnl → pnl, such as 1",
                        "  " + path
                                + ":2:2: found \"soon\": exit_time: a time such as 2026-11-16T10:00:00Z or unix seconds was"
                                + " expected; the line is left out",
                        "  note: " + path + ": columns that are not read: mood");
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
