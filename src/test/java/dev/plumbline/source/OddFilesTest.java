package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Queries;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as bots and people really leave them, which once cost more than themselves or went without a word. */
class OddFilesTest {

    private static final String HEADER = "trade_id,symbol,side,entry_time,exit_time,quantity,pnl,fee\n";
    private static final String ROW = "t1,BTC/USDT,long,2024-02-29T23:59:59Z,2024-03-01T00:00:00Z,1,5,0\n";

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
    }

    private List<String> told(LoadReport report) {
        return report.notes().stream()
                .map(note -> note.replace(imports.path("").toString() + "/", ""))
                .toList();
    }

    @Test
    void a_nul_character_in_a_pair_does_not_end_the_import() {
        imports.write("a.csv", HEADER + ROW.replace("USDT", "USDT\0")).write("b.csv", HEADER + ROW.replace("t1", "t2"));
        assertThat(imports.load().rejected()).isEmpty();
        assertThat(imports.rows("SELECT id FROM trades ORDER BY id").texts("id"))
                .containsExactly("t1", "t2");
    }

    @Test
    void a_last_line_that_is_being_written_is_left_for_next_time_and_noted() {
        imports.write("a.csv", HEADER + ROW + "t2,BTC/USDT,long,2024-0")
                .write(
                        "b.jsonl",
                        "{\"trade_id\":\"j1\",\"symbol\":\"A/B\",\"entry_time\":1709251199,\"pnl\":1}\n{\"trade_id\":\"j2\",\"sy");
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(told(report))
                .contains(
                        "a.csv:3: the last line is still being written; it is left for next time",
                        "b.jsonl:2: the last line is still being written; it is left for next time");
        imports.write(
                "b.jsonl",
                "{\"trade_id\":\"j1\",\"symbol\":\"A/B\",\"entry_time\":1709251199,\"pnl\":1}\n{\"trade_id\":\"j2\",\"sy\n");
        assertThat(imports.said(imports.load()))
                .containsExactly(
                        "b.jsonl:2:21: found \"{\"trade_id\":\"j2\",\"sy\": one JSON object a line was expected; the line is left out");
    }

    /** Instants by Python 3.11: datetime(…, tzinfo=utc) and n // 1000. */
    @ParameterizedTest
    @CsvSource({
        "01.03.2024, 2024-03-01 00:00:00",
        "20240229, 2024-02-29 00:00:00",
        "1709251343395965999, 2024-03-01 00:02:23.395965",
        "1709251199.5, 2024-02-29 23:59:59.5",
    })
    void a_time_is_read_as_people_and_programs_write_it(String written, String expected) {
        imports.write("a.csv", HEADER + "t1,BTC/USDT,long," + written + ",2024-03-02T00:00:00Z,1,5,0\n");
        assertThat(imports.load().rejected()).isEmpty();
        assertThat(imports.rows("SELECT CAST(entry_time AS VARCHAR) AS v FROM trades")
                        .texts("v"))
                .containsExactly(expected);
    }

    @Test
    void few_digits_count_rows_and_are_no_time() {
        imports.write("a.csv", "time,equity\n1,100\n2,101\n");
        assertThat(imports.said(imports.load()))
                .containsExactly(
                        "a.csv:2:1: found \"1\": time: a time such as 2026-11-16T10:00:00Z or unix seconds was expected; the line"
                                + " is left out",
                        "a.csv:3:1: found \"2\": time: a time such as 2026-11-16T10:00:00Z or unix seconds was expected; the line"
                                + " is left out");
    }

    @Test
    void an_amount_in_brackets_is_negative() {
        imports.write(
                "a.csv", HEADER + "t1,BTC/USDT,long,2024-02-29T23:59:59Z,2024-03-01T00:00:00Z,1,\"($1,179.955)\",0\n");
        assertThat(imports.load().rejected()).isEmpty();
        assertThat(imports.rows("SELECT pnl FROM trades").doubles("pnl")).containsExactly(-1179.955);
    }

    @Test
    void bars_may_separate_fields() {
        imports.write("a.csv", (HEADER + ROW).replace(',', '|'));
        imports.load();
        assertThat(imports.rows("SELECT id FROM trades").texts("id")).containsExactly("t1");
    }

    @Test
    void an_instant_that_comes_twice_is_noted_where_another_line_has_none() {
        imports.write("a.csv", "time,equity\n2024-02-29T00:00:00Z,1\n2024-02-29T00:00:00Z,2\n,3\n");
        assertThat(told(imports.load()))
                .containsExactly("a.csv: 1 lines repeat the key of a later one: the last line of each is taken");
    }

    @Test
    void files_of_no_system_are_counted_and_named() {
        imports.write("a.csv", HEADER + ROW)
                .write("notes.txt", "buy low")
                .write("x.db-wal", "")
                .write("odd.csv", "a,b\n1,2\n");
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(told(report))
                .containsExactly(
                        "2 files are of no system's name or shape and not read: notes.txt, odd.csv; what is one of a"
                                + " bot's can be named with --as");
    }

    @Test
    void a_trade_that_gives_way_to_one_of_another_file_is_told() {
        imports.write("one/trades.csv", HEADER + ROW).write("two/trades.csv", HEADER + ROW.replace("BTC", "ETH"));
        assertThat(imports.said(imports.load()))
                .containsExactly("one/trades.csv: found \"t1\": 1 rows of trades have an id that "
                        + imports.path("two/trades.csv")
                                .toString()
                                .replace(imports.path("").toString() + "/", "")
                        + " says of something else, which stays: import each bot's files with an --agent of its own (now"
                        + " unnamed)");
    }

    @Test
    void an_export_that_overlaps_another_is_no_loss() {
        imports.write("one/trades.csv", HEADER + ROW).write("two/trades.csv", HEADER + ROW + ROW.replace("t1", "t2"));
        assertThat(imports.load().rejected()).isEmpty();
        assertThat(imports.rows("SELECT id FROM trades ORDER BY id").texts("id"))
                .containsExactly("t1", "t2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "freqtrade; trades (id INT, pair TEXT, is_open INT, fee_open REAL, fee_close REAL, open_rate REAL, close_rate REAL,"
                        + " close_profit_abs REAL, stake_amount REAL, amount REAL, open_date TEXT, close_date TEXT, strategy TEXT);"
                        + " 1, 'BTC/USDT', 0, 0.001, 0.001, 1, 2, 5, 1, 1, '2024-02-29 23:59:59', '2024-03-01 00:00:00', 's'",
                "kraken-momentum; trades (trade_id TEXT, pair TEXT, side TEXT, entry_price REAL, exit_price REAL, size REAL,"
                        + " size_usd REAL, entry_time TEXT, exit_time TEXT, pnl REAL, num_entries INT);"
                        + " 'a', 'XBTUSD', 'long', 1, 2, 5, 5, '2024-02-29T23:59:59+00:00', '2024-03-01T00:00:00+00:00', 5, 1",
                "kraken; positions (position_id TEXT, symbol TEXT, position_type TEXT, status TEXT, original_size REAL,"
                        + " current_size REAL, avg_entry_price REAL, current_price REAL, realized_pnl REAL, created_at INT, closed_at INT);"
                        + " 'p', 'BTC/USD', 'LONG', 'CLOSED', 1, 0, 1, 2, 5, 1709251199000, 1709251200000",
                "roma; trades (agent_id TEXT, symbol TEXT, side TEXT, entry_price REAL, close_price REAL, quantity REAL, leverage INT,"
                        + " open_time TEXT, close_time TEXT, pnl_pct REAL, pnl_usdt REAL);"
                        + " 'x', 'BTCUSDT', 'long', 1, 2, 5, 1, '2024-02-29T23:59:59', '2024-03-01T00:00:00', 100, 5",
            })
    void a_copy_of_one_table_is_known_by_its_columns(String system, String table, String row)
            throws SQLException, IOException {
        Files.createDirectories(imports.path("some.db").getParent());
        TradingDb.write(
                imports.path("some.db"),
                "CREATE TABLE " + table,
                "INSERT INTO " + table.substring(0, table.indexOf(' ')) + " VALUES (" + row + ")");
        imports.load();
        assertThat(imports.rows("SELECT system || ' ' || CAST(time AS VARCHAR) AS v FROM trades")
                        .texts("v"))
                .containsExactly(system + " 2024-02-29 23:59:59");
    }

    @Test
    void series_of_a_name_that_two_systems_have_are_of_the_bot_whose_file_is_beside_them() {
        String answer =
                "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"__name__\":"
                        + " \"%s\"}, \"values\": [[1709251199, \"%d\"]]}]}}";
        imports.write("a.json", answer.formatted("telegram_connection_status", 1))
                .write("b.json", answer.formatted("app_healthy", 1))
                .write("c.json", answer.formatted("node_load1", 1))
                .write("d.json", answer.formatted("node_load5", 1))
                .write("e.json", answer.formatted("up", 1));
        imports.load();
        assertThat(imports.rows("SELECT system || ' ' || metric AS v FROM samples ORDER BY v")
                        .texts("v"))
                .containsExactly(
                        "bingx app_healthy",
                        "bingx telegram_connection_status",
                        "prometheus node_load1",
                        "prometheus node_load5",
                        "prometheus up");
    }

    @Test
    void a_sold_quantity_is_written_without_its_sign() {
        imports.write(
                "a.csv", HEADER + "t1,BTC/USDT,short,2024-02-29T23:59:59Z,2024-03-01T00:00:00Z,-0.00000001,5,0\n");
        imports.load();
        assertThat(imports.rows("SELECT quantity FROM trades").doubles("quantity"))
                .containsExactly(1e-8);
    }

    @Test
    void signal_metadata_that_is_no_json_costs_itself_alone() throws SQLException, IOException {
        Files.createDirectories(imports.path("some.db").getParent());
        TradingDb.write(imports.path("some.db"), """
                CREATE TABLE orders (id TEXT, created_at TEXT, broker_order_id TEXT, status TEXT, symbol TEXT, side TEXT, price TEXT,
                                     quantity TEXT, filled_quantity TEXT, signal_metadata TEXT);
                CREATE TABLE positions (id INT, symbol TEXT, size TEXT, avg_price TEXT, updated_at TEXT);
                INSERT INTO orders VALUES ('u1', '2024-02-29 23:59:59', NULL, 'FILLED', 'BTC-USDT', 'BUY', '1', '1', '1', 'in words'),
                                          ('u2', '2024-02-29 23:59:59', NULL, 'FILLED', 'BTC-USDT', 'BUY', '1', '1', '1', '{"source": "x"}');
                """);
        assertThat(imports.load().rejected()).isEmpty();
        assertThat(imports.rows("SELECT id || COALESCE(strategy, '') AS v FROM orders ORDER BY id")
                        .texts("v"))
                .containsExactly("u1", "u2x");
    }

    @Test
    void a_column_of_names_that_holds_numbers_alone_is_read_as_text() throws SQLException, IOException {
        Files.createDirectories(imports.path("some.db").getParent());
        TradingDb.write(imports.path("some.db"), """
                CREATE TABLE positions (position_id, symbol, position_type, status, original_size, avg_entry_price, current_price,
                                        realized_pnl, created_at, closed_at);
                INSERT INTO positions VALUES (1, 7, 'LONG', 'CLOSED', 1, 1, 2, 5, 1709251199000, 1709251200000),
                                             (2, 7, 'LONG', 'CLOSED', 1, 1, 2, 5, NULL, NULL);
                """);
        assertThat(imports.said(imports.load()))
                .containsExactly(
                        "some.db: found \"2: NULL\": created_at is not usable: milliseconds since 1970 were expected");
        assertThat(imports.rows("SELECT symbol_written AS v FROM trades").texts("v"))
                .containsExactly("7");
    }

    @Test
    void a_fee_that_is_no_number_is_told() {
        imports.write("k.csv", """
                "txid","ordertxid","pair","time","type","ordertype","price","cost","fee","vol","margin","misc","ledgers"
                "T1","O1","XXBTZEUR","2024-02-29 23:59:59.9999","buy","limit",50000,5000,few,0.1,0,"","L1"
                """).write("b.csv", """
                Date(UTC),Pair,Side,Price,Executed,Amount,Fee
                2024-02-29 23:59:59,SOLBUSD,BUY,110.03,0.18SOL,19.8054BUSD,few
                """);
        assertThat(imports.said(imports.load()))
                .containsExactlyInAnyOrder(
                        "k.csv:2: found \"few\": fee: a number was expected; the line is kept without it",
                        "b.csv:2: found \"few\": fee: a number was expected; the line is kept without it");
    }

    @Test
    void a_file_that_makes_a_query_fail_is_left_out_alone() {
        try (Staging staging = Staging.open(Queries.find())) {
            Rejections rejections = new Rejections();
            List<SourceFile> files = List.of(
                    new SourceFile(folder, "a", 0), new SourceFile(folder, "b", 0), new SourceFile(folder, "c", 0));
            Survivors.read(
                    files,
                    staging,
                    rejections,
                    (some, said) -> some.forEach(file -> {
                        DuckDb.update(
                                staging.connection(),
                                "a row",
                                "INSERT INTO staged.events BY NAME SELECT ? AS id, TIMESTAMP '2024-02-29' AS time, ? AS file",
                                file.shown(),
                                file.shown());
                        said.note("read " + file.shown());
                        staging.select(
                                "its value",
                                "SELECT CAST(? AS INTEGER) AS n",
                                file.shown().equals("b") ? "many" : "1");
                    }));
            assertThat(staging.select("files", "SELECT file FROM staged.events ORDER BY file")
                            .texts("file"))
                    .containsExactly("a", "c");
            assertThat(rejections.notes()).containsExactly("read a", "read c");
            assertThat(rejections.rejected()).extracting(Rejected::file).containsExactly("b");
            assertThatThrownBy(() -> Survivors.read(
                            files,
                            staging,
                            rejections,
                            (some, said) -> staging.select("nothing", "SELECT 1 AS n FROM nowhere")))
                    .isInstanceOf(QueryFailed.class);
        }
    }
}
