package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IpynbTest {

    @TempDir
    private Path folder;

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files.filter(file -> Files.exists(file)
                            && file.toString().endsWith(".jsh")
                            && !file.endsWith("startup.jsh")
                            && !file.endsWith("shell.jsh"))
                    .sorted()
                    .toList();
        }
    }

    private static String ipynb(String language, String... cells) {
        return "{\"cells\": [" + String.join(", ", cells) + "], \"metadata\": {\"kernelspec\": {\"language\": \""
                + language + "\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}";
    }

    private static String code(String source) {
        return "{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [{}], \"source\": \"" + source + "\"}";
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_notebook_comes_back_from_jupyter_as_the_text_it_was(Path file) throws IOException {
        FromIpynb back = FromIpynb.of("x.ipynb", ToIpynb.of(Notebook.parse(file)));
        assertThat(back.text()).isEqualTo(Files.readString(file));
        assertThat(back.notes()).isEmpty();
    }

    @Test
    void titles_metadata_text_blocks_and_raw_cells_survive() {
        String text = """
                // ---
                // title: "A: {{b}}"
                // owner: desk
                // ---

                // %% Set up [x] tags=["a", "b"] owner={"team": "desk", "n": [1, 2.5]} alt="a \\"b\\" é"
                var page = \"\"\"
                    // %% not a marker
                    /list
                    \"\"\";

                // %% Words [markdown] name="words"
                // # Head
                //
                // - text

                // %% [raw]
                // kept
                /exit
                """;
        assertThat(FromIpynb.of("x.ipynb", ToIpynb.of(Notebook.parse("x.jsh", text)))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void cells_have_ids_of_their_own_that_stay_when_others_come_and_go() throws IOException {
        JsonNode one = new ObjectMapper().readTree(ToIpynb.of(Notebook.parse("x", "// %%\na\n// %%\nb\n// %%\na")));
        JsonNode two = new ObjectMapper().readTree(ToIpynb.of(Notebook.parse("x", "// %%\nnew\n// %%\nb")));
        Set<String> ids = new HashSet<>();
        one.path("cells").forEach(cell -> ids.add(cell.path("id").asText()));
        assertThat(ids).hasSize(3).allMatch(id -> id.matches("[a-zA-Z0-9-_]{1,64}"));
        assertThat(two.at("/cells/1/id")).isEqualTo(one.at("/cells/1/id"));
    }

    @Test
    void magics_and_commands_become_comments_and_are_noted_with_the_outputs() {
        FromIpynb read = FromIpynb.of(
                "x.ipynb",
                ipynb(
                        "java",
                        code("%maven org:a:1\\nint a = 7;\\nint b = a %\\n    2;\\n/list\\n// %% no marker"),
                        code("%%loadFromPOM\\n<dependency/>")));
        assertThat(read.text()).isEqualTo("""
                // %%
                // not Java: %maven org:a:1
                int a = 7;
                int b = a %
                    2;
                // not Java: /list
                //  %% no marker

                // %%
                // not Java: %%loadFromPOM
                // not Java: <dependency/>
                /exit
                """);
        assertThat(read.notes())
                .containsExactly(
                        "cell 1, line 1: %maven org:a:1 is no Java and stands as a comment",
                        "cell 1, line 5: /list is no Java and stands as a comment",
                        "cell 2, line 1: %%loadFromPOM is no Java and stands as a comment, with the rest of its cell",
                        "2 outputs were left behind");
    }

    @Test
    void a_call_of_the_system_becomes_a_comment_and_a_negation_stays() {
        FromIpynb read = FromIpynb.of(
                "x.ipynb",
                ipynb(
                        "java",
                        code(
                                "!ls -l ~/x\\nboolean a = true;\\nboolean b = a &&\\n    !a;\\n!pwd -P\\nif (\\n!a\\n) {}\\n!b")));
        assertThat(read.text())
                .isEqualTo("// %%\n// not Java: !ls -l ~/x\nboolean a = true;\nboolean b = a &&\n    !a;\n"
                        + "// not Java: !pwd -P\nif (\n!a\n) {}\n!b\n/exit\n");
    }

    @Test
    void a_kind_of_cell_that_jupyter_has_not_is_noted() {
        FromIpynb read =
                FromIpynb.of("x.ipynb", "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"heading\",\"source\":\"A\"}]}");
        assertThat(read.notes())
                .containsExactly("cell 1: of the kind \"heading\", which Jupyter has not; it stands as text");
    }

    @Test
    void metadata_that_no_marker_can_hold_are_noted() {
        FromIpynb read = FromIpynb.of(
                "x.ipynb",
                ipynb(
                        "java",
                        "{\"cell_type\": \"markdown\", \"metadata\": {\"title\": \"a=1\", \"tags\": \"x\", \"collapsed\": true,"
                                + " \"a b\": 1}, \"source\": [\"# Head\\n\", \"%% text\"]}"));
        assertThat(read.text()).isEqualTo("// %% [markdown] title=\"a=1\"\n// # Head\n//  %% text\n/exit\n");
        assertThat(read.notes())
                .containsExactly(
                        "cell 1: its metadata tags=\"x\" mean nothing here and were left behind",
                        "cell 1: its metadata a b=1 mean nothing here and were left behind");
    }

    @Test
    void what_is_no_java_notebook_is_rejected() {
        assertThatThrownBy(() -> FromIpynb.of("x.ipynb", ipynb("python", code("a"))))
                .hasMessage("x.ipynb: a notebook in python, expected Java");
        assertThatThrownBy(() -> FromIpynb.of("x.ipynb", "{\"nbformat\": 3, \"worksheets\": []}"))
                .hasMessage("x.ipynb: found nbformat 3, expected 4: open it in Jupyter and save it again");
        assertThatThrownBy(() -> FromIpynb.of("x.ipynb", "{\"nbformat\": 4}"))
                .hasMessage("x.ipynb: a Jupyter notebook without its list of cells");
        assertThatThrownBy(() -> FromIpynb.of("x.ipynb", "{\n}}")).hasMessageStartingWith("x.ipynb:");
        assertThatThrownBy(() -> FromIpynb.of("x.ipynb", "not"))
                .hasMessageStartingWith("x.ipynb:1:")
                .hasMessageEndingWith("this is not JSON, expected a Jupyter notebook");
    }

    /** Debian: apt install python3-nbformat. */
    @ParameterizedTest
    @MethodSource("shipped")
    void nbformat_itself_finds_it_valid(Path file) throws Exception {
        assumeTrue(python("import nbformat") == 0, "no python3 with nbformat on this machine");
        Path written = Files.writeString(folder.resolve("x.ipynb"), ToIpynb.of(Notebook.parse(file)));
        assertThat(python("import nbformat; n = nbformat.read('" + written
                        + "', as_version=4); nbformat.validate(n, version=4, version_minor=5)"))
                .isZero();
    }

    /** Jupytext 1.16 or later. */
    @ParameterizedTest
    @MethodSource("shipped")
    void jupytext_reads_and_writes_the_same_cells(Path file) throws Exception {
        assumeTrue(python("import jupytext") == 0, "no python3 with jupytext on this machine");
        Path written = Files.writeString(folder.resolve("x.ipynb"), ToIpynb.of(Notebook.parse(file)));
        Path back = folder.resolve("x.jsh");
        assertThat(python("import jupytext; n = jupytext.read('" + written + "'); open('" + back
                        + "', 'w').write(jupytext.writes(n, fmt='java:percent'))"))
                .isZero();
        List<Cell> ours = Notebook.parse(file).cells();
        assertThat(Notebook.parse(back).cells())
                .extracting(Cell::kind, Cell::title, Cell::metadata, Cell::source)
                .containsExactlyElementsOf(ours.stream()
                        .map(cell -> org.assertj.core.groups.Tuple.tuple(
                                cell.kind(), cell.title(), cell.metadata(), cell.source()))
                        .toList());
    }

    private int python(String script) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        if (!Files.isExecutable(python)) {
            return -1;
        }
        Process process = new ProcessBuilder(python.toString(), "-c", script)
                .redirectErrorStream(true)
                .start();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .forEach(System.out::println);
        return process.waitFor();
    }
}
