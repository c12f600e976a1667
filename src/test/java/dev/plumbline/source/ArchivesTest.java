package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {

    @TempDir
    Path folder;

    private final Rejections rejections = new Rejections();

    private List<FileWalk.Found> unpack(Path file) {
        try (Archives archives = Archives.in(folder.resolve("unpacked"), rejections)) {
            List<FileWalk.Found> files =
                    archives.unpacked(List.of(new FileWalk.Found(file, String.valueOf(file.getFileName()), true)));
            files.forEach(found -> assertThat(found.path()).isRegularFile());
            return files;
        }
    }

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("bot.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("{}".getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void files_of_a_zip_keep_their_folders_and_say_where_they_were() throws IOException {
        List<FileWalk.Found> files = unpack(zip("logs/alpha/decision_1.json", "logs/alpha/model.bin", "b.log.1"));
        assertThat(files)
                .extracting(FileWalk.Found::shown)
                .containsExactly("bot.zip!/b.log.1", "bot.zip!/logs/alpha/decision_1.json");
        assertThat(files.get(1).path().toString()).endsWith("bot/logs/alpha/decision_1.json");
        assertThat(folder.resolve("unpacked")).doesNotExist();
    }

    @Test
    void a_gzip_is_the_file_in_it_in_a_folder_named_as_its_own() throws IOException {
        Path file = Files.createDirectories(folder.resolve("alpha")).resolve("trades.csv.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("a,b\n".getBytes(StandardCharsets.UTF_8));
        }
        List<FileWalk.Found> files = unpack(file);
        assertThat(files).hasSize(1);
        assertThat(files.get(0).path().toString()).endsWith("alpha/trades.csv");
    }

    @Test
    void a_name_that_leads_out_of_the_archive_is_left_out() throws IOException {
        assertThat(unpack(zip("../../evil.json"))).isEmpty();
        assertThat(rejections.rejected().toString())
                .isEqualTo("[bot.zip!/../../evil.json: its name leads out of the archive; it is left out]");
        assertThat(folder.getParent().resolve("evil.json")).doesNotExist();
    }

    @Test
    void what_grows_out_of_proportion_is_refused() throws IOException {
        Path file = folder.resolve("zeros.json.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                gzip.write(zeros);
            }
        }
        assertThat(unpack(file)).isEmpty();
        assertThat(rejections.rejected().toString()).contains("it grows beyond 64 MB, more than 300 times its size");
    }

    @Test
    void a_damaged_archive_and_one_of_another_kind_cost_one_line_each() throws IOException {
        assertThat(unpack(Files.writeString(folder.resolve("x.log.gz"), "no gzip")))
                .isEmpty();
        assertThat(unpack(Files.writeString(folder.resolve("x.tar"), "tar"))).isEmpty();
        assertThat(rejections.rejected())
                .extracting(Object::toString)
                .containsExactly(
                        "x.log.gz: the archive is damaged: Not in GZIP format",
                        "x.tar: archives of this kind are not read: unpack it, or pack it with zip or gzip");
    }
}
