package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on: exit codes, the file, line and column of what is wrong, and JSON. */
class NotebookCommandsTest {

    @TempDir
    private Path folder;

    private Path notebook(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Said run(Path notebook, String page, String... more) {
        String[] all = new String[more.length + 6];
        System.arraycopy(
                new String[] {
                    "run",
                    notebook.toString(),
                    "--data",
                    folder.resolve("data").toString(),
                    "-o",
                    folder.resolve(page).toString()
                },
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return Said.by(all);
    }

    @Test
    void lint_exits_with_0_1_or_2() throws IOException {
        Path clean = notebook("clean.jsh", "int a = 1;", "/exit");
        Path split = notebook("split.jsh", "int q = 1", "+ 2;");
        assertThat(Said.by("lint", clean.toString())).isEqualTo(new Said(0, "", "no findings in 1 notebook\n"));
        assertThat(Said.by("lint", clean.toString(), split.toString()))
                .isEqualTo(new Said(
                        1,
                        split + ":2:1: plain jshell ends the statement before this line; end the line above with +\n",
                        "1 finding in 2 notebooks\n"));
        Said none = Said.by("lint", folder.resolve("nowhere.jsh").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).startsWith("plumb: no notebook ");
    }

    @Test
    void no_message_about_a_strangers_notebook_reaches_the_terminal_as_a_control() throws IOException {
        Path tag = notebook("tag.jsh", "// %% tags=[\"a\\u001b[31mb\\n\\u202e\"]", "int a = 1;");
        Path marker = notebook("marker.jsh", "// %% tags=[\"\u001b[2J", "int a = 1;");
        Path thrower = notebook("thrower.jsh", "throw new RuntimeException(\"c\\u001b]0;t\\u0007d\\u202e\");");
        Path magic = folder.resolve("magic.ipynb");
        Files.writeString(
                magic,
                "{\"nbformat\":4,\"metadata\":{},\"cells\":[{\"cell_type\":\"code\",\"source\":[\"%maven \\u001b[31mx\"]}]}");
        Said linted = Said.by("lint", tag.toString(), marker.toString());
        assertThat(linted.out()).hasLineCount(2).contains("unknown tag ab ;", "is not JSON: found [\"; a text");
        Said ran = run(thrower, "thrower.html");
        assertThat(ran.err()).isEqualTo(thrower + ":1:1: RuntimeException: cd\n");
        Said refused = run(marker, "marker.html");
        assertThat(refused.err()).startsWith("plumb: " + marker + ":1:");
        Said converted = Said.by("notebook", "from-ipynb", magic.toString());
        assertThat(converted.err()).contains("%maven x");
        for (Said said : List.of(linted, ran, refused, converted)) {
            assertThat(said.out() + said.err()).doesNotContain("\u001b", "\u202e", "\u0007");
        }
    }

    @Test
    void a_parameter_keeps_its_quotation_marks_and_equals_signs() throws IOException {
        Path says =
                notebook("says.jsh", "// %% P tags=[\"parameters\"]", "String who = \"x\";", "// %%", "who.length()");
        assertThat(run(says, "q.html", "-p", "who=a\"b 'c'=d").err()).isEmpty();
        var made =
                new ObjectMapper().readTree(folder.resolve("q.json").toFile()).path("made");
        assertThat(made.path("parameter who").asText()).isEqualTo("a\"b 'c'=d");
        assertThat(made.path("again").asText()).isEqualTo("plumb run says.jsh -p 'who=a\"b '\\''c'\\''=d'");
    }

    @Test
    void lint_tells_scripts_the_same() throws IOException {
        Path split = notebook("split.jsh", "int q = 1", "+ 2;");
        var finding = new ObjectMapper()
                .readTree(Said.by("lint", "--json", split.toString()).out())
                .at("/findings/0");
        assertThat(finding.path("line").asInt()).isEqualTo(2);
        assertThat(finding.path("column").asInt()).isEqualTo(1);
        assertThat(finding.path("rule").asText()).isEqualTo("plain-jshell");
        assertThat(finding.path("safe").asText()).isEqualTo("end the line above with +");
    }

    @Test
    void a_run_exits_with_what_became_of_it_and_leaves_a_page_each_time() throws IOException {
        Path sum = notebook(
                "sum.jsh", "// %% P tags=[\"parameters\"]", "int n = 1;", "int twice = 2 * n;", "// %%", "twice");
        assertThat(run(sum, "a.html", "-p", "n=21").code()).isZero();
        assertThat(Files.readString(folder.resolve("a.json"))).contains("\"text\" : \"42\"");
        Said mistyped = run(sum, "b.html", "-p", "n=x");
        assertThat(mistyped)
                .isEqualTo(new Said(
                        2, "", "plumb: " + sum + ":2:9: parameter n: found \"x\", expected a whole number (int)\n"));
        assertThat(run(sum, "b.html", "-p", "m=1").err())
                .isEqualTo("plumb: " + sum + ":2:1: no parameter m; nearest: n, twice\n");
        Path fails = notebook("fails.jsh", "int a = 1 / 0;", "// %%", "\"after\"");
        Said failed = run(fails, "c.html");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).isEqualTo(fails + ":1:1: ArithmeticException: / by zero\n");
        assertThat(Files.readString(folder.resolve("c.html")))
                .contains("/ by zero")
                .doesNotContain(">after<");
        assertThat(run(fails, "d.html", "--continue").code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("d.json"))).contains("\"text\" : \"after\"");
    }

    @Test
    void the_same_notebook_gives_the_same_bytes_but_for_the_run_block() throws IOException {
        Path map = notebook("map.jsh", "// %% A", "Map.of(\"b\", 1.5)", "// %% B", "List.of(1, 2)");
        assertThat(run(map, "a/page.html").code()).isZero();
        assertThat(run(map, "b/page.html").code()).isZero();
        assertThat(steady(folder.resolve("b/page.html"))).isEqualTo(steady(folder.resolve("a/page.html")));
        assertThat(Said.by(
                                "diff",
                                folder.resolve("a/page.html").toString(),
                                folder.resolve("b/page.html").toString())
                        .code())
                .isZero();
    }

    private static String steady(Path page) throws IOException {
        return Files.readString(page).replaceAll("(?s)<(\\w+)[^>]* id=\"run\".*?</\\1>", "");
    }

    @Test
    void diff_exits_with_0_1_or_2() throws IOException {
        assertThat(run(notebook("x.jsh", "1"), "a.html").code()).isZero();
        assertThat(run(notebook("x.jsh", "2"), "b.html").code()).isZero();
        String a = folder.resolve("a.html").toString();
        String b = folder.resolve("b.json").toString();
        Said differ = Said.by("diff", a, b);
        assertThat(differ.code()).isEqualTo(1);
        assertThat(differ.out()).contains("changed: code, output");
        assertThat(new ObjectMapper()
                        .readTree(Said.by("diff", "--json", a, b).out())
                        .path("same")
                        .asBoolean(true))
                .isFalse();
        assertThat(Said.by("diff", a, "nowhere.html"))
                .isEqualTo(new Said(2, "", "plumb: there is no report nowhere.html\n"));
    }

    @Test
    void a_notebook_goes_to_jupyter_and_back_and_replaces_no_file_unasked() throws IOException {
        Path file = notebook("x.jsh", "// %% A", "1 + 1", "/exit");
        Path there = folder.resolve("x.ipynb");
        assertThat(Said.by("notebook", "to-ipynb", file.toString())).isEqualTo(new Said(0, there + "\n", ""));
        assertThat(Said.by("notebook", "from-ipynb", there.toString()))
                .isEqualTo(new Said(
                        2, "", "plumb: " + file + " is there already: name another with -o, or say --force\n"));
        assertThat(Said.by("notebook", "from-ipynb", "--force", there.toString())
                        .code())
                .isZero();
        assertThat(file).hasContent("// %% A\n1 + 1\n/exit\n");
        assertThat(Said.by("notebook", "from-ipynb", "nowhere.ipynb"))
                .isEqualTo(new Said(2, "", "plumb: there is no notebook nowhere.ipynb\n"));
    }
}
