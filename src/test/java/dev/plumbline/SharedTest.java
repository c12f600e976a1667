package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
