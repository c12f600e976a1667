package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaybookTest {

    private static final String TRADES = """
            INSERT INTO trade_outcomes VALUES (17, 3, 'BTC/USDT', '1h', 100000.0, 101000.0, '2026-11-10T10:00:00.123456',
                '2026-11-10T10:00:00.123460', 'BUY', 0.821, 0.9, 'BUY', 1, 1.0, 1000.0, '[1,2]', 'TRENDING', 0, 'take_profit');
            INSERT INTO trade_outcomes VALUES (18, 4, 'ETH/USDT', '1h', 4000.0, 4100.0, '2026-11-10 11:00:00',
                '2026-11-10 12:00:00', 'SELL', 0.7, 0.2, 'BUY', 0, -2.5, -100.0, NULL, 'CHOPPY', 0, 'stop_loss');
            INSERT INTO trade_outcomes VALUES (19, 5, 'ETH/USDT', '1h', 4000.0, 4080.0, '2026-11-10 11:30:00',
                '2026-11-10 12:00:00', 'BUY', 0.7, 0.2, 'BUY', 1, 2.0, 80.0, NULL, 'CHOPPY', 0, 'signal');
            """;

    @TempDir
    Path folder;

    private final Staging staging = Staging.open(Queries.find());
    private final Rejections rejections = new Rejections();
    private final SourceSystem playbook = Sources.of(Queries.find()).named("playbook");

    @AfterEach
    void close() {
        staging.close();
    }

    private Path database(String... scripts) throws SQLException {
        Path file = folder.resolve("trading.db");
        TradingDb.write(file, scripts);
        return file;
    }

    private static ImportOptions told(double stake, double capital, double feeRate) {
        return new ImportOptions(
                "playbook",
                Optional.of("bot"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(stake),
                OptionalDouble.of(capital),
                OptionalDouble.of(feeRate),
                OptionalDouble.of(7200));
    }

    private void load(ImportOptions options, Path... files) {
        playbook.load(
                Arrays.stream(files)
                        .map(file -> new SourceFile(file, file.getFileName().toString(), 0))
                        .toList(),
                staging,
                options,
                rejections);
        staging.complete(options, symbol -> symbol);
    }

    private void load(Path... files) {
        load(ImportOptions.of("playbook").withAgent("bot"), files);
    }

    private List<String> rows(String sql) {
        return List.of(staging.select("test", "SELECT concat_ws(' ', " + sql).texts("t"));
    }

    @Test
    void a_trade_without_a_stake_has_a_fraction_and_no_money() throws SQLException {
        load(database(TradingDb.REAL, TRADES));
        assertThat(rows("id, time, symbol_written, timeframe, side, environment) AS t FROM staged.trades ORDER BY id"))
                .containsExactly(
                        "17 2026-11-10 10:00:00.123456 BTC/USDT 1h long live",
                        "18 2026-11-10 11:00:00 ETH/USDT 1h short live",
                        "19 2026-11-10 11:30:00 ETH/USDT 1h long live");
        assertThat(rows(
                        "pnl_fraction, pnl, pnl_basis, pnl_reported, pnl_reported_as, won_reported, confidence, decision_id,"
                                + " regime, close_reason, exit_day) AS t FROM staged.trades WHERE id = '18'"))
                .containsExactly(
                        "-0.025 percent -100.0 price difference per unit, no quantity, no fee false 0.7 4 CHOPPY"
                                + " stop_loss 2026-11-10");
        assertThat(rejections.rejected()).isEmpty();
        assertThat(rejections.notes())
                .containsExactlyInAnyOrder(
                        "trading.db has no table portfolio_snapshots: equity not available",
                        "trading.db has no table error_log: errors not available",
                        "trading.db has no table positions: open positions not available");
    }

    /** python3: 1000*(0.01-2*0.001) = 8.0; 1000*(-0.025-0.002) = -27.0; 1000*(0.02-0.002) = 18.0; 5000+8-27+18 = 4999.0 */
    @Test
    void a_stake_and_a_capital_model_profit_and_equity() throws SQLException {
        load(told(1000, 5000, 0.001), database(TradingDb.REAL, TRADES));
        assertThat(
                        rows(
                                "id, round(pnl, 9), pnl_basis, pnl_currency, quantity, fee) AS t FROM staged.trades ORDER BY id"))
                .containsExactly(
                        "17 8.0 modelled USDT 0.01 2.0",
                        "18 -27.0 modelled USDT 0.25 2.0",
                        "19 18.0 modelled USDT 0.25 2.0");
        assertThat(rows(
                        "time, round(value, 9), currency, basis, origin, preference, environment) AS t FROM staged.equity"
                                + " ORDER BY time"))
                .containsExactly(
                        "2026-11-10 10:00:00.123456 5000.0 USDT modelled modelled 9 live",
                        "2026-11-10 10:00:00.12346 5008.0 USDT modelled modelled 9 live",
                        "2026-11-10 12:00:00 4999.0 USDT modelled modelled 9 live");
        assertThat(rows("id, time, kind, capital, stake, fee_rate, currency, max_age_seconds) AS t FROM staged.runs"))
                .containsExactly("settings 2026-11-10 10:00:00.123456 settings 5000.0 1000.0 0.001 USDT 7200.0");
        assertThat(rejections.notes())
                .contains("trading.db has no table portfolio_snapshots: equity is modelled from capital and stake");
    }

    @Test
    void every_table_of_the_bot_becomes_canonical_rows() throws SQLException {
        load(database(TradingDb.REAL, """
                INSERT INTO signals (id, timestamp, signal_type, strength, confidence, price)
                    VALUES (1, 1762768800000, 'BUY', 'STRONG', 0.82, 100.5), (2, 1762768860000, 'SELL', 'WEAK', 0.6, 101),
                           (3, 1762768920000, 'NEUTRAL', 'WEAK', 0.5, 102);
                INSERT INTO confidence_history VALUES (1, 'BTC/USDT', '1h', '2026-11-10T10:00:00', 0.765, 0.6, 0.1, 'LEARNING');
                INSERT INTO learning_states VALUES (1, 'BTC/USDT', '1h', 'TRADING', 0.81, '2026-11-10T10:00:01', 'confident', '{}');
                INSERT INTO retraining_history (id, symbol, interval, triggered_at, trigger_reason, started_at, completed_at,
                    duration_seconds, status, validation_confidence, n_epochs) VALUES
                    (1, 'BTC/USDT', '1h', '2026-11-10T10:00:02', 'loss_high_confidence (conf=82.1%)', '2026-11-10T10:00:03',
                     '2026-11-10T10:04:03', 240.0, 'success', 0.84, 30),
                    (2, 'BTC/USDT', '1h', '2026-11-10T11:00:02', 'loss_immediate', NULL, NULL, NULL, 'in_progress', NULL, NULL);
                INSERT INTO candles VALUES (9, 1762768800000, 'x', 1, 3, 0.5, 2, 1000, 'BTC/USDT', '1h');
                INSERT INTO news_articles (id, timestamp, source, title, sentiment_score, processed, primary_symbol)
                    VALUES (4, 1762768800000, 'wire', 'Up', -0.5, 1, 'BTC/USDT')
                """));
        assertThat(rows("id, time, action, action_written, confidence, price) AS t FROM staged.decisions ORDER BY id"))
                .containsExactly(
                        "1 2025-11-10 10:00:00 open_long BUY 0.82 100.5",
                        "2 2025-11-10 10:01:00 open_short SELL 0.6 101.0",
                        "3 2025-11-10 10:02:00 wait NEUTRAL 0.5 102.0");
        assertThat(
                        rows(
                                "time, symbol_written, timeframe, confidence, mode, accuracy, drift) AS t FROM staged.confidence"))
                .containsExactly("2026-11-10 10:00:00 BTC/USDT 1h 0.765 LEARNING 0.6 0.1");
        assertThat(rows("time, symbol_written, timeframe, mode, confidence, reason) AS t FROM staged.modes"))
                .containsExactly("2026-11-10 10:00:01 BTC/USDT 1h TRADING 0.81 confident");
        assertThat(rows("id, status, \"trigger\", COALESCE(CAST(completed AS VARCHAR), 'running'), duration_seconds,"
                        + " confidence_after, epochs) AS t FROM staged.retrainings ORDER BY id"))
                .containsExactly(
                        "1 success loss_high_confidence 2026-11-10 10:04:03 240.0 0.84 30",
                        "2 in_progress loss_immediate running");
        assertThat(rows("id, time, open, high, low, close, volume) AS t FROM staged.candles"))
                .containsExactly("BTC/USDT|1h|1762768800000 2025-11-10 10:00:00 1.0 3.0 0.5 2.0 1000.0");
        assertThat(rows("time, symbol_written, source, title, sentiment, processed) AS t FROM staged.news"))
                .containsExactly("2025-11-10 10:00:00 BTC/USDT wire Up -0.5 true");
    }

    @Test
    void the_tables_that_only_the_guide_knows_are_read_too() throws SQLException {
        load(database(TradingDb.DOCUMENTED, """
                INSERT INTO trade_outcomes VALUES (1, 'BTC/USDT', '1h', '2026-11-10T10:00:00', '2026-11-10T11:00:00', 'BUY', 1,
                    1.0, 10.0, 0.75);
                INSERT INTO portfolio_snapshots VALUES (1762768800, 10000, 0), ('2026-11-10T10:00:00', 10100, 100);
                INSERT INTO error_log VALUES ('2026-11-10 10:00:00');
                INSERT INTO positions VALUES ('open', NULL, 110, 100, 2), ('closed', 5, 105, 100, 1);
                INSERT INTO config VALUES (10000)
                """));
        assertThat(rows("id, confidence, environment) AS t FROM staged.trades")).containsExactly("1 0.75 unknown");
        assertThat(rows("time, value, basis, origin, preference, currency) AS t FROM staged.equity ORDER BY time"))
                .containsExactly(
                        "2025-11-10 10:00:00 10000.0 reported portfolio_snapshots 1 USDT",
                        "2026-11-10 10:00:00 10100.0 reported portfolio_snapshots 1 USDT");
        assertThat(rows("time, kind, level) AS t FROM staged.events"))
                .containsExactly("2026-11-10 10:00:00 error ERROR");
        assertThat(
                        rows(
                                "time, side, CAST(quantity AS DOUBLE), unrealised, status) AS t FROM staged.positions ORDER BY id"))
                .containsExactly("2026-11-10 11:00:00 long 2.0 20.0 open", "2026-11-10 11:00:00 long 1.0 closed");
        assertThat(rows("kind, capital) AS t FROM staged.runs")).containsExactly("settings 10000.0");
    }

    @Test
    void what_cannot_be_read_is_rejected_and_the_rest_loads() throws SQLException {
        load(database(
                TradingDb.REAL,
                TRADES,
                "UPDATE trade_outcomes SET exit_time = 'yesterday' WHERE id = 17",
                "UPDATE trade_outcomes SET predicted_confidence = 82.1, entry_price = 'n/a' WHERE id = 18",
                "INSERT INTO confidence_history VALUES (5, 'BTC/USDT', '1h', NULL, 0.7, NULL, NULL, NULL)"));
        assertThat(rows("id, confidence, entry_price, exit_price) AS t FROM staged.trades ORDER BY id"))
                .containsExactly("18 4100.0", "19 0.7 4000.0 4080.0");
        assertThat(rejections.rejected())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "trading.db: found \"yesterday\": table trade_outcomes, id 17, exit_time: a time was expected, such as"
                                + " 2026-11-16T10:00:00 or unix seconds; the row is left out",
                        "trading.db: table confidence_history, id 5, timestamp: a time was expected, such as"
                                + " 2026-11-16T10:00:00 or unix seconds; the row is left out",
                        "trading.db: found \"n/a\": table trade_outcomes, id 18, entry_price: a number was expected;"
                                + " the row is kept without it",
                        "trading.db: found \"82.1\": table trade_outcomes, id 18, predicted_confidence: a confidence from 0 to 1"
                                + " was expected; the row is kept without it");
    }

    @Test
    void rows_take_their_environment_from_trades_that_agree() throws SQLException {
        String confidence =
                "INSERT INTO confidence_history VALUES (1, 'BTC/USDT', '1h', '2026-11-10', 0.7, NULL, NULL, NULL)";
        Path mixed = folder.resolve("mixed.db");
        TradingDb.write(
                mixed,
                TradingDb.REAL,
                TRADES,
                confidence,
                "UPDATE trade_outcomes SET is_paper_trade = 1 WHERE id = 17");
        load(mixed);
        assertThat(rows("environment) AS t FROM staged.trades ORDER BY id")).containsExactly("paper", "live", "live");
        assertThat(rows("environment) AS t FROM staged.confidence")).containsExactly("unknown");
        load(database(TradingDb.REAL, TRADES, confidence, "UPDATE trade_outcomes SET is_paper_trade = 1"));
        assertThat(rows("environment) AS t FROM staged.confidence")).containsExactly("paper");
    }

    @Test
    void columns_and_tables_that_nobody_knows_are_noted() throws SQLException {
        load(database(
                TradingDb.REAL,
                "ALTER TABLE trade_outcomes ADD COLUMN strategy_name TEXT",
                "ALTER TABLE trade_outcomes ADD COLUMN mood TEXT",
                "CREATE TABLE dreams (id INTEGER)"));
        assertThat(rejections.notes())
                .contains(
                        "trading.db: columns of trade_outcomes that are not read: mood",
                        "trading.db: tables that are not read: dreams");
    }

    @Test
    void a_file_is_recognised_by_its_tables_or_by_its_name_when_it_cannot_be_read() throws SQLException, IOException {
        Path file = database(TradingDb.REAL);
        Path other = folder.resolve("other.db");
        TradingDb.write(other, "CREATE TABLE trades (id INTEGER)");
        byte[] head = Arrays.copyOf(Files.readAllBytes(file), 4096);
        assertThat(playbook.recognises(new FileHead(file, head))).isTrue();
        assertThat(playbook.recognises(new FileHead(other, head))).isFalse();
        byte[] text = "not a database".getBytes(StandardCharsets.UTF_8);
        assertThat(playbook.recognises(new FileHead(folder.resolve("x/trading.db"), text)))
                .isTrue();
        assertThat(playbook.recognises(new FileHead(folder.resolve("x/notes.txt"), text)))
                .isFalse();
    }

    @Test
    void an_agent_is_called_as_its_folder() {
        assertThat(playbook.agent(Path.of("/bots/btc-eth-live/data"))).contains("btc-eth-live");
        assertThat(playbook.agent(Path.of("/bots/btc-eth-live"))).contains("btc-eth-live");
        assertThat(playbook.agent(Path.of("/data/db"))).isEmpty();
    }
}
