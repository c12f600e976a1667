package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in a real browser, from disk and without a network. */
final class ChromiumTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    Path folder;

    /** The document after its scripts ran. */
    private String opened(Page page, PageHtml.Options options) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " on this machine");
        Path file = folder.resolve("page.html");
        Path dom = folder.resolve("dom.html");
        Files.writeString(file, PageHtml.write(page, options));
        Process process = new ProcessBuilder(List.of(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--window-size=1180,9000",
                        "--virtual-time-budget=30000",
                        "--dump-dom",
                        file.toUri().toString()))
                .redirectOutput(dom.toFile())
                .redirectError(folder.resolve("log.txt").toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("chromium did not end within two minutes");
        }
        return Files.readString(dom);
    }

    private String console() throws IOException {
        return String.join(
                "\n",
                Files.readAllLines(folder.resolve("log.txt")).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    @Test
    void charts_become_interactive_offline() throws Exception {
        String dom = opened(DemoPage.of(60), PageHtml.Options.interactive());
        assertThat(dom.split("class=\"live\"", -1)).hasSize(8);
        assertThat(dom).contains("js-plotly-plot").doesNotContain("id=\"plotly\"");
        assertThat(console()).isEmpty();
    }

    @Test
    void hostile_text_runs_no_script_and_breaks_no_chart() throws Exception {
        String dom = opened(Hostile.page(), PageHtml.Options.interactive());
        assertThat(dom)
                .contains("js-plotly-plot", "<html lang=\"en\">")
                .doesNotContain("<html lang=\"en\" id=", "<img", "<svg onload");
        assertThat(console()).isEmpty();
    }

    @Test
    void a_static_page_reads_the_same_after_opening() throws Exception {
        String dom = opened(Hostile.page(), PageHtml.Options.plain());
        assertThat(dom).doesNotContain("<script", "<img").contains("The numbers behind the picture");
    }
}
