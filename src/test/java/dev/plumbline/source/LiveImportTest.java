package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a database that a bot has open and a CSV file, imported again and again. */
final class LiveImportTest {

    private static final Queries QUERIES = Queries.find();

    @TempDir
    Path folder;

    private LoadReport importAll() {
        return Importer.run(
                folder.resolve("store"),
                QUERIES,
                List.of(ImportRequest.of(folder.resolve("bots").toString())),
                Progress.none());
    }

    @Test
    void a_database_that_grows_brings_its_new_rows_and_finished_retrainings_replace_running_ones() throws Exception {
        Path data = Files.createDirectories(folder.resolve("bots/btc-live/data"));
        Files.writeString(folder.resolve("bots/mine.csv"), "time,equity\n2026-11-01T00:00:00Z,100\n");
        try (Connection bot = TradingDb.open(data.resolve("trading.db"))) {
            TradingDb.run(
                    bot,
                    "PRAGMA journal_mode = WAL",
                    TradingDb.REAL,
                    "INSERT INTO retraining_history (id, symbol, interval, triggered_at, status)"
                            + " VALUES (1, 'BTC/USDT', '1h', '2026-11-10T10:00:00', 'in_progress')");
            LoadReport first = importAll();
            assertThat(first.rejected()).isEmpty();
            assertThat(first.files()).isEqualTo(2);
            assertThat(first.loaded()).isEqualTo(2);
            assertThat(importAll().unchanged()).isEqualTo(2);
            TradingDb.run(
                    bot,
                    "UPDATE retraining_history SET status = 'success', completed_at = '2026-11-10T10:05:00'",
                    "INSERT INTO confidence_history VALUES (1, 'BTC/USDT', '1h', '2026-11-10T11:00:00', 0.8, 0.6, 0.1, 'TRADING')");
            LoadReport second = importAll();
            assertThat(second.loaded()).isEqualTo(1);
            assertThat(second.updated()).isEqualTo(1);
        }
        try (Store store = Store.open(folder.resolve("store"), QUERIES)) {
            assertThat(store.select(
                                    "SELECT concat_ws(' ', system, agent, symbol, status, completed) AS t FROM retrainings")
                            .texts("t"))
                    .containsExactly("playbook btc-live BTC/USDT success 2026-11-10 10:05:00");
            assertThat(store.select("SELECT concat_ws(' ', system, time, value) AS t FROM equity")
                            .texts("t"))
                    .containsExactly("csv 2026-11-01 00:00:00 100.0");
        }
    }
}
