package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.chart.Chart;
import dev.plumbline.report.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {

    private static final Path STARTUP = Path.of("src/test/resources/notebooks/startup.jsh");
    private static final Path OPENING = Path.of("src/test/resources/notebooks/opening.jsh");

    private record Said(int code, String text) {}

    private static Said type(String... lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream before = System.out;
        System.setOut(out);
        try {
            var in = new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            int code = Shell.of(STARTUP, OPENING).start(in, out);
            return new Said(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void the_shell_begins_with_the_imports_and_what_was_opened() {
        Said said = type("lab.stream().collect(Collectors.toList())", "/exit 3");
        assertThat(said.text()).contains("==> [1, 2]");
        assertThat(said.code()).isEqualTo(3);
    }

    @Test
    void a_table_shows_as_a_table_and_a_declaration_is_quiet() {
        Said said = type(
                "record R(String name, double value) {}",
                "var rows = List.of(new R(\"a\", 1.5), new R(\"bb\", 22.25))",
                "System.out.println(\"here\")",
                "rows",
                "/exit");
        assertThat(said.text().replace("\r", ""))
                .contains("name  value\na       1.5\nbb    22.25\n")
                .contains("here\n")
                .containsOnlyOnce("name  value");
    }

    @Test
    void nothing_from_a_file_reaches_the_terminal_as_a_control() {
        assertThat(ShellWords.of(new Block.Prose("a\u001B[31mb\u202e\u0007\nc"), 80))
                .contains("ab\nc");
        assertThat(type("throw new RuntimeException(\"a\\u001b[31mb\")", "Optional.of(\"c\\u001b[31md\")", "/exit")
                        .text())
                .doesNotContain("\u001b")
                .contains("RuntimeException: ab")
                .contains("Optional[cd]");
    }

    @Test
    void a_table_is_as_wide_as_the_terminal_and_says_what_it_left_out() {
        List<Block.DataTable.Column> columns = List.of(
                new Block.DataTable.Column("time", false),
                new Block.DataTable.Column("reason", false),
                new Block.DataTable.Column("pnl", true),
                new Block.DataTable.Column("remark", false));
        Block table = new Block.DataTable(
                "", columns, List.of(List.of("2026-11-19 17:42:53", "x".repeat(100), "-15.07", "y".repeat(40))), 1);
        assertThat(ShellWords.of(table, 60)
                        .orElseThrow()
                        .lines()
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow())
                .isEqualTo(60);
        assertThat(ShellWords.of(table, 40).orElseThrow()).isEqualTo("""
                        time         reason           pnl
                        11-19 17:42  xxxxxxxxxxx…  -15.07
                        … too narrow for remark""");
    }

    @Test
    void a_chart_is_a_line_of_blocks_with_its_range() {
        Chart chart = new Chart(
                "Equity",
                "",
                "",
                new Chart.Numbers("x", Chart.Format.NUMBER),
                List.of(new Chart.Panel(
                        "USDT",
                        Chart.Format.NUMBER,
                        1,
                        List.of(new Chart.Line(
                                "equity", new double[] {0, 1, 2}, new double[] {100, 150, 200}, Chart.Tone.MAIN)),
                        List.of())),
                List.of());
        assertThat(ShellWords.of(chart, 100))
                .contains("Equity\n             min  max  last\nequity  ▁▅█  100  200   200");
    }

    @Test
    void what_was_remembered_is_recalled_and_a_broken_memory_is_none(@TempDir Path folder) throws IOException {
        ShellMemory memory = new ShellMemory(folder.resolve("a/shell.properties"));
        assertThat(memory.recall()).isEmpty();
        Map<String, String> kept = Map.of("HISTORY_LINE_0", "lab = \"ä\\\"=#!\"\n", "HISTORY_LINE_1", " x: 1");
        memory.keep(kept);
        assertThat(memory.recall()).isEqualTo(kept);
        Files.write(memory.file(), new byte[] {'\\', 'u', 'x'});
        assertThat(memory.recall()).isEmpty();
    }

    @Test
    void a_missing_startup_script_is_named() {
        assertThatThrownBy(
                        () -> Shell.of(Path.of("nowhere.jsh")).start(new ByteArrayInputStream(new byte[0]), System.out))
                .hasMessage("nowhere.jsh: there is no such start-up script");
    }
}
