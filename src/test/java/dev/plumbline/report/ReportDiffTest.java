package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDiffTest {

    @TempDir
    private Path folder;

    /** A report of one check with two rows, and a table. */
    private Path report(String name, String verdict, String from, String to, String winRate, String trades)
            throws IOException {
        return Files.writeString(folder.resolve(name + ".json"), """
                {"over": "Weekly review", "title": "A week", "scope": "playbook · live",
                 "blocks": [
                  {"type": "verdict", "verdict": "%s", "headline": "", "findings": []},
                  {"type": "deviations", "check": {"verdict": "%s", "period": {"from": "%s", "to": "%s"},
                    "baseline": {"name": "launch", "from": "2026-10-01T00:00:00Z", "to": "2026-10-08T00:00:00Z"},
                    "rules": "playbook.yaml", "rows": [
                      {"verdict": "%s", "kind": "deviation", "now": %s},
                      {"verdict": "within", "kind": "deviation", "now":
                        {"metric": "trades", "title": "trades", "unit": "count", "value": %s, "n": 9}}]}},
                  {"type": "heading", "level": 2, "text": "By symbol"},
                  {"type": "table", "caption": "", "total": 1, "columns": ["a"], "rows": [["%s"]]}],
                 "made": {"again": "plumb run x -o %s", "parameter days": "7"}, "run": {"took": "%s s"}}
                """.formatted(
                        verdict, verdict, from, to, verdict, winRate, trades, winRate.length(), name, name));
    }

    private static String winRate(String value, String low, String high) {
        return "{\"metric\": \"win_rate\", \"slice\": {\"symbol\": \"ETH/USDT\"}, \"title\": \"win rate ETH/USDT\","
                + " \"unit\": \"share\", \"value\": " + value + ", \"n\": 100, \"interval\": [" + low + ", " + high
                + "]}";
    }

    private String words(Path before, Path after) {
        return DiffWords.of(ReportDiff.of(before, after), 80, false).replace(folder + "/", "");
    }

    @Test
    void the_same_report_made_again_says_the_same() throws IOException {
        Path a = report("a", "red", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", winRate("0.5", "0.4", "0.6"), "7");
        Path b = report("b", "red", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", winRate("0.5", "0.4", "0.6"), "7");
        assertThat(ReportDiff.of(a, b).same()).isTrue();
        assertThat(words(a, b)).isEqualTo("""
                before  a.json   A week   ■ red
                after   b.json   A week   ■ red

                They say the same.
                """);
    }

    @Test
    void what_changed_is_told_in_words_the_largest_move_first() throws IOException {
        Path a = report(
                "a", "red", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", winRate("0.364", "0.283", "0.453"), "7");
        Path b = report(
                "b",
                "within",
                "2026-11-16T00:00:00Z",
                "2026-11-23T00:00:00Z",
                winRate("0.5403", "0.4600", "0.626"),
                "9");
        assertThat(ReportDiff.of(a, b).same()).isFalse();
        assertThat(words(a, b)).isEqualTo("""
                before  a.json   A week   ■ red
                after   b.json   A week   ● within

                What they are about
                  verdict: ■ red → ● within
                  days: 9–15 Nov 2026 → 16–22 Nov 2026

                Verdicts that changed
                  win rate ETH/USDT: ■ red → ● within, at 54.0 % [46.0, 62.6]

                Figures that moved most
                  win rate ETH/USDT rose by 17.6 pt, from 36.4 % [28.3, 45.3] to 54.0 %
                    [46.0, 62.6]: the intervals are apart
                  trades rose by 2, from 7 to 9

                Also
                  changed: table “By symbol”
                """);
    }

    @Test
    void a_figure_that_came_to_be_undefined_says_why() throws IOException {
        Path a = report("a", "red", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", winRate("0.5", "0.4", "0.6"), "7");
        Path b = report(
                "b",
                "red",
                "2026-11-09T00:00:00Z",
                "2026-11-16T00:00:00Z",
                "{\"metric\": \"win_rate\", \"slice\": {\"symbol\": \"ETH/USDT\"}, \"title\": \"win rate ETH/USDT\","
                        + " \"unit\": \"share\", \"value\": null, \"n\": 0, \"reason\": \"no trades\"}",
                "7");
        assertThat(words(a, b)).contains("win rate ETH/USDT: 50.0 % [40.0, 60.0] → undefined (no trades)\n");
        assertThat(DiffJson.of(ReportDiff.of(a, b))
                        .at("/figures/0/after/reason")
                        .asText())
                .isEqualTo("no trades");
    }

    @Test
    void new_and_gone_figures_and_a_new_baseline_are_named() throws IOException {
        Path a = report("a", "red", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", winRate("0.5", "0.4", "0.6"), "7");
        Path b = folder.resolve("b.json");
        Files.writeString(
                b,
                Files.readString(a)
                        .replace("ETH/USDT", "SOL/USDT")
                        .replace("\"launch\"", "\"november\"")
                        .replace("playbook.yaml", "strict.yaml"));
        assertThat(words(a, b))
                .contains("  baseline: launch (1–7 Oct 2026) → november (1–7 Oct 2026)\n")
                .contains("  rules: playbook.yaml → strict.yaml\n")
                .contains("\nNew\n  win rate SOL/USDT\n")
                .contains("\nGone\n  win rate ETH/USDT\n");
    }

    @Test
    void hostile_names_reach_no_terminal_and_no_line_is_wider_than_asked() throws IOException {
        Path a = report("a", "red", "2026-11-09T00:00:00Z", "2026-11-16T00:00:00Z", winRate("0.5", "0.4", "0.6"), "7");
        Path b = folder.resolve("b.json");
        Files.writeString(b, Files.readString(a).replace("ETH/USDT", "\\u001b[31mX\\u202e\\n" + "long ".repeat(50)));
        String words = words(a, b);
        assertThat(words).doesNotContain("\u001b", "\u202e");
        assertThat(words.lines().mapToInt(Cells::width).max().orElseThrow()).isLessThanOrEqualTo(80);
    }

    @Test
    void what_cannot_be_read_says_what_was_expected() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html>");
        Path list = Files.writeString(folder.resolve("list.json"), "[]");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n\"a\": }");
        for (Path path : List.of(page, list, broken, folder.resolve("nowhere.html"))) {
            assertThatThrownBy(() -> ReportDiff.of(path, path)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ReportDiff.of(page, page))
                .hasMessage(page + ": its figures are read from " + folder.resolve("page.json")
                        + ", which is not there; keep the two together");
        assertThatThrownBy(() -> ReportDiff.of(broken, broken)).hasMessageStartingWith(broken + ":2: not JSON: ");
    }

    @Test
    void a_report_of_ours_is_read_back_with_every_figure_of_its_check() throws IOException {
        Path json = Files.writeString(folder.resolve("demo.json"), PageJson.write(DemoPage.of(1)));
        SavedReport report = SavedReport.read(json);
        assertThat(report.rows())
                .hasSizeGreaterThanOrEqualTo(DemoCheck.of().rows().size());
        assertThat(report.verdict()).contains(DemoCheck.of().verdict());
        assertThat(ReportDiff.of(json, json).same()).isTrue();
    }
}
