package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A notebook runs on a store with nothing in it, with one day in it, and on real files, and makes up no figure. */
class EveryStoreIT {

    @TempDir
    private static Path folder;

    private static Path day;

    @BeforeAll
    static void one_day_of_every_system_is_imported() {
        day = folder.resolve("day");
        String files = folder.resolve("files").toString();
        assertThat(Said.by("sample", "--days", "1", "--agents", "1", "--end", "2026-11-17", "--into", files)
                        .code())
                .isZero();
        assertThat(Said.by("import", files, "--data", day.toString()).code()).isIn(ExitCode.DONE, ExitCode.PARTLY);
    }

    static List<String> notebooks() throws IOException {
        return NotebooksIT.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void an_empty_store_gets_a_page_that_says_what_is_missing_and_what_to_do(String notebook) throws IOException {
        String text = page(notebook, "", folder.resolve("empty"));
        assertThat(text).contains("Not available: ", "plumb import PATH");
        // 95 % is the level of the intervals
        assertThat(text.replace("95 %", "")).doesNotContainPattern("\\d %");
    }

    @Test
    void a_command_on_an_empty_store_refuses_and_a_verdict_is_not_given() {
        String nothing = folder.resolve("nothing").toString();
        assertThat(Said.by("check", "--data", nothing).code()).isEqualTo(ExitCode.USAGE);
        assertThat(Said.by("check", "--data", nothing).err()).contains("the store is empty");
        assertThat(Said.by(
                                "run",
                                "weekly-review",
                                "--fail-on",
                                "red",
                                "--static",
                                "--data",
                                nothing,
                                "-o",
                                folder.resolve("nothing.html").toString())
                        .code())
                .isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "playbook, weekly-review",
        "playbook, monthly-optimization",
        "roma, retraining",
        "fox, audit",
        "kraken, baseline",
        "bingx, incident"
    })
    void one_day_is_enough_for_a_page_and_too_little_for_most_figures(String system, String notebook)
            throws IOException {
        assertThat(page(notebook, system, day)).containsAnyOf("Not available: ", "can’t tell", "Cannot tell", "needed");
    }

    @ParameterizedTest
    @CsvSource({
        "fox, audit",
        "ai-trader, weekly-review",
        "freqtrade, daily-summary",
        "kraken-momentum, retraining",
        "prometheus, weekly-review"
    })
    void real_files_of_a_system_get_a_page(String corpus, String notebook) throws IOException {
        Path shared = Path.of(System.getenv()
                .getOrDefault("PLUMB_SHARED", Launched.HOME.resolve("../shared").toString()));
        Path files = shared.resolve("corpus").resolve(corpus);
        assumeTrue(Files.isDirectory(files), "no corpus at " + files);
        Path store = folder.resolve(corpus);
        assertThat(Said.by("import", files.toString(), "--data", store.toString())
                        .code())
                .isIn(ExitCode.DONE, ExitCode.PARTLY);
        assertThat(page(notebook, "", store)).contains("Not available: ");
    }

    /** The text of a page that was made without a failing cell. */
    private static String page(String notebook, String system, Path store) throws IOException {
        Path page = folder.resolve(notebook + "-" + system + ".html");
        Said run = Said.by(
                "run",
                notebook,
                "-p",
                "system=" + system,
                "--static",
                "--data",
                store.toString(),
                "-o",
                page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        String text = Files.readString(page)
                .replaceAll("(?s)<(script|style|svg).*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
        assertThat(text).doesNotContain("NaN", "Infinity", " null ");
        return text;
    }
}
