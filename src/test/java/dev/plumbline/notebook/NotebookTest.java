package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotebookTest {

    private static final Path NOTEBOOKS = Path.of("src/test/resources/notebooks");

    private final Notebook well = Notebook.parse(NOTEBOOKS.resolve("well.jsh"));

    @Test
    void the_header_gives_the_title() {
        assertThat(well.title()).isEqualTo("Well formed");
        assertThat(well.header()).containsEntry("scope", "a fixture");
        assertThat(Notebook.parse("notebooks/plain.jsh", "1").title()).isEqualTo("plain");
    }

    @Test
    void what_stands_before_the_first_marker_is_cell_0() {
        Cell cell = well.cells().get(0);
        assertThat(cell.source().strip()).isEqualTo("int before = 1;");
        assertThat(cell.line()).isEqualTo(5);
        assertThat(Notebook.parse("x.jsh", "\n// %% First\n1").cells()).hasSize(1);
    }

    @Test
    void a_cell_has_a_title_a_kind_and_its_first_line() {
        assertThat(well.cells())
                .extracting(Cell::title)
                .containsExactly("", "", "Parameters", "Text block", "Printed", "Hidden", "");
        assertThat(well.cells())
                .extracting(Cell::kind)
                .containsExactly(
                        Cell.Kind.CODE,
                        Cell.Kind.MARKDOWN,
                        Cell.Kind.CODE,
                        Cell.Kind.CODE,
                        Cell.Kind.CODE,
                        Cell.Kind.CODE,
                        Cell.Kind.RAW);
        assertThat(well.cells()).extracting(Cell::line).containsExactly(5, 9, 19, 27, 35, 40, 45);
    }

    @Test
    void unknown_metadata_is_kept() {
        assertThat(well.cells().get(2).metadata().get("owner").get("team").asText())
                .isEqualTo("desk");
        assertThat(well.cells().get(4).metadata()).containsOnlyKeys("name", "color");
        assertThat(well.cells().get(2).tags()).containsExactly("parameters");
    }

    @Test
    void a_marker_inside_a_text_block_is_text() {
        assertThat(well.cells().get(3).source()).contains("    // %% not a marker\n    /list\n");
        assertThat(Notebook.parse("x.jsh", "var t = \"\"\"\n// %% still text \\\"\"\"\n\"\"\";\n// %% Next\n1")
                        .cells())
                .hasSize(2);
        assertThat(Notebook.parse("x.jsh", "/*\n// %% comment\n*/\nchar q = '\"';\n// %% Next\n1")
                        .cells())
                .hasSize(2);
    }

    @Test
    void markdown_loses_its_slashes() {
        assertThat(well.cells().get(1).source()).startsWith("# Well, {{before}} to {{answer}}\n\nText with");
    }

    @Test
    void hide_and_timeout_are_read() {
        Cell cell = Notebook.parse("x.jsh", "// %% A hide=\"output\" timeout=\"30s\" alt=\"b = \\\"c\\\"\"\n1")
                .cells()
                .get(0);
        assertThat(cell.hides("output")).isTrue();
        assertThat(cell.hides("code")).isFalse();
        assertThat(cell.timeout()).contains(Duration.ofSeconds(30));
        assertThat(cell.alt()).contains("b = \"c\"");
    }

    @Test
    void exit_is_allowed_at_the_end_and_no_other_command_anywhere() {
        assertThat(Notebook.parse("x.jsh", "1\n/exit\n\n").cells().get(0).source())
                .isEqualTo("1");
        assertThatThrownBy(() -> Notebook.parse("notebooks/x.jsh", "int a = 1;\n  /open other.jsh\n"))
                .isInstanceOf(NotebookRejected.class)
                .hasMessage("notebooks/x.jsh:2:3: found the jshell command /open, expected Java: only /exit at the end"
                        + " is allowed in a notebook");
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "/exit\n1")).hasMessageStartingWith("x.jsh:1:1: ");
    }

    @Test
    void a_division_that_begins_a_line_is_no_command() {
        assertThat(Notebook.parse("x.jsh", "int a = 6\n    / 2;").cells()).hasSize(1);
    }

    @Test
    void errors_name_line_and_column() {
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "1\n// %% A hide=code\n"))
                .hasMessage(
                        "x.jsh:2:14: the value of hide is not JSON: found code; a text is written in double quotes");
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "// %% A hide=\"some\""))
                .hasMessage("x.jsh:1:9: hide=\"some\", expected \"code\", \"output\" or \"all\"");
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "// %% A a=1 b"))
                .hasMessage("x.jsh:1:13: found \"b\", expected key=json");
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "// %% A timeout=\"soon\""))
                .hasMessage("x.jsh:1:9: a time-out of \"soon\": expected a number with ms, s, m or h, such as 30s");
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "// ---\n// title: a\nint a = 1;"))
                .hasMessage("x.jsh:1:1: the header that begins here has no end, expected a line \"// ---\"");
        assertThatThrownBy(() -> Notebook.parse("x.jsh", "// %% [markdown]\n// a\nint b;"))
                .hasMessage("x.jsh:3:1: found \"int b;\" in a text cell, expected every line to begin with //");
        assertThatThrownBy(() -> Notebook.parse(Path.of("missing.jsh")))
                .hasMessage("missing.jsh: there is no such notebook");
    }
}
