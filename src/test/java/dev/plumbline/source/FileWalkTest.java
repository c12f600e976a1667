package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {

    @TempDir
    Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void files_of_folders_come_by_name_with_their_folder_before_them() throws IOException {
        file("b/2.json");
        file("b/10.json");
        file("a.json");
        file(".hidden/c.json");
        List<FileWalk.Found> found = FileWalk.of(List.of(folder.toString()), new Rejections());
        assertThat(found)
                .extracting(FileWalk.Found::path)
                .containsExactly(folder.resolve("a.json"), folder.resolve("b/10.json"), folder.resolve("b/2.json"));
        assertThat(found)
                .extracting(FileWalk.Found::shown)
                .containsExactly(folder + "/a.json", folder + "/b/10.json", folder + "/b/2.json");
        assertThat(found)
                .extracting(FileWalk.Found::folder)
                .containsExactly(folder, folder.resolve("b"), folder.resolve("b"));
        assertThat(found).noneMatch(FileWalk.Found::named);
    }

    @Test
    void a_file_that_is_named_is_shown_as_it_was_written() throws IOException {
        file("a.json");
        String written = folder + "/../" + folder.getFileName() + "/a.json";
        FileWalk.Found found = FileWalk.of(List.of(written), new Rejections()).get(0);
        assertThat(found.shown()).isEqualTo(written);
        assertThat(found.path()).isEqualTo(folder.resolve("a.json"));
        assertThat(found.folder()).isEqualTo(folder);
        assertThat(found.named()).isTrue();
    }

    /** Python writes such names without complaint; Java cannot make them from a text again. */
    @Test
    void a_name_that_is_no_text_is_found_all_the_same() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "sh", "-c", "printf x > \"$(printf 'caf\\351.json')\"; printf x > 'café.json'")
                .directory(folder.toFile())
                .start();
        assumeTrue(shell.waitFor(10, TimeUnit.SECONDS) && shell.exitValue() == 0, "no shell that writes such a name");
        List<FileWalk.Found> found = FileWalk.of(List.of(folder.toString()), new Rejections());
        assertThat(found).hasSize(2);
        for (FileWalk.Found file : found) {
            assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).isEqualTo("x");
        }
    }
}
