package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.metric.DayTotal;
import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Spread;
import dev.plumbline.metric.Statistic;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {

    @TempDir
    Path folder;

    private Baselines baselines;

    @BeforeEach
    void open() {
        baselines = Baselines.in(folder.resolve("baselines"), Weeks.METRICS);
    }

    private static Baseline rich() {
        List<Measurement> entries = Weeks.quiet();
        entries.add(new Measurement(
                Weeks.PROFIT_FACTOR,
                Slice.of("strategy", "a=b \"quoted\" </script>"),
                new Result.Value(
                        1 / 3.0,
                        17,
                        Optional.of(new Interval(0.1 + 0.2, 1e300, 0.95, "stationary bootstrap, 2,000 resamples")),
                        new Evidence.Estimate(1 / 3.0, Double.MIN_VALUE),
                        List.of("gross", "modelled"))));
        entries.add(new Measurement(
                Weeks.WIN_RATE,
                Slice.of("side", "long"),
                new Result.Value(
                        0.5,
                        8,
                        Optional.empty(),
                        new Evidence.Proportion(4, 8, new Spread(1.25, -0.125, 6)),
                        List.of())));
        entries.add(new Measurement(
                Weeks.PROFIT_FACTOR,
                Slice.of("side", "long"),
                new Result.Value(
                        2,
                        3,
                        Optional.empty(),
                        new Evidence.Series(Statistic.RATIO, 1, new double[] {3, 2, 1, 0}),
                        List.of())));
        entries.add(new Measurement(
                Weeks.OPEN_SHARE,
                Slice.ALL,
                new Result.Value(
                        0.25,
                        12,
                        Optional.empty(),
                        new Evidence.Mix(Map.of("open_long", 3L, "hold", 9L), Spread.UNKNOWN),
                        List.of())));
        entries.add(new Measurement(
                Weeks.DAILY_PNL,
                Slice.of("side", "long"),
                new Result.Value(
                        1,
                        6,
                        Optional.empty(),
                        new Evidence.Mean(
                                1,
                                0.5,
                                6,
                                6,
                                Spread.UNKNOWN,
                                List.of(new DayTotal(3, 1), new DayTotal(-1.5, 3), new DayTotal(4.5, 2))),
                        List.of())));
        entries.add(Weeks.undefined(Weeks.PROFIT_FACTOR, Slice.ALL, Result.Reason.NO_LOSS, "no losing trade"));
        return new Baseline(
                "launch",
                Weeks.SCOPE,
                Weeks.THEN,
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-10-27T06:00:00.123456Z"),
                entries,
                List.of("contains a recorded change"));
    }

    @Test
    void a_baseline_comes_back_exactly() {
        baselines.save(rich());
        assertThat(baselines.read("launch")).isEqualTo(rich());
    }

    @Test
    void saving_what_was_read_gives_the_same_bytes() throws IOException {
        Path file = baselines.save(rich());
        String first = Files.readString(file);
        baselines.save(baselines.read("launch"));
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void the_file_has_the_documents_headings_and_an_entry_a_line() throws IOException {
        String json = Files.readString(baselines.save(Weeks.baseline(Weeks.quiet())));
        assertThat(json)
                .startsWith("{\n  \"baseline\": \"launch\",\n  \"system\": \"playbook\",")
                .endsWith("}\n")
                .containsSubsequence("Win Rate", "Confidence", "Retraining", "Mode Distribution", "P&L")
                .contains("      { \"metric\": \"win_rate\", \"slice\": \"symbol=BTC/USDT\", \"unit\": \"share\","
                        + " \"value\": 0.5619047619047619, \"n\": 420,"
                        + " \"proportion\": { \"successes\": 236, \"trials\": 420 } },\n");
    }

    @Test
    void a_mean_of_an_older_file_keeps_no_days_and_is_read() throws IOException {
        Path file = baselines.save(rich());
        String json = Files.readString(file);
        Files.writeString(file, json.replace(", \"days\": [ 3.0, 1, -1.5, 3, 4.5, 2 ]", ""));
        assertThat(Files.readString(file)).isNotEqualTo(json);
        assertThat(baselines
                        .read("launch")
                        .find(Weeks.DAILY_PNL, Slice.of("side", "long"))
                        .orElseThrow()
                        .evidence())
                .isEqualTo(new Evidence.Mean(1, 0.5, 6, 6));
    }

    @Test
    void the_mark_that_some_editors_put_before_a_text_is_no_part_of_it() throws IOException {
        Path file = baselines.save(rich());
        Files.writeString(file, "\uFEFF" + Files.readString(file));
        assertThat(baselines.read("launch")).isEqualTo(rich());
    }

    @Test
    void it_lists_finds_the_newest_and_removes() {
        assertThat(baselines.list()).isEmpty();
        baselines.save(rich());
        Baseline later = new Baseline(
                "autumn",
                Weeks.SCOPE,
                Weeks.THEN,
                ZoneId.of("UTC"),
                Instant.parse("2026-11-01T00:00:00Z"),
                List.of(),
                List.of());
        baselines.save(later);
        assertThat(baselines.list()).containsExactly("autumn", "launch");
        assertThat(baselines.newest(Weeks.SCOPE)).contains(later);
        assertThat(baselines.newest(Scope.of("roma", "other", "live"))).isEmpty();
        baselines.remove("autumn");
        assertThat(baselines.list()).containsExactly("launch");
        assertThatThrownBy(() -> baselines.remove("autumn")).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_name_that_is_not_there_is_answered_with_what_is() {
        assertThatThrownBy(() -> baselines.read("lunch"))
                .hasMessage("no baseline \"lunch\" in " + folder.resolve("baselines")
                        + ": there are none yet; plumb baseline establish makes one");
        baselines.save(rich());
        assertThatThrownBy(() -> baselines.read("lunch"))
                .isInstanceOf(Unreadable.class)
                .hasMessage("no baseline \"lunch\" in " + folder.resolve("baselines") + ": there is launch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"win_rate\", \"slice\"|\"win_rat\", \"slice\"|:15:19: found \"win_rat\", expected a metric such as"
                        + " win_rate",
                "\"value\": 0.5619047619047619|\"value\": \"lots\"|found \"lots\", expected a number",
                "\"value\": 0.5619047619047619|\"value\": 1e999|found \"1e999\", expected a finite number",
                "\"n\": 420|\"n\": -420|found \"-420\", expected a whole number, 0 or more",
                "\"n\": 420|\"n\": 42|found \"42\", expected 420, which its own \"proportion\" says",
                "\"value\": 0.5619047619047619|\"value\": NaN|found NaN, expected a finite number or null",
                "\"level\": 0.95|\"level\": 95|found \"95\", expected a share between 0 and 1, such as 0.95",
                "\"effective\": 6.0|\"effective\": 600|found \"600\", expected at most the readings, 6",
                "\"factor\": 1.25|\"factor\": 1e308|found \"1e308\", expected no more than 1.0E100",
                "\"to\": \"2026|\"to\": \"9026|expected at most 3660 days after \"from\"",
                "\"successes\": 236|\"successes\": 999|found \"999\", expected at most the trials, 420",
                "\"unit\": \"share\"|\"unit\": \"ratio\"|found \"ratio\", expected \"share\", the unit of win_rate",
                "\"sd\": 0.1|\"sd\": -0.1|found \"-0.1\", expected 0 or more",
                "symbol=BTC/USDT|BTC/USDT|expected a slice such as symbol=BTC/USDT",
                "\"low\": 0.30000000000000004|\"low\": 9e300|expected at least the low end",
                "no_loss|no_los|found \"no_los\", expected no_loss",
                "\"from\": \"2026-10-06T00:00:00Z\"|\"from\": \"last week\"|expected a UTC time such as",
                "\"from\": \"2026-10-06T00:00:00Z\"|\"from\": \"2026-12-06T00:00:00Z\"|expected a time after \"from\"",
                "Europe/Berlin|Mars|found \"Mars\", expected a zone such as UTC or Europe/Berlin",
                "\"Win Rate\"|\"Win Ratio\"|found key \"Win Ratio\", expected Win Rate",
                "symbol=ETH/USDT|symbol=BTC/USDT|found a second entry for win_rate symbol=BTC/USDT, expected one",
                "\"baseline\": \"launch\"|\"baseline\": \"lunch\"|found baseline \"lunch\", expected \"launch\"",
                "\"baseline\": \"launch\"|\"baseline\": \"../launch\"|found baseline name \"../launch\"",
                "\"entries\": {|\"entries\": [|launch.json:",
                "\"notes\": [|\"notes\": [ 3, |found \"3\", expected text",
                "\"value\": 2.0|\"value\": 3.0|found \"3.0\", expected 2.0, which its own \"series\" says",
                "\"value\": 0.5619047619047619|\"value\": 0.65|expected 0.5619047619047619, which its own",
                "3.0, 2.0, 1.0, 0.0|3.0, 2.0, 1.0|found a list, expected 2 numbers for each day, and not 3 in all",
                "\"statistic\": \"ratio\"|\"statistic\": \"ration\"|found \"ration\", expected ratio",
                "\"memory\": -0.125|\"memory\": -1.25|found \"-1.25\", expected a correlation, -1 to 1",
                "\"factor\": 1.25|\"factor\": -1.25|found \"-1.25\", expected 0 or more",
                "3.0, 1, -1.5, 3, 4.5, 2|3.0, 1, -1.5, 3, 4.5|found a list, expected a sum and a number of readings for"
                        + " each day, and not 5 numbers in all",
                "3.0, 1, -1.5, 3, 4.5, 2|3.0, 1, -1.5, 3, 4.5, 1|expected days of 6 readings in all, as \"n\" says, and not"
                        + " of 5",
                "3.0, 1, -1.5, 3, 4.5, 2|3.0, 1, -1.5, 3, 9.5, 2|expected days whose mean is 1.0, as \"mean\" says, and"
                        + " not 1.8333333333333333",
                "3.0, 1, -1.5, 3, 4.5, 2|3.0, 1, -1.5, 5, 4.5, 0|found \"0\", expected 1 or more readings: a day without any"
                        + " is left out",
                "\"value\": null|\"value\": 3|expected null, for the entry says \"undefined\"",
            })
    void a_file_edited_into_nonsense_is_one_clear_line(String from, String to, String message) throws IOException {
        Path file = baselines.save(rich());
        String json = Files.readString(file);
        assertThat(json).contains(from);
        Files.writeString(file, json.replaceFirst(Pattern.quote(from), to));
        assertThatThrownBy(() -> baselines.read("launch"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("\n"));
    }
}
