package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What regular expressions say of a text, a scan of its bytes says too. */
final class CsvScanTest {

    private static final Pattern PADDED = Pattern.compile("(?:^|[,\r\n\"])[ \t]|[ \t](?:$|[,\r\n\"])");
    private static final Pattern INSIDE = Pattern.compile("(?<=[^,\r\n\"])\"(?=[^,\r\n\"])");

    @TempDir
    Path folder;

    private CsvScan scan(String text) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return CsvScan.of(file, ',');
    }

    @Test
    void a_scan_finds_what_regular_expressions_find() throws IOException {
        Random random = new Random(7);
        String[] pieces = {
            "a", "1.5", ",", ",", "\n", "\n", " ", "\t", "\"", "\r\n", "\r", "é", "!", "2026-11-16T10:00:00Z,"
        };
        for (int i = 0; i < 3_000; i++) {
            StringBuilder made = new StringBuilder();
            int kinds = 1 + random.nextInt(pieces.length);
            for (int n = random.nextInt(40); n > 0; n--) {
                made.append(pieces[random.nextInt(kinds)]);
            }
            String text = made.toString();
            CsvScan scan = scan(text);
            long newlines = text.chars().filter(c -> c == '\n').count();
            long returns = text.chars().filter(c -> c == '\r').count();
            long pairs = Pattern.compile("\r\n").matcher(text).results().count();
            assertThat(scan.newlines()).as(text).isEqualTo(newlines);
            assertThat(scan.quoted()).as(text).isEqualTo(text.contains("\""));
            assertThat(scan.padded()).as(text).isEqualTo(PADDED.matcher(text).find());
            assertThat(scan.wide()).as(text).isEqualTo(text.contains("é"));
            assertThat(scan.odd())
                    .as(text)
                    .isEqualTo(INSIDE.matcher(text).find() || (returns > 0 && (returns != pairs || pairs != newlines)));
        }
    }

    @Test
    void what_stands_at_the_border_of_two_threads_is_found() throws IOException {
        String plain = "abcdefg,".repeat(100_000);
        for (int shift = -2; shift <= 2; shift++) {
            int middle = plain.length() / 2 + shift;
            assertThat(scan(plain.substring(0, middle) + "\r\n" + plain.substring(middle)))
                    .isEqualTo(new CsvScan(1, false, false, false, false));
            assertThat(scan(plain.substring(0, middle) + ", x" + plain.substring(middle))
                            .padded())
                    .isTrue();
        }
    }
}
