package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Browser;
import dev.plumbline.notebook.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped notebook on a bot whose symbols, names and reasons try to break out, in a real browser and terminal. */
class HostileTextIT {

    private static final List<String> HOSTILE = List.of(
            "</script><script>document.documentElement.id='hit'</script>",
            "\"><img src=x onerror=\"document.documentElement.id='hit'\">",
            "a\\u2028b\u2028c\\",
            "\u001b[31mred\u001b]0;title\u0007\u202e'\"`${1}{{days}}",
            "# *x* [a](javascript:alert(1))|b\nc");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void a_hostile_bot_is_imported() throws IOException {
        StringBuilder rows = new StringBuilder(
                "trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,confidence,agent,close_reason\n");
        for (int i = 0; i < 400; i++) {
            String text = HOSTILE.get(i % HOSTILE.size());
            String reason = HOSTILE.get((i + 1) % HOSTILE.size()) + (i == 7 ? "x".repeat(1_000_000) : "");
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%s,long,2026-10-%02dT%02d:00:00Z,2026-10-%02dT%02d:50:00Z,1,100,%d,%d,0.%d,%s,%s%n",
                    i,
                    quoted(text),
                    1 + i / 20,
                    i % 20,
                    1 + i / 20,
                    i % 20,
                    100 + i % 7 - 3,
                    i % 7 - 3,
                    50 + i % 50,
                    quoted("bot " + HOSTILE.get(0)),
                    quoted(reason)));
        }
        Path file = Files.writeString(folder.resolve("trades.csv"), rows);
        Said said = Said.by("import", file.toString(), "--data", data());
        assertThat(said.out()).as(said.err()).contains("400 rows loaded");
        assertThat(said.out() + said.err()).doesNotContain("\u001b");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    static List<String> notebooks() throws IOException {
        return NotebooksIT.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void no_page_runs_what_came_with_the_data(String name) throws Exception {
        Path page = folder.resolve(name + ".html");
        Said run = Said.by("run", name, "--data", data(), "-o", page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.size(page)).isLessThan(4_000_000);
        Browser browser = new Browser(folder);
        String dom = browser.opened(page);
        assertThat(dom.substring(0, 60)).contains("<html lang=\"en\">");
        assertThat(dom.contains("<img")).as("a picture of the data").isFalse();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void no_table_of_the_shell_moves_the_cursor_or_is_wider_than_the_terminal() {
        Path notebooks = Launched.HOME.resolve("notebooks");
        System.setProperty("plumb.data", data());
        System.setProperty("plumb.columns", "80");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream before = System.out;
        System.setOut(out);
        try {
            String typed = "var all = lab.last(30, DAYS)\nlab.agents()\nall.by(\"symbol\").measure(WIN_RATE)\n"
                    + "all.table(\"recent_trades\")\nlab\n/exit\n";
            Shell.of(notebooks.resolve("startup.jsh"), notebooks.resolve("shell.jsh"))
                    .start(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out);
        } finally {
            System.setOut(before);
            System.clearProperty("plumb.columns");
        }
        String said = bytes.toString(StandardCharsets.UTF_8);
        assertThat(said)
                .contains("exit_time", "… too narrow for pnl_currency")
                .doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(said.lines()
                        .filter(line ->
                                !line.startsWith("jshell>") && !line.contains("==>") && !line.contains("help()"))
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(80);
    }
}
