package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that was filled bit by bit measures what one does that was filled at once. */
final class GrowingStoreTest {

    private static final String HEADER =
            "id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee,confidence\n";

    @TempDir
    Path folder;

    private static String trades(int n) {
        Random random = new Random(7);
        return IntStream.range(0, n)
                .mapToObj(i -> String.format(
                        "%d,%s,%s,2025-10-%02dT%02d:00:00Z,2025-10-%02dT%02d:30:00Z,2,100,%d,0.1,0.%d%n",
                        i,
                        i % 3 == 0 ? "BTCUSDT" : "ETHUSDT",
                        i % 2 == 0 ? "long" : "short",
                        20 + i / 20,
                        i % 20,
                        20 + i / 20,
                        i % 20,
                        90 + random.nextInt(22),
                        50 + random.nextInt(50)))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static List<Measurement> all(TinyStore store) throws Exception {
        try (Workbench lab = store.open()) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            return week.measureAll()
                    .and(week.by("hour").measure(Metrics.WIN_RATE))
                    .and(week.by("confidence").measure(Metrics.EXPECTANCY))
                    .rows();
        }
    }

    @Test
    void a_file_that_grew_in_three_imports_measures_as_one_import_of_it() throws Exception {
        TinyStore grown = new TinyStore(folder.resolve("grown"));
        grown.file("bot.csv", trades(31)).load();
        grown.file("bot.csv", trades(64)).load();
        grown.file("bot.csv", trades(120));
        TinyStore once = new TinyStore(folder.resolve("once")).file("bot.csv", trades(120));

        List<Measurement> measured = all(grown);
        assertThat(measured).isEqualTo(all(once));
        assertThat(measured).filteredOn(Measurement::isDefined).hasSizeGreaterThan(30);
        assertThat(measured)
                .filteredOn(row -> row.slice().dimension().equals("confidence"))
                .extracting(row -> row.slice().value())
                .containsExactly("50–60 %", "60–70 %", "70–80 %", "80–90 %", "90–100 %");
    }
}
