package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnFileTest {

    private static final List<Field> SERIES = List.of(
            new Field("time", 0, Field.Type.TIME, true),
            new Field("value", 1, Field.Type.NUMBER, true),
            new Field("name", 2, Field.Type.TEXT, false));

    @TempDir
    private Path folder;

    /** The reference is Java's own parser. */
    @Test
    void decimals_have_the_bits_that_java_gives_them() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong(1, 1L << (1 + random.nextInt(59)));
            int exponent = random.nextInt(-45, 35);
            same(digits + "e" + exponent);
            same(Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(-12, 13))));
            // halfway between two doubles
            same(random.nextLong(1L << 53, 1L << 54) + "");
            same(random.nextLong(1L << 52, 1L << 53) + ".5");
        }
    }

    private static void same(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        double found = DecimalText.parse(bytes, 0, bytes.length, (byte) '.');
        if (found != Double.parseDouble(text)) {
            assertThat(found).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.5         | false | 1234.5
            -.5            | false | -0.5
            +3             | false | 3
            1,234.5        | false | 1234.5
            1 234 567,8    | true  | 1234567.8
            1.234,5        | true  | 1234.5
            $ 12.50        | false | 12.5
            12.5 USDT      | false | 12.5
            1e-7           | false | 1e-7
            2.5E+3         | false | 2500
            2,5E3          | true  | 2500
            1,5e-7         | true  | 1.5e-7
            1.5e-7         | true  | 1.5e-7
            1.234e5        | true  | NaN
            1,234e5        | false | NaN
            1e5USDT        | false | 1e5
            2.5E3 SOL      | false | 2500
            1e-7 BTC       | false | 1e-7
            5 EUR          | false | 5
            5ETH           | false | 5
            5 C98          | false | 5
            5 E3           | false | NaN
            5E             | false | NaN
            5e             | true  | NaN
            1e400          | false | NaN
            1e400          | true  | NaN
            1e400USDT      | false | NaN
            -0X1F          | false | NaN
            12k            | false | NaN
            inf            | false | NaN
            0x10           | false | NaN
            12-3           | false | NaN
            """)
    void amounts_are_read_as_they_are_written(String text, boolean commas, double expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FieldReader reader = new FieldReader(commas, ZoneOffset.UTC);
        assertThat(reader.number(bytes, 0, bytes.length, false)).isEqualTo(Double.valueOf(expected));
        assertThat(reader.unreadable()).isEqualTo(Double.isNaN(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05                      | 2024-03-05T00:00:00Z
            20240305                        | 2024-03-05T00:00:00Z
            2024/03/05                      | 2024-03-05T00:00:00Z
            05.03.2024                      | 2024-03-05T00:00:00Z
            2024-03-05T10:11:12Z            | 2024-03-05T10:11:12Z
            2024-03-05 10:11:12             | 2024-03-05T10:11:12Z
            2024-03-05 10:11                | 2024-03-05T10:11:00Z
            2024-03-05T10:11:12.1234567Z    | 2024-03-05T10:11:12.123456Z
            2024-03-05T10:11:12+00:00       | 2024-03-05T10:11:12Z
            2024-03-05T10:11:12+02:00       | 2024-03-05T08:11:12Z
            2024-03-05 10:11:12+02          | 2024-03-05T08:11:12Z
            2024-03-05 10:11:12 UTC         | 2024-03-05T10:11:12Z
            1709633472                      | 2024-03-05T10:11:12Z
            1709633472123                   | 2024-03-05T10:11:12.123Z
            1709633472123456                | 2024-03-05T10:11:12.123456Z
            1709633472123456789             | 2024-03-05T10:11:12.123456Z
            1709633472.5                    | 2024-03-05T10:11:12.500Z
            """)
    void times_are_read_as_they_are_written(String text, Instant expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new FieldReader(false, ZoneOffset.UTC).time(bytes, 0, bytes.length))
                .isEqualTo(expected.getEpochSecond() * 1_000_000 + expected.getNano() / 1_000);
    }

    @ParameterizedTest
    @CsvSource({"17", "2024-02-30", "2024-13-01", "tomorrow", "2024-03-05T25:00:00Z", "03/05/2024", "2024-03-05x"})
    void what_is_no_time_is_not_made_one(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FieldReader reader = new FieldReader(false, ZoneOffset.UTC);
        assertThat(reader.time(bytes, 0, bytes.length)).isEqualTo(Columns.NO_TIME);
        assertThat(reader.unreadable()).isTrue();
    }

    @Test
    void a_day_begins_where_the_reports_zone_begins_it() {
        byte[] bytes = "2024-03-05".getBytes(StandardCharsets.UTF_8);
        assertThat(new FieldReader(false, ZoneId.of("Asia/Shanghai")).time(bytes, 0, bytes.length))
                .isEqualTo(Instant.parse("2024-03-04T16:00:00Z").getEpochSecond() * 1_000_000);
    }

    private Columns read(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("t.csv"), text);
        try (ColumnFile file = ColumnFile.open(path.toString(), InputStream.nullInputStream(), true)) {
            return file.read(SERIES, false, ZoneOffset.UTC);
        }
    }

    @Test
    void two_threads_read_what_one_reads() throws IOException {
        StringBuilder text = new StringBuilder("\uFEFFtime,value,name\r\n");
        int n = 60_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            String value = i % 1_000 == 7 ? "bad" : Double.toString(i / 7.0);
            sum += i % 1_000 == 7 ? 0 : i / 7.0;
            text.append(1_700_000_000L + i)
                    .append(',')
                    .append(value)
                    .append(",\"n, ")
                    .append(i % 3)
                    .append("\"\r\n");
        }
        Columns columns = read(text.toString());
        assertThat(text.length()).isGreaterThan(1 << 20);
        assertThat(columns.rows()).isEqualTo(n);
        assertThat(columns.size()).isEqualTo(n - 60);
        assertThat(columns.rejections()).isEqualTo(60);
        assertThat(columns.rejected().get(59).line()).isEqualTo(59_009);
        assertThat(columns.words("name")).containsExactlyInAnyOrder("n, 0", "n, 1", "n, 2");
        assertThat(Arrays.stream(columns.numbers("value")).sum()).isCloseTo(sum, within(1e-3));
        long[] times = columns.times("time");
        assertThat(times).isSorted();
        int[] lines = columns.lines();
        for (int row = 0; row < columns.size(); row++) {
            assertThat(times[row]).isEqualTo((1_700_000_000L + lines[row] - 2) * 1_000_000);
        }
    }

    @Test
    void a_field_with_a_line_end_is_left_to_the_exact_reader() throws IOException {
        Columns columns = read("time,value,name\n2024-01-01,1,\"a\nb\"\n2024-01-02,2,\"say \"\"hi\"\"\"\n");
        assertThat(columns.numbers("value")).containsExactly(1, 2);
        assertThat(columns.words("name")).containsExactly("a\nb", "say \"hi\"");
        assertThat(columns.lines()).containsExactly(2, 4);
    }

    @Test
    void a_field_with_doubled_marks_needs_no_exact_reader() throws IOException {
        Columns columns = read("time,value,name\n2024-01-01,1,\"say \"\"hi\"\"\"\n\n2024-01-02, 2 ,x,\n");
        assertThat(columns.words("name")).containsExactly("say \"hi\"", "x");
        assertThat(columns.numbers("value")).containsExactly(1, 2);
        assertThat(columns.lines()).containsExactly(2, 4);
    }

    @Test
    void a_last_line_that_is_still_written_is_no_rejection() throws IOException {
        Columns columns = read("time,value,name\n2024-01-01,1,a\n2024-01-02,");
        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.rejections()).isZero();
    }
}
