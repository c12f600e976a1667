package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AiTraderTest {

    private static final String POSITIONS = """
            {"date": "2025-11-01", "id": 0, "positions": {"BTC-USDT": 0.0, "CASH": 1000.0}}
            {"date": "2025-11-02", "id": 1, "this_action": {"action": "buy_crypto", "symbol": "BTC-USDT", "amount": 2}, "positions": {"CASH": 800.0, "BTC-USDT": 2}}
            {"date": "2025-11-02", "id": 1, "this_action": {"action": "sell_crypto", "symbol": "BTC-USDT", "amount": 1}, "positions": {"BTC-USDT": 1, "CASH": 900.0}}
            {"date": "2025-11-03", "id": 0, "this_action": {"action": "no_trade", "symbol": "", "amount": 0}, "positions": {"BTC-USDT": 1, "CASH": 900.0}}
            """;

    private static final String PRICES = """
            {"Meta Data": {"2. Symbol": "BTC-USDT", "5. Time Zone": "UTC"}, "Time Series (Daily)": {"2025-11-03": {"1. buy price": "120.0"}, "2025-11-02": {"1. buy price": "100.0", "2. high": "112", "3. low": "99", "4. sell price": "110.5", "5. volume": "7"}}}
            """;

    @TempDir
    Path folder;

    private LoadReport corpus() {
        return Importer.run(
                folder,
                Queries.find(),
                List.of(ImportRequest.of(Corpus.of("ai-trader").toString())),
                Progress.none());
    }

    // Python 3.11: json.loads of each line, the last line of each date, sum(quantity * float(close)) + CASH
    @Test
    void real_agents_are_worth_what_python_sums() {
        LoadReport report = corpus();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.tables().toString())
                .contains(
                        "table=decisions, loaded=182",
                        "table=positions, loaded=1493",
                        "table=candles, loaded=3560",
                        "table=events, loaded=60");
        try (Store store = Store.open(folder, Queries.find())) {
            Rows worth = store.select("SELECT agent, COUNT(*) AS n, MIN_BY(value, time) AS first_value,"
                    + " MAX_BY(value, time) AS last_value FROM equity GROUP BY agent ORDER BY agent");
            assertThat(worth.texts("agent"))
                    .containsExactly("MiniMax-M2", "claude-3.7-sonnet", "deepseek-chat-v3.1", "gemini-2.5-flash");
            assertThat(worth.doubles("n")).containsExactly(15, 15, 15, 15);
            assertThat(worth.doubles("first_value")).containsOnly(50000);
            assertThat(worth.doubles("last_value"))
                    .containsExactly(
                            new double[] {42610.95740000001, 42348.323446999995, 43910.941598000005, 40684.84207408128},
                            offset(1e-8));
            Rows actions =
                    store.select("SELECT action_written, COUNT(*) AS n FROM decisions GROUP BY ALL ORDER BY ALL");
            assertThat(actions.texts("action_written")).containsExactly("buy_crypto", "no_trade", "sell_crypto");
            assertThat(actions.doubles("n")).containsExactly(118, 20, 44);
        }
    }

    @Test
    void lines_of_one_date_keep_their_order_and_the_last_one_is_the_days_state() {
        Imports imports = new Imports(folder)
                .write("m/position/position.jsonl", POSITIONS)
                .write("crypto_merged.jsonl", PRICES);
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        // the prices of an import are known to all its agents, whichever is read first
        assertThat(report.notes()).noneMatch(note -> note.contains("equity"));
        Rows decisions = imports.rows("SELECT id, action, quantity, executed, agent FROM decisions ORDER BY time");
        assertThat(decisions.texts("id")).containsExactly("2025-11-02-0000", "2025-11-02-0001", "2025-11-03-0000");
        assertThat(decisions.texts("action")).containsExactly("open_long", "close_long", "hold");
        assertThat(decisions.texts("agent")).containsOnly("m");
        Rows held = imports.rows("SELECT CAST(quantity AS DOUBLE) AS q, symbol FROM positions ORDER BY time");
        assertThat(held.doubles("q")).containsExactly(2, 1, 1);
        assertThat(held.texts("symbol")).containsOnly("BTC/USDT");
        // 900 + 1 * 110.5, and on the newest date, which has no close, 900 + 1 * 120
        Rows equity = imports.rows("SELECT value, preference, basis, currency, available, CAST(time AS VARCHAR) AS t"
                + " FROM equity ORDER BY time");
        assertThat(equity.doubles("value")).containsExactly(1000, 1010.5, 1020);
        assertThat(equity.doubles("preference")).containsExactly(1, 1, 2);
        assertThat(equity.texts("basis")).containsOnly("modelled");
        assertThat(equity.texts("currency")).containsOnly("USDT");
        assertThat(equity.texts("t")[1]).isEqualTo("2025-11-02 23:59:59.999999");
    }

    @Test
    void prices_may_come_before_the_positions_or_after_them() {
        Imports after = new Imports(folder.resolve("a")).write("m/position/position.jsonl", POSITIONS);
        assertThat(after.load().notes())
                .contains(
                        "aitrader m: 3 dates, and no prices are known yet: equity is worked out when crypto_merged.jsonl comes");
        assertThat(after.rows("SELECT value FROM equity").doubles("value")).containsExactly(1000);
        after.write("crypto_merged.jsonl", PRICES).load();
        Imports before = new Imports(folder.resolve("b")).write("crypto_merged.jsonl", PRICES);
        before.load();
        before.write("m/position/position.jsonl", POSITIONS).load();
        String sql = "SELECT value, agent FROM equity ORDER BY time";
        assertThat(after.rows(sql).doubles("value")).containsExactly(1000, 1010.5, 1020);
        assertThat(before.rows(sql).doubles("value")).containsExactly(1000, 1010.5, 1020);
        assertThat(after.rows(sql).texts("agent")).containsOnly("m");
    }

    @Test
    void a_date_without_a_price_of_what_is_held_has_no_equity_and_says_so() {
        Imports imports = new Imports(folder).write("crypto_merged.jsonl", PRICES);
        imports.load();
        LoadReport report = imports.write("m/position/position.jsonl", POSITIONS.replace("2025-11-03", "2025-11-04"))
                .load();
        assertThat(imports.rows("SELECT value FROM equity ORDER BY time").doubles("value"))
                .containsExactly(1000, 1010.5);
        assertThat(report.notes())
                .contains(
                        "aitrader m: equity is known on 2 of 3 dates: on the others something that it held has no price");
    }

    @Test
    void hours_are_valued_at_the_close_of_their_hour_in_the_zone_that_is_told() {
        Imports imports = new Imports(folder)
                .write("files/x/position/position.jsonl", """
                        {"date": "2025-10-01 11:00:00", "id": 1, "this_action": {"action": "buy", "symbol": "AAPL", "amount": 3}, "positions": {"AAPL": 3, "CASH": 10.0}}
                        """)
                .write("files/merged.jsonl", """
                        {"Meta Data": {"2. Symbol": "AAPL", "6. Time Zone": "US/Eastern"}, "Time Series (60min)": {"2025-10-01 11:00:00": {"1. buy price": "20", "4. sell price": "21.5"}}}
                        """);
        LoadReport report = imports.load(
                Optional.empty(),
                new ImportOptions(
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(java.time.ZoneId.of("America/New_York")),
                        java.util.OptionalDouble.empty(),
                        java.util.OptionalDouble.empty(),
                        java.util.OptionalDouble.empty(),
                        java.util.OptionalDouble.empty()),
                "");
        assertThat(report.rejected()).isEmpty();
        // 10 + 3 * 21.5 at the end of 11:00 to 12:00 in New York, which is UTC-4 in October
        Rows equity = imports.rows("SELECT value, CAST(time AS VARCHAR) AS t FROM equity");
        assertThat(equity.doubles("value")).containsExactly(74.5);
        assertThat(equity.texts("t")).containsExactly("2025-10-01 15:59:59.999999");
    }

    @Test
    void lines_that_cannot_be_used_are_named() {
        Imports imports = new Imports(folder).write("m/position/position.jsonl", """
                {"date": "2025-11-01", "id": 0, "positions": {"CASH": 1000.0}}
                {"date": "soon", "id": 1, "positions": {"CASH": 1000.0}}
                {"date": "2025-11-02", "id": 2, "positions": {"CASH": "lots", "A": 1}}
                {"id": 3, "positions": {"CASH": 1000.0}}
                {"date": "2025-11-03", "id": 4, "positions": {"CASH": 10
                """);
        List<String> said = imports.said(imports.load());
        assertThat(said).hasSize(4);
        assertThat(said)
                .anyMatch(line -> line.startsWith("m/position/position.jsonl:2: found \"soon\": a date such as"));
        assertThat(said)
                .anyMatch(line ->
                        line.startsWith("m/position/position.jsonl:3: found") && line.contains("positions: an object"));
        assertThat(said).anyMatch(line -> line.contains("position.jsonl:4") && line.contains("no date here"));
        assertThat(said).anyMatch(line -> line.contains("position.jsonl:5"));
        assertThat(imports.rows("SELECT id FROM events").texts("id")).containsExactly("cycle-2025-11-01");
    }

    @Test
    void a_state_that_its_action_does_not_explain_is_kept_as_written_and_noted() {
        Imports imports = new Imports(folder)
                .write("m/position/position.jsonl", POSITIONS.replace("\"amount\": 1}", "\"amount\": 0.5}"));
        assertThat(imports.load().notes())
                .anyMatch(note ->
                        note.endsWith("1 lines hold another quantity than the line before and their action make,"
                                + " such as line 3: they are taken as written"));
        assertThat(imports.rows("SELECT CAST(quantity AS DOUBLE) AS q FROM positions ORDER BY time")
                        .doubles("q"))
                .containsExactly(2, 1, 1);
    }
}
