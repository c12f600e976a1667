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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten trades a day for two weeks; a number of each ten trades is made in a trend. */
final class MixChangeTest {

    private static final Instant START = Instant.parse("2025-10-13T00:00:00Z");

    @TempDir
    Path data;

    private String said(int firstWeek, int secondWeek, String otherwise) {
        List<Map<String, Object>> trades = new ArrayList<>();
        for (int i = 0; i < 140; i++) {
            Instant time = START.plus(Duration.ofMinutes(144L * i));
            Map<String, Object> trade = new LinkedHashMap<>();
            trade.put("id", "t" + i);
            trade.put("time", time);
            trade.put("system", "playbook");
            trade.put("agent", "one");
            trade.put("environment", "live");
            trade.put("symbol", "BTC/USDT");
            trade.put("entry_time", time);
            trade.put("exit_time", time);
            trade.put("pnl", i % 2 == 0 ? 1.0 : -1.0);
            trade.put("pnl_basis", "net");
            trade.put("pnl_currency", "USDT");
            boolean trend = i % 10 < (i < 70 ? firstWeek : secondWeek);
            if (trend || !otherwise.isEmpty()) {
                trade.put("regime", trend ? "TRENDING" : otherwise);
            }
            trades.add(trade);
        }
        Store store = Store.open(data, Queries.find());
        store.add("trades", trades);
        try (Workbench lab = Workbench.open(data, store).of("playbook", "one", "live")) {
            return BeforeAfter.mix(lab.days("2025-10-13", "2025-10-26"), "regime")
                    .toString();
        }
    }

    /** 56 of 70 against 14 of 70. */
    @Test
    void a_regime_that_gives_way_is_said_with_its_shares_in_both_halves() {
        assertThat(said(8, 2, "CHOPPY"))
                .startsWith("The mix by regime **changed**: CHOPPY +60.0 pt; TRENDING −60.0 pt.")
                .containsPattern("TRENDING +80.0 % \\(70\\) +20.0 % \\(70\\)");
    }

    @Test
    void the_same_mix_is_not_called_changed() {
        assertThat(said(5, 5, "CHOPPY")).startsWith("**Cannot tell** whether the mix by regime changed");
    }

    @Test
    void one_regime_has_no_mix() {
        assertThat(said(5, 5, "")).isEqualTo("Not available: all closed trades have one regime.");
    }
}
