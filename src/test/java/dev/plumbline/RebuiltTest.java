package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.source.ImportRequest;
import dev.plumbline.source.Importer;
import dev.plumbline.source.Progress;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Round trips out of snapshots of open positions. */
final class RebuiltTest {

    @TempDir
    Path folder;

    /** An account whose bot also kept these snapshots: minute, symbol, side, quantity, entry price, mark price. */
    private Workbench watching(String... snapshots) throws Exception {
        Workbench lab = new TinyStore(folder)
                .file("bot.csv", "time,equity\n2025-10-20T10:00:00Z,100\n2025-10-20T11:00:00Z,101\n")
                .open();
        String scope = "'csv' AS system, '" + lab.agent().scope().agent() + "' AS agent, 'unknown' AS environment";
        DuckDb.execute(
                lab.store().connection(),
                "test",
                "INSERT INTO positions BY NAME SELECT 'p' || m || symbol || side AS id, TIMESTAMP '2025-10-20 10:00' + INTERVAL (m) MINUTE AS time, symbol,"
                        + " symbol AS symbol_written, side, CAST(q AS DECIMAL(38,18)) AS quantity, CAST(e AS DOUBLE) AS entry_price,"
                        + " CAST(p AS DOUBLE) AS mark_price, 'open' AS status, " + scope
                        + " FROM (VALUES " + String.join(", ", snapshots) + ") AS t(m, symbol, side, q, e, p)");
        DuckDb.execute(
                lab.store().connection(),
                "test",
                "INSERT INTO events BY NAME SELECT 'c' || i AS id, TIMESTAMP '2025-10-20 10:00' + INTERVAL (5 * i) MINUTE AS time,"
                        + " epoch_us(TIMESTAMP '2025-10-20 10:00' + INTERVAL (5 * i) MINUTE) AS time_us, 'cycle' AS kind, i AS cycle, "
                        + scope + " FROM range(6) AS r(i)");
        return lab;
    }

    @Test
    void a_position_that_grows_shrinks_turns_and_vanishes_is_three_round_trips() throws Exception {
        try (Workbench lab = watching(
                "(0, 'BTC/USDT', 'long', 2, 100, 101)",
                "(5, 'BTC/USDT', 'long', 3, 102, 104)",
                "(10, 'BTC/USDT', 'long', 1, 102, 105)",
                "(10, 'ETH/USDT', 'short', 4, 50, 50)",
                "(15, 'ETH/USDT', 'short', 4, 50, 48)",
                "(20, 'ETH/USDT', 'long', 1, 47, 47)",
                "(25, 'ETH/USDT', 'long', 1, 47, 46)")) {
            Window day = lab.days("2025-10-20", "2025-10-20");
            Rows trips = day.rows("explore/trades_from_positions");
            assertThat(trips.texts("symbol")).containsExactly("BTC/USDT", "ETH/USDT", "ETH/USDT");
            assertThat(trips.texts("ended")).containsExactly("vanished", "turned", "still open");
            // by hand: two parts, 2 × (104 − 102) when it shrank and 1 × (105 − 102) when it was gone; 4 × (50 − 48)
            assertThat(trips.doubles("pnl")).containsExactly(7, 8, Double.NaN);
            assertThat(trips.doubles("parts")).containsExactly(2, 1, 0);
            assertThat(trips.doubles("quantity_most")).containsExactly(3, 4, 1);
            assertThat(trips.doubles("exit_price")[0]).isCloseTo((2 * 104 + 105) / 3.0, within(1e-12));
            assertThat(day.rebuiltTrades().words())
                    .isEqualTo(
                            "Rebuilt from positions, not logged as trades: 2 round trips, together about 15.00 before fees,"
                                    + " and 1 still open. Exits are the last prices seen.");
        }
    }

    @Test
    void a_position_that_one_snapshot_missed_is_one_round_trip() throws Exception {
        try (Workbench lab = watching(
                "(0, 'BTC/USDT', 'long', 2, 100, 101)",
                "(5, 'BTC/USDT', 'long', 2, 100, 102)",
                "(15, 'BTC/USDT', 'long', 2, 100, 103)")) {
            Rebuilt rebuilt = lab.days("2025-10-20", "2025-10-20").rebuiltTrades();
            assertThat(rebuilt.trips()).isEqualTo(1);
            assertThat(rebuilt.pnl()).isEqualTo(6);
        }
    }

    @Test
    void a_table_of_positions_as_they_stand_is_no_series_of_snapshots() throws Exception {
        try (Workbench lab = watching("(0, 'BTC/USDT', 'long', 2, 100, 101)", "(5, 'ETH/USDT', 'long', 2, 50, 51)")) {
            Window day = lab.days("2025-10-20", "2025-10-20");
            assertThat(day.rebuiltTrades().toString())
                    .startsWith("Not available: the source keeps no series of snapshots");
            assertThat(day.rows("checks/lost_closes").isEmpty()).isTrue();
        }
    }

    /** python3: 336 files by timestamp, each position of one file that the next one does not have, at its last mark price. */
    @Test
    void real_snapshots_hold_four_closes_more_than_were_logged() {
        Path shared = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"));
        Path corpus = shared.resolve("corpus/nofx");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "needs real decision logs in " + corpus);
        Importer.run(folder, Queries.find(), List.of(ImportRequest.of(corpus.toString())), Progress.none());
        try (Workbench lab = Workbench.open(folder)) {
            Window all = lab.days("2025-11-08", "2025-11-11");
            Rebuilt rebuilt = all.rebuiltTrades();
            assertThat(rebuilt.trips()).isEqualTo(21);
            assertThat(rebuilt.stillOpen()).isEqualTo(1);
            assertThat(rebuilt.pnl()).isCloseTo(-5.0715734772975924, within(1e-9));
            assertThat(all.quality().findings())
                    .filteredOn(finding -> finding.check().equals("lost_closes"))
                    .extracting(Quality.Finding::n)
                    .containsExactly(4L);
            assertThat(all.bridge().amount("closed trades")).isEmpty();
        }
    }
}
