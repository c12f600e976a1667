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
                        + " double, boolean, float, char, BigDecimal, LocalDate, Instant, Duration");
    }

    @Test
    void dates_times_and_decimals_are_checked_as_the_class_library_reads_them() {
        Notebook notebook = Notebook.parse(
                "x.jsh",
                "// %% tags=[\"parameters\"]\nLocalDate day = LocalDate.of(2026, 11, 1);\nDuration gap = Duration.ofHours(1);\n"
                        + "Instant at = Instant.EPOCH;\njava.math.BigDecimal stake = java.math.BigDecimal.TEN;\nchar sep = ',';\nInteger n = 3;\n"
                        + "var share = 0.5;\nvar name = \"x\";\n// %%\nday + \" \" + gap + \" \" + at + \" \" + stake + sep + (n + 1)"
                        + " + share * 2 + name");
        NotebookResult result = runner.with("day", "2026-02-03")
                .with("gap", "PT5M")
                .with("at", "2026-01-01T00:00:00Z")
                .with("stake", "2.50")
                .with("sep", "'")
                .with("n", "8")
                .with("share", "3")
                .with("name", "y")
                .run(notebook);
        assertThat(result.failures()).isEmpty();
        assertThat(result.cells().get(1).shown().get(0).value())
                .isEqualTo("2026-02-03 PT5M 2026-01-01T00:00:00Z 2.50'96.0y");
        assertThatThrownBy(() -> runner.with("day", "2026-02-30").run(notebook))
                .hasMessage(
                        "x.jsh:2:17: parameter day: found \"2026-02-30\", expected a date such as 2026-11-16 (LocalDate)");
        assertThatThrownBy(() -> runner.with("n", "1.5").run(notebook))
                .hasMessage("x.jsh:7:13: parameter n: found \"1.5\", expected a whole number (int)");
    }

    @Test
    void each_variable_of_a_declaration_can_be_given() {
        Notebook notebook = Notebook.parse(
                "x.jsh",
                "// %% tags=[\"parameters\"]\npublic static int a = Math.max(1, 2), b = /* , c = 1 */ 3; // d, e = 2\n"
                        + "String f = \"x, g = 1\", h = \"y\";\n// %%\na + \" \" + b + f + h");
        NotebookResult result = runner.with("b", "7").with("h", "z").run(notebook);
        assertThat(result.failures()).isEmpty();
        assertThat(result.cells().get(1).shown().get(0).value()).isEqualTo("2 7x, g = 1z");
        assertThatThrownBy(() -> runner.with("c", "1").run(notebook))
                .hasMessage("x.jsh:2:1: no parameter c; nearest: a, b, f");
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
