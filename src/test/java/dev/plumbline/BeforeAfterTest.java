package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 40 trades of which 12 are won, then, from 11 October on, 40 of which 30 are won; every win and every loss is 10. */
final class BeforeAfterTest {

    private static final Instant START = Instant.parse("2025-10-01T00:00:00Z");

    @TempDir
    Path folder;

    private static String trades(String agent, int... won) {
        StringBuilder text = new StringBuilder("symbol,side,entry_time,exit_time,pnl,agent\n");
        for (int half = 0; half < won.length; half++) {
            for (int i = 0; i < 40; i++) {
                Instant at = START.plus(10L * half, ChronoUnit.DAYS).plus(6L * i, ChronoUnit.HOURS);
                // spread evenly, so that no day stands out
                boolean win = (i + 1) * won[half] / 40 > i * won[half] / 40;
                text.append("BTC/USDT,long,").append(at).append(',').append(at.plusSeconds(3_600));
                text.append(win ? ",10," : ",-10,").append(agent).append('\n');
            }
        }
        return text.toString();
    }

    private Window window(TinyStore store, String changes) throws IOException {
        store.load();
        if (!changes.isEmpty()) {
            Files.writeString(folder.resolve("data/changes.yaml"), changes);
        }
        return Workbench.open(folder.resolve("data")).days("2025-10-01", "2025-10-20");
    }

    /** scipy 1.17.1: 12 of 40 against 30 of 40, Fisher's exact test with mid-p from hypergeom.pmf; with three rows, Holm triples it at most. */
    @Test
    void a_change_is_judged_by_the_trades_on_both_sides_of_it() throws IOException {
        TinyStore store = new TinyStore(folder).file("trades.csv", trades("alpha", 12, 30));
        String said = BeforeAfter.changes(window(store, """
                        changes:
                        - at: 2025-10-11T00:00:00Z
                          kind: parameter
                          text: confidence from 70 to 80 %
                        """)).toString();
        assertThat(said)
                .startsWith("Different for certain: ")
                .contains("win rate +45.0 pt")
                .containsPattern(
                        "parameter, 2025-10-11: confidence from 70 to 80 % +win rate +30.0 % \\(40\\) +75.0 % \\(40\\)")
                .containsPattern("win rate .* < 0.001");
    }

    @Test
    void without_a_recorded_change_that_is_said() throws IOException {
        TinyStore store = new TinyStore(folder).file("trades.csv", trades("alpha", 12, 30));
        assertThat(BeforeAfter.changes(window(store, "")).toString()).startsWith("No deployment and no change");
    }

    @Test
    void paper_stands_beside_live_and_like_shares_are_not_told_apart() throws IOException {
        TinyStore store = new TinyStore(folder)
                .file("live/trades.csv", trades("alpha", 20, 20))
                .file("paper/trades.csv", trades("beta", 22, 21))
                .file("sources.yaml", """
                        sources:
                        - path: live/trades.csv
                          environment: live
                        - path: paper/trades.csv
                          environment: paper
                        """);
        store.load();
        Window live = Workbench.open(folder.resolve("data"))
                .of("csv", "alpha", "live")
                .days("2025-10-01", "2025-10-20");
        assertThat(BeforeAfter.environments(live).toString())
                .startsWith("**Cannot tell**")
                .containsPattern("beta, paper +win rate +53.[78] % \\(80\\) +50.0 % \\(80\\)");
    }
}
