package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogLoadTest {

    private static final FileKind KIND = new FileKind(
            List.of(),
            Format.LOG,
            Set.of(),
            Set.of(),
            Set.of(),
            "bot_log",
            Optional.empty(),
            Map.of(),
            "",
            List.of(
                    Pattern.compile("(?<time>\\S+ \\S+) - (?<logger>[\\w.]+) - (?<level>\\w+) - (?<message>.*)"),
                    Pattern.compile("\\[(?<time>[^]]+)\\] \\[(?<level>\\w+)\\] (?<message>.*)")),
            Optional.empty(),
            Optional.empty(),
            true,
            false);

    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections();

    private Rows read(String text, String zone) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), zone);
    }

    private Rows read(byte[] bytes, String zone) throws IOException {
        Path file = Files.write(folder.resolve("bot.log"), bytes);
        TimeReader times = TimeReader.of(options(zone));
        try (Staging staging = Staging.open(Queries.find())) {
            DuckDb.execute(
                    staging.connection(),
                    "a table for a log",
                    "CREATE TABLE raw.bot_log (file VARCHAR, line BIGINT, position BIGINT, time TIMESTAMP, nth BIGINT,"
                            + " lines BIGINT, continuation VARCHAR, logger VARCHAR, level VARCHAR, message VARCHAR)");
            LogLoad.run(List.of(new SourceFile(file, "bot.log", bytes.length)), KIND, staging, times, rejections);
            times.notes("x").forEach(rejections::note);
            return staging.select(
                    "the log",
                    "SELECT line, nth, lines, CAST(time AS VARCHAR) AS at, logger, level, message,"
                            + " COALESCE(continuation, '') AS continuation FROM raw.bot_log ORDER BY position");
        }
    }

    private static ImportOptions options(String zone) {
        return new ImportOptions(
                "x",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of(zone)),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Test
    void a_record_is_a_line_that_begins_one_and_the_lines_after_it_that_do_not() throws IOException {
        Rows rows = read("""
                2025-10-18 02:53:52,080 - core.exchange - ERROR - order failed
                Traceback (most recent call last):
                  File "x.py", line 3
                2025-10-18 02:53:53,000 - core - INFO - again
                [2025-10-18 02:54:00] [WARNING] another form
                """, "+04:00");
        assertThat(rows.texts("level")).containsExactly("ERROR", "INFO", "WARNING");
        assertThat(rows.texts("at"))
                .containsExactly("2025-10-17 22:53:52.08", "2025-10-17 22:53:53", "2025-10-17 22:54:00");
        assertThat(rows.texts("logger")).containsExactly("core.exchange", "core", "");
        assertThat(rows.texts("continuation")[0])
                .isEqualTo("Traceback (most recent call last):\n  File \"x.py\", line 3");
        assertThat(rows.doubles("line")).containsExactly(1, 4, 5);
        assertThat(rows.doubles("lines")).containsExactly(3, 1, 1);
        assertThat(rejections.rejected()).isEmpty();
        assertThat(rejections.notes()).isEmpty();
    }

    @Test
    void equal_records_of_one_instant_are_counted_so_that_each_has_a_name() throws IOException {
        String line = "2025-10-18 02:53:52,080 - a - INFO - tick\n";
        Rows rows = read(line + line + "2025-10-18 02:53:52,080 - a - INFO - tock\n" + line, "UTC");
        assertThat(rows.doubles("nth")).containsExactly(0, 1, 0, 2);
    }

    @Test
    void a_last_line_without_its_end_is_left_for_next_time() throws IOException {
        Rows rows = read("2025-10-18 02:53:52,080 - a - INFO - whole\n2025-10-18 02:53:53,080 - a - INFO - hal", "UTC");
        assertThat(rows.texts("message")).containsExactly("whole");
        assertThat(rejections.notes())
                .containsExactly("bot.log:2: the last line is still being written; it is left for next time");
    }

    @Test
    void a_time_that_is_none_costs_its_record() throws IOException {
        Rows rows = read("2025-13-18 02:53:52,080 - a - INFO - x\n2025-10-18 02:53:52,080 - a - INFO - y\n", "UTC");
        assertThat(rows.texts("message")).containsExactly("y");
        assertThat(rejections.rejected().toString())
                .isEqualTo("[bot.log:1:1: found \"2025-13-18 02:53:52,080\": a time such as"
                        + " 2026-11-16 10:00:00,123 was expected; the record is left out]");
    }

    @Test
    void lines_before_the_first_record_are_counted_not_hidden() throws IOException {
        Rows rows = read("banner\n=====\n2025-10-18 02:53:52,080 - a - INFO - x\n", "UTC");
        assertThat(rows.size()).isOne();
        assertThat(rejections.notes()).containsExactly("bot.log: 2 lines before the first record are left out");
    }

    @Test
    void an_hour_that_the_clocks_repeat_is_read_as_the_first_and_said() throws IOException {
        // Berlin, 26 October 2025: 02:00 to 03:00 comes twice, first at +02:00 (IANA tzdata, Python 3.11 zoneinfo,
        // fold=0)
        Rows rows = read("2025-10-26 02:30:00,000 - a - INFO - x\n", "Europe/Berlin");
        assertThat(rows.texts("at")).containsExactly("2025-10-26 00:30:00");
        assertThat(rejections.notes().toString())
                .contains("times such as 2025-10-26T02:00 come twice or never in Europe/Berlin");
    }

    @Test
    void a_line_of_many_megabytes_is_kept_shortened() throws IOException {
        byte[] start = "2025-10-18 02:53:52,080 - a - INFO - ".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[50 << 20];
        Arrays.fill(all, (byte) 'x');
        System.arraycopy(start, 0, all, 0, start.length);
        all[all.length - 1] = '\n';
        Rows rows = read(all, "UTC");
        assertThat(rows.texts("message")[0])
                .hasSizeLessThan(70_000)
                .endsWith("… (" + String.format(Locale.ROOT, "%,d", all.length - 1 - start.length)
                        + " characters in all)");
    }

    @Test
    void bytes_that_are_no_text_a_byte_order_mark_and_windows_line_ends_do_no_harm() throws IOException {
        byte[] text = "\uFEFF2025-10-18 02:53:52,080 - a - INFO - caf?\r\n".getBytes(StandardCharsets.UTF_8);
        text[text.length - 3] = (byte) 0xe9;
        Rows rows = read(text, "UTC");
        assertThat(rows.texts("message")).containsExactly("caf\uFFFD");
    }
}
