package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.WrittenTime.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file that says no time of its own was taken. */
final class WrittenTimeTest {

    @TempDir
    Path folder;

    private WrittenTime of(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-16T10:00:00.123456Z")));
        return WrittenTime.of(file);
    }

    @Test
    void a_name_counts_before_a_folder_and_a_folder_before_the_files_own_time() throws IOException {
        assertThat(of("pulled/roma/20261102T103000Z/health_20261103_1145.json"))
                .isEqualTo(new WrittenTime(LocalDateTime.of(2026, 11, 3, 11, 45), Said.NAME));
        assertThat(of("pulled/roma/20261102T103000Z/health.json"))
                .isEqualTo(new WrittenTime(LocalDateTime.of(2026, 11, 2, 10, 30), Said.FOLDER));
        assertThat(of("bot/health.json"))
                .isEqualTo(new WrittenTime(LocalDateTime.of(2026, 11, 16, 10, 0), Said.NOWHERE));
    }

    @Test
    void a_folder_of_digits_says_a_time_only_in_utc() throws IOException {
        assertThat(of("2026-11-02T10-30-00Z/health.json").said()).isEqualTo(Said.FOLDER);
        assertThat(of("20261102103000/health.json").said()).isEqualTo(Said.NOWHERE);
        assertThat(of("pulled/20261302T103000Z/health.json").said()).isEqualTo(Said.NOWHERE);
    }
}
