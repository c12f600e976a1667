package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten trades a day: for four weeks some of each ten are won, in the week after it others. */
final class BaselineAdviceTest {

    private static final Instant START = Instant.parse("2025-09-22T00:00:00Z");
    private static final int DAYS = 35;

    @TempDir
    Path data;

    private String said(String system, int before, int after, boolean held) {
        List<Map<String, Object>> trades = new ArrayList<>();
        for (int i = 0; i < 10 * DAYS; i++) {
            Instant time = START.plus(Duration.ofMinutes(144L * i));
            Map<String, Object> trade = new LinkedHashMap<>();
            trade.put("id", "t" + i);
            trade.put("time", time);
            trade.put("system", system);
            trade.put("agent", "one");
            trade.put("environment", "live");
            trade.put("symbol", "BTC/USDT");
            trade.put("entry_time", time);
            trade.put("exit_time", time);
            trade.put("pnl", i % 10 < (i < 280 ? before : after) ? 1.0 : -1.0);
            trade.put("pnl_basis", "net");
            trade.put("pnl_currency", "USDT");
            trades.add(trade);
        }
        Store store = Store.open(data, Queries.find());
        store.add("trades", trades);
        try (Workbench lab =
                Workbench.open(data, store).of(system, "one", "live").asOf("2025-10-26")) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            return Show.refresh(week, week.against(held ? week.usualBaseline() : Optional.empty()))
                    .toString();
        }
    }

    @Test
    void what_is_red_now_does_not_become_normal() {
        // 30 % is under the playbook's 45 %
        assertThat(said("playbook", 6, 3, true))
                .startsWith("**Keep** the 4 weeks before: ")
                .contains("red");
    }

    @Test
    void a_rise_for_certain_asks_for_a_newer_one_and_names_the_command() {
        assertThat(said("nofx", 4, 9, true))
                .startsWith("**Refresh** the 4 weeks before if these changes are meant: ")
                .contains("win rate")
                .endsWith("`plumb baseline establish --agent one --name from-2025-10-20 --from 2025-10-20 --days 7`"
                        + " makes one of these days.");
    }

    @Test
    void where_nothing_moved_it_is_kept() {
        assertThat(said("nofx", 6, 6, true))
                .isEqualTo("**Keep** the 4 weeks before: nothing differs from it for certain.");
    }

    @Test
    void without_a_baseline_the_first_is_proposed() {
        assertThat(said("nofx", 6, 6, false)).startsWith("No baseline to refresh: there is none yet. `plumb baseline");
    }
}
