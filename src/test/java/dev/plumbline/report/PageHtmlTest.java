package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PageHtmlTest {

    private static final String STATIC = PageHtml.write(DemoPage.of(60), PageHtml.Options.plain());
    private static final String LIVE = PageHtml.write(DemoPage.of(60), PageHtml.Options.interactive());

    private static long count(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().count();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void a_static_page_has_no_script_and_is_below_400_kB() {
        assertThat(STATIC)
                .doesNotContain("<script", "<button")
                .contains("default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;\"");
        assertThat(bytes(STATIC)).isLessThan(400_000);
    }

    @Test
    void an_interactive_page_is_below_4_MB_and_carries_plotly_once() {
        assertThat(bytes(LIVE)).isLessThan(4_000_000);
        assertThat(count("id=\"plotly\"", LIVE)).isOne();
        assertThat(LIVE).contains("script-src &#39;unsafe-inline&#39;\"");
    }

    @Test
    void a_page_without_charts_carries_no_plotly() {
        Page page = new Page("", "x", "", List.of(new Block.Prose("hello")), Map.of(), Map.of());
        assertThat(PageHtml.write(page, PageHtml.Options.interactive())).hasSizeLessThan(40_000);
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        assertThat(STATIC.replace("http://www.w3.org/2000/svg", "")).doesNotContainPattern("https?://");
    }

    @Test
    void the_page_has_a_language_one_h1_a_main_and_contents_that_lead_somewhere() {
        assertThat(STATIC).contains("<html lang=\"en\">", "<main id=\"content\">", "<nav aria-label=\"Contents\">");
        assertThat(count("<h1", STATIC)).isOne();
        List<String> links = Pattern.compile("href=\"#([^\"]*)\"")
                .matcher(STATIC)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(8).allMatch(id -> STATIC.contains("id=\"" + id + "\""));
    }

    @Test
    void every_id_is_given_once() {
        assertThat(Pattern.compile("\\bid=[\"']([^\"']*)[\"']")
                        .matcher(STATIC)
                        .results()
                        .map(m -> m.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_header_cell_has_a_scope() {
        assertThat(count("<th(?=[ >])(?![^>]*scope=)", STATIC)).isZero();
    }

    @Test
    void equal_pages_give_equal_text_but_for_the_run_block() {
        Page page = DemoPage.of(1);
        Page later =
                new Page(page.over(), page.title(), page.scope(), page.blocks(), page.made(), Map.of("made", "later"));
        String run = "(?s)<dl id=\"run\">.*?</dl>";
        String first = PageHtml.write(page, PageHtml.Options.plain());
        String second = PageHtml.write(later, PageHtml.Options.plain());
        assertThat(second).isNotEqualTo(first);
        assertThat(second.replaceAll(run, "")).isEqualTo(first.replaceAll(run, ""));
    }

    @Test
    void hostile_text_stays_text() {
        String html = PageHtml.write(Hostile.page(), PageHtml.Options.plain());
        assertThat(html)
                .doesNotContain("<script", "<img", "<svg onload", "\u001b", "\u202e", "\u0007")
                .contains("&lt;script&gt;");
        assertThat(html).doesNotContainPattern("href=\"javascript:");
        assertThat(bytes(html)).isLessThan(400_000);
        String live = PageHtml.write(Hostile.page(), PageHtml.Options.interactive());
        // palette, plotly, page.js and one chart
        assertThat(count("<script", live)).isEqualTo(4);
        assertThat(count("</script", live)).isEqualTo(4);
    }

    @Test
    void a_failure_first_on_a_page_comes_before_the_contents() {
        Page page = new Page(
                "",
                "x",
                "",
                List.of(new Block.Failure("notebooks/x.jsh:41:9", "boom", "stack"), new Block.Heading(2, "A")),
                Map.of(),
                Map.of());
        String html = PageHtml.write(page, PageHtml.Options.plain());
        assertThat(html.indexOf("notebooks/x.jsh:41:9")).isPositive().isLessThan(html.indexOf("<nav"));
        assertThat(html).contains("role=\"alert\"", "✕ This page is incomplete: something failed");
    }
}
