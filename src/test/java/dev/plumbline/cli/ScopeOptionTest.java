package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Workbench;
import dev.plumbline.model.Period;
import dev.plumbline.source.ImportRequest;
import dev.plumbline.source.Importer;
import dev.plumbline.source.Progress;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which time a command looks at. */
final class ScopeOptionTest {

    @TempDir
    Path folder;

    private Period last(String length) throws IOException {
        Path file = folder.resolve("equity.csv");
        Files.writeString(file, "time,equity\n2026-11-10T00:00:00Z,1\n2026-11-16T14:30:00Z,2\n");
        Importer.run(
                folder.resolve("data"), Queries.find(), List.of(ImportRequest.of(file.toString())), Progress.none());
        ScopeOption scope = new ScopeOption();
        scope.last = Optional.of(length);
        try (Workbench lab = Workbench.open(folder.resolve("data"))) {
            return scope.window(scope.apply(lab), 7).period();
        }
    }

    @Test
    void hours_end_at_the_newest_row() throws IOException {
        Period day = last("24h");
        assertThat(day.to()).isEqualTo(Instant.parse("2026-11-16T14:30:00.000001Z"));
        assertThat(day.from()).isEqualTo(Instant.parse("2026-11-15T14:30:00.000001Z"));
        assertThat(last("1h").from()).isEqualTo(Instant.parse("2026-11-16T13:30:00.000001Z"));
        assertThat(last("90m").from()).isEqualTo(Instant.parse("2026-11-16T13:00:00.000001Z"));
    }

    @Test
    void days_and_weeks_are_whole() throws IOException {
        assertThat(last("2d").from()).isEqualTo(Instant.parse("2026-11-15T00:00:00Z"));
        assertThat(last("2d").to()).isEqualTo(Instant.parse("2026-11-17T00:00:00Z"));
        assertThat(last("1w").from()).isEqualTo(Instant.parse("2026-11-10T00:00:00Z"));
    }
}
