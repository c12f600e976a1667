package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fact about CSV files holds for the quick ways of reading them too. */
final class CsvQuickWayTest extends CsvTest {

    @TempDir
    Path own;

    @Override
    Csv csv() {
        return new Csv(0);
    }

    /** Else the inherited facts would be of the exact way twice. */
    @Test
    void a_clean_file_is_read_as_values_and_of_another_the_bad_lines_as_text() throws IOException {
        String clean = "trade_id,symbol,side,entry_time,exit_time,pnl\n"
                + "1,BTC/USDT,long,2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,2.5\n";
        assertThat(tables(csv(), clean)).contains("csv_rows_0").doesNotContain("csv_lines");
        assertThat(tables(csv(), clean + "2,BTC/USDT\n")).contains("csv_rows_0", "csv_others", "csv_lines");
        assertThat(tables(new Csv(), clean)).contains("csv_lines").doesNotContain("csv_rows_0");
    }

    @Test
    void a_time_that_is_cut_short_far_below_the_sample_is_rejected() throws IOException {
        StringBuilder text = new StringBuilder("trade_id,entry_time,exit_time,pnl\n");
        for (int i = 0; i < 2_000; i++) {
            text.append(i).append(",2026-11-01T00:00:00Z,2026-11-01T01:00:00Z,1\n");
        }
        Rejections rejections = new Rejections();
        tables(csv(), text + "2000,2026-11-01T00:00:00Z,2026-11-1T1:0:0Z,1\n", rejections);
        assertThat(rejections.rejected().stream().map(Object::toString))
                .containsExactly(
                        "x.csv:2002:3: found \"2026-11-1T1:0:0Z\": exit_time: a time such as 2026-11-16T10:00:00Z"
                                + " or unix seconds was expected; the line is left out");
    }

    /** The order of rows is looked at in two halves. */
    @Test
    void a_key_that_comes_again_is_seen_wherever_it_stands() throws IOException {
        for (int rows = 2; rows < 9; rows++) {
            for (int again = 1; again < rows; again++) {
                StringBuilder text = new StringBuilder("trade_id,entry_time,exit_time,pnl\n");
                for (int i = 0; i < rows; i++) {
                    text.append(i < again ? i : i - 1)
                            .append(",2026-11-01T0" + i + ":00:00Z,2026-11-01T0" + i + ":30:00Z,1\n");
                }
                Rejections rejections = new Rejections();
                tables(csv(), text.toString(), rejections);
                assertThat(rejections.notes())
                        .contains("x.csv: 1 lines repeat the key of a later one: the last line of each is taken");
            }
        }
    }

    private List<String> tables(Csv csv, String text) throws IOException {
        return tables(csv, text, new Rejections());
    }

    /** The tables of {@code raw} after a file was loaded. */
    private List<String> tables(Csv csv, String text, Rejections rejections) throws IOException {
        Path file = own.resolve("x.csv");
        Files.writeString(file, text);
        try (Staging staging = Staging.open(Queries.find())) {
            csv.load(List.of(new SourceFile(file, "x.csv", 0)), staging, ImportOptions.of("csv"), rejections);
            return List.of(
                    staging.select("tables", "SELECT table_name AS t FROM duckdb_tables() WHERE schema_name = 'raw'")
                            .texts("t"));
        }
    }
}
