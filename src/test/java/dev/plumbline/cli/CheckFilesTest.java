package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb check --prometheus FILE --junit FILE}. */
final class CheckFilesTest {

    private static final String TRADES = "id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n"
            + "1,BTCUSDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,110,10\n"
            + "2,BTCUSDT,long,2026-01-02T00:00:00Z,2026-01-03T00:00:00Z,1,100,90,-10\n";

    @TempDir
    Path folder;

    private Said check(String... more) throws IOException {
        Path trades = Files.writeString(folder.resolve("trades.csv"), TRADES);
        String data = folder.resolve("data").toString();
        assertThat(Said.by("import", trades.toString(), "--agent", "a \"quoted\" \\ name", "--data", data)
                        .code())
                .isZero();
        return Said.by(Stream.concat(Stream.of("check", "--data", data, "--as-of", "2026-01-03"), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void the_metrics_are_read_back_by_the_reader_of_prometheus_files() throws IOException {
        Path file = folder.resolve("collector/plumb.prom");
        Said said = check("--prometheus", file.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).as("the table is still printed").contains("csv · a \"quoted\"");
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside).as("nothing half-written stays").containsExactly(file);
        }
        String other = folder.resolve("other").toString();
        Said imported = Said.by("import", file.toString(), "--as", "prometheus", "--data", other);
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
        assertThat(imported.out()).doesNotContain("rejected 1");
        Said found = Said.by(
                "query",
                "SELECT value, labels FROM samples WHERE metric = 'plumb_check_verdict'",
                "--data",
                other,
                "--format",
                "csv");
        assertThat(found.out()).as(found.err()).contains("a \\\"\"quoted\\\"\" \\\\ name");
    }

    @Test
    void a_name_that_the_collector_passes_over_is_said() throws IOException {
        assertThat(check("--prometheus", folder.resolve("plumb.txt").toString()).err())
                .contains("does not end with .prom");
    }

    @Test
    void the_xml_is_read_by_a_parser_and_the_exit_code_is_the_verdict_still() throws Exception {
        Path file = folder.resolve("plumb.xml");
        Said said = check("--junit", file.toString());
        assertThat(said.code()).isEqualTo(30);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement()
                        .getElementsByTagName("testsuite")
                        .getLength())
                .isOne();
    }

    @Test
    void a_place_that_cannot_be_written_is_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("plumb.xml");
        Said said = check("--junit", file.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err().lines()).singleElement().asString().contains("plumb.xml could not be written");
    }
}
