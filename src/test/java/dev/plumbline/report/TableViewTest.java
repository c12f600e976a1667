package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Block.DataTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TableViewTest {

    private static DataTable table(String caption, int columns, String cell) {
        return new DataTable(
                caption,
                IntStream.range(0, columns)
                        .mapToObj(i -> new DataTable.Column("c" + i, true))
                        .toList(),
                List.of(Collections.nCopies(columns, cell)),
                1);
    }

    private static String html(DataTable table) {
        return PageHtml.write(new Page("", "x", "", List.of(table), Map.of(), Map.of()), PageHtml.Options.plain());
    }

    @Test
    void a_table_wider_than_a_phone_is_reached_by_keyboard_and_has_a_name() {
        assertThat(html(table("Fees by <day>", 9, "1,234.56")))
                .contains("<div class=\"tablewrap\" role=\"region\" aria-label=\"Fees by &lt;day>\" tabindex=\"0\">");
        assertThat(html(table("", 9, "1,234.56"))).contains("aria-label=\"Table: c0, c1, c2, ");
    }

    @Test
    void a_small_table_is_no_stop_of_the_tab_key() {
        assertThat(html(table("Fees", 3, "1.5")))
                .contains("<div class=\"tablewrap\"><table>")
                .doesNotContain("tabindex");
    }

    @Test
    void long_words_without_figures_break_and_make_no_table_wide() {
        DataTable words = new DataTable(
                "",
                List.of(new DataTable.Column("a", false), new DataTable.Column("b", false)),
                List.of(List.of("Donau" + "dampf".repeat(40), "b")),
                1);
        assertThat(TableView.of(words).scrolls()).isFalse();
        assertThat(TableView.of(table("", 2, "9".repeat(30))).scrolls()).isTrue();
    }
}
