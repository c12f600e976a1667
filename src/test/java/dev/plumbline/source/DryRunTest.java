package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void nobody_is_asked_and_no_password_is_shown() {
        assertThat(DryRun.of(Queries.find(), List.of(ImportRequest.of("postgresql://bot:secret@db/fox"))))
                .containsExactly("postgresql://db/fox: asked by the import itself, not now");
    }
}
