package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DryRunTest {

    @TempDir
    Path folder;

    @Test
    void files_of_a_system_are_counted_by_what_they_would_bring() throws IOException {
        Path agent = Files.createDirectories(folder.resolve("alpha"));
        Files.writeString(agent.resolve("decision_20251102_100000_cycle1.json"), """
                {"timestamp": "2025-11-02T10:00:00.5", "cycle_number": 1, "chain_of_thought": "", "positions": [],
                 "decisions": [{"action": "wait", "confidence": 0.5}, {"action": "hold", "confidence": 2}],
                 "account_state": {"total_wallet_balance": 100.0}}
                """);
        List<String> said = DryRun.of(Queries.find(), List.of(ImportRequest.of(folder.toString())));
        assertThat(said)
                .anyMatch(line -> line.endsWith("decision_20251102_100000_cycle1.json: read as roma, agent alpha"))
                .anyMatch(line ->
                        line.startsWith("  rows: ") && line.contains("decisions 2") && line.contains("equity 1"))
                .anyMatch(line -> line.contains("confidence is out of range"))
                .contains("  note: roma alpha: its times name no zone: UTC assumed; tell the bot's with --zone");
    }

    private List<String> of(Path file) {
        return DryRun.of(Queries.find(), List.of(ImportRequest.of(file.toString())));
    }

    @Test
    void of_a_long_log_the_first_lines_are_looked_at_packed_or_not() throws IOException {
        String record = "2025-10-18 02:53:52,080 - core.exchange - INFO - %05d\n";
        String log = IntStream.range(0, 60_000).mapToObj(record::formatted).collect(Collectors.joining());
        Path plain = Files.writeString(folder.resolve("trading_bot.log"), log);
        // 55 bytes a line: 10,000 of 60,000 lines are 0.55 of 3.3 MB
        assertThat(of(plain))
                .startsWith(
                        plain + ": read as fox, agent fox",
                        "  rows: events 10,000",
                        "  the first 10,000 lines looked at, 0.6 of 3.3 MB; an import reads all");
        Path packed = folder.resolve("trading_bot.log.1.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            for (int i = 0; i < 4; i++) {
                out.write(log.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(of(packed)).contains("  the first 10,000 lines looked at, 0.6 MB; an import reads all");
    }

    @Test
    void of_long_lines_of_json_and_of_a_table_the_first_are_looked_at() throws IOException {
        Path lines = Files.writeString(
                folder.resolve("monitoring_snapshots.jsonl"),
                "{\"timestamp\": \"2025-10-18T02:53:52\", \"metrics\": {}}\n".repeat(20_000));
        assertThat(of(lines)).contains("  the first 10,000 lines looked at, 0.5 of 1.0 MB; an import reads all");
        Path table = Files.writeString(
                folder.resolve("trades.csv"), "symbol,exit_time,pnl\n" + "A,2025-11-01T10:00:00Z,2\n".repeat(1_001));
        assertThat(of(table)).contains("  the first 1,000 rows looked at; an import reads all");
        Path few = Files.writeString(
                folder.resolve("few.csv"), "symbol,exit_time,pnl\n" + "A,2025-11-01T10:00:00Z,2\n".repeat(1_000));
        assertThat(of(few)).noneMatch(line -> line.contains("looked at"));
    }

    @Test
    void a_document_over_several_lines_is_looked_at_whole() throws IOException {
        for (String begin : List.of("{\n", "[\n", "[{\"a\": 1},", "PAR1 x\n", "a\0b\n")) {
            byte[] bytes = begin.getBytes(StandardCharsets.UTF_8);
            assertThat(FirstLines.ofLines(bytes, bytes.length)).as(begin).isFalse();
        }
        for (String begin : List.of("{\"a\": 1}\n", "[2025-10-18 02:53:52] [INFO] x\n", "a,b\n")) {
            byte[] bytes = begin.getBytes(StandardCharsets.UTF_8);
            assertThat(FirstLines.ofLines(bytes, bytes.length)).as(begin).isTrue();
        }
    }

    @Test
    void nobody_is_asked_and_no_password_is_shown() {
        assertThat(DryRun.of(Queries.find(), List.of(ImportRequest.of("postgresql://bot:secret@db/fox"))))
                .containsExactly("postgresql://db/fox: asked by the import itself, not now");
    }
}
