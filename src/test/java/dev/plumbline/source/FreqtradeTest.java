package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreqtradeTest {

    /** As freqtrade 2025 makes them, without the columns that nobody reads. */
    private static final String TABLES = """
            CREATE TABLE trades (id INTEGER PRIMARY KEY, exchange VARCHAR(25), pair VARCHAR(25), stake_currency VARCHAR(25),
                is_open BOOLEAN, fee_open FLOAT, fee_close FLOAT, open_rate FLOAT, close_rate FLOAT, realized_profit FLOAT,
                close_profit FLOAT, close_profit_abs FLOAT, stake_amount FLOAT, amount FLOAT, open_date DATETIME,
                close_date DATETIME, max_rate FLOAT, min_rate FLOAT, exit_reason VARCHAR, strategy VARCHAR, timeframe INTEGER,
                trading_mode VARCHAR, leverage FLOAT, is_short BOOLEAN, funding_fees FLOAT);
            CREATE TABLE orders (id INTEGER PRIMARY KEY, ft_trade_id INTEGER, ft_pair VARCHAR, order_id VARCHAR, status VARCHAR,
                order_type VARCHAR, side VARCHAR, price FLOAT, average FLOAT, amount FLOAT, filled FLOAT, order_date DATETIME,
                order_filled_date DATETIME);
            CREATE TABLE pairlocks (id INTEGER PRIMARY KEY, pair VARCHAR, side VARCHAR, reason VARCHAR, lock_time DATETIME,
                lock_end_time DATETIME, active BOOLEAN);
            """;

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void imports() throws java.io.IOException {
        imports = new Imports(folder);
        Files.createDirectories(imports.path(""));
    }

    private Store corpus(String name) {
        LoadReport report = Importer.run(
                folder,
                Queries.find(),
                List.of(ImportRequest.of(Corpus.of("freqtrade").resolve(name).toString())),
                Progress.none());
        assertThat(report.rejected()).isEmpty();
        String none =
                ": equity not available: freqtrade keeps no balances in its database; --capital gives a modelled one";
        assertThat(report.notes())
                .hasSize(name.endsWith(".sqlite") ? 1 : 0)
                .allMatch(note -> note.endsWith(name + none));
        return Store.open(folder, Queries.find());
    }

    // Python 3.11 sqlite3: COUNT(*), SUM(close_profit_abs), SUM(amount * (open_rate * fee_open + close_rate *
    // fee_close)),
    // GROUP BY sell_reason, COUNT(*) FROM orders WHERE filled > 0
    @Test
    void a_real_database_of_2021_holds_what_python_counts() {
        try (Store store = corpus("dryrun-2021.sqlite")) {
            Rows trades = store.select("SELECT COUNT(*) AS n, SUM(pnl) AS pnl, SUM(fee) AS fee, MIN(agent) AS agent,"
                    + " MIN(environment) AS environment, MIN(pnl_basis) AS basis, MIN(timeframe) AS timeframe,"
                    + " COUNT(*) FILTER (close_reason = 'roi') AS roi, MIN(pnl_currency) AS currency FROM trades");
            assertThat(trades.doubles("n")).containsExactly(5);
            assertThat(trades.doubles("pnl")[0]).isCloseTo(-181.56143626, offset(1e-9));
            assertThat(trades.doubles("fee")[0]).isCloseTo(3.1687750559372763, offset(1e-12));
            assertThat(trades.doubles("roi")).containsExactly(2);
            assertThat(trades.texts("agent")).containsExactly("BBRSIStrategy");
            assertThat(trades.texts("environment")).containsExactly("paper");
            assertThat(trades.texts("basis")).containsExactly("net");
            assertThat(trades.texts("timeframe")).containsExactly("5m");
            assertThat(trades.texts("currency")).containsExactly("BTC");
            assertThat(store.select("SELECT COUNT(*) AS n FROM orders").doubles("n"))
                    .containsExactly(10);
            assertThat(store.select("SELECT COUNT(*) AS n FROM fills").doubles("n"))
                    .containsExactly(7);
            assertThat(store.select("SELECT COUNT(*) AS n FROM events WHERE kind = 'pairlock'")
                            .doubles("n"))
                    .containsExactly(5);
        }
    }

    // as above; its one trade was sold twice by the dry run, so that its rates do not explain its P&L and no fee is
    // told
    @Test
    void a_real_database_of_2025_holds_what_python_counts() {
        try (Store store = corpus("dryrun-2025.sqlite")) {
            Rows trades = store.select(
                    "SELECT pnl, fee IS NULL AS unknown, symbol, strategy, environment, CAST(entry_time AS VARCHAR) AS t FROM trades");
            assertThat(trades.doubles("pnl")).containsExactly(10.92315095);
            assertThat(trades.texts("unknown")).containsExactly("true");
            assertThat(trades.texts("symbol")).containsExactly("XRP/USDC");
            assertThat(trades.texts("t")).containsExactly("2025-09-10 19:38:38.821582");
            assertThat(store.select("SELECT COUNT(*) AS n FROM orders").doubles("n"))
                    .containsExactly(3);
            Rows events = store.select("SELECT kind, COUNT(*) AS n FROM events GROUP BY kind ORDER BY kind");
            assertThat(events.texts("kind")).containsExactly("pairlock", "start");
            assertThat(events.doubles("n")).containsExactly(2, 2);
        }
    }

    // Python 3.11: json.load, sums over profit_abs and profit_ratio, the drawdown over sums per close_timestamp
    @Test
    void a_real_backtest_has_the_figures_that_freqtrade_has_for_it() {
        try (Store store = corpus("backtest-result.json")) {
            Rows sums = store.select(
                    "SELECT SUM(pnl) AS net, SUM(pnl) FILTER (pnl > 0) / -SUM(pnl) FILTER (pnl < 0) AS pf,"
                            + " COUNT(*) FILTER (won_reported) AS wins, COUNT(*) FILTER (NOT won_reported) AS losses,"
                            + " COUNT(*) FILTER (won_reported IS NULL) AS draws, MIN(environment) AS environment, MIN(agent) AS agent FROM trades");
            assertThat(sums.doubles("net")[0]).isCloseTo(0.0010419029856968845, offset(1e-18));
            assertThat(sums.doubles("pf")[0]).isCloseTo(2.4223288739520954, offset(1e-14));
            assertThat(sums.doubles("wins")).containsExactly(48);
            assertThat(sums.doubles("losses")).containsExactly(9);
            assertThat(sums.doubles("draws")).containsExactly(122);
            assertThat(sums.texts("environment")).containsExactly("backtest");
            assertThat(sums.texts("agent"))
                    .satisfiesExactly(name -> assertThat(name).startsWith("StrategyTestV3@"));
            Rows drawdown =
                    store.select("WITH sums AS (SELECT exit_time, SUM(pnl) AS pnl FROM trades GROUP BY exit_time),"
                            + " path AS (SELECT exit_time, SUM(pnl) OVER (ORDER BY exit_time) AS value FROM sums),"
                            + " falls AS (SELECT MAX(value) OVER (ORDER BY exit_time) - value AS fall FROM path)"
                            + " SELECT MAX(fall) AS fall FROM falls");
            assertThat(drawdown.doubles("fall")[0]).isCloseTo(0.0002, offset(1e-15));
            Rows own = store.select(
                    "SELECT figures ->> 'profit_factor' AS pf, figures ->> 'max_drawdown_abs' AS fall, capital, kind FROM runs");
            assertThat(own.texts("pf")).containsExactly("2.4223288739520954");
            assertThat(own.texts("fall")).containsExactly("0.0002000000000000001");
            assertThat(own.texts("kind")).containsExactly("backtest");
            Rows equity = store.select(
                    "SELECT COUNT(*) AS n, MIN_BY(value, time) AS first_value, MAX_BY(value, time) AS last_value FROM equity");
            assertThat(equity.doubles("n")).containsExactly(22);
            assertThat(equity.doubles("first_value")).containsExactly(0.01);
            assertThat(equity.doubles("last_value")[0]).isCloseTo(0.011041902985696884, offset(1e-10));
        }
    }

    @Test
    void what_a_signal_was_called_is_why_a_trade_was_opened_in_every_generation() throws SQLException {
        TradingDb.write(imports.path("tradesv3.sqlite"), TABLES, """
                ALTER TABLE trades ADD COLUMN buy_tag VARCHAR;
                ALTER TABLE trades ADD COLUMN enter_tag VARCHAR;
                INSERT INTO trades (id, pair, is_open, open_date, open_rate, amount, enter_tag, buy_tag)
                VALUES (1, 'A/USDT', 1, '2025-01-01 10:00:00', 1, 1, 'macd_cross', NULL),
                       (2, 'A/USDT', 1, '2025-01-01 11:00:00', 1, 1, NULL, 'older'),
                       (3, 'A/USDT', 1, '2025-01-01 12:00:00', 1, 1, '', NULL);
                """);
        ImportOptions none = ImportOptions.of("");
        ImportOptions told = new ImportOptions(
                "",
                Optional.of("mine"),
                none.account(),
                none.exchange(),
                none.environment(),
                none.zone(),
                none.stake(),
                OptionalDouble.of(1_000),
                none.feeRate(),
                none.maxAge());
        LoadReport report = imports.load(Optional.empty(), told, "");
        assertThat(report.notes()).noneMatch(note -> note.contains("equity not available"));
        assertThat(imports.rows("SELECT COALESCE(open_reason, '-') AS r FROM trades ORDER BY time")
                        .texts("r"))
                .containsExactly("macd_cross", "older", "-");
    }

    // 0.5 * (2000 - 1900) = 50 for a short; fees 0.5 * (2000 * 0.0005 + 1900 * 0.0005) = 0.975; 0.2 received as funding
    @Test
    void a_short_future_pays_fees_and_receives_funding() throws SQLException {
        TradingDb.write(imports.path("tradesv3.sqlite"), TABLES, """
                INSERT INTO trades VALUES (7, 'binance', 'ETH/USDT:USDT', 'USDT', 0, 0.0005, 0.0005, 2000, 1900, 49.225, 0.1477,
                    49.225, 333.3, 0.5, '2025-01-01 10:00:00.000000', '2025-01-02 10:00:00.000000', 2050, 1880, 'roi', 'S', 60,
                    'FUTURES', 3.0, 1, 0.2);
                INSERT INTO trades VALUES (8, 'binance', 'ETH/USDT:USDT', 'USDT', 1, 0.0005, 0.0005, 2000, NULL, 0, NULL,
                    NULL, 333.3, 0.5, '2025-01-03 10:00:00.000000', NULL, 2050, 1880, NULL, 'S', 60, 'FUTURES', 3.0, 0, 0);
                INSERT INTO orders VALUES (1, 7, 'ETH/USDT:USDT', '8389765', 'closed', 'limit', 'sell', 2000, 2000, 0.5, 0.5,
                    '2025-01-01 10:00:00.000000', '2025-01-01 10:00:01.000000');
                INSERT INTO orders VALUES (2, 7, 'ETH/USDT:USDT', '8389766', 'canceled', 'limit', 'buy', 1850, NULL, 0.5, 0,
                    '2025-01-01 11:00:00.000000', NULL);
                """);
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .anyMatch(note -> note.endsWith(
                        "tradesv3.sqlite: 1 trades have orders of an exchange: it may be live or a sandbox;"
                                + " tell it with --environment"))
                .anyMatch(note -> note.contains("1 trades have no orders"));
        Rows trades = imports.rows("SELECT * FROM trades ORDER BY time");
        assertThat(trades.texts("side")).containsExactly("short", "long");
        assertThat(trades.texts("symbol")).containsOnly("ETH/USDT:USDT");
        assertThat(trades.texts("environment")).containsOnly("unknown");
        assertThat(trades.texts("timeframe")).containsOnly("1h");
        assertThat(trades.doubles("pnl")[0]).isEqualTo(49.225);
        assertThat(trades.doubles("fee")[0]).isCloseTo(0.975, offset(1e-12));
        assertThat(trades.doubles("funding")[0]).isEqualTo(-0.2);
        assertThat(trades.doubles("pnl_fraction")[0]).isCloseTo(0.05, offset(1e-12));
        // against a short: 2050 / 2000 - 1; for it: 1 - 1880 / 2000
        assertThat(trades.doubles("mae")[0]).isCloseTo(0.025, offset(1e-12));
        assertThat(trades.doubles("mfe")[0]).isCloseTo(0.06, offset(1e-12));
        assertThat(imports.rows("SELECT id FROM trades WHERE exit_time IS NULL AND pnl IS NULL")
                        .size())
                .isEqualTo(1);
        Rows fills = imports.rows("SELECT role, side, trade_id FROM fills");
        assertThat(fills.texts("role")).containsExactly("open");
        assertThat(fills.texts("trade_id")).containsExactly(trades.texts("id")[0]);
        assertThat(imports.rows("SELECT status FROM orders ORDER BY order_id").texts("status"))
                .containsExactly("filled", "cancelled");
    }

    @Test
    void copies_of_tables_are_not_counted_and_a_bad_date_is_named() throws SQLException {
        TradingDb.write(imports.path("old.sqlite"), TABLES, """
                CREATE TABLE trades_bak0 (id INTEGER);
                CREATE TABLE orders_bak0 (id INTEGER);
                INSERT INTO trades_bak0 VALUES (1);
                INSERT INTO trades (id, pair, is_open, open_date, open_rate, amount) VALUES (1, 'A/USDT', 1, '2025-01-01 10:00:00', 1, 1);
                INSERT INTO trades (id, pair, is_open, open_date, open_rate, amount) VALUES (2, 'A/USDT', 1, 'yesterday', 1, 1);
                """);
        LoadReport report = imports.load(Optional.empty(), ImportOptions.of("").withAgent("mine"), "");
        assertThat(imports.said(report))
                .containsExactly(
                        "old.sqlite: found \"yesterday\": trades 2: open_date: a time such as 2025-09-10 19:38:38.821582"
                                + " was expected; the trade is left out");
        assertThat(report.notes()).noneMatch(note -> note.contains("_bak"));
        assertThat(imports.rows("SELECT agent FROM trades").texts("agent")).containsExactly("mine");
    }

    @Test
    void two_backtests_of_a_strategy_are_kept_apart() {
        String result = """
                {"metadata": {"S": {"run_id": "a"}}, "strategy": {"S": {"trades": [{"pair": "A/USDT", "amount": 1, "open_rate": 10,
                "close_rate": 11, "fee_open": 0.001, "fee_close": 0.001, "profit_abs": 0.979, "profit_ratio": 0.0978,
                "open_date": "2024-01-01 00:00:00+00:00", "close_date": "2024-01-02 00:00:00+00:00", "sell_reason": "roi"}],
                "backtest_start": "2024-01-01 00:00:00", "backtest_end": "2024-01-03 00:00:00", "stake_currency": "USDT",
                "backtest_run_start_ts": 1700000000, "starting_balance": 1000, "stake_amount": "unlimited",
                "daily_profit": [["2024-01-02", 0.979]]}}}
                """;
        assertThat(imports.write("backtest-result-1.json", result).load().notes())
                .isEmpty();
        Rows trades = imports.rows("SELECT pnl, fee, pnl_basis, close_reason FROM trades");
        assertThat(trades.texts("pnl_basis")).containsExactly("net");
        assertThat(trades.doubles("fee")[0]).isCloseTo(0.021, offset(1e-12));
        LoadReport second = imports.write("b.json", result.replace("1700000000", "1700000900"))
                .load();
        assertThat(second.notes()).isEmpty();
        // 1700000000 and 900 seconds later
        Rows runs = imports.rows("SELECT agent, strategy, strategy_version, COUNT(*) AS n, SUM(pnl) AS pnl FROM trades"
                + " GROUP BY ALL ORDER BY agent");
        assertThat(runs.texts("agent")).containsExactly("S@20231114-221320", "S@20231114-222820");
        assertThat(runs.texts("strategy")).containsOnly("S");
        assertThat(runs.texts("strategy_version")).containsExactly("20231114-221320", "20231114-222820");
        assertThat(runs.doubles("pnl")).containsExactly(0.979, 0.979);
        assertThat(imports.rows("SELECT DISTINCT agent FROM equity").size()).isEqualTo(2);
    }

    @Test
    void backtests_that_say_no_time_of_their_run_are_told_apart_by_name_or_by_what_they_found() {
        String result = """
                {"strategy": {"S": {"trades": [{"pair": "A/USDT", "amount": 1, "open_rate": 10, "close_rate": 11, "fee_open": 0.001,
                "fee_close": 0.001, "profit_abs": 0.979, "open_date": "2021-01-01 00:00:00+00:00",
                "close_date": "2021-01-02 00:00:00+00:00", "sell_reason": "roi"}],
                "backtest_start": "2021-01-01 00:00:00", "backtest_end": "2021-01-03 00:00:00", "stake_currency": "USDT"}}}
                """;
        imports.write("backtest-result-2021-05-01_12-30-00.json", result)
                .write("backtest-result.json", result.replace("0.979", "0.5"))
                .write("backtest-result_again.json", result.replace("0.979", "0.6"))
                .load();
        Rows runs = imports.rows("SELECT agent, COUNT(*) AS n FROM trades GROUP BY agent ORDER BY agent");
        assertThat(runs.size()).isEqualTo(3);
        assertThat(runs.doubles("n")).containsOnly(1);
        assertThat(runs.texts("agent")[2]).isEqualTo("S@20210501-123000");
    }

    @Test
    void backtests_that_are_given_one_agent_are_noted() {
        String result = """
                {"metadata": {}, "strategy": {"S": {"trades": [], "backtest_start": "2024-01-01 00:00:00",
                "backtest_end": "2024-01-03 00:00:00", "backtest_run_start_ts": 1700000000}}}
                """;
        imports.write("a.json", result).write("b.json", result.replace("1700000000", "1700000900"));
        LoadReport report = imports.load(Optional.empty(), ImportOptions.of("").withAgent("mine"), "");
        assertThat(report.notes())
                .containsExactly(
                        "freqtrade mine: 2 backtests of it are known, and their trades are added up: give each an --agent of its own");
    }
}
