package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.LoadReport.TableLoad;
import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreTest {

    private static final Queries QUERIES = Queries.find();

    @TempDir
    Path data;

    private static ImportOptions options(String agent) {
        return ImportOptions.of("made_up").withAgent(agent);
    }

    /** Publishes trades given as SQL rows (id, time, exit_time, pnl, file). */
    private List<TableLoad> publish(ImportOptions options, String file, String sha, String... rows) {
        try (StoreWriter writer = StoreWriter.open(data, QUERIES);
                Staging staging = writer.stage()) {
            for (String row : rows) {
                DuckDb.execute(
                        staging.connection(),
                        "test",
                        "INSERT INTO staged.trades BY NAME SELECT * FROM (VALUES (" + row + ", '" + file
                                + "', 'BTCUSDT')) AS t(id, time, exit_time, pnl, file, symbol_written)");
            }
            List<Rejected> rejected = staging.complete(
                    options, symbol -> symbol.toUpperCase(Locale.ROOT).replace("USDT", "/USDT"));
            FileRead read = new FileRead(file, hash(sha), 10, options.agent().orElseThrow(), rejected.size());
            return writer.publish(staging, List.of(new StoreWriter.Batch(options, List.of(read))), rejected);
        }
    }

    private List<String> trades() {
        try (Store store = Store.open(data, QUERIES)) {
            Rows rows = store.select("SELECT id || ' ' || COALESCE(CAST(pnl AS VARCHAR), 'open') || ' ' || symbol AS t"
                    + " FROM trades ORDER BY system, agent, id");
            return List.of(rows.texts("t"));
        }
    }

    private static final String OPEN = "'a', TIMESTAMP '2026-10-31 23:00:00', NULL::TIMESTAMP, NULL::DOUBLE";
    private static final String CLOSED =
            "'a', TIMESTAMP '2026-10-31 23:00:00', TIMESTAMP '2026-11-01 02:00:00', 4.5::DOUBLE";
    private static final String OTHER =
            "'b', TIMESTAMP '2026-11-03 00:00:00', TIMESTAMP '2026-11-03 02:00:00', -1.5::DOUBLE";

    @Test
    void a_store_that_does_not_exist_is_empty() {
        try (Store store = Store.open(data, QUERIES)) {
            assertThat(store.isEmpty()).isTrue();
            assertThat(store.select("SELECT COUNT(*) AS n FROM trades").doubles("n"))
                    .containsExactly(0);
        }
    }

    @Test
    void a_position_that_closes_replaces_its_row() {
        assertThat(publish(options("x"), "f", "1", OPEN)).containsExactly(new TableLoad("trades", 1, 0, 0, 0));
        assertThat(publish(options("x"), "f", "2", CLOSED, OTHER)).containsExactly(new TableLoad("trades", 1, 1, 0, 0));
        assertThat(trades()).containsExactly("a 4.5 BTC/USDT", "b -1.5 BTC/USDT");
    }

    @Test
    void the_same_rows_again_change_nothing() {
        publish(options("x"), "f", "1", CLOSED, OTHER);
        assertThat(publish(options("x"), "f", "1", CLOSED, OTHER)).containsExactly(new TableLoad("trades", 0, 0, 2, 0));
        assertThat(trades()).hasSize(2);
    }

    @Test
    void a_row_whose_month_changes_is_in_one_month_only() {
        publish(options("x"), "f", "1", OPEN);
        publish(options("x"), "f", "2", "'a', TIMESTAMP '2026-11-01 01:00:00', NULL::TIMESTAMP, 1.0::DOUBLE");
        assertThat(trades()).containsExactly("a 1.0 BTC/USDT");
    }

    @Test
    void the_same_file_with_other_options_replaces_its_rows() {
        publish(options("x"), "f", "1", CLOSED);
        assertThat(publish(options("y"), "f", "1", CLOSED)).containsExactly(new TableLoad("trades", 1, 0, 0, 1));
        try (Store store = Store.open(data, QUERIES)) {
            assertThat(store.select("SELECT agent FROM trades").texts("agent")).containsExactly("y");
        }
    }

    @Test
    void a_reader_keeps_its_generation_while_others_publish() {
        publish(options("x"), "f", "1", CLOSED);
        try (Store before = Store.open(data, QUERIES)) {
            publish(options("x"), "g", "2", OTHER);
            publish(options("x"), "h", "3", "'c', TIMESTAMP '2026-11-04 00:00:00', NULL::TIMESTAMP, 2.0::DOUBLE");
            assertThat(before.select("SELECT COUNT(*) AS n FROM trades").doubles("n"))
                    .containsExactly(1);
        }
        assertThat(trades()).hasSize(3);
    }

    private static String hash(String digit) {
        return digit.repeat(64);
    }

    /** Which of three files are known. */
    private static List<String> known(StoreWriter writer) {
        try (Staging staging = writer.stage()) {
            KnownFiles known = writer.known(staging);
            return Stream.of("1", "2", "3")
                    .filter(file -> !known.add(options("x").fingerprint(), Sha256.of(hash(file))))
                    .toList();
        }
    }

    @Test
    void what_a_file_brought_can_be_forgotten_and_read_again() {
        publish(options("x"), "f", "1", CLOSED);
        publish(options("x"), "g", "2", OTHER);
        try (StoreWriter writer = StoreWriter.open(data, QUERIES)) {
            assertThat(known(writer)).containsExactly("1", "2");
            assertThat(writer.forget("file", "g")).containsExactly(new TableLoad("trades", 0, 0, 0, 1));
            assertThat(known(writer)).containsExactly("1");
        }
        assertThat(trades()).containsExactly("a 4.5 BTC/USDT");
        publish(options("x"), "g", "2", OTHER);
        assertThat(trades()).hasSize(2);
    }

    @Test
    void rows_in_the_future_are_rejected_with_their_file() {
        publish(options("x"), "f", "1", "'z', now()::TIMESTAMP + INTERVAL 3 HOUR, NULL::TIMESTAMP, 1.0::DOUBLE");
        assertThat(trades()).isEmpty();
        try (Store store = Store.open(data, QUERIES)) {
            assertThat(store.select("SELECT file || ': ' || reason AS r FROM rejected")
                            .texts("r"))
                    .containsExactly("f: 1 rows of trades lie in the future: a time up to now was expected;"
                            + " name the bot's zone with --zone");
        }
    }

    @Test
    void a_crash_before_publication_leaves_the_published_state() throws IOException {
        publish(options("x"), "f", "1", CLOSED);
        Path orphan = data.resolve("store/trades/2026-11/2.parquet");
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "half a file");
        Files.writeString(data.resolve("store/CURRENT.new"), "manifest-2");
        assertThat(trades()).containsExactly("a 4.5 BTC/USDT");
        publish(options("x"), "g", "2", OTHER);
        assertThat(trades()).hasSize(2);
    }

    @Test
    void old_generations_go_after_a_day() throws IOException {
        publish(options("x"), "f", "1", CLOSED);
        publish(options("x"), "f", "2", OPEN);
        assertThat(parts()).hasSize(2);
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(data.resolve("store/manifest-2.json"), longAgo);
        publish(options("x"), "g", "3", OTHER);
        assertThat(parts()).allMatch(name -> !name.equals("1.parquet")).hasSize(2);
    }

    private List<String> parts() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("store/trades"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_second_writer_is_told_who_is_writing() {
        try (StoreWriter first = StoreWriter.open(data, QUERIES)) {
            assertThat(first.importId()).isEqualTo(1);
            assertThatThrownBy(() -> WriterLock.take(data.resolve("store"), Duration.ZERO))
                    .isInstanceOf(StoreBusy.class)
                    .hasMessageContaining("another import is writing to")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_column_that_older_parts_lack_reads_as_null() throws IOException {
        publish(options("x"), "f", "1", CLOSED);
        Path manifest = data.resolve("store/manifest-1.json");
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("\"schema\" : \"\\w+\"", "\"schema\" : \"old\""));
        assertThat(trades()).containsExactly("a 4.5 BTC/USDT");
    }

    @Test
    void an_error_names_the_query_and_the_place() {
        try (Store store = Store.open(data, QUERIES)) {
            assertThatThrownBy(() -> store.select("SELECT nonsense FROM trades"))
                    .isInstanceOf(QueryFailed.class)
                    .hasMessageStartingWith("query: Binder Error")
                    .hasMessageContaining("nonsense");
            assertThatThrownBy(() -> store.query("samples/nothing"))
                    .hasMessageStartingWith("no query samples/nothing under ");
        }
    }

    @Test
    void every_canonical_column_says_what_it_holds() {
        assertThat(Schema.read(QUERIES).all())
                .flatExtracting(Schema.Table::columns)
                .allSatisfy(column -> assertThat(column.comment()).isNotBlank());
        assertThat(Schema.read(QUERIES).tables()).hasSize(17);
    }

    /** Else the summary of an import would name its tables in another order each time. */
    @Test
    void tables_come_in_the_order_of_the_schema() {
        assertThat(List.copyOf(Schema.read(QUERIES).tables().keySet()))
                .isSorted()
                .contains("cash_flows", "trades");
        assertThat(Schema.read(QUERIES).books().keySet()).containsExactly("files", "imports", "rejected");
        List<String> filled = List.of("trades", "candles", "positions", "events", "equity", "decisions", "runs");
        try (StoreWriter writer = StoreWriter.open(data, QUERIES);
                Staging staging = writer.stage()) {
            for (String table : filled) {
                DuckDb.execute(
                        staging.connection(),
                        "test",
                        "INSERT INTO staged." + table
                                + " BY NAME SELECT 'a' AS id, TIMESTAMP '2026-11-01' AS time, 'f' AS file");
            }
            staging.complete(options("x"), symbol -> symbol);
            FileRead read = new FileRead("f", "1", 10, "x", 0);
            List<StoreWriter.Batch> batches = List.of(new StoreWriter.Batch(options("x"), List.of(read)));
            assertThat(writer.publish(staging, batches, List.of()))
                    .extracting(TableLoad::table)
                    .containsExactly("candles", "decisions", "equity", "events", "positions", "runs", "trades");
        }
    }

    @Test
    void what_could_not_be_used_is_entered_with_its_place_and_replaced_when_the_file_is_read_again() {
        reject(
                new Rejected("f", 3, 9, "so\"on, \u4e0a\n", "a number was expected"),
                Rejected.file("g", "cannot be read"));
        assertThat(rejected())
                .containsExactly("1 made_up f 3 9 so\"on, \u4e0a\n|a number was expected", "1  g 0 0 |cannot be read");
        reject(new Rejected("f", 4, 1, "later", "a time was expected"));
        assertThat(rejected()).containsExactly("2 made_up f 4 1 later|a time was expected", "1  g 0 0 |cannot be read");
    }

    private void reject(Rejected... what) {
        try (StoreWriter writer = StoreWriter.open(data, QUERIES);
                Staging staging = writer.stage()) {
            StoreWriter.Batch batch =
                    new StoreWriter.Batch(options("x"), List.of(new FileRead("f", "1", 10, "x", what.length)));
            writer.publish(staging, List.of(batch), List.of(what));
        }
    }

    private List<String> rejected() {
        try (Store store = Store.open(data, QUERIES)) {
            return List.of(store.select(
                            "SELECT concat_ws(' ', import_id, system, file, line, col, value || '|' || reason) AS t"
                                    + " FROM rejected ORDER BY file, line")
                    .texts("t"));
        }
    }
}
