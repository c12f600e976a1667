package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.notebook.CellResult;
import dev.plumbline.notebook.Notebook;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped notebook, on the sample, through the runner and in the plain {@code jshell} of the JDK. */
class NotebooksIT {

    @TempDir
    private static Path folder;

    private static Path data;

    @BeforeAll
    static void a_sample_is_imported() {
        data = folder.resolve("data");
        Path sample = folder.resolve("sample");
        assertThat(Said.by("sample", "--days", "12", "--end", "2026-11-17", "--into", sample.toString())
                        .code())
                .isZero();
        assertThat(Said.by("import", sample.toString(), "--data", data.toString())
                        .code())
                .isIn(ExitCode.DONE, ExitCode.PARTLY);
    }

    static List<String> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Launched.HOME.resolve("notebooks"))) {
            return files.map(file -> file.getFileName().toString().replace(".jsh", ""))
                    .filter(name -> !name.equals("startup") && !name.equals("shell"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_prints_the_same_in_the_runner_and_in_plain_jshell(String name) throws IOException {
        Path copy = Files.writeString(
                folder.resolve(name + ".jsh"),
                PrintingCopy.of(Notebook.parse(Launched.HOME.resolve("notebooks/" + name + ".jsh"))));
        Path startup = Launched.HOME.resolve("notebooks/startup.jsh");
        System.setProperty("plumb.data", data.toString());
        NotebookResult run = Runner.of(startup).run(Notebook.parse(copy));
        assertThat(run.failures()).isEmpty();
        String ours = run.cells().stream().map(CellResult::printed).collect(Collectors.joining());
        assertThat(ours).as("what the cells show").contains("\"type\" : \"");

        Path app = Launched.HOME.resolve("target/app");
        Path jar = app.resolve("plumbline.jar");
        Launched plain = Launched.run(
                Map.of(),
                folder,
                "",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/jshell").toString(),
                        "--class-path",
                        Files.exists(jar) ? jar.toString() : System.getProperty("java.class.path"),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-R-XX:TieredStopAtLevel=1",
                        "-R-XX:+UseSerialGC",
                        "-R-Dplumb.home=" + Launched.HOME,
                        "-R-Dplumb.data=" + data,
                        "-R-Dorg.sqlite.lib.path=" + app.resolve("lib"),
                        "-R-Djava.awt.headless=true",
                        "-R-Dfile.encoding=UTF-8",
                        "--startup",
                        startup.toString(),
                        copy.toString()));
        assertThat(plain.err()).isEmpty();
        assertThat(plain.out()).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weekly-review", "decision-quality"})
    void a_bot_that_only_decides_gets_a_page_that_says_what_is_not_available(String name) throws IOException {
        Path shared = Path.of(System.getenv()
                .getOrDefault("PLUMB_SHARED", Launched.HOME.resolve("../shared").toString()));
        Path corpus = shared.resolve("corpus/nofx");
        assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
        Path store = folder.resolve("nofx");
        Said imported = Said.by("import", corpus.toString(), "--as", "nofx", "--data", store.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("336 files").contains(" 0 rejected");
        Path page = folder.resolve("nofx-" + name + ".html");
        Said run = Said.by("run", name, "--static", "--data", store.toString(), "-o", page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        String text = Files.readString(page).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(text)
                .containsIgnoringCase("not available")
                .doesNotContain("win rate 0", "0.0 % win", "NaN", "Infinity");
    }

    @Test
    void the_machines_zone_and_language_change_no_figure_and_no_page() throws IOException {
        Path utc = page("utc", "-Duser.timezone=UTC -Duser.language=en -Duser.country=US");
        Path tokyo = page("tokyo", "-Duser.timezone=Asia/Tokyo -Duser.language=de -Duser.country=DE");
        assertThat(steady(tokyo)).isEqualTo(steady(utc));
    }

    private static Path page(String name, String options) {
        Path page = folder.resolve(name).resolve("page.html");
        Launched run = Launched.plumb(
                Map.of("JAVA_TOOL_OPTIONS", options),
                "run",
                "weekly-review",
                "-p",
                "asOf=2026-11-16",
                "--static",
                "--data",
                data.toString(),
                "-o",
                page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return page;
    }

    /** The page without the one block that tells of the run itself. */
    private static String steady(Path page) throws IOException {
        String text = Files.readString(page);
        return text.replaceAll("(?s)<(\\w+)[^>]* id=\"run\".*?</\\1>", "");
    }
}
