package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of which some lines are bad or unusual gives the same rows, rejections and notes whichever way it is read. */
final class MixedCsvTest {

    private static final String HEADER =
            "trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,fee,confidence,close_reason";

    /** Lines that are whole: what DuckDB and the exact reader may see differently. */
    private static final List<String> ODD_LINES = List.of(
            "",
            " ",
            ",,,,,,,,,,,",
            "7,BTC/USDT",
            "a,b,c,d,e,f,g,h,i,j,k,l,m,n",
            "8,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,tp,,,",
            "9,BT\"C,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,a \"word\" inside",
            "10,\"BTC/USDT\",long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,\"said \"\"no\"\", twice\"",
            "11,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,\"two\nlines\"",
            "12,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,\"never closed",
            "13,\"BTC/USDT\" ,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,x",
            "\"",
            "14,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,x\r",
            "15,BTC/USDT,long,2026-11-01T00:00:00Z\r,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,x",
            "16,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,x\u000b",
            "17,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,\u3000wide\u3000",
            "18,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1,1,1,1,1,0.5,caf\u00e9 \ufffd");

    private static final List<String> TIMES = List.of(
            "2026-11-02T10:00:00Z",
            "2026-11-02 10:00:00.123456789Z",
            "2026-11-02T10:00:00+00:00",
            "2026-11-02T10:00:00+02:00",
            "2026-11-02 10:00:00",
            "2026-11-02T10:00",
            "2026-11-02",
            "1762077600",
            "1762077600000",
            "1762077600.5",
            "17620776000000000000000",
            "2026/11/02 10:00:00",
            "02.11.2026 10:00:00",
            "2026-11-02 10:00:00 UTC",
            "2026-1-2T10:00:00.0Z",
            "2026-13-02T10:00:00Z",
            "2026-02-30T10:00:00Z",
            "2026-11-02T24:00:00Z",
            "-026-11-02T10:00:00Z",
            "soon",
            "NaT",
            "-5",
            "0",
            "inf",
            " 2026-11-02T10:00:00Z ",
            "");

    private static final List<String> NUMBERS = List.of(
            "1.5",
            "-0.25",
            "+3",
            "1e3",
            "1_000",
            "\"1,234.5\"",
            "\"0,5\"",
            "0.18SOL",
            "$12.50",
            "12 USDT",
            "5%",
            "3k",
            "0x1F",
            "NaN",
            "null",
            "N/A",
            "inf",
            "-inf",
            "1e999",
            "oops",
            "true",
            " 2.5 ",
            "\" 2.5\"",
            "1.5.2",
            "١",
            "");

    private static final List<String> TEXTS = List.of(
            "long", "SELL", "b", "sideways", "None", "NULL", "--", "\"\"", "  ", "\"a,b\"", "NONE", "nap", "é", "");

    @TempDir
    Path folder;

    /** What an import gives: rows, rejections, notes, and whether its rows were left for later. */
    private record Result(List<String> rows, List<String> rejected, List<String> notes, boolean quick) {}

    private Result load(Csv csv, byte[] bytes, Optional<ZoneId> zone) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.write(file, bytes);
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
        Rejections rejections = new Rejections();
        try (Staging staging = Staging.open(Queries.find())) {
            csv.load(List.of(new SourceFile(file, "x.csv", 0)), staging, options, rejections);
            boolean quick = List.of(staging.select(
                                    "tables", "SELECT table_name AS t FROM duckdb_tables() WHERE schema_name = 'raw'")
                            .texts("t"))
                    .contains("csv_others");
            staging.complete(options, symbol -> symbol);
            staging.stageLater("trades");
            staging.stageLater("equity");
            List<String> rows = new ArrayList<>();
            for (String table : List.of("trades", "equity")) {
                rows.addAll(List.of(staging.select(
                                "rows", "SELECT CAST(t AS VARCHAR) AS t FROM staged." + table + " AS t ORDER BY id, t")
                        .texts("t")));
            }
            return new Result(
                    rows, rejections.rejected().stream().map(Object::toString).toList(), rejections.notes(), quick);
        }
    }

    /** Whether the quick way was taken, which gave what the exact one gives. */
    private boolean same(byte[] bytes, Optional<ZoneId> zone, String what) throws IOException {
        Result exact = load(new Csv(Long.MAX_VALUE), bytes, zone);
        Result quick = load(new Csv(0), bytes, zone);
        assertThat(quick.rows()).as(what).isEqualTo(exact.rows());
        assertThat(quick.rejected()).as(what).isEqualTo(exact.rejected());
        assertThat(quick.notes()).as(what).isEqualTo(exact.notes());
        return quick.quick();
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** A clean line but for one field now and then. */
    private static String line(int n, double dirt, Random random) {
        String[] fields = {
            String.valueOf(n),
            n % 2 == 0 ? "BTC/USDT" : "ETH-EUR",
            n % 3 == 0 ? "long" : "short",
            "2026-11-01T0" + n % 10 + ":00:00Z",
            "2026-11-01T0" + n % 10 + ":30:00Z",
            "1." + n,
            "100.5",
            "101",
            n % 7 == 0 ? "" : "-0." + n,
            "0.1",
            "0." + n % 10,
            "tp"
        };
        if (random.nextDouble() < dirt) {
            int place = random.nextInt(fields.length);
            fields[place] = switch (place) {
                case 3, 4 -> one(TIMES, random);
                case 5, 6, 7, 8, 9, 10 -> one(NUMBERS, random);
                default -> one(TEXTS, random);
            };
        }
        return String.join(",", fields);
    }

    @Test
    void random_dirt_gives_the_same_whichever_way_it_is_read() throws IOException {
        int quick = 0;
        int files = 60;
        for (int seed = 0; seed < files; seed++) {
            Random random = new Random(seed);
            String end = seed % 5 == 4 ? "\r\n" : "\n";
            StringBuilder text = new StringBuilder(seed % 7 == 6 ? "\uFEFF" : "")
                    .append(HEADER)
                    .append(end);
            int lines = 5 + random.nextInt(60);
            for (int n = 0; n < lines; n++) {
                text.append(random.nextDouble() < 0.08 ? one(ODD_LINES, random) : line(n, 0.15, random))
                        .append(end);
            }
            if (seed % 3 == 0) {
                String last = line(lines, 0, random);
                text.append(last, 0, 1 + random.nextInt(last.length()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
            if (seed % 4 == 1) {
                bytes.writeBytes(("99,BTC/USDT,long,2026-11-01T00:00:00Z,,1,1,1,1,1,0.5,caf\u00e9" + end)
                        .getBytes(Charset.forName("windows-1252")));
            }
            Optional<ZoneId> zone = seed % 6 == 5 ? Optional.of(ZoneId.of("Europe/Berlin")) : Optional.empty();
            quick += same(bytes.toByteArray(), zone, "seed " + seed + ":\n" + text) ? 1 : 0;
        }
        // else the facts above would be of the exact way alone
        assertThat(quick).isGreaterThan(files / 2);
    }

    @Test
    void each_kind_of_dirt_by_itself_gives_the_same() throws IOException {
        Random clean = new Random(0);
        StringBuilder before = new StringBuilder(HEADER).append('\n');
        StringBuilder after = new StringBuilder();
        for (int n = 0; n < 12; n++) {
            before.append(line(100 + n, 0, clean)).append('\n');
            after.append(line(200 + n, 0, clean)).append('\n');
        }
        List<String> dirt = new ArrayList<>(ODD_LINES);
        dirt.addAll(lines(TIMES, "300,BTC/USDT,long,2026-11-01T00:00:00Z,%s,1,1,1,1,1,0.5,x"));
        dirt.addAll(lines(NUMBERS, "300,BTC/USDT,long,2026-11-01T00:00:00Z,,1,1,1,%1$s,1,%1$s,x"));
        dirt.addAll(lines(TEXTS, "300,%1$s,%1$s,2026-11-01T00:00:00Z,,1,1,1,1,1,0.5,%1$s"));
        for (String line : dirt) {
            same((before + line + "\n" + after).getBytes(StandardCharsets.UTF_8), Optional.empty(), line);
        }
    }

    /** Lines with one value each; six of them at a time, as a file costs more than its lines. */
    private static List<String> lines(List<String> values, String line) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < values.size(); from += 6) {
            lines.add(values.subList(from, Math.min(values.size(), from + 6)).stream()
                    .map(line::formatted)
                    .collect(Collectors.joining("\n")));
        }
        return lines;
    }

    @Test
    void values_of_an_account_with_dirt_are_the_same() throws IOException {
        int quick = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("time;equity;flow;currency\n");
            for (int n = 0; n < 40; n++) {
                boolean bad = random.nextDouble() < 0.15;
                text.append(bad ? one(TIMES, random) : "2026-11-01 10:" + (10 + n) + ":00")
                        .append(';')
                        .append(random.nextDouble() < 0.1 ? one(NUMBERS, random).replace("\"", "") : "10" + n + ".25")
                        .append(';')
                        .append(random.nextDouble() < 0.1 ? one(NUMBERS, random).replace("\"", "") : "")
                        .append(random.nextDouble() < 0.05 ? ";;USDT" : ";USDT")
                        .append('\n');
            }
            quick += same(
                            text.toString().getBytes(StandardCharsets.UTF_8),
                            Optional.empty(),
                            "seed " + seed + ":\n" + text)
                    ? 1
                    : 0;
        }
        assertThat(quick).isGreaterThan(10);
    }
}
