package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.LoadReport.FileLoad;
import dev.plumbline.model.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an import says what each file brought. */
final class ImportedFilesTest {

    private static LoadReport report(List<FileLoad> files, Rejected... rejected) {
        return new LoadReport(1, files.size(), 0, List.of(), files, List.of(rejected), List.of());
    }

    private static Rejected bad(String file) {
        return new Rejected(file, 7, 2, "x", "a number was expected");
    }

    @Test
    void a_few_files_are_told_one_by_one() {
        List<FileLoad> files = List.of(
                new FileLoad("/bots/a.csv", "csv", "trades", 10, 2, 3),
                new FileLoad("/bots/b.db", "roma", "equity", 4, 0, 0),
                new FileLoad("/bots/b.db", "roma", "trades", 0, 0, 5));
        assertThat(ImportedFiles.blocks(report(files, bad("/bots/a.csv"), bad("/bots/c.csv")), 80))
                .containsExactly(
                        "/bots/a.csv  1 rejected",
                        "  trades                10 loaded           2 updated           3 unchanged",
                        "/bots/b.db",
                        "  equity                 4 loaded",
                        "  trades                 5 unchanged",
                        "/bots/c.csv  1 rejected",
                        "together");
    }

    @Test
    void many_files_are_told_by_folder_and_system() {
        List<FileLoad> files = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            files.add(new FileLoad("/bots/one/" + i + ".json", "roma", "decisions", 2, 0, 0));
            files.add(new FileLoad("/bots/two/" + i + ".json", "nofx", "decisions", 0, 1, 0));
        }
        assertThat(ImportedFiles.blocks(report(files, bad("/bots/two/3.json")), 80))
                .containsExactly(
                        "/bots/one/  roma  1,500 files",
                        "  decisions          3,000 loaded",
                        "/bots/two/  nofx  1,500 files  1 rejected",
                        "  decisions          1,500 updated",
                        "together");
    }

    @Test
    void many_folders_are_told_by_system() {
        List<FileLoad> files = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            files.add(new FileLoad("/bots/" + i + "/d.json", i % 2 == 0 ? "roma" : "nofx", "decisions", 1, 0, 0));
        }
        assertThat(ImportedFiles.blocks(report(files, bad("/bots/x")), 80))
                .containsExactly(
                        "not read  1 rejected",
                        "nofx  15 files",
                        "  decisions             15 loaded",
                        "roma  15 files",
                        "  decisions             15 loaded",
                        "together");
    }

    @Test
    void one_file_needs_no_more_than_the_totals() {
        assertThat(ImportedFiles.blocks(report(List.of(new FileLoad("a", "csv", "trades", 1, 0, 0))), 80))
                .isEmpty();
    }

    @Test
    void no_heading_is_wider_than_the_screen() {
        String deep = "/a-long-folder".repeat(20);
        List<FileLoad> files = List.of(
                new FileLoad(deep + "/a.csv", "csv", "trades", 1, 0, 0),
                new FileLoad(deep + "/b.csv", "csv", "trades", 1, 0, 0));
        assertThat(ImportedFiles.blocks(report(files, bad(deep + "/b.csv")), 80))
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.startsWith("…") && line.endsWith("/b.csv  1 rejected"));
    }
}
