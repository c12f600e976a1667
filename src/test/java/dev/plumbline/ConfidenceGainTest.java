package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Confidence before and after runs. Counted by hand; Wilson in Python 3.11: 10 of 12 is 83.3 % [55.2, 95.3]. */
final class ConfidenceGainTest {

    private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");

    @TempDir
    Path data;

    private static Map<String, Object> row(String table, Instant time, String symbol) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", table + time + symbol);
        row.put("time", time);
        row.put("system", "playbook");
        row.put("agent", "one");
        row.put("environment", "live");
        row.put("symbol", symbol);
        row.put("timeframe", "1h");
        return row;
    }

    /** Twelve runs of Bitcoin, a reading of 70 % an hour before each; ten state 75 % after, two 65 %. Ethereum has no reading. */
    @Test
    void a_run_is_held_against_the_reading_of_its_own_series_before_it() {
        List<Map<String, Object>> readings = new ArrayList<>();
        List<Map<String, Object>> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant time = START.plus(Duration.ofHours(2L * i));
            Map<String, Object> reading = row("confidence", time, "BTC/USDT");
            reading.put("confidence", 0.7);
            readings.add(reading);
            Map<String, Object> run = row("retrainings", time.plus(Duration.ofHours(1)), "BTC/USDT");
            run.put("status", "success");
            run.put("confidence_after", i < 10 ? 0.75 : 0.65);
            runs.add(run);
        }
        Map<String, Object> other = row("retrainings", START.plus(Duration.ofHours(5)), "ETH/USDT");
        other.put("confidence_after", 0.9);
        runs.add(other);
        Store store = Store.open(data, Queries.find());
        store.add("confidence", readings);
        store.add("retrainings", runs);
        try (Workbench lab = Workbench.open(data, store).of("playbook", "one", "live")) {
            assertThat(Show.confidenceGain(lab.days("2025-10-20", "2025-10-20")).toString())
                    .startsWith("Stated confidence is raised by retraining: higher after 10 of 12 runs.")
                    .containsPattern(
                            "BTC/USDT 1h +12 +83\\.3 % \\[55\\.2, 95\\.3\\] +\\+5\\.0 pt +−5\\.0 pt +\\+5\\.0 pt +improving")
                    .doesNotContain("ETH/USDT");
        }
    }

    @Test
    void without_runs_nobody_can_tell() {
        Store store = Store.open(data, Queries.find());
        store.add("confidence", List.of(row("confidence", START, "BTC/USDT")));
        try (Workbench lab = Workbench.open(data, store).of("playbook", "one", "live")) {
            assertThat(Show.confidenceGain(lab.days("2025-10-20", "2025-10-20")).toString())
                    .startsWith("Not available: ");
        }
    }
}
