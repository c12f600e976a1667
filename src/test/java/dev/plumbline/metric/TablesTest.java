package dev.plumbline.metric;

import static dev.plumbline.metric.Samples.STANDARD;
import static dev.plumbline.metric.Samples.day;
import static dev.plumbline.metric.Samples.equity;
import static dev.plumbline.metric.Samples.returns;
import static dev.plumbline.metric.Samples.trades;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Returns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and windows over a period: drawdowns, the calendar, rolling values. */
final class TablesTest {

    // by hand: 1010 → 970 (4 days after the start) → 1012, then 1001
    @Test
    void drawdowns_come_deepest_first_with_their_dates() {
        List<DrawdownTable.Stay> stays =
                DrawdownTable.of(equity(EquityMetricsTest.EIGHT)).stays();
        assertThat(stays)
                .containsExactly(
                        new DrawdownTable.Stay(1 - 970 / 1010.0, day(1), day(4), Optional.of(day(6)), day(6), 3, 2),
                        new DrawdownTable.Stay(1 - 1001 / 1012.0, day(6), day(7), Optional.empty(), day(7), 1, 0));
        assertThat(stays.get(0).seconds()).isEqualTo(5 * 86_400);
        assertThat(stays.get(1).isOngoing()).isTrue();
    }

    @Test
    void a_table_without_rows_says_whether_it_could_have_had_some() {
        assertThat(DrawdownTable.of(equity(1, 2, 2, 3))).isEqualTo(new DrawdownTable(List.of(), ""));
        assertThat(DrawdownTable.of(equity(1)).because()).isEqualTo("1 equity point, 2 needed");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_deepest_stay_is_the_maximum_drawdown(long seed) {
        double[] value = RelationsTest.walk(200, seed);
        DrawdownTable.Stay first = DrawdownTable.of(equity(value)).stays().get(0);
        assertThat(first.depth()).isEqualTo(Samples.value(Metrics.MAX_DRAWDOWN.measure(equity(value), STANDARD)));
        assertThat(first.seconds())
                .isEqualTo(Samples.value(Metrics.MAX_DRAWDOWN_DURATION.measure(equity(value), STANDARD)));
    }

    // PerformanceAnalytics 2.1.0, table.Drawdowns on R 4: depth to four digits, lengths in periods
    @Test
    void the_table_of_another_tool_has_the_same_depths_and_lengths() throws IOException {
        Path folder = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"))
                .resolve("reference");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no reference cases beside the checkout: " + folder);
        JsonNode tables = new ObjectMapper()
                .readTree(folder.resolve("performanceanalytics_drawdown_tables.json")
                        .toFile());
        for (String name : List.of("managers_HAM1", "bacon_portfolio")) {
            double[] r = new ReferenceSeries(folder).values(name);
            List<DrawdownTable.Stay> stays =
                    DrawdownTable.of(ReferenceAnswers.curve(r, 12)).stays();
            int row = 0;
            for (JsonNode theirs : tables.path(name)) {
                DrawdownTable.Stay ours = stays.get(row++);
                assertThat(-ours.depth()).isCloseTo(theirs.path("Depth").asDouble(), within(5.1e-5));
                assertThat(ours.fallPoints()).isEqualTo(theirs.path("To Trough").asInt());
                assertThat(ours.isOngoing()).isEqualTo(!theirs.has("Recovery"));
                if (!ours.isOngoing()) {
                    assertThat(ours.risePoints())
                            .isEqualTo(theirs.path("Recovery").asInt());
                }
            }
        }
    }

    // by hand: 1.1 · 0.5 - 1, 1.2 - 1
    @Test
    void months_stand_under_their_year_and_a_month_without_a_return_is_empty() {
        long[] micros = {micros("2025-12-30"), micros("2025-12-31"), micros("2026-02-01")};
        Returns returns = new Returns(micros, new double[] {.1, -.5, .2}, Samples.WEEK, Samples.UTC);
        MonthTable table = MonthTable.of(returns);
        assertThat(table.years()).extracting(MonthTable.Year::year).containsExactly(2025, 2026);
        assertThat(table.years().get(0).months().get(11).getAsDouble()).isCloseTo(-0.45, within(1e-12));
        assertThat(table.years().get(0).months().get(0)).isEqualTo(OptionalDouble.empty());
        assertThat(table.years().get(1).months().get(1).getAsDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(table.years().get(1).total()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void weeks_begin_on_monday() {
        List<CalendarReturns.Row> rows = CalendarReturns.of(
                        returns(.1, .1, .1, .1, .1, .1, .1, .5), CalendarReturns.Part.WEEK)
                .rows();
        assertThat(rows)
                .extracting(CalendarReturns.Row::start)
                .containsExactly(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16));
        assertThat(rows.get(0).value()).isCloseTo(Math.pow(1.1, 7) - 1, within(1e-12));
        assertThat(rows).extracting(CalendarReturns.Row::n).containsExactly(7, 1);
    }

    // by hand: wins among trades 1-3, 2-4, 3-5
    @Test
    void a_window_moves_on_by_one_and_its_values_have_no_interval() {
        List<Rolling.Point> points = Rolling.trades(Metrics.WIN_RATE, trades(1, -1, 1, 1, 1), 3, STANDARD);
        assertThat(points)
                .extracting(point -> ((Result.Value) point.result()).value())
                .containsExactly(2 / 3.0, 2 / 3.0, 1.0);
        assertThat(points.get(0).at()).isEqualTo(Samples.WEEK.from().plusSeconds(2 * 3_600));
        assertThat(((Result.Value) points.get(0).result()).interval()).isEmpty();
        assertThat(Rolling.trades(Metrics.WIN_RATE, trades(1, -1), 3, STANDARD)).isEmpty();
        assertThatThrownBy(() -> Rolling.trades(Metrics.WIN_RATE, trades(1), 0, STANDARD))
                .hasMessage("window: found 0, at least 1 was expected");
    }

    @Test
    void a_window_without_a_value_says_why() {
        Rolling.Point flat = Rolling.returns(Metrics.SHARPE, returns(new double[6]), 6, STANDARD)
                .get(0);
        assertThat(((Result.Undefined) flat.result()).reason()).isEqualTo(Result.Reason.ALL_EQUAL);
        assertThat(Rolling.equity(Metrics.MAX_DRAWDOWN, returns(-.1, -.1, .5), 2, STANDARD))
                .extracting(point -> ((Result.Value) point.result()).value())
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(0.19, within(1e-12)),
                        second -> assertThat(second).isCloseTo(0.1, within(1e-12)));
    }

    private static long micros(String date) {
        return LocalDate.parse(date).toEpochDay() * Samples.DAY;
    }
}
