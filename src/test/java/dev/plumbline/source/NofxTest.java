package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NofxTest {

    @TempDir
    Path data;

    private static Path corpus() {
        Path shared = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"));
        Path corpus = shared.resolve("corpus/nofx");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "needs real decision logs in " + corpus);
        return corpus;
    }

    private LoadReport load(Path path) {
        return Importer.run(data, Queries.find(), List.of(ImportRequest.of(path.toString())), Progress.none());
    }

    @Test
    void a_real_folder_loads_without_a_rejection_and_twice_changes_nothing() {
        LoadReport first = load(corpus());
        assertThat(first.rejected()).isEmpty();
        assertThat(first.files()).isEqualTo(336);
        assertThat(first.tables().toString()).contains("table=decisions, loaded=701");
        LoadReport second = load(corpus());
        assertThat(second.unchanged()).isEqualTo(336);
        assertThat(second.importId()).isZero();
        assertThat(second.tables()).isEmpty();
    }

    // python3: json.load of the 336 files, Counter(d["action"] for d in decisions), first and last total_balance by
    // timestamp, and confidence over json.loads(decision_json)
    @Test
    void real_decisions_equity_and_confidence_are_those_that_python_counts() {
        load(corpus());
        try (Store store = Store.open(data, Queries.find())) {
            Rows actions =
                    store.select("SELECT action, COUNT(*) AS n FROM decisions GROUP BY action ORDER BY n DESC, action");
            assertThat(actions.texts("action"))
                    .containsExactly("hold", "wait", "open_long", "close_long", "open_short", "close_short");
            assertThat(actions.doubles("n")).containsExactly(357, 302, 16, 12, 9, 5);
            Rows equity = store.select("SELECT value FROM equity ORDER BY time");
            assertThat(equity.size()).isEqualTo(336);
            assertThat(equity.doubles("value")[0]).isEqualTo(318.86673257);
            assertThat(equity.doubles("value")[335]).isCloseTo(300.27008419, offset(1e-8));
            Rows confidence = store.select("SELECT COUNT(*) AS n, AVG(confidence) AS mean FROM confidence");
            assertThat(confidence.doubles("n")[0]).isEqualTo(26);
            assertThat(confidence.doubles("mean")[0]).isCloseTo(0.7715384615384616, offset(1e-15));
            Rows joined = store.select("SELECT COUNT(confidence) AS n, COUNT(reason) AS reasons,"
                    + " COUNT(*) FILTER (NOT executed) AS failed FROM decisions");
            assertThat(joined.doubles("n")[0]).isEqualTo(25);
            assertThat(joined.doubles("reasons")[0]).isEqualTo(701);
            Rows events = store.select("SELECT kind, COUNT(*) AS n FROM events GROUP BY kind ORDER BY kind");
            assertThat(events.texts("kind")).containsExactly("cycle", "error");
            assertThat(events.doubles("n")).containsExactly(336, 2);
            Rows whose = store.select("SELECT DISTINCT system, agent, symbol FROM decisions WHERE symbol LIKE 'BTC%'");
            assertThat(whose.texts("symbol")).containsExactly("BTC/USDT");
            assertThat(whose.texts("agent")).containsExactly("deepseek_1762654003");
            assertThat(whose.texts("system")).containsExactly("nofx");
        }
    }
}
