package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in a real browser, from disk and without a network. */
final class ChromiumTest {

    @TempDir
    Path folder;

    private String opened(Page page, PageHtml.Options options) throws IOException, InterruptedException {
        return new Browser(folder)
                .opened(Files.writeString(folder.resolve("page.html"), PageHtml.write(page, options)));
    }

    private List<String> console() throws IOException {
        return new Browser(folder).console();
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
