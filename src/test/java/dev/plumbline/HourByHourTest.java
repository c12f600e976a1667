package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HourByHourTest {

    @TempDir
    Path folder;

    @Test
    void a_note_stands_in_its_hour_and_one_of_another_day_is_counted() throws IOException {
        TinyStore store = new TinyStore(folder).file("trades.csv", """
                symbol,side,entry_time,exit_time,pnl,agent
                BTC/USDT,long,2025-10-18T00:00:00Z,2025-10-18T12:00:00Z,40,alpha
                """);
        store.load();
        Files.writeString(folder.resolve("data/hourly_observations.md"), """
                ## 2025-10-18 09:00
                spread wide
                ## 2025-10-19 09:00
                another day
                """);
        Window day = Workbench.open(folder.resolve("data")).days("2025-10-18", "2025-10-18");
        assertThat(HourByHour.of(day).toString())
                .startsWith("1 hour with errors, warnings or notes; 1 noted in `hourly_observations.md`,"
                        + " 1 more of other times or of no hour.")
                .containsPattern("2025-10-18 09:00 +– +– +– +spread wide")
                .doesNotContain("another day");
    }
}
