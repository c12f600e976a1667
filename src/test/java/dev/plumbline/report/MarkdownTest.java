package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTest {

    private static String html(String markdown) {
        return Markdown.html(markdown).markup().strip();
    }

    @Test
    void tables_are_tables() {
        assertThat(html("| a | n |\n|---|---:|\n| x | 1 |"))
                .contains("<th scope=\"col\">a</th>", "<td align=\"right\">1</td>");
    }

    @Test
    void raw_html_is_shown_as_text() {
        assertThat(html("a <b onclick=x>b</b>")).isEqualTo("<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>");
    }

    @Test
    void a_link_that_runs_code_leads_nowhere() {
        assertThat(html("[x](javascript:alert(1))"))
                .doesNotContain("javascript")
                .contains(">x</a>");
    }

    @Test
    void a_picture_from_elsewhere_becomes_a_link() {
        assertThat(html("![plan](https://example.org/a.png)"))
                .doesNotContain("<img")
                .contains("href=\"https://example.org/a.png\">plan</a>");
    }

    @Test
    void the_page_keeps_its_only_h1() {
        assertThat(html("# Title")).isEqualTo("<h2>Title</h2>");
    }
}
