package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator wanted, held against closed trades. */
final class TargetsTest {

    @TempDir
    Path folder;

    private String said(String targets) throws IOException {
        TinyStore store = new TinyStore(folder).file("trades.csv", """
                symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,agent
                BTC/USDT,long,2025-10-18T00:00:00Z,2025-10-18T12:00:00Z,1,100,140,40,alpha
                BTC/USDT,long,2025-10-20T00:00:00Z,2025-10-20T12:00:00Z,1,100,70,-30,alpha
                BTC/USDT,long,2025-10-22T00:00:00Z,2025-10-22T23:59:59Z,1,100,125,25,alpha
                """);
        store.load();
        Files.writeString(folder.resolve("data/sources.yaml"), targets);
        try (Workbench lab = Workbench.open(folder.resolve("data"))) {
            return Show.targets(lab.last(7, ChronoUnit.DAYS)).toString();
        }
    }

    @Test
    void each_target_is_held_against_its_own_days() throws IOException {
        // 16 to 22 October: 40 - 30 + 25 = 35; the last day alone: 25; the 20th lost 30
        assertThat(said("targets:\n  - weekly_pnl: 50\n    daily_pnl: 20\n    daily_loss: 29\n"))
                .startsWith("Missed: weekly P&L, daily loss.")
                .containsPattern("daily P&L +22 Oct 2025 +20.00 +25.00 +yes")
                .containsPattern("weekly P&L +16–22 Oct 2025 +50.00 +35.00 +no")
                .containsPattern("daily loss, at most +16–22 Oct 2025 +29.00 +2025-10-20 −30.00 +no");
    }

    @Test
    void without_a_target_for_the_agent_that_is_said() throws IOException {
        assertThat(said("targets:\n  - agent: other\n    weekly_pnl: 50\n"))
                .isEqualTo(
                        "Not available: no target is set for this agent; `targets:` in `data/sources.yaml` sets one.");
    }
}
