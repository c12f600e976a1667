package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted once must be what the query samples/known finds for each window. */
final class PresenceTest {

    private static Presence.Known queried(Window window) {
        Rows rows = window.rows("samples/known");
        return rows.isEmpty()
                ? new Presence.Known(Set.of(), 0, 0)
                : new Presence.Known(
                        Set.copyOf(Arrays.asList(rows.texts("kind"))),
                        rows.micros("first_time")[0],
                        rows.micros("newest_time")[0]);
    }

    private static void agrees(Workbench lab, Instant from, Instant to) {
        Window window = lab.between(Period.of(from, to));
        assertThat(lab.presence().before(lab.own(), lab.scope(), window.period()))
                .as(window.period().toString())
                .isEqualTo(queried(window));
    }

    @Test
    void it_is_what_the_query_finds_whenever_the_window_ends(@TempDir Path data) throws SQLException {
        Workbench lab = new RawStore(1).open(data).workbench();
        Instant begin = RawStore.WEEK.from().minus(Duration.ofDays(9));
        LongStream.range(0, 28)
                .mapToObj(day -> begin.plus(Duration.ofDays(day)))
                .forEach(end -> agrees(lab, end.minus(Duration.ofDays(7)), end));
    }

    @Test
    void rows_of_long_ago_are_found_where_an_agent_was_silent_for_months(@TempDir Path folder) throws IOException {
        String trades = """
                trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,fee,agent
                1,BTC/USDT,long,2025-01-01T00:00:00Z,2025-01-02T00:00:00Z,1,100,101,1,0,bot
                2,BTC/USDT,long,2025-03-01T00:00:00Z,2025-06-02T00:00:00Z,1,100,101,1,0,bot
                3,BTC/USDT,long,2025-08-01T00:00:00Z,2025-08-02T00:00:00Z,1,100,101,1,0,bot
                """;
        try (Workbench lab = new TinyStore(folder).file("trades.csv", trades).open()) {
            for (String end : List.of(
                    "2024-12-31T00:00:00Z",
                    "2025-01-01T12:00:00Z",
                    "2025-02-15T00:00:00Z",
                    "2025-03-02T00:00:00Z",
                    "2025-05-01T00:00:00Z",
                    "2025-07-20T00:00:00Z",
                    "2025-08-02T00:00:00Z",
                    "2025-12-01T00:00:00Z")) {
                agrees(lab, Instant.parse(end).minus(Duration.ofDays(28)), Instant.parse(end));
            }
            assertThat(lab.agents()).singleElement().satisfies(agent -> {
                assertThat(agent.first()).isEqualTo("2025-01-02T00:00:00Z");
                assertThat(agent.newest()).isEqualTo("2025-08-02T00:00:00Z");
                assertThat(agent.trades()).isEqualTo(3);
            });
        }
    }
}
