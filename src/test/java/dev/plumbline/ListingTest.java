package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a query as a reader sees them. */
final class ListingTest {

    @TempDir
    Path folder;

    private String shown(String sql) throws Exception {
        try (Workbench lab = new TinyStore(folder)
                .file("bot.csv", "time,equity\n2025-10-20T10:00:00Z,100\n2025-10-20T11:00:00Z,101\n")
                .open()) {
            Rows rows = lab.store().select(sql);
            return Listing.of(rows, "nothing").toString();
        }
    }

    @Test
    void wins_of_trades_have_a_rate_and_its_interval() throws Exception {
        // statsmodels 0.14: proportion_confint(20, 29, method="wilson") = 0.5077, 0.8272; of 1 and 1: 0.2065, 1
        assertThat(shown("SELECT * FROM (VALUES (2, 29, 20), (3, 1, 1), (4, 0, 0)) AS t (leverage, trades, wins)"))
                .contains("win rate [95 %]")
                .contains("69.0 % [50.8, 82.7]")
                .contains("100.0 % [20.7, 100.0]");
    }

    @Test
    void a_change_of_price_is_a_share_and_a_small_amount_is_not_nothing() throws Exception {
        assertThat(shown("SELECT 0.0029 AS average_price_change, 0.00005819 AS pnl"))
                .contains("0.3 %")
                .contains("0.00005819");
    }

    @Test
    void times_are_of_the_zone_that_the_page_names() throws Exception {
        try (Workbench lab = new TinyStore(folder)
                .file("bot.csv", "time,equity\n2025-10-20T10:00:00Z,100\n2025-10-20T11:00:00Z,101\n")
                .open()) {
            Rows rows = lab.store().select("SELECT TIMESTAMP '2025-10-20 22:30:00' AS time");
            assertThat(Listing.of(rows, ZoneId.of("Europe/Berlin"), "nothing").toString())
                    .contains("2025-10-21 00:30");
        }
    }
}
