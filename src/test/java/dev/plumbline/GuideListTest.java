package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.baseline.Rules;
import dev.plumbline.metric.Metrics;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists of the guides, held against a week whose answers are counted by hand. */
final class GuideListTest {

    private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");

    @TempDir
    Path data;

    static List<Path> lists() throws IOException {
        try (Stream<Path> files = Files.list(Queries.home().resolve("data/rules/lists"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_is_read_and_named_by_its_system_and_what_it_is_for(Path file) {
        assertThat(Rules.read(file, Metrics.ALL).rules()).as("%s", file).isNotEmpty();
        assertThat(file.getFileName().toString())
                .matches("[a-z]+-(p[0-3]|daily|weekly|monthly|audit|retraining)\\.yaml");
    }

    private static Map<String, Object> row(String table, String system, Instant time, Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", table + time + cells[1]);
        row.put("time", time);
        row.put("system", system);
        row.put("agent", "one");
        row.put("environment", "live");
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        return row;
    }

    /** Seven days of a candle an hour for two symbols, of which one stops on the last day; 40 trades, 14 of them won. */
    private Window week(String system) {
        List<Map<String, Object>> candles = new ArrayList<>();
        for (int hour = 0; hour < 7 * 24; hour++) {
            Instant time = START.plus(Duration.ofHours(hour));
            candles.add(row("candles", system, time, "symbol", "BTC/USDT", "timeframe", "1h", "close", 100.0));
            if (hour < 160) {
                candles.add(row("candles", system, time, "symbol", "ETH/USDT", "timeframe", "1h", "close", 50.0));
            }
        }
        List<Map<String, Object>> trades = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant time = START.plus(Duration.ofHours(4L * i));
            Map<String, Object> trade = row("trades", system, time, "symbol", "BTC/USDT", "side", "long");
            trade.put("entry_time", time);
            trade.put("exit_time", time);
            trade.put("pnl", i % 20 < 7 ? 1.0 : -1.0);
            trade.put("pnl_basis", "net");
            trade.put("pnl_currency", "USDT");
            trades.add(trade);
        }
        Store store = Store.open(data, Queries.find());
        store.add("candles", candles);
        store.add("trades", trades);
        return Workbench.open(data, store).of(system, "one", "live").days("2025-10-20", "2025-10-26");
    }

    private static List<List<String>> table(Showable shown) {
        List<List<String>> rows = new ArrayList<>();
        shown.blocks().forEach(block -> {
            if (block instanceof Block.DataTable table) {
                rows.addAll(table.rows());
            }
        });
        return rows;
    }

    @Test
    void a_win_rate_under_40_percent_that_lasts_is_p1_of_the_playbook_and_is_not_named_again_at_p2() {
        Window week = week("playbook");
        try (Workbench lab = week.workbench()) {
            Showable shown = Show.severity(week, Optional.empty());
            // 14 of 40 is 35 %
            assertThat(table(shown))
                    .filteredOn(row -> row.get(1).equals("win rate"))
                    .extracting(row -> row.get(0) + " " + row.get(2))
                    .containsExactly("P1 35.0 %");
            assertThat(shown.toString()).startsWith("P0: nothing").contains("**P1**: win rate");
            assertThat(lab.isEmpty()).isFalse();
        }
    }

    @Test
    void each_line_of_the_weekly_list_is_answered_yes_no_not_told_or_by_hand() {
        Window week = week("playbook");
        try (Workbench lab = week.workbench()) {
            Map<String, String> answers = new LinkedHashMap<>();
            table(Show.routine(week, week.against(Optional.empty()), Optional.empty(), "weekly"))
                    .forEach(row -> answers.put(row.get(0), row.get(1)));
            assertThat(answers)
                    .containsEntry("win rate, BTC/USDT, 50.0 % or more", "no")
                    .containsEntry("retraining success, 80.0 % or more", "cannot be told")
                    // Ethereum's newest candle is of 15:00 on the last day, Bitcoin's of 23:00
                    .containsEntry("all symbols and timeframes updating", "no")
                    .containsEntry("no gaps", "yes")
                    .containsEntry("tune where needed", "by hand");
            assertThat(lab.isEmpty()).isFalse();
        }
    }

    /**
     * Eleven orders of 600 ms; eleven positions, ten of them with a stop 100 ms later, said to take 250 ms each.
     */
    @Test
    void what_calls_and_stops_took_is_held_against_the_fox_guide() {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int n = 0; n < 11; n++) {
            Instant time = START.plus(Duration.ofMinutes(600 + n));
            events.add(event(time, "order_placed", "{\"duration_ms\":600}"));
            events.add(event(time, "position_created", "{\"position_id\":" + n + "}"));
            if (n < 10) {
                events.add(event(
                        time.plusMillis(100), "stop_loss_placed", "{\"position_id\":" + n + ",\"duration_ms\":250}"));
            }
        }
        events.add(event(START.plus(Duration.ofHours(23)), "bot_stopped", "{}"));
        Store store = Store.open(data, Queries.find());
        store.add("events", events);
        try (Workbench lab = Workbench.open(data, store).of("fox", "one", "live")) {
            Window day = lab.days("2025-10-20", "2025-10-20");
            assertThat(Show.routine(day, day.against(Optional.empty()), Optional.empty(), "audit")
                            .toString())
                    .containsPattern("API response time, 500 ms or less +no +600 ms +\\d+ +above 500 ms")
                    .containsPattern("stop loss placement time, 200 ms or less +no +250 ms +\\d+ +above 200 ms")
                    .containsPattern("reconnects, 4 or less +cannot be told +– +– +not available");
            Rows delays = day.rows("explore/stop_delays");
            assertThat(delays.texts("exchange")).containsExactly("bybit");
            assertThat(delays.doubles("opened")).containsExactly(11);
            assertThat(delays.doubles("with_a_stop")).containsExactly(10);
            assertThat(delays.doubles("median_seconds_without")[0]).isCloseTo(0.1, within(1e-9));
            assertThat(delays.doubles("over_200_ms")).containsExactly(0);
        }
    }

    private static Map<String, Object> event(Instant time, String kind, String said) {
        return row("events", "fox", time, "kind", kind, "data", said, "exchange", "bybit");
    }

    @Test
    void a_system_whose_guide_has_no_such_list_gets_none() {
        Window week = week("nofx");
        try (Workbench lab = week.workbench()) {
            assertThat(Show.routine(week, week.against(Optional.empty()), Optional.empty(), "daily")
                            .blocks())
                    .isEmpty();
            assertThat(Show.severity(week, Optional.empty()).toString()).startsWith("Not available: ");
            assertThat(lab.isEmpty()).isFalse();
        }
    }
}
