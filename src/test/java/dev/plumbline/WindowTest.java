package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Benchmarks;
import dev.plumbline.metric.Further;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window shows of a few hand-made files, from the file to the figure. */
final class WindowTest {

    private static final double EXACT = 1e-12;

    @TempDir
    Path folder;

    private TinyStore store() {
        return new TinyStore(folder);
    }

    private static double value(Measurement measurement) {
        return measurement.value().orElseThrow();
    }

    private static Map<String, String> texts(Measurements measurements) {
        return StreamSupport.stream(measurements.spliterator(), false)
                .collect(Collectors.toMap(m -> m.slice().value(), Measurement::text));
    }

    /** A line an hour of the days from 20 October 2025 on. */
    private static String hourly(int hours, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, hours)
                .mapToObj(h -> String.format("2025-10-%02dT%02d:00:00Z,%s%n", 20 + h / 24, h % 24, line.apply(h)))
                .collect(Collectors.joining());
    }

    @Test
    void no_trade_in_the_window_is_no_win_rate_and_no_money() throws Exception {
        store().file("bot.csv", """
                id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee
                1,BTCUSDT,long,2025-10-01T00:00:00Z,2025-10-01T10:00:00Z,1,100,110,0.1
                2,BTCUSDT,long,2025-10-20T00:00:00Z,2025-10-27T00:00:00Z,1,100,110,0.1
                """);
        try (Workbench lab = store().open()) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            assertThat(value(week.measure(Metrics.TRADES))).isZero();
            assertThat(week.measure(Metrics.WIN_RATE).because()).contains("no closed trades");
            assertThat(week.measure(Metrics.NET_PNL).because()).contains("no closed trades");
            assertThat(week.measure(Metrics.DAILY_PNL).because()).contains("no closed trades");
            assertThat(week.measure(Further.MAE).because().orElseThrow()).isEqualTo("no trades");
            assertThat(week.measure(Benchmarks.BETA).because().orElseThrow()).contains("a benchmark is needed");
            // half-open: the exit at midnight belongs to the day that begins
            assertThat(value(lab.days("2025-10-27", "2025-10-27").measure(Metrics.NET_PNL)))
                    .isEqualTo(9.9);
        }
    }

    /** The value is 10,000 and 1 % more each day; 2,000 are paid in on the third. */
    @Test
    void what_a_playbook_account_was_paid_in_is_no_return() throws Exception {
        store().database(
                        "bot/trading.db",
                        "CREATE TABLE portfolio_snapshots (timestamp INTEGER, total_value REAL, pnl REAL);\n",
                        IntStream.range(0, 12)
                                .mapToObj(i -> {
                                    long time = 1_760_961_600L + 43_200L * i; // 2025-10-20T12:00:00Z
                                    double pnl = 100 * (i / 2);
                                    return "INSERT INTO portfolio_snapshots VALUES (" + time + ", "
                                            + (10_000 + pnl + (i >= 5 ? 2_000 : 0)) + ", " + pnl + ");\n";
                                })
                                .collect(Collectors.joining()));
        try (Workbench lab = store().open()) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            // python3: v=[10000+100*(i//2)+(2000 if i>=5 else 0) for i in range(12)]; f=[2000 if i==5 else 0 for i in
            // range(12)]
            // math.prod((v[i]-f[i])/v[i-1] for i in range(1,12))-1
            assertThat(value(week.measure(Metrics.TOTAL_RETURN))).isCloseTo(0.04508196721311464, within(EXACT));
            assertThat(value(week.measure(Metrics.MAX_DRAWDOWN))).isZero();
        }
    }

    @Test
    void the_value_of_two_currencies_is_not_one_curve() throws Exception {
        store().file("bot.csv", "time,equity,currency\n" + hourly(48, h -> h % 2 == 0 ? "1000,USDT" : "90000,EUR"));
        try (Workbench lab = store().open()) {
            Measurement total = lab.days("2025-10-20", "2025-10-21").measure(Metrics.TOTAL_RETURN);
            assertThat(total.because())
                    .contains("not available: equity is counted in EUR and USDT, which are not added");
        }
    }

    @Test
    void the_value_of_two_accounts_is_not_one_curve() throws Exception {
        store().file("bot.csv", "time,equity,account\n" + hourly(48, h -> h % 2 == 0 ? "1000,a" : "90000,b"));
        try (Workbench lab = store().open()) {
            Measurement total = lab.days("2025-10-20", "2025-10-21").measure(Metrics.MAX_DRAWDOWN);
            assertThat(total.because())
                    .contains("not available: equity is of the accounts a and b, which are not summed");
        }
    }

    @Test
    void a_bot_that_left_nothing_in_the_window_has_no_rate_and_no_time_in_a_mode() throws Exception {
        store().database("bot/trading.db", """
                CREATE TABLE learning_states (id INTEGER, symbol TEXT, interval TEXT, mode TEXT, confidence_score REAL, entered_at TEXT);
                CREATE TABLE retraining_history (id INTEGER, symbol TEXT, interval TEXT, triggered_at TEXT, status TEXT, duration_seconds REAL);
                CREATE TABLE signals (id INTEGER, timestamp INTEGER, signal_type TEXT, confidence REAL, symbol TEXT, interval TEXT);
                INSERT INTO learning_states VALUES (1, 'BTC/USDT', '1h', 'TRADING', 0.8, '2025-10-01T10:00:00');
                INSERT INTO retraining_history VALUES (1, 'BTC/USDT', '1h', '2025-10-01T11:00:00', 'success', 60);
                INSERT INTO signals VALUES (1, 1759316400000, 'BUY', 0.8, 'BTC/USDT', '1h');
                """);
        try (Workbench lab = store().open()) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            assertThat(week.measure(Metrics.DECISIONS_PER_HOUR).value()).isEmpty();
            assertThat(week.measure(Metrics.RETRAININGS_PER_DAY).value()).isEmpty();
            assertThat(week.measure(Metrics.MODE_TRANSITIONS).value()).isEmpty();
            assertThat(week.by("mode").measure(Metrics.MODE_SHARE_TIME).rows())
                    .allMatch(share -> share.value().isEmpty());
        }
    }

    @Test
    void a_transition_is_between_modes_so_one_mode_has_none_to_count() throws Exception {
        store().database("bot/trading.db", """
                CREATE TABLE learning_states (id INTEGER, symbol TEXT, interval TEXT, mode TEXT, confidence_score REAL, entered_at TEXT);
                INSERT INTO learning_states VALUES (1, NULL, NULL, 'TRADING', 0.8, '2025-10-19T12:00:00');
                INSERT INTO learning_states VALUES (2, NULL, NULL, 'LEARNING', 0.7, '2025-10-20T06:00:00');
                INSERT INTO learning_states VALUES (3, NULL, NULL, 'TRADING', 0.7, '2025-10-20T12:00:00');
                INSERT INTO learning_states VALUES (4, NULL, NULL, 'TRADING', 0.7, '2025-10-20T23:00:00');
                """);
        try (Workbench lab = store().open()) {
            Window day = lab.days("2025-10-20", "2025-10-20");
            assertThat(day.by("mode").measure(Metrics.MODE_TRANSITIONS).rows())
                    .allMatch(rate -> rate.value().isEmpty());
            // two transitions in one day, observed to its end
            assertThat(value(day.measure(Metrics.MODE_TRANSITIONS))).isCloseTo(14, within(EXACT));
            // TRADING from 00:00 (carried) to 06:00 and from 12:00 to 24:00
            assertThat(texts(day.by("mode").measure(Metrics.MODE_SHARE_TIME)))
                    .isEqualTo(Map.of("TRADING", "75.0 %", "LEARNING", "25.0 %"));
        }
    }

    @Test
    void paper_and_live_trades_of_one_id_are_two_trades() throws Exception {
        store().file("bot.csv", """
                id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee,environment
                1,BTCUSDT,long,2025-10-20T00:00:00Z,2025-10-20T10:00:00Z,1,100,110,0,live
                1,BTCUSDT,long,2025-10-20T00:00:00Z,2025-10-20T10:00:00Z,1,100,90,0,paper
                """);
        try (Workbench lab = store().open()) {
            Window live = lab.of("csv", "", "live").days("2025-10-20", "2025-10-20");
            Window paper = lab.of("csv", "", "paper").days("2025-10-20", "2025-10-20");
            assertThat(value(live.measure(Metrics.NET_PNL))).isEqualTo(10);
            assertThat(value(paper.measure(Metrics.NET_PNL))).isEqualTo(-10);
        }
    }

    @Test
    void paper_and_live_equity_of_one_instant_are_two_points() throws Exception {
        store().file(
                        "bot.csv",
                        "time,equity,environment\n" + hourly(24, h -> 100 + h + ",live")
                                + hourly(24, h -> 200 - h + ",paper"));
        try (Workbench lab = store().open()) {
            Window live = lab.of("csv", "", "live").days("2025-10-20", "2025-10-20");
            Window paper = lab.of("csv", "", "paper").days("2025-10-20", "2025-10-20");
            assertThat(value(live.measure(Metrics.TOTAL_RETURN))).isCloseTo(0.23, within(EXACT));
            assertThat(value(paper.measure(Metrics.TOTAL_RETURN))).isCloseTo(-0.115, within(EXACT));
        }
    }

    @Test
    void a_playbook_that_trades_in_two_currencies_has_no_modelled_account() throws Exception {
        store().database("bot/trading.db", """
                CREATE TABLE trade_outcomes (id INTEGER, symbol TEXT, interval TEXT, entry_price REAL, exit_price REAL, entry_time TEXT, exit_time TEXT, predicted_direction TEXT, was_correct INTEGER, pnl_percent REAL, is_paper_trade INTEGER);
                INSERT INTO trade_outcomes VALUES (1, 'BTC/USDT', '1h', 100, 101, '2025-10-20T10:00:00', '2025-10-20T10:00:00', 'BUY', 1, 1.0, 0);
                INSERT INTO trade_outcomes VALUES (2, 'ETH/EUR', '1h', 100, 101, '2025-10-20T11:00:00', '2025-10-20T11:00:00', 'BUY', 1, 1.0, 0);
                INSERT INTO trade_outcomes VALUES (3, 'ETH/EUR', '1h', 100, 99, '2025-10-20T12:00:00', '2025-10-20T12:00:00', 'BUY', 0, -1.0, 1);
                """).file("sources.yaml", """
                sources:
                  - path: bot/trading.db
                    system: playbook
                    agent: bot
                    capital: 10000
                    stake: 500
                    fee_rate: 0.0005
                """);
        try (Workbench lab = store().open()) {
            Window live = lab.of("playbook", "bot", "live").days("2025-10-20", "2025-10-20");
            assertThat(live.measure(Metrics.TOTAL_RETURN).value()).isEmpty();
            assertThat(live.measure(Metrics.NET_PNL).value()).isEmpty();
            assertThat(value(live.measure(Metrics.TRADES))).isEqualTo(2);
            // 500 × (−0.01 − 2 × 0.0005), in one currency
            Window paper = lab.of("playbook", "bot", "paper").days("2025-10-20", "2025-10-20");
            assertThat(value(paper.measure(Metrics.NET_PNL))).isCloseTo(-5.5, within(EXACT));
            assertThat(value(paper.measure(Metrics.TOTAL_RETURN))).isCloseTo(-5.5e-4, within(EXACT));
        }
    }

    @Test
    void days_with_rows_are_days_of_the_zone() throws Exception {
        // six days of Kiritimati (UTC+14) touch seven of UTC, which would hide that one of the six is missing
        String rows = hourly(7 * 24, h -> Integer.toString(1000 + h))
                .lines()
                .filter(line -> line.compareTo("2025-10-23T10") < 0 || line.compareTo("2025-10-24T10") >= 0)
                .collect(Collectors.joining("\n"));
        store().file("bot.csv", "time,equity\n" + rows + "\n");
        try (Workbench lab = store().open()) {
            Window days = lab.inZone("Pacific/Kiritimati").days("2025-10-21", "2025-10-26");
            assertThat(days.asBaseline("days").notes()).contains("thin: 5 full days of 6 asked for");
        }
    }

    private static String close(String open, String close, double price, double pnl) {
        return """
                {"symbol": "BTCUSDT", "side": "long", "entry_price": 100, "close_price": %s, "quantity": 2, "leverage": 5,
                 "open_time": "2025-10-20T%s", "close_time": "2025-10-20T%s", "pnl_pct": 1, "pnl_usdt": %s}""".formatted(price, open, close, pnl);
    }

    private TinyStore roma() throws Exception {
        return store().file(
                        "logs/decisions/bot/trade_history.json",
                        "["
                                + String.join(
                                        ",",
                                        close("10:00:00", "10:30:00", 103, 30),
                                        close("10:00:00", "11:00:00", 99, -10),
                                        close("12:00:00", "12:30:00", 98, -20))
                                + "]")
                .file("logs/decisions/bot/equity_history.json", """
                        [{"timestamp": "2025-10-20T09:00:00", "cycle": 1, "gross_equity": 100, "unrealized_pnl": 0},
                         {"timestamp": "2025-10-20T13:00:00", "cycle": 2, "gross_equity": 98, "unrealized_pnl": 0}]
                        """);
    }

    /** ROMA counts each partial close; a position that won and one that lost are three records for it. */
    @Test
    void the_bots_own_figures_count_partial_closes_as_the_bot_does() throws Exception {
        try (Workbench lab = roma().open()) {
            OwnFigures own = OwnFigures.of(lab.days("2025-10-20", "2025-10-20"));
            // python3: p=[30,-10,-20]; sum(p), 100/3, statistics.mean(p)/statistics.pstdev(p); 100*(1-10000/10030)
            assertThat(own.figures())
                    .extracting(OwnFigures.Figure::name, OwnFigures.Figure::bots)
                    .containsExactly(
                            tuple("net P&L", "0.00"),
                            tuple("win rate", "33.33 %"),
                            tuple("Sharpe ratio", "0.00"),
                            tuple("maximum drawdown", "0.30 %"));
            // ours: (103 - 100) * 2 + (99 - 100) * 2 = 4, and -4
            assertThat(own.figures().get(1).ours()).isEqualTo("50.0 %");
        }
    }

    /** Trades add up to 0 before fees, the account lost 2 of 100. */
    @Test
    void a_page_says_when_trades_and_account_tell_different_profits() throws Exception {
        try (Workbench lab = roma().open()) {
            assertThat(lab.days("2025-10-20", "2025-10-20").quality().findings())
                    .extracting(Quality.Finding::check, Quality.Finding::sentence)
                    .contains(tuple(
                            "pnl_and_equity",
                            "closed trades add up to 0.00 USDT before fees, but the account, without deposits and unrealised"
                                    + " change, moved by -2.00: fees, funding or trades are missing"));
        }
    }

    /** Ten readings within ten seconds each hour of two days, and nine hours without any. */
    @Test
    void rows_in_bursts_are_one_sign_of_life() throws Exception {
        String readings = IntStream.range(0, 48)
                .filter(h -> h < 20 || h >= 28)
                .boxed()
                .flatMap(h -> IntStream.range(0, 10)
                        .mapToObj(s -> String.format(
                                "INSERT INTO confidence_history VALUES (%d, 'BTC/USDT', '1h', '2025-10-%02dT%02d:00:%02d', 0.7, 'TRADING');%n",
                                10 * h + s, 20 + h / 24, h % 24, s)))
                .collect(Collectors.joining());
        store().database(
                        "bot/trading.db",
                        "CREATE TABLE confidence_history (id INTEGER, symbol TEXT, interval TEXT, timestamp TEXT,"
                                + " confidence_score REAL, mode TEXT);\n",
                        readings);
        try (Workbench lab = store().open()) {
            Window days = lab.days("2025-10-20", "2025-10-21");
            assertThat(days.quality().findings())
                    .filteredOn(finding -> finding.check().equals("gaps"))
                    .extracting(Quality.Finding::sentence)
                    .containsExactly("no sign of life for 9.0 hours, where one comes every 60.0 minutes");
            // three hours are allowed, not three seconds
            assertThat(days.freshness().orElseThrow().words()).endsWith("3 h allowed");
        }
    }

    /** An hourly account that falls, or rises, by 20 % at noon of the third day while no trade is open. */
    private TinyStore jumping(int hundreds) throws Exception {
        return store().file("trades.csv", """
                id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee
                1,BTCUSDT,long,2025-10-20T00:30:00Z,2025-10-20T01:30:00Z,1,100,101,0
                """)
                .file(
                        "equity.csv",
                        "time,equity\n" + hourly(7 * 24, h -> (1000 + h % 2 + (h < 60 ? 0 : hundreds * 100)) + ""));
    }

    @Test
    void a_return_at_a_jump_that_nothing_explains_is_left_out() throws Exception {
        try (Workbench lab = jumping(2).open()) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            assertThat(week.measure(Metrics.TOTAL_RETURN).notes()).contains("1 unexplained jump left out");
            // python3: (1001/1000) * (1201/1200): the step at hour 60 counts for nothing
            assertThat(value(week.measure(Metrics.TOTAL_RETURN)))
                    .isCloseTo(1001 / 1000.0 * (1201 / 1200.0) - 1, within(EXACT));
            // seven closes, six returns, one of them with the jump
            assertThat(week.measure(Metrics.DAILY_RETURN).n()).isEqualTo(5);
            assertThat(value(week.measure(Metrics.MAX_DRAWDOWN))).isCloseTo(1 - 1000 / 1001.0, within(EXACT));
        }
    }

    @Test
    void a_fall_that_nothing_explains_leaves_what_limits_hold_undefined() throws Exception {
        try (Workbench lab = jumping(-2).open()) {
            Window week = lab.days("2025-10-20", "2025-10-26");
            String asked =
                    "equity fell by 20.1 % at 2025-10-22 12:00 and nothing recorded explains it: withdrawal or loss?"
                            + " Say it in data/flows.csv";
            assertThat(week.measure(Metrics.DRAWDOWN_FROM_PEAK).because()).contains(asked);
            assertThat(week.measure(Metrics.TOTAL_RETURN).because()).contains(asked);
            assertThat(week.measure(Metrics.DAILY_RETURN_WORST).because()).contains(asked);
            assertThat(week.measure(Metrics.VOLATILITY).notes()).contains("1 unexplained jump left out");
            assertThat(week.quality().findings())
                    .filteredOn(finding -> finding.check().equals("equity_jumps"))
                    .extracting(Quality.Finding::severity)
                    .containsExactly(Quality.Severity.WARNING);
        }
    }

    // 10 EUR × 1.08 + 20 USDT = 30.8; on the day before the first rate nothing is known
    @Test
    void profits_in_two_currencies_are_added_where_the_operator_says_what_they_were_worth() throws Exception {
        store().file("bot.csv", """
                id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,fee,currency
                1,BTC/EUR,long,2025-10-20T00:00:00Z,2025-10-20T10:00:00Z,1,100,110,10,0,EUR
                2,BTC/USDT,long,2025-10-21T00:00:00Z,2025-10-21T10:00:00Z,1,100,120,20,0,USDT
                """);
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/rates.csv"), "time,from,to,rate\n2025-10-20,EUR,USDT,1.08\n");
        try (Workbench lab = store().open()) {
            Measurement pnl = lab.days("2025-10-20", "2025-10-26").measure(Metrics.NET_PNL);
            assertThat(value(pnl)).isCloseTo(30.8, within(EXACT * 100));
            assertThat(Money.words(lab.days("2025-10-20", "2025-10-26")))
                    .endsWith("P&L in EUR converted by data/rates.csv");
        }
        Files.writeString(folder.resolve("data/rates.csv"), "time,from,to,rate\n2025-10-21,EUR,USDT,1.08\n");
        try (Workbench lab = Workbench.open(folder.resolve("data"))) {
            assertThat(lab.days("2025-10-20", "2025-10-26")
                            .measure(Metrics.NET_PNL)
                            .because())
                    .contains("P&L is in EUR and USDT, which are not added: ask by symbol, or say what they were worth"
                            + " in data/rates.csv");
        }
    }

    @Test
    void profits_in_two_currencies_are_never_added() throws Exception {
        store().file("bot.csv", """
                id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee
                1,BTCUSDT,long,2025-10-20T00:00:00Z,2025-10-20T10:00:00Z,1,100,110,0.1
                2,ETHEUR,short,2025-10-20T02:00:00Z,2025-10-20T13:00:00Z,2,50,45,0.1
                """);
        try (Workbench lab = store().open()) {
            Window day = lab.days("2025-10-20", "2025-10-20");
            assertThat(day.measure(Metrics.NET_PNL).because())
                    .contains("P&L is in EUR and USDT, which are not added: ask by symbol, or say what they were worth"
                            + " in data/rates.csv");
            assertThat(day.measure(Metrics.WIN_RATE).notes())
                    .containsExactly("per cent of price, before fees: P&L is in EUR and USDT");
            // (110 - 100) * 1 - 0.1 and (50 - 45) * 2 - 0.1
            assertThat(texts(day.by("symbol").measure(Metrics.NET_PNL)))
                    .isEqualTo(Map.of("BTC/USDT", "9.90", "ETH/EUR", "9.90"));
        }
    }
}
