package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.metric.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a notebook sees of the store that its command has open. */
final class SharedTest {

    @TempDir
    Path folder;

    private TinyStore store() throws Exception {
        TinyStore store = new TinyStore(folder)
                .file(
                        "trades.csv",
                        "id,symbol,side,entry_time,exit_time,pnl,agent\n"
                                + "1,BTCUSDT,long,2025-10-20T10:00:00Z,2025-10-20T11:00:00Z,5,alpha\n"
                                + "2,BTCUSDT,long,2025-10-21T10:00:00Z,2025-10-21T11:00:00Z,-2,alpha\n"
                                + "3,BTCUSDT,long,2025-10-21T10:00:00Z,2025-10-21T11:00:00Z,7,beta\n")
                .file("account.csv", """
                        time,equity,agent
                        2025-10-20T00:00:00Z,1000,alpha
                        2025-10-20T12:00:00Z,1010,alpha
                        2025-10-21T12:00:00Z,1515,alpha
                        """);
        store.load();
        Files.writeString(folder.resolve("data/flows.csv"), "time,amount\n2025-10-21,500\n");
        return store;
    }

    private static List<Measurement> all(Workbench lab) {
        return lab.of("csv", "alpha")
                .days("2025-10-20", "2025-10-21")
                .measureAll()
                .rows();
    }

    @Test
    void what_is_opened_beside_a_shared_store_measures_the_same_and_outlives_it() throws Exception {
        store();
        Path data = folder.resolve("data");
        try (Workbench alone = Workbench.open(data)) {
            List<Measurement> expected = all(alone);
            Workbench shared = Workbench.open(data).share();
            try (Workbench other = Workbench.open(data.resolve("../data"))) {
                assertThat(other.presence()).isSameAs(shared.presence());
                assertThat(other.agents()).hasSize(2);
                assertThat(all(other)).isEqualTo(expected);
                shared.close();
                assertThat(all(other)).isEqualTo(expected);
            }
        }
    }

    @Test
    void what_is_imported_meanwhile_is_seen_once_nothing_is_shared() throws Exception {
        TinyStore store = store();
        Path data = folder.resolve("data");
        try (Workbench shared = Workbench.open(data).share()) {
            store.file(
                            "more.csv",
                            "id,symbol,side,entry_time,exit_time,pnl,agent\n"
                                    + "4,BTCUSDT,long,2025-10-22T10:00:00Z,2025-10-22T11:00:00Z,7,gamma\n")
                    .load();
            try (Workbench other = Workbench.open(data)) {
                assertThat(other.agents()).isEqualTo(shared.agents());
            }
        }
        try (Workbench other = Workbench.open(data)) {
            assertThat(other.agents()).hasSize(3);
        }
    }

    @Test
    void a_window_that_was_foreseen_is_handed_out_once_and_says_what_any_other_says() throws Exception {
        store();
        Path data = folder.resolve("data");
        try (Workbench shared = Workbench.open(data).share()) {
            Workbench turned = shared.of("csv", "alpha").asOf("2025-10-21");
            Window plain = turned.last(1, ChronoUnit.DAYS);
            turned.foresee(plain.period(), "previous:1");
            Workbench other = Workbench.open(data).of("csv", "alpha").asOf("2025-10-21");
            Window foreseen = other.last(1, ChronoUnit.DAYS);
            Optional<Baseline> before = foreseen.baseline("previous:1");
            Check check = foreseen.against(before);
            assertThat(foreseen.workbench()).isNotSameAs(other);
            assertThat(other.last(1, ChronoUnit.DAYS).workbench()).isSameAs(other);
            assertThat(before.orElseThrow().entries())
                    .isEqualTo(plain.baseline("previous:1").orElseThrow().entries());
            assertThat(check.rows()).isEqualTo(plain.against(before).rows());
            assertThat(foreseen.against(before)).isNotSameAs(check).isEqualTo(check);
            assertThat(foreseen.quality()).isEqualTo(plain.quality());
        }
    }

    @Test
    void what_cannot_be_foreseen_fails_when_it_is_asked_for() throws Exception {
        store();
        Path data = folder.resolve("data");
        try (Workbench shared = Workbench.open(data).share()) {
            Workbench alpha = shared.of("csv", "alpha").asOf("2025-10-21");
            alpha.foresee(alpha.last(1, ChronoUnit.DAYS).period(), "nowhere");
            Window asked = alpha.last(1, ChronoUnit.DAYS);
            assertThat(asked.workbench()).isSameAs(alpha);
            assertThatThrownBy(() -> asked.baseline("nowhere")).hasMessageContaining("nowhere");
        }
    }
}
