package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeExportTest {

    private static final Offset<Double> EXACT = offset(1e-9);

    private static final String KRAKEN =
            "\"txid\",\"ordertxid\",\"pair\",\"time\",\"type\",\"ordertype\",\"price\",\"cost\",\"fee\","
                    + "\"vol\",\"margin\",\"misc\",\"ledgers\"";
    private static final String SPOT = "Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n";
    private static final String FUTURES =
            "Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID\n";

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void imports() {
        imports = new Imports(folder);
    }

    // bought 0.002 at 54054 = 108.108, sold for 56 + 58 = 114; fees 0.2 + 0.1 + 0.15 = 0.45; 114 - 108.108 - 0.45 =
    // 5.442
    @Test
    void kraken_fills_become_one_position_from_flat_to_flat_net_of_fees() {
        LoadReport report = imports.write("trades.csv", KRAKEN + """

                "T1","O1","XXBTZEUR","2024-03-19 19:43:31.6798","buy","limit",54054.0,108.108,0.2,0.002,0.00000,"","L1,L2"
                "T2","O2","XXBTZEUR","2024-03-20 09:00:00.1234","sell","limit",56000.0,56,0.1,0.001,0.00000,"","L3,L4"
                "T3","O3","XXBTZEUR","2024-03-21 09:00:00","sell","limit",58000.0,58,0.15,0.001,0.00000,"","L5,L6"
                "T4","O4","XETHXXBT","2024-03-21 10:00:00","buy","limit",0.05,0.05,0.0001,1,0.00000,"","L7,L8"
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).isEmpty();
        Rows trades = imports.rows("SELECT *, CAST(entry_time AS VARCHAR) AS t FROM trades ORDER BY time");
        assertThat(trades.texts("system")).containsOnly("kraken-export");
        assertThat(trades.texts("symbol")).containsExactly("BTC/EUR", "ETH/BTC");
        assertThat(trades.texts("pnl_currency")).containsExactly("EUR", "BTC");
        assertThat(trades.texts("environment")).containsOnly("live");
        assertThat(trades.doubles("pnl")[0]).isCloseTo(5.442, EXACT);
        assertThat(trades.doubles("fee")[0]).isCloseTo(0.45, EXACT);
        assertThat(trades.doubles("exit_price")[0]).isCloseTo(57000, EXACT);
        assertThat(trades.doubles("parts")[0]).isEqualTo(2);
        assertThat(trades.texts("pnl_basis")[0]).isEqualTo("net");
        assertThat(trades.texts("t")[0]).isEqualTo("2024-03-19 19:43:31.6798");
        assertThat(imports.rows("SELECT id FROM trades WHERE exit_time IS NULL AND pnl IS NULL")
                        .size())
                .isEqualTo(1);
        assertThat(imports.rows("SELECT fee_currency FROM fills ORDER BY time").texts("fee_currency"))
                .containsExactly("EUR", "EUR", "EUR", "BTC");
    }

    @Test
    void a_position_opened_in_one_export_is_closed_by_the_next_which_may_repeat_lines() {
        String buy =
                "\n\"T1\",\"O1\",\"XBTUSD\",\"2024-03-19 19:00:00\",\"buy\",\"limit\",100,100,1,1,0,\"\",\"L1\",100\n";
        String sell =
                "\"T2\",\"O2\",\"XBTUSD\",\"2024-04-19 19:00:00\",\"sell\",\"limit\",110,110,2,1,0,\"\",\"L2\",110\n";
        String header = KRAKEN + ",\"costusd\"";
        imports.write("march.csv", header + buy).load();
        LoadReport second = imports.write("april.csv", header + buy + sell).load();
        assertThat(second.tables().toString()).contains("table=trades, loaded=0, updated=1");
        Rows trades = imports.rows("SELECT pnl, symbol FROM trades");
        assertThat(trades.doubles("pnl")).containsExactly(7);
        assertThat(trades.texts("symbol")).containsExactly("BTC/USD");
    }

    @Test
    void an_older_export_that_comes_later_says_what_counts_twice() {
        String first = "\"T1\",\"O1\",\"XBTUSD\",\"2024-03-19 19:00:00\",\"buy\",\"limit\",100,100,1,1,0,\"\",\"L1\"\n";
        String rest = """
                "T2","O2","XBTUSD","2024-04-18 19:00:00","buy","limit",100,100,1,1,0,"","L2"
                "T3","O3","XBTUSD","2024-04-19 19:00:00","sell","limit",110,220,2,2,0,"","L3"
                """;
        imports.write("april.csv", KRAKEN + "\n" + rest).load();
        assertThat(imports.write("march.csv", KRAKEN + "\n" + first).load().notes())
                .containsExactly(
                        "kraken: 1 positions in the store began earlier than was known when they were rebuilt, and count"
                                + " twice now: forget the agent and import its exports again, oldest first");
    }

    @Test
    void kraken_pairs_are_split_where_kraken_splits_them() {
        List<String> pairs =
                List.of("XXBTZEUR", "XETHXXBT", "DOTUSD", "XTZUSD", "USDTZUSD", "SOLUSDT", "XDGUSD", "ADA/EUR");
        StringBuilder lines = new StringBuilder(KRAKEN).append('\n');
        for (int i = 0; i < pairs.size(); i++) {
            lines.append("\"T%d\",\"O\",\"%s\",\"2024-03-1%d 19:00:00\",\"buy\",\"limit\",1,1,0,1,0,\"\",\"L\"\n"
                    .formatted(i, pairs.get(i), i));
        }
        imports.write("trades.csv", lines.toString()).load();
        assertThat(imports.rows("SELECT symbol FROM fills ORDER BY time").texts("symbol"))
                .containsExactly(
                        "BTC/EUR", "ETH/BTC", "DOT/USD", "XTZ/USD", "USDT/USD", "SOL/USDT", "DOGE/USD", "ADA/EUR");
        assertThat(imports.rows("SELECT pnl_currency FROM trades ORDER BY time").texts("pnl_currency"))
                .containsExactly("EUR", "BTC", "USD", "USD", "USD", "USDT", "USD", "EUR");
    }

    @Test
    void kraken_lines_that_cannot_be_used_are_named_and_margin_and_unbought_coins_are_noted() {
        LoadReport report = imports.write("trades.csv", KRAKEN + """

                "T1","O1","XXBTZEUR","19 March","buy","limit",54054.0,108.108,0.2,0.002,0,"","L1"
                "T2","O2","XXBTZEUR","2024-03-20 09:00:00.1234","swap","limit",56000.0,56,0.1,0.001,0,"","L3"
                "T3","O3","XXBTZEUR","2024-03-21 09:00:00","sell","limit",none,58,0.15,0.001,0,"","L5"
                "T4","O4","XXBTZEUR","2024-03-21 09:00:00","sell","limit",56000,56,0.15,0.001,0,"","L5"
                "T5","O5","XXBTZEUR","2024-03-22 09:00:00","sell","limit",56000,56,0.15,0.001,11.2,"","L6"
                "T6","O6"
                """).load();
        assertThat(imports.said(report))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("trades.csv:2: found \"T1,XXBTZEUR,19 March")
                        && line.contains("time: a time such as"))
                .anyMatch(line -> line.startsWith("trades.csv:3:") && line.contains("type: buy or sell was expected"))
                .anyMatch(line -> line.startsWith("trades.csv:4:")
                        && line.contains("price and vol: numbers above 0 were expected"))
                .anyMatch(line -> line.startsWith("trades.csv:7:") && line.contains("2 fields, 13 were expected"));
        assertThat(report.notes())
                .anyMatch(note -> note.endsWith("trades.csv: 1 fills on margin make no trade: they are of a file"
                        + " that fills neither misc nor posstatus, so that nothing says whether they open or close"))
                .contains(
                        "kraken: 1 fills close more than the fills before them opened: the rest of them makes no trade");
        assertThat(imports.rows("SELECT id FROM trades").size()).isZero();
        assertThat(imports.rows("SELECT role FROM fills ORDER BY id").texts("role"))
                .containsExactly("close", "unknown");
    }

    // short 0.5 at 60000 and 0.5 at 62000, bought back 1 at 58000: 61000 - 58000 = 3000, less fees 10 + 11 + 12 = 33
    // long 0.2 at 50000, sold at 51000 (liquidation): 200 - 2 - 3 = 195; the spot purchase in between has nothing to do
    // with it
    @Test
    void kraken_fills_on_margin_become_positions_of_either_side_apart_from_coins_that_are_owned() {
        String header = KRAKEN + ",\"posttxid\",\"posstatuscode\",\"cprice\",\"ccost\",\"cfee\",\"cvol\",\"cmargin\","
                + "\"net\",\"trades\"";
        LoadReport report = imports.write("trades.csv", header + """

                "M1","O1","XXBTZEUR","2024-03-19 10:00:00","sell","limit",60000,30000,10,0.5,6000,"initiated","L1","M1","closed",,,,,,,""
                "M2","O2","XXBTZEUR","2024-03-19 11:00:00","sell","limit",62000,31000,11,0.5,6200,"","L2","M2","closed",,,,,,,""
                "M3","O3","XXBTZEUR","2024-03-19 12:00:00","buy","market",58000,58000,12,1,0.00000,"closing,initiated","L3","M1",,,,,,,,""
                "M4","O4","XXBTZEUR","2024-03-20 10:00:00","buy","limit",50000,10000,2,0.2,2000,"","L4","","",,,,,,,""
                "S1","O5","XXBTZEUR","2024-03-20 11:00:00","buy","limit",50500,5050,1,0.1,0.00000,"initiated","L5","","",,,,,,,""
                "M5","O6","XXBTZEUR","2024-03-20 12:00:00","sell","liquidation market",51000,10200,3,0.2,0,"closing","L6","","",,,,,,,""
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).isEmpty();
        Rows trades = imports.rows("SELECT side, pnl, quantity, parts, COALESCE(pnl_basis, '') AS basis,"
                + " CAST(exit_time AS VARCHAR) AS closed FROM trades ORDER BY time");
        assertThat(trades.texts("side")).containsExactly("short", "long", "long");
        assertThat(trades.doubles("pnl")[0]).isCloseTo(2967, EXACT);
        assertThat(trades.doubles("pnl")[1]).isCloseTo(195, EXACT);
        assertThat(trades.doubles("quantity")).containsExactly(1, 0.2, 0.1);
        assertThat(trades.texts("closed")).containsExactly("2024-03-19 12:00:00", "2024-03-20 12:00:00", "");
        assertThat(imports.rows("SELECT id FROM fills WHERE market = 'margin'").size())
                .isEqualTo(5);
    }

    @Test
    void kraken_positions_that_were_settled_in_coins_make_no_trade_and_that_is_said() {
        LoadReport report = imports.write("trades.csv", KRAKEN + """

                "M1","O1","XETHZEUR","2024-03-19 10:00:00","buy","limit",3000,3000,10,1,600,"initiated","L1"
                "M2","O2","XETHZEUR","2024-03-21 10:00:00","sell","settle position",3000,3000,0,1,0,"closing","L2"
                "M3","O3","XXBTZEUR","2024-03-19 10:00:00","buy","limit",50000,5000,1,0.1,1000,"","L3"
                """).load();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .endsWith(
                        "trades.csv: 2 fills on margin make no trade: they are of pairs in which a position was settled in"
                                + " coins, which has no exit price");
        assertThat(imports.rows("SELECT symbol FROM trades").texts("symbol")).containsExactly("BTC/EUR");
    }

    @Test
    void kraken_ledgers_give_deposits_and_withdrawals_and_what_margin_cost_and_are_no_equity() {
        LoadReport report = imports.write("ledgers.csv", """
                "txid","refid","time","type","subtype","aclass","asset","wallet","amount","fee","balance"
                "","Q1","2020-12-31 06:14:02","deposit","","currency","ZEUR","spot / main",1000.0000,0.0000,""
                "L1","Q1","2020-12-31 06:14:54","deposit","","currency","ZEUR","spot / main",1000.0000,0.0000,1000
                "L2","Q2","2020-12-31 07:14:54","trade","","currency","XXBT","spot / main",0.1,0.0000,0.1
                "L3","Q3","2020-12-31 07:14:54","rollover","","currency","ZEUR","spot / main",0,0.02,1000
                "L4","Q4","2020-12-31 08:14:54","withdrawal","","currency","XXBT","spot / main",-0.01,0.0002,0.08
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).singleElement().asString().endsWith("lines that are not read: 1 trade");
        Rows flows = imports.rows("SELECT amount, currency, kind FROM cash_flows ORDER BY time");
        assertThat(flows.doubles("amount")).containsExactly(1000, -0.0102);
        assertThat(flows.texts("currency")).containsExactly("EUR", "BTC");
        assertThat(imports.rows("SELECT amount FROM funding").doubles("amount")).containsExactly(0.02);
        assertThat(imports.rows("SELECT id FROM equity").size()).isZero();
    }

    // 0.18 bought for 19.8054, of which 0.00018 went as a fee: 0.17982 is left, sold for 0.1798 * 120 = 21.576 less
    // 0.021576;
    // the cost of what was sold is 19.8054 * 0.1798 / 0.17982
    @Test
    void binance_amounts_carry_coins_a_fee_in_the_coin_itself_is_taken_off_and_a_small_rest_is_flat() {
        LoadReport report = imports.write("spot.csv", "\ufeff" + SPOT + """
                2022-03-29 13:01:36,SOLBUSD,SELL,120.00,0.1798000000SOL,21.576BUSD,0.021576BUSD
                2022-03-28 13:01:36,SOLBUSD,BUY,110.03,0.1800000000SOL,19.8054BUSD,0.00018SOL
                """).load();
        assertThat(report.rejected()).isEmpty();
        Rows trades = imports.rows("SELECT * FROM trades");
        assertThat(trades.texts("system")).containsExactly("binance-export");
        assertThat(trades.texts("symbol")).containsExactly("SOL/BUSD");
        assertThat(trades.texts("pnl_basis")).containsExactly("net");
        assertThat(trades.doubles("pnl")[0]).isCloseTo(21.576 - 0.021576 - 19.8054 * 0.1798 / 0.17982, EXACT);
        assertThat(trades.doubles("entry_price")[0]).isCloseTo(110.03, EXACT);
        assertThat(imports.rows("SELECT fee_currency FROM fills ORDER BY time").texts("fee_currency"))
                .containsExactly("SOL", "BUSD");
    }

    @Test
    void a_fee_in_bnb_is_kept_and_leaves_the_profit_gross_and_thousands_have_commas() {
        LoadReport report = imports.write("spot.csv", SPOT + """
                2022-03-28 14:01:36,BTCUSDT,BUY,"47,000.50","1,000.0BTC","47,000,500USDT",0.5BNB
                2022-03-28 15:01:36,BTCUSDT,SELL,"47,100.50","1,000.0BTC","47,100,500USDT",0.25BNB
                2022-03-28 15:01:36,1INCHUSDT,BUY,1.5,10.01INCH,15.0USDT,0.01USDT
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .contains(
                        "binance: 1 of 2 rebuilt positions paid fees in BNB, whose price is not known: their P&L is gross");
        Rows trades = imports.rows("SELECT * FROM trades ORDER BY symbol");
        assertThat(trades.texts("symbol")).containsExactly("1INCH/USDT", "BTC/USDT");
        assertThat(trades.doubles("quantity")).containsExactly(10, 1000);
        assertThat(trades.doubles("pnl")[1]).isCloseTo(100_000, EXACT);
        assertThat(trades.texts("pnl_basis")).containsExactly("net", "gross");
        assertThat(imports.rows("SELECT id FROM trades WHERE pnl_basis = 'gross' AND fee IS NULL")
                        .size())
                .isEqualTo(1);
        assertThat(imports.rows("SELECT fee FROM fills WHERE fee_currency = 'BNB' ORDER BY time")
                        .doubles("fee"))
                .containsExactly(0.5, 0.25);
    }

    @Test
    void two_fills_that_say_the_same_are_two_and_a_repeated_export_adds_none() {
        String fill = "2022-03-28 14:01:36,BTCUSDT,BUY,100,1BTC,100USDT,0.1USDT\n";
        imports.write("a.csv", SPOT + fill + fill).load();
        imports.write(
                        "b.csv",
                        SPOT + fill + fill + fill.replace("BUY,100", "SELL,110").replace("14:01", "16:01"))
                .load();
        assertThat(imports.rows("SELECT id FROM fills").size()).isEqualTo(3);
        assertThat(imports.rows("SELECT quantity FROM trades").doubles("quantity"))
                .containsExactly(2);
    }

    // long: 0.01 * (73922.3 - 73822.3) - 0.29 - 0.3 = 0.41; short: -0.01 * 1000 - 0.6 = -10.6
    @Test
    void futures_fills_close_where_they_realised_something() {
        LoadReport report = imports.write("Binance-Futures-Trade-History-202603230520(UTC--6).csv", FUTURES + """
                1,26-03-18 11:34:12,BTCUSDC,BUY,74922.3,0.01,749.223,0.3 USDC,-10,true,false,44,4
                1,26-03-18 10:34:12,BTCUSDC,SELL,73922.3,0.01,739.223,0.3 USDC,0,true,false,43,4
                1,26-03-17 10:34:12,BTCUSDC,SELL,73922.3,0.01,739.223,0.3USDC,1.0,true,false,42,4
                1,26-03-17 09:34:12,BTCUSDC,BUY,73822.3,0.01,738.223,0.29 USDC,0,true,false,41,4
                """)
                .load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .endsWith("its times name no zone, and its file name says UTC--6: UTC assumed; tell it with --zone");
        Rows trades = imports.rows("SELECT * FROM trades ORDER BY time");
        assertThat(trades.texts("side")).containsExactly("long", "short");
        assertThat(trades.doubles("pnl")).containsExactly(new double[] {0.41, -10.6}, EXACT);
        assertThat(trades.doubles("pnl_reported")).containsExactly(1, -10);
        assertThat(trades.texts("symbol")).containsOnly("BTC/USDC");
    }

    @Test
    void futures_of_a_hedged_account_say_their_side_and_a_told_zone_counts() {
        ImportOptions told = new ImportOptions(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("testnet"),
                Optional.of(ZoneId.of("Asia/Tokyo")),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        imports.write("futures.csv", """
                Time,Symbol,Side,Position Side,Order Type,Price,Quantity,Amount,Fee,Realized Profit
                2024-09-01 09:00:00,BTCUSDT,SELL,SHORT,MARKET,100,1,100,0.1 USDT,0
                2024-09-01 10:00:00,BTCUSDT,BUY,SHORT,MARKET,100,1,100,0.1 USDT,0
                """);
        LoadReport report = imports.load(Optional.empty(), told, "");
        assertThat(report.notes()).isEmpty();
        Rows trades = imports.rows("SELECT *, CAST(entry_time AS VARCHAR) AS t FROM trades");
        assertThat(trades.texts("side")).containsExactly("short");
        assertThat(trades.texts("environment")).containsExactly("testnet");
        assertThat(trades.doubles("pnl")[0]).isCloseTo(-0.2, EXACT);
        assertThat(trades.texts("t")).containsExactly("2024-09-01 00:00:00");
    }

    // the futures: 210 - 200 - 0.1 - 0.1; the coins: 112 - 100 - 0.2 - 0.2
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pair_is_another_market_on_spot_than_in_futures(boolean together) {
        imports.write("spot.csv", SPOT + """
                2024-09-01 10:00:00,BTCUSDT,BUY,100,1,100,0.2USDT
                2024-09-01 13:00:00,BTCUSDT,SELL,112,1,112,0.2USDT
                """);
        if (!together) {
            assertThat(imports.load().notes()).isEmpty();
        }
        LoadReport report = imports.write("futures.csv", """
                Time(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit
                2024-09-01 11:00:00,BTCUSDT,BUY,200,1,200,0.1 USDT,0
                2024-09-01 12:00:00,BTCUSDT,SELL,210,1,210,0.1 USDT,10
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).isEmpty();
        Rows trades =
                imports.rows("SELECT pnl, COALESCE(pnl_reported, 0) AS reported, CAST(exit_time AS VARCHAR) AS closed"
                        + " FROM trades ORDER BY entry_time");
        assertThat(trades.doubles("pnl")).containsExactly(new double[] {11.6, 9.8}, EXACT);
        assertThat(trades.doubles("reported")).containsExactly(0, 10);
        assertThat(trades.texts("closed")).containsExactly("2024-09-01 13:00:00", "2024-09-01 12:00:00");
        assertThat(imports.rows("SELECT market FROM fills WHERE market = 'futures'")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void binance_lines_that_cannot_be_used_are_named() {
        LoadReport report = imports.write("spot.csv", SPOT + """
                soon,BTCUSDT,BUY,100,1BTC,100USDT,0.1USDT
                2022-03-28 14:01:36,BTCUSDT,HOLD,100,1BTC,100USDT,0.1USDT
                2022-03-28 14:01:36,BTCUSDT,BUY,-,1BTC,100USDT,0.1USDT
                """).load();
        List<String> said = imports.said(report);
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).startsWith("spot.csv:2: found").contains("a time such as");
        assertThat(said.get(1)).startsWith("spot.csv:3: found").contains("BUY or SELL was expected");
        assertThat(said.get(2)).startsWith("spot.csv:4: found").contains("numbers above 0 were expected");
    }
}
