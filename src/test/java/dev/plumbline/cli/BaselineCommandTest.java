package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumb baseline} over 42 days of four trades each, but for five silent days from 13 January. */
class BaselineCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void trades() throws IOException {
        StringBuilder csv =
                new StringBuilder("id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n");
        for (int day = 0; day < 42; day++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
            for (int i = 0; i < 4 && (day < 12 || day > 16); i++) {
                int pnl = (day + i) % 3 == 0 ? -8 : 5;
                csv.append(day * 4 + i)
                        .append(",BTCUSDT,long,")
                        .append(date)
                        .append("T0")
                        .append(2 * i)
                        .append(":00:00Z,")
                        .append(date)
                        .append("T0")
                        .append(2 * i + 1)
                        .append(":00:00Z,1,100,")
                        .append(100 + pnl)
                        .append(',')
                        .append(pnl)
                        .append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("trades.csv"), csv);
        Said said = Said.by("import", file.toString(), "--agent", "mine", "--data", data());
        assertThat(said.code()).as(said.err()).isZero();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Said baseline(String... arguments) {
        List<String> all = new ArrayList<>(List.of("baseline"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--data", data()));
        return Said.by(all.toArray(String[]::new));
    }

    @Test
    void it_is_established_listed_compared_and_removed() {
        assertThat(baseline("establish", "--name", "first", "--days", "10").code())
                .isZero();
        assertThat(baseline("establish", "--name", "second", "--days", "10", "--from", "2026-01-25")
                        .code())
                .isZero();
        assertThat(baseline("list").out()).contains("first ", "second ");
        assertThat(baseline("compare", "first", "second").out())
                .contains("95 %", "profit factor")
                .doesNotContain("note:");
        assertThat(baseline("remove", "first").out()).isEqualTo("removed first\n");
        assertThat(baseline("list").out()).doesNotContain("first ");
    }

    @Test
    void days_that_hold_too_little_are_refused_unless_forced() {
        String[] silent = {"establish", "--name", "thin", "--days", "6", "--from", "2026-01-12"};
        assertThat(baseline(silent).err())
                .contains("found rows on 1 of 6 days, expected at least half of them: too little to say what is normal;"
                        + " the stored times jump from 2026-01-12 07:00 to 2026-01-18 01:00, 5 days without a row: a clock was"
                        + " set, or the bot was off, and those days cannot say what is normal; --from 2026-01-19 is the first"
                        + " full day after the jump, or --force to keep it all the same");
        String[] forced = Arrays.copyOf(silent, silent.length + 1);
        forced[silent.length] = "--force";
        assertThat(baseline(forced).out()).contains("note: thin: 1 full days of 6 asked for");
    }

    /** One trade of a clock that had not been set yet: the days after it are 2020's, and empty. */
    @Test
    void a_clock_that_was_set_before_the_first_days_is_said_with_the_day_to_begin_on() throws IOException {
        Path early = Files.writeString(
                folder.resolve("early.csv"),
                "id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n"
                        + "900,BTCUSDT,long,2020-03-01T00:00:00Z,2020-03-01T00:07:00Z,1,100,101,1\n");
        assertThat(Said.by("import", early.toString(), "--agent", "mine", "--data", data())
                        .code())
                .isZero();
        assertThat(baseline("establish", "--name", "first").err())
                .isEqualTo("plumb: no rows of csv · mine · unknown on the 7 days asked for: the stored times jump from"
                        + " 2020-03-01 00:00 to 2026-01-01 01:00, 2,132 days without a row: a clock was set, or the bot was"
                        + " off, and those days cannot say what is normal; --from 2026-01-02 is the first full day after the"
                        + " jump\n");
        assertThat(baseline("establish", "--name", "first", "--from", "2026-01-02")
                        .code())
                .isZero();
    }

    @Test
    void a_recorded_change_inside_is_flagged_in_the_list_and_in_a_check() throws IOException {
        Files.writeString(folder.resolve("data").resolve("changes.yaml"), """
            changes:
              - at: 2026-01-05T10:00:00Z
                kind: deployment
                text: v2
            """);
        baseline("establish", "--name", "first", "--days", "10");
        assertThat(baseline("list").out()).contains("contains a recorded change");
        assertThat(Said.by("check", "--baseline", "first", "--data", data()).out())
                .contains("the baseline: contains a recorded change: deployment on 2026-01-05, v2");
    }

    @Test
    void a_change_since_the_baseline_asks_for_a_newer_one() throws IOException {
        Files.writeString(folder.resolve("data").resolve("changes.yaml"), """
            changes:
              - at: 2026-01-28T10:00:00Z
                kind: parameter
                text: threshold 0.7
            """);
        baseline("establish", "--name", "first", "--days", "10");
        assertThat(Said.by("check", "--baseline", "first", "--data", data())
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("establish a newer one, for since then there was: parameter on 2026-01-28, threshold 0.7");
    }

    @Test
    void the_days_before_are_of_any_length() {
        assertThat(Said.by("check", "--baseline", "previous:14", "--data", data())
                        .out())
                .contains("against the 2 weeks before");
        assertThat(Said.by("check", "--baseline", "previous:0", "--data", data())
                        .err())
                .isEqualTo("plumb: --baseline: found \"previous:0\", expected a number of days, 1 to 3660, such as"
                        + " previous:14\n");
    }
}
