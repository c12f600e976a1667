package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Block;
import dev.plumbline.report.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotebookPageTest {

    private static final Path NOTEBOOKS = Path.of("src/test/resources/notebooks");

    private final Runner runner = Runner.of(NOTEBOOKS.resolve("startup.jsh"));

    private Page page(String name) {
        return NotebookPage.of(runner.run(Notebook.parse(NOTEBOOKS.resolve(name))), Map.of("command", "plumb run"));
    }

    private Page of(String text) {
        return NotebookPage.of(runner.run(Notebook.parse("x.jsh", text)), Map.of());
    }

    @Test
    void title_and_scope_are_filled_with_text_as_it_is() {
        Page page = page("page.jsh");
        assertThat(page.over()).isEqualTo("PLUMBLINE · FIXTURE");
        assertThat(page.title()).isEqualTo("Week of <i>a*b*|c</i>");
        assertThat(page.scope()).isEqualTo("<i>a*b*|c</i>");
        assertThat(page.made()).containsEntry("command", "plumb run");
        assertThat(page.run()).containsOnlyKeys("started", "took");
    }

    @Test
    void cells_become_blocks_in_order_and_values_in_markdown_are_no_markup() {
        List<Block> blocks = page("page.jsh").blocks();
        assertThat(blocks.get(0)).isEqualTo(new Block.Prose("About \\<i\\>a\\*b\\*\\|c\\</i\\>:"));
        assertThat(blocks.get(1)).isEqualTo(new Block.Heading(2, "Part <one>"));
        assertThat(blocks.get(2)).isEqualTo(new Block.Prose("| who |\n|---|\n| \\<i\\>a\\*b\\*\\|c\\</i\\> |"));
        assertThat(blocks.get(3)).isEqualTo(new Block.Heading(2, "Picture"));
        assertThat(blocks.get(4)).isInstanceOfSatisfying(Block.Figure.class, figure -> assertThat(
                        figure.chart().alt())
                .isEqualTo("<i>a*b*|c</i> \"as\" one point"));
        assertThat(blocks.subList(5, blocks.size()))
                .containsExactly(
                        new Block.Code("", "System.out.println(\"unseen\");\n\"unseen\""),
                        new Block.Heading(2, "Sum"),
                        new Block.Code("Sum", "System.out.println(\"seen\");\n1 + 1"),
                        new Block.Printed("seen"),
                        new Block.Printed("2"));
    }

    @Test
    void there_is_a_page_after_a_failure_and_it_begins_with_it() {
        List<Block> blocks = page("late.jsh").blocks();
        assertThat(blocks.get(0)).isInstanceOfSatisfying(Block.Failure.class, failure -> {
            assertThat(failure.place()).isEqualTo("src/test/resources/notebooks/late.jsh:6:9");
            assertThat(failure.message()).isEqualTo("IllegalArgumentException: odd: 1");
            assertThat(failure.detail()).contains("late.jsh:14");
        });
        assertThat(blocks)
                .endsWith(
                        new Block.Failure(
                                "src/test/resources/notebooks/late.jsh:6:9", "IllegalArgumentException: odd: 1", ""),
                        new Block.Prose("*1 cell was not run.*"));
    }

    @Test
    void a_failing_cell_is_shown_even_if_hidden() {
        assertThat(of("// %% Hidden hide=\"all\"\nint a = 1 / 0;").blocks())
                .contains(new Block.Heading(2, "Hidden"), new Block.Code("Hidden", "int a = 1 / 0;"));
    }

    @Test
    void words_that_a_failed_run_did_not_reach_are_left_open() {
        Page page = of("// %% [md]\n// # From {{from}}\n// %%\nint a = 1 / 0;\n// %%\nint from = 1;");
        assertThat(page.title()).isEqualTo("From …");
    }

    @Test
    void a_value_cannot_begin_a_list_or_a_heading() {
        assertThat(Placeholders.fillMarkdown("{{a}}", Map.of("a", "- x"))).isEqualTo("\\- x");
        assertThat(Placeholders.fillMarkdown("{{a}}", Map.of("a", "1. x"))).isEqualTo("1\\. x");
        assertThat(Placeholders.fillMarkdown("{{a}}", Map.of("a", "# x\n# y"))).isEqualTo("\\# x \\# y");
        assertThat(Placeholders.fillMarkdown("{{a}}", Map.of("a", "2026-11-10")))
                .isEqualTo("2026-11-10");
        assertThat(Placeholders.fill("{{a}}", Map.of("a", "$1\\"))).isEqualTo("$1\\");
    }

    @Test
    void a_hash_inside_fenced_code_is_no_heading() {
        assertThat(MarkdownBlocks.of("```\n# no\n```\n# yes\n### prose"))
                .containsExactly(
                        new Block.Prose("```\n# no\n```"), new Block.Heading(2, "yes"), new Block.Prose("### prose"));
    }
}
