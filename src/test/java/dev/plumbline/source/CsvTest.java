package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    private static final String HEADER =
            "trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,fee\n";

    @TempDir
    Path folder;

    private final Staging staging = Staging.open(Queries.find());
    private final Rejections rejections = new Rejections();
    private final Csv csv = csv();

    Csv csv() {
        return new Csv();
    }

    @AfterEach
    void close() {
        staging.close();
    }

    private void load(String text) throws IOException {
        load(text, Optional.empty());
    }

    private void load(String text, Optional<ZoneId> zone) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.writeString(file, text);
        ImportOptions options = new ImportOptions(
                "csv",
                Optional.of("bot"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                zone,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        csv.load(List.of(new SourceFile(file, "x.csv", 0)), staging, options, rejections);
        staging.complete(options, symbol -> symbol);
        staging.stageLater("trades");
        staging.stageLater("equity");
    }

    private List<String> trades(String columns) {
        return rows(columns, "trades");
    }

    private List<String> rows(String columns, String table) {
        return List.of(staging.select(
                        "test",
                        "SELECT concat_ws(' ', " + columns + ") AS t FROM staged." + table + " ORDER BY time, id")
                .texts("t"));
    }

    private List<String> rejected() {
        return rejections.rejected().stream().map(Object::toString).toList();
    }

    @Test
    void trades_load_with_their_money() throws IOException {
        load(HEADER
                + "1,BTC/USDT,long,2026-11-01T10:00:00Z,2026-11-01T11:00:00Z,0.5,100,110,4.8,0.2\n"
                + "2,ETH/USDT,SELL,2026-11-01T12:00:00+02:00,1761998400000,2,50,45,10,\n");
        assertThat(trades(
                        "id, symbol_written, side, entry_time, exit_time, exit_day, quantity, pnl, pnl_basis, pnl_currency,"
                                + " round(pnl_fraction, 9), fee, pnl_reported, agent"))
                .containsExactly(
                        "1 BTC/USDT long 2026-11-01 10:00:00 2026-11-01 11:00:00 2026-11-01 0.5 4.8 net USDT 0.1 0.2 4.8 bot",
                        "2 ETH/USDT short 2026-11-01 10:00:00 2025-11-01 12:00:00 2025-11-01 2.0 10.0 gross USDT 0.1 10.0 bot");
        assertThat(rejections.rejected()).isEmpty();
        assertThat(rejections.notes()).isEmpty();
    }

    @Test
    void a_missing_profit_is_computed_from_prices_and_quantity() throws IOException {
        load("Pair;Direction;Open Time;Close Time;Qty;Open Price;Close Price;Commission\r\n"
                + "BTCUSDT;short;2026-11-01 10:00;2026-11-01 11:00;2;100;90;1\r\n"
                + "BTCUSDT;long;2026-11-01 10:30;2026-11-01 11:00;2;100;90;\r\n");
        assertThat(trades("side, pnl, pnl_basis, pnl_currency, pnl_reported"))
                .containsExactly("short 19.0 net USDT", "long -20.0 gross USDT");
    }

    @Test
    void a_profit_says_itself_whether_it_is_net() throws IOException {
        load("exit_time\tgross_pnl\tfee\n2026-11-01T10:00:00Z\t10\t1\n2026-11-02T10:00:00Z\t10\t\n");
        load("exit_time,net_pnl\n2026-11-03T10:00:00Z,7\n");
        load("exit_time,pnl_pct\n2026-11-04T10:00:00Z,-1.5\n");
        assertThat(trades("pnl, pnl_basis, pnl_fraction"))
                .containsExactly("9.0 net", "10.0 gross", "7.0 net", "percent -0.015");
    }

    @Test
    void bad_lines_are_rejected_with_their_place_and_the_rest_loads() throws IOException {
        load("\uFEFF" + HEADER
                + "1,BTC/USDT,long,2026-11-01T10:00:00Z,2026-11-01T11:00:00Z,1,100,110,10,0\n"
                + "2,BTC/USDT,long\n"
                + "3,BTC/USDT,long,soon,2026-11-01T11:00:00Z,1,100,110,10,0\n"
                + "\n"
                + "4,BTC/USDT,sideways,2026-11-01T10:00:00Z,2026-11-01T11:00:00Z,1,100,110,ten,0\n"
                + "5,\"BTC/USDT,long,2026-11-01T10:00:00Z,2026-11-01T11:00:00Z,1,100,110,10,0\n"
                + "6,\"a \"\"quoted\"\"\nname\",long,2026-11-01T12:00:00Z,,\"1,000.5\",100,,,\n"
                + "7,BTC/USDT,long,,,1,100,110,10,0\n"
                + "8,BTC/USDT,long,2026-11-01T12:00:00Z,2026-11-");
        assertThat(
                        trades(
                                "id, symbol_written, COALESCE(side, 'no side'), COALESCE(exit_time::VARCHAR, 'open'), quantity"))
                .containsExactly(
                        "1 BTC/USDT long 2026-11-01 11:00:00 1.0",
                        "4 BTC/USDT no side 2026-11-01 11:00:00 1.0",
                        "6 a \"quoted\"\nname long open 1000.5");
        assertThat(rejected())
                .containsExactly(
                        "x.csv:3: found \"2,BTC/USDT,long\": 3 fields, 10 were expected as in the header; the line is left out",
                        "x.csv:7: a quotation mark is not closed; the line is left out",
                        "x.csv:4:4: found \"soon\": entry_time: a time such as 2026-11-16T10:00:00Z or unix seconds was expected;"
                                + " the line is left out",
                        "x.csv:6:9: found \"ten\": pnl: a number was expected; the line is kept without it",
                        "x.csv:6:3: found \"sideways\": side: long, short, buy or sell was expected; the line is kept without it",
                        "x.csv:10:5: exit_time: an entry or an exit time was expected; the line is left out");
    }

    @Test
    void the_scale_of_confidence_is_decided_for_the_whole_file() throws IOException {
        load("trade_id,exit_time,pnl,confidence\n1,2026-11-01T10:00:00Z,1,0.5\n2,2026-11-02T10:00:00Z,1,80\n"
                + "3,2026-11-03T10:00:00Z,1,101\n");
        assertThat(trades("id, confidence")).containsExactly("1 0.005", "2 0.8", "3");
        assertThat(rejected())
                .containsExactly("x.csv:4:4: found \"101\": confidence: a number from 0 to 100 was expected;"
                        + " the line is kept without it");
    }

    @Test
    void lines_without_ids_are_known_by_what_they_say() throws IOException {
        String text = "symbol,side,exit_time,pnl\nA,long,2026-11-01T10:00:00Z,1\nA,long,2026-11-01T10:00:00Z,1\n";
        load(text);
        load(text + "A,long,2026-11-02T10:00:00Z,1\n");
        assertThat(trades("id"))
                .containsExactly(
                        "A|long|2026-11-01 10:00:00#1", "A|long|2026-11-01 10:00:00#2", "A|long|2026-11-02 10:00:00#1");
    }

    @Test
    void ids_that_repeat_are_noted_and_the_last_line_stands() throws IOException {
        load("trade_id,exit_time,pnl\n1,,\n1,2026-11-01T10:00:00Z,1\n1,2026-11-01T10:00:00Z,2\n");
        assertThat(trades("id, pnl")).containsExactly("1 2.0");
        assertThat(rejections.notes())
                .containsExactly("x.csv: 2 lines repeat the key of a later one: the last line of each is taken");
    }

    @Test
    void equity_loads_with_flows_in_any_unit_of_time() throws IOException {
        load("Timestamp,Balance,Deposit,mood\n1761998400,100,,x\n1761998460000,101,5,x\n1761998520000000,102,,x\n"
                + "1761998580000000000,103,,x\n,104,,x\n2026-11-01T00:00:00Z,many,,x\n");
        assertThat(rows("time, value, COALESCE(flow, 0), basis, origin, preference", "equity"))
                .containsExactly(
                        "2025-11-01 12:00:00 100.0 0.0 reported csv 1",
                        "2025-11-01 12:01:00 101.0 5.0 reported csv 1",
                        "2025-11-01 12:02:00 102.0 0.0 reported csv 1",
                        "2025-11-01 12:03:00 103.0 0.0 reported csv 1");
        assertThat(rejected())
                .containsExactly(
                        "x.csv:6:1: time: a time such as 2026-11-16T10:00:00Z or unix seconds was expected;"
                                + " the line is left out",
                        "x.csv:7:2: found \"many\": equity: a number was expected; the line is left out");
        assertThat(rejections.notes()).containsExactly("x.csv: columns that are not read: mood");
    }

    /** With a unit among them the exact way is taken whatever the file's size; without one the quick way reads the same. */
    @Test
    void an_exponent_is_no_unit_and_a_unit_no_exponent() throws IOException {
        assertThat(amounts("1e-7", "2.5E+3", "5E2")).containsExactly("1e-07", "2500.0", "500.0");
        assertThat(amounts("1e-7", "2.5E+3", "1e5USDT", "2.5E3 SOL", "1e-7 BTC", "5 EUR", "5ETH", "5 C98"))
                .containsExactly("1e-07", "2500.0", "100000.0", "2500.0", "1e-07", "5.0", "5.0", "5.0");
        assertThat(rejected()).isEmpty();
        assertThat(amounts("\"2,5E3\"", "\"1,5e-7\"", "1.5e-7", "1e7", "5EUR", "\"1.234,5 EUR\""))
                .containsExactly("2500.0", "1.5e-07", "1.5e-07", "10000000.0", "5.0", "1234.5");
        assertThat(rejected()).isEmpty();
    }

    @Test
    void an_amount_with_an_e_that_cannot_be_read_is_rejected() throws IOException {
        assertThat(amounts("1", "5E", "5 E3", "1e400", "1e400USDT", "\"1,234e5\"", "0x1F"))
                .containsExactly("1.0");
        assertThat(rejected()).hasSize(6).allMatch(line -> line.contains("number"));
        assertThat(amounts("\"2,5\"", "5e", "1e400", "1.234e5")).containsExactly("2.5");
        assertThat(rejected()).hasSize(9);
    }

    /** The amounts as they are read, of equity in a file of their own. */
    private List<String> amounts(String... written) throws IOException {
        StringBuilder text = new StringBuilder("time,equity\n");
        for (int i = 0; i < written.length; i++) {
            text.append("2026-11-01T10:")
                    .append(10 + i)
                    .append(":00Z,")
                    .append(written[i])
                    .append('\n');
        }
        load(text.toString());
        List<String> read = rows("value", "equity");
        DuckDb.execute(staging.connection(), "the next file", "DELETE FROM staged.equity");
        return read;
    }

    @Test
    void times_without_a_zone_are_of_the_zone_told() throws IOException {
        load("time,equity\n2026-11-01T09:00:00,1\n", Optional.of(ZoneId.of("Asia/Tokyo")));
        assertThat(rows("time", "equity")).containsExactly("2026-11-01 00:00:00");
        assertThat(rejections.notes()).isEmpty();
        load("time,equity\n2026-11-01T09:00:00,1\n");
        assertThat(rejections.notes())
                .containsExactly("x.csv: its times name no zone: UTC assumed; tell the bot's with --zone");
    }

    @Test
    void a_file_is_recognised_by_its_header() {
        assertThat(csv.recognises(new FileHead(Path.of("a/b.csv"), HEADER.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(csv.recognises(new FileHead(Path.of("a/b.CSV"), "Time,NAV\r\n1,2".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(csv.recognises(new FileHead(Path.of("a/b.csv"), "a,b\n1,2".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(csv.recognises(new FileHead(Path.of("a/b.json"), HEADER.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(csv.recognises(new FileHead(Path.of("a/b.csv"), new byte[0])))
                .isFalse();
    }

    @Test
    void a_file_of_another_kind_is_rejected() throws IOException {
        load("a,b\n1,2\n");
        load("");
        assertThat(rejected())
                .containsExactly(
                        "x.csv:1: found \"a,b\": a header of trades (entry_time, exit_time, pnl …) or of equity (time, equity)"
                                + " was expected",
                        "x.csv:1: a header of trades (entry_time, exit_time, pnl …) or of equity (time, equity) was expected");
    }
}
