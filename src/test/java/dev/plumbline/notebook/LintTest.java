package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {

    private static final Path SHIPPED = Path.of("notebooks");
    private static final Path STARTUP = Path.of("src/test/resources/notebooks/startup.jsh");

    private static List<String> lint(String... lines) {
        return Lint.of("x.jsh", String.join("\n", lines), STARTUP).stream()
                .map(Finding::toString)
                .toList();
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_notebook_has_no_findings(Path notebook) {
        assertThat(Lint.of(notebook, SHIPPED.resolve("startup.jsh"))).isEmpty();
    }

    @Test
    void statements_over_two_lines_that_plain_jshell_splits_are_named_with_their_safe_spelling() {
        String ends = ": plain jshell ends the statement before this line; ";
        assertThat(lint("int q = 1", "+ 2;")).containsExactly("x.jsh:2:1" + ends + "end the line above with +");
        assertThat(lint("var xs = List.of(2, 1);", "xs.stream()", "    .sorted()", "    .toList();"))
                .containsExactly("x.jsh:3:5" + ends + "end the line above with the dot, or write both on one line");
        assertThat(lint("int q = 1;", "if (q > 0) {", "    q = 2;", "}", "else {", "    q = 3;", "}"))
                .containsExactly("x.jsh:5:1" + ends + "write } else on one line");
        assertThat(lint("@Deprecated", "int old() { return 3; }"))
                .containsExactly("x.jsh:2:1" + ends + "write the annotation and what it belongs to on one line");
        assertThat(lint("boolean b = true", "    && false;"))
                .containsExactly("x.jsh:2:5" + ends + "end the line above with &&");
    }

    @Test
    void a_line_that_begins_with_a_division_is_a_command_to_plain_jshell() {
        assertThat(lint("int six = 12", "/ 2;"))
                .containsExactly("x.jsh:2:1: plain jshell ends the statement before this line and takes this for a"
                        + " command; end the line above with /");
    }

    @Test
    void the_safe_spellings_have_no_findings() {
        assertThat(lint(
                        "int q = 1 +",
                        "    2;",
                        "var xs = List.of(2, 1);",
                        "xs.stream().",
                        "    sorted().",
                        "    toList();",
                        "if (q > 0) {",
                        "    q = 2;",
                        "} else {",
                        "    q = 3;",
                        "}",
                        "@Deprecated int old() { return 3; }",
                        "int half(int n)",
                        "{",
                        "    return n /",
                        "        2;",
                        "}",
                        "String page = \"\"\"",
                        "    // %% text",
                        "    /list",
                        "    \"\"\";",
                        "q + half(old())"))
                .isEmpty();
    }

    @Test
    void an_expression_in_mid_cell_lacks_its_semicolon_once() {
        assertThat(lint("int a = 1;", "a + 1", "a + 2"))
                .containsExactly("x.jsh:2:6: an expression in mid-cell without its semicolon: plain jshell takes it"
                        + " alone, the runner does not; write ; here");
    }

    @Test
    void a_comment_without_its_end_is_found_and_one_in_a_text_is_none() {
        assertThat(lint("int a = 1; /* the rest"))
                .containsExactly("x.jsh:1:12: a comment without its end: plain jshell waits for it and drops the line;"
                        + " write */ where it ends");
        assertThat(lint(
                        "String s = \"/* \\\" // %% /*\"; // /*",
                        "char c = '\"'; /* a */", "String t = \"\"\"", "  /* \"", "  \"\"\";"))
                .isEmpty();
    }

    @Test
    void what_neither_can_read_is_told_as_the_compiler_does() {
        assertThat(lint("String s = \"abc;", "int a = 1;")).containsExactly("x.jsh:1:12: unclosed string literal");
    }

    @Test
    void a_statement_that_the_end_of_a_cell_leaves_open_takes_the_next_cell_with_it() {
        assertThat(lint("// %% A", "int q = 1;", "for (;;)", "// %% B", "q = 2;"))
                .contains("x.jsh:5:1: plain jshell takes this for the rest of line 3; end that statement with a"
                        + " semicolon");
    }

    @Test
    void what_does_not_compile_is_found_and_nothing_is_run() {
        assertThat(lint("int a = 1;", "System.exit(3);", "int b = \"text\";"))
                .containsExactly("x.jsh:3:9: incompatible types: java.lang.String cannot be converted to int");
        assertThat(lint("// %% A", "int b = c;", "// %% B", "b + 1", "// %% C", "int d = \"\";"))
                .containsExactly(
                        "x.jsh:2:9: cannot find symbol; symbol: variable c",
                        "x.jsh:6:9: incompatible types: java.lang.String cannot be converted to int");
        assertThat(lint("int a() { return b(); }"))
                .containsExactly("x.jsh:1:1: a uses method b(), which is nowhere declared");
        assertThat(lint("// %% A tags=[\"raises-exception\"]", "int a = \"\";")).isEmpty();
        assertThat(lint("// %% [md]", "// from {{form}}", "// %%", "int from = 1;"))
                .containsExactly("x.jsh:2:9: {{form}} names no variable; declare it in a cell");
    }

    @Test
    void every_rejected_command_and_marker_is_found() {
        assertThat(lint("/list", "int a = 1;", "// %% B hide=\"none\"", "/vars", "a", "/exit"))
                .containsExactly(
                        "x.jsh:1:1: found the jshell command /list, expected Java: only /exit at the end is allowed in"
                                + " a notebook",
                        "x.jsh:3:9: hide=\"none\", expected \"code\", \"output\" or \"all\"",
                        "x.jsh:4:1: found the jshell command /vars, expected Java: only /exit at the end is allowed in"
                                + " a notebook");
    }

    @Test
    void a_chart_without_words_is_found() {
        String chart = "new dev.plumbline.chart.Chart(\"t\", \"c\", \"\", null, List.of(), List.of())";
        assertThat(lint("// %% A", chart))
                .containsExactly("x.jsh:2:1: a chart without words for those who do not see it; add alt=\"…\" to the"
                        + " cell's marker");
        assertThat(lint("// %% A alt=\"a line\"", chart)).isEmpty();
    }

    @Test
    void tags_and_keys_that_are_misspelt_are_found_and_the_authors_own_keys_are_not() {
        assertThat(lint("// %% A tags=[\"paramters\"] timout=\"4s\" owner=\"desk\"", "int a = 1;"))
                .containsExactly(
                        "x.jsh:1:15: unknown tag paramters; did you mean parameters?",
                        "x.jsh:1:28: unknown key timout; did you mean timeout?");
        assertThat(lint("// %% A tags=[\"desk\"]", "int a = 1;"))
                .containsExactly("x.jsh:1:15: unknown tag desk; known are parameters, hide-cell, raises-exception");
    }

    @Test
    void what_reaches_for_the_network_is_found_and_a_link_is_not() {
        assertThat(lint(
                        "// %% [md]",
                        "// ![a](https://example.org/a.png) [b](https://example.org)",
                        "// %%",
                        "String a = \"http://example.org\";",
                        "// see https://example.org",
                        "java.net.http.HttpClient b = null;"))
                .containsExactly(
                        "x.jsh:2:4: a picture from the network, which the page does not load; write a link to it"
                                + " instead",
                        "x.jsh:4:12: this reaches for the network; import the data first (plumb import) and read the"
                                + " store",
                        "x.jsh:6:1: this reaches for the network; import the data first (plumb import) and read the"
                                + " store");
    }
}
