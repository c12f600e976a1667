package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Path NOTEBOOKS = Path.of("src/test/resources/notebooks");

    private final Runner runner = Runner.of(NOTEBOOKS.resolve("startup.jsh"));
    private final Notebook well = Notebook.parse(NOTEBOOKS.resolve("well.jsh"));

    @Test
    void a_value_is_replaced_in_place_and_what_derives_from_it_sees_it() {
        NotebookResult result =
                runner.with("days", "14").with("asOf", "a \"b\" \\ ü\n").run(well);
        assertThat(result.failures()).isEmpty();
        assertThat(result.parameters())
                .isEqualTo(Map.of(
                        "days", "14",
                        "asOf", "a \"b\" \\ ü\n",
                        "share", "0.5",
                        "live", "true",
                        "limit", "10",
                        "twice", "28"));
        assertThat(result.cells().get(2).cell().source())
                .contains("int days = 14;\n", "String asOf = \"a \\\"b\\\" \\\\ ü\\012\"; // or a date");
    }

    @Test
    void every_type_is_checked() {
        NotebookResult result = runner.with(Map.of("share", "1e-3", "live", "FALSE", "limit", "9000000000"))
                .run(well);
        assertThat(result.parameters())
                .containsEntry("share", "0.001")
                .containsEntry("live", "false")
                .containsEntry("limit", "9000000000");
        refused("days", "7.5", "well.jsh:19:12: parameter days: found \"7.5\", expected a whole number (int)");
        refused("share", "NaN", "well.jsh:21:16: parameter share: found \"NaN\", expected a number (double)");
        refused("live", "yes", "well.jsh:22:16: parameter live: found \"yes\", expected true or false (boolean)");
        refused("limit", "", "well.jsh:23:14: parameter limit: found \"\", expected a whole number (long)");
    }

    @Test
    void an_unknown_name_brings_the_nearest() {
        refused("day", "7", "well.jsh:19:1: no parameter day; nearest: days, asOf, live");
    }

    @Test
    void a_notebook_without_parameters_takes_none() {
        assertThatThrownBy(() -> runner.with("days", "7").run(Notebook.parse("x.jsh", "int days = 1;")))
                .isInstanceOf(NotebookRejected.class)
                .hasMessage("x.jsh: takes no parameters, found days: no cell is tagged tags=[\"parameters\"]");
    }

    @Test
    void a_variable_of_another_type_cannot_be_given() {
        Notebook notebook = Notebook.parse("x.jsh", "// %% tags=[\"parameters\"]\nList<String> names = List.of();\n");
        assertThatThrownBy(() -> runner.with("names", "a").run(notebook))
                .hasMessage("x.jsh:2:22: parameter names is declared List<String>, expected one of String, int, long,"
                        + " double, boolean");
    }

    @Test
    void lines_below_a_replaced_value_keep_their_numbers() {
        Notebook notebook = Notebook.parse(
                "x.jsh", "// %% tags=[\"parameters\"]\nint days = 1\n    + 2\n    + 3;\nint other = days / 0;");
        assertThat(runner.with("days", "9").run(notebook).failure().orElseThrow())
                .hasToString("x.jsh:5:1: ArithmeticException: / by zero");
    }

    private void refused(String name, String value, String message) {
        assertThatThrownBy(() -> runner.with(name, value).run(well))
                .isInstanceOf(NotebookRejected.class)
                .hasMessage(NOTEBOOKS + "/" + message);
    }
}
