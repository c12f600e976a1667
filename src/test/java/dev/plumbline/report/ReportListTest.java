package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportListTest {

    @TempDir
    Path folder;

    private static Page page(String over, Scope scope, int weeksLater, Verdict verdict, long wins) {
        Duration later = Duration.ofDays(7L * weeksLater);
        Period week = new Period(
                DemoCheck.WEEK.from().plus(later), DemoCheck.WEEK.to().plus(later));
        Measurement rate = DemoCheck.share(DemoCheck.metric("win_rate", "win rate", Unit.SHARE), wins, 10);
        Check check = new Check(
                scope,
                week,
                Optional.empty(),
                List.of(DemoCheck.row(rate, rate, 0, -0.1, 0.1, DemoCheck.band(0.1, 0.9), verdict, "because", "")),
                Optional.empty(),
                "rules.yaml");
        return new Page(
                over,
                Words.days(week),
                scope.toString(),
                List.of(new Block.VerdictBox(check), new Block.Measurements(List.of(rate))),
                Map.of(),
                Map.of("started", "2026-11-17T00:00:00Z"));
    }

    private void written(String path, Page page) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "the page");
        Files.writeString(
                file.resolveSibling(file.getFileName().toString().replace(".html", ".json")), PageJson.write(page));
    }

    private void threeWeeks() throws IOException {
        Scope one = Scope.of("playbook", "btc", "live");
        written("2026-11-16/weekly.html", page("Weekly review", one, 0, Verdict.RED, 3));
        written("2026-11-23/weekly.html", page("Weekly review", one, 1, Verdict.YELLOW, 4));
        written("2026-11-30/weekly.html", page("Weekly review", one, 2, Verdict.WITHIN, 6));
    }

    @Test
    void an_agent_stands_with_its_newest_verdict_and_those_before() throws IOException {
        threeWeeks();
        String list = ReportList.of(folder);
        assertThat(list)
                .contains(
                        "3 reports · 1 agent · newest 24–30 Nov 2026",
                        ">playbook · btc · live<",
                        "● within",
                        "60.0\u00a0%")
                .contains("aria-label=\"win rate in 3 reports: between 30.0 % and 60.0 %\"");
        assertThat(list.indexOf("class=\"red\" href=\"./2026-11-16/weekly.html\""))
                .isPositive()
                .isLessThan(list.indexOf("class=\"yellow\" href=\"./2026-11-23/weekly.html\""));
    }

    @Test
    void an_equal_folder_gives_equal_bytes_and_the_list_is_not_in_itself() throws IOException {
        threeWeeks();
        String list = ReportList.of(folder);
        Files.writeString(folder.resolve(ReportList.FILE), list);
        assertThat(ReportList.of(folder)).isEqualTo(list).doesNotContain("<script", "http://", "https://");
    }

    @Test
    void a_page_removed_by_hand_is_gone_even_where_its_json_stayed() throws IOException {
        threeWeeks();
        Files.delete(folder.resolve("2026-11-23/weekly.html"));
        assertThat(ReportList.of(folder)).contains("2 reports").doesNotContain("2026-11-23");
    }

    @Test
    void a_page_whose_cell_failed_says_so_and_comes_first() throws IOException {
        threeWeeks();
        Page page = new Page(
                "Daily summary",
                "16 November",
                "fox · main",
                List.of(new Block.Failure("x.jsh:3:1", "no such name", "")),
                Map.of(),
                Map.of());
        written("failed.html", page);
        assertThat(ReportList.of(folder)).contains("./failed.html", "✕ failed", "Pages without a verdict");
    }

    @Test
    void hostile_titles_agents_and_file_names_are_text() throws IOException {
        written("a b#?%&'\"<x>.html", page(Hostile.TEXT, Scope.of(Hostile.TEXT, "b", "live"), 0, Verdict.RED, 3));
        written("javascript:alert(1).html", Hostile.page());
        assertThat(ReportList.of(folder))
                .contains("href=\"./a%20b%23%3F%25&amp;", "href=\"./javascript:alert(1).html\"")
                .doesNotContain("<script", "<img", "<svg onload", "<x>", "\u202e", "\u001b");
    }

    @Test
    void what_is_no_report_is_passed_over() throws IOException {
        Files.writeString(folder.resolve("a.html"), "x");
        Files.writeString(folder.resolve("b.html"), "x");
        Files.writeString(folder.resolve("b.json"), "{\"title\": \"cut in the mid");
        Files.writeString(folder.resolve("c.html"), "x");
        Files.writeString(folder.resolve("c.json"), "[1]");
        assertThat(ReportList.of(folder)).contains("no report yet");
    }
}
