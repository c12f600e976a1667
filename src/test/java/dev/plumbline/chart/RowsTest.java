package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Spans;
import dev.plumbline.chart.Chart.StackedBars;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.DrawdownTable;
import dev.plumbline.metric.Risks;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.Returns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Heat maps, timelines, histograms and curves side by side. */
final class RowsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Period WEEK = Period.ofDays(MONDAY, MONDAY.plusDays(6), ZoneOffset.UTC);

    private static long at(String time) {
        return Period.micros(Instant.parse(time));
    }

    private static String drawn(Chart chart) {
        Svg.Drawing drawing = Svg.draw(chart, "c1");
        Assumptions.assumeTrue(drawing instanceof Svg.Drawn, "no fonts on this machine");
        return ((Svg.Drawn) drawing).svg();
    }

    @Test
    void a_calendar_has_a_column_a_week_and_leaves_unknown_days_empty() {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        days.put(MONDAY.minusDays(1), -0.02); // a Sunday: the week before
        days.put(MONDAY, 0.01);
        Chart chart = CalendarChart.of("daily returns", days, Format.PERCENT, "UTC");
        Cells cells = (Cells) chart.panels().get(0).series().get(0);
        assertThat(cells.x()).containsExactly(0, 1);
        assertThat(cells.y()[6]).containsExactly(-0.02, Double.NaN);
        assertThat(cells.y()[0]).containsExactly(Double.NaN, 0.01);
        assertThat(chart.caption()).contains("Best: 1.00 % on 16 Nov; worst: −2.00 % on 15 Nov.");
        assertThat(ChartTable.of(chart).rows())
                .containsExactly(
                        List.of("9 Nov", "–", "–", "–", "–", "–", "–", "−2.00 %"),
                        List.of("16 Nov", "1.00 %", "–", "–", "–", "–", "–", "–"));
    }

    @Test
    void only_the_newest_weeks_of_a_long_history_are_drawn() {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        IntStream.range(0, 400).forEach(i -> days.put(MONDAY.minusDays(i), 0.001 * i));
        Cells cells = (Cells) CalendarChart.of("x", days, Format.PERCENT, "UTC")
                .panels()
                .get(0)
                .series()
                .get(0);
        assertThat(cells.x()).hasSize(CalendarChart.WEEKS);
        assertThat(cells.y()[0][CalendarChart.WEEKS - 1]).isZero();
    }

    @Test
    void trades_are_summed_by_the_weekday_and_hour_of_their_close() {
        ClosedTrades trades = new ClosedTrades(
                new long[] {at("2026-11-16T05:10:00Z"), at("2026-11-16T05:50:00Z"), at("2026-11-22T23:59:59Z")},
                new long[3],
                new double[] {5, -2, -7},
                new double[3],
                PnlBasis.NET,
                "USDT",
                WEEK,
                ZoneOffset.UTC);
        Chart chart = WeekHoursChart.of(trades);
        Cells cells = (Cells) chart.panels().get(0).series().get(0);
        assertThat(cells.y()[0][5]).isEqualTo(3);
        assertThat(cells.y()[6][23]).isEqualTo(-7);
        assertThat(cells.y()[0][24]).as("Monday, all hours").isEqualTo(3);
        assertThat(cells.y()[7][5]).as("five o'clock, all days").isEqualTo(3);
        assertThat(cells.y()[0][6]).as("nobody traded then").isNaN();
        assertThat(chart.caption()).contains("3 trades in 2 of 168 hours", "mostly chance");
    }

    @Test
    void an_extreme_cell_does_not_pale_the_others() {
        double[] row = IntStream.range(0, 40).mapToDouble(i -> i == 7 ? 1e6 : 1).toArray();
        Cells cells =
                new Cells("x", IntStream.range(0, 40).asDoubleStream().toArray(), List.of("a"), new double[][] {row});
        HeatScale scale = HeatScale.of(cells);
        assertThat(scale.depth(1)).isEqualTo(scale.depth(1e6));
        assertThat(scale.depth(0.5)).isLessThan(scale.depth(1));
    }

    @Test
    void numbers_of_cells_have_three_figures_at_most() {
        assertThat(List.of(
                        CellLabels.text(Format.MONEY, -1234.5),
                        CellLabels.text(Format.MONEY, 0.26),
                        CellLabels.text(Format.MONEY, 99.96),
                        CellLabels.text(Format.MONEY, 2_500_000),
                        CellLabels.text(Format.PERCENT, 0.0312),
                        CellLabels.text(Format.PERCENT, -0.25)))
                .containsExactly("−1.2k", "0.3", "100", "2.5M", "3.1 %", "−25 %");
    }

    @Test
    void a_histogram_holds_every_return_once_and_shades_the_value_at_risk() {
        double[] values =
                IntStream.range(0, 101).mapToDouble(i -> (i - 50) / 1_000.0).toArray();
        Returns returns = new Returns(new long[101], values, WEEK, ZoneOffset.UTC);
        Chart chart = DistributionChart.of(
                returns, Risks.VAR_95.measure(returns, Conventions.standard().withResamples(1)), "day");
        StackedBars bars = (StackedBars) chart.panels().get(0).series().get(0);
        assertThat(java.util.Arrays.stream(bars.y()[0]).sum()).isEqualTo(101);
        // numpy 1.24: np.quantile((np.arange(101) - 50) / 1000, 0.05) is -0.045
        assertThat(chart.shades().get(0).to()).isCloseTo(-0.045, within(1e-12));
        assertThat(chart.caption()).contains("101 returns", "lost 4.50 % or more");
    }

    @Test
    void equal_returns_make_one_bar() {
        Returns returns = new Returns(new long[3], new double[] {0.01, 0.01, 0.01}, WEEK, ZoneOffset.UTC);
        Chart chart = DistributionChart.of(
                returns, Risks.VAR_95.measure(returns, Conventions.standard().withResamples(1)), "day");
        StackedBars bars = (StackedBars) chart.panels().get(0).series().get(0);
        assertThat(bars.y()[0]).containsExactly(3);
    }

    @Test
    void growth_is_net_of_what_was_paid_in_and_the_best_comes_first() {
        EquityCurve paid = curve(new double[] {100, 210, 105}, new double[] {0, 100, 0});
        EquityCurve flat = curve(new double[] {50, 50, 51}, new double[3]);
        Chart chart = GrowthChart.of(
                List.of(new GrowthChart.Account("paid", paid), new GrowthChart.Account("flat", flat)), ZoneOffset.UTC);
        Line first = (Line) chart.panels().get(0).series().get(0);
        assertThat(first.name()).isEqualTo("flat");
        Line second = (Line) chart.panels().get(0).series().get(1);
        // python3: (210 - 100)/100 - 1, 1.1 * 105/210 - 1
        assertThat(second.y()).containsExactly(new double[] {0, 0.1, -0.45}, within(1e-12));
        assertThat(chart.caption()).contains("Best flat +2.0 %, worst paid −45.0 %.");
    }

    @Test
    void of_many_accounts_the_ends_have_colours() {
        List<GrowthChart.Account> many = IntStream.range(0, 20)
                .mapToObj(i -> new GrowthChart.Account("a" + i, curve(new double[] {100, 100 + i}, new double[2])))
                .toList();
        Chart chart = GrowthChart.of(many, ZoneOffset.UTC);
        assertThat(Legend.of(chart))
                .extracting(Legend.Entry::name)
                .containsExactly("others", "a19", "a18", "a17", "a2", "a1", "a0");
    }

    @Test
    void the_deepest_stays_below_the_peak_are_shaded_and_named() {
        EquityCurve curve = curve(new double[] {100, 90, 100, 120, 114}, new double[5]);
        Chart chart = UnderwaterChart.of(curve, DrawdownTable.of(curve).stays());
        assertThat(chart.panels().get(0).series())
                .extracting(Chart.Series::name)
                .containsExactly("drawdown", "10.0 %", "5.0 %, ongoing");
        assertThat(chart.shades()).hasSize(2);
    }

    @Test
    void a_stretch_too_short_to_see_is_drawn_all_the_same_and_listed_as_it_was() {
        Instant from = Instant.parse("2026-11-17T10:00:00Z");
        Chart chart = TimelineChart.of(
                "alerts",
                List.of(new TimelineChart.Stretch("memory </script>", from, from, Tone.LOSS)),
                WEEK,
                ZoneOffset.UTC);
        assertThat(ChartTable.of(chart).rows())
                .containsExactly(List.of("2026-11-17 10:00", "2026-11-17 10:00", "memory </script>"));
        JsonNode trace = PlotlyJson.of(chart).get("data").get(0);
        assertThat(trace.get("x").get(0).asLong()).isPositive();
        assertThat(trace.get("hovertext").get(0).asText()).doesNotContain("<");
        assertThat(drawn(chart)).contains("var(--loss,#b4493f)").doesNotContain("<script");
    }

    @Test
    void on_a_phone_each_row_of_a_timeline_has_its_name_above_its_bar() {
        Instant from = Instant.parse("2026-11-17T10:00:00Z");
        Instant until = Instant.parse("2026-11-17T20:00:00Z");
        Chart chart = TimelineChart.of(
                "alerts",
                List.of(
                        new TimelineChart.Stretch("memory", from, until, Tone.LOSS),
                        new TimelineChart.Stretch("silent </script>", from, until, Tone.SECOND)),
                WEEK,
                ZoneOffset.UTC);
        Assumptions.assumeTrue(Svg.draw(chart, "c1") instanceof Svg.Drawn, "no fonts on this machine");
        String narrow = ((Svg.Drawn) Svg.narrow(chart, "c1n")).svg();
        assertThat(narrow).contains("viewBox='0 0 308 ").doesNotContain("<script");
        List<Double> heights = new ArrayList<>();
        Matcher seen = Pattern.compile(
                        "<text x='2[.]0' y='([0-9.]+)'[^>]*>(?:memory|silent)|<rect x='[0-9.]+' y='([0-9.]+)'"
                                + "[^>]*fill:var\\(--(?:loss|second)")
                .matcher(narrow);
        while (seen.find()) {
            heights.add(Double.parseDouble(seen.group(1) == null ? seen.group(2) : seen.group(1)));
        }
        assertThat(heights).as("bars, then names, in %s", narrow).hasSize(4);
        assertThat(heights.get(2)).isBetween(heights.get(0) - 10, heights.get(0));
        assertThat(heights.get(3)).isBetween(heights.get(1) - 10, heights.get(1));
        assertThat(heights.get(3)).isGreaterThan(heights.get(0) + 20);
    }

    @Test
    void a_picture_has_room_for_the_rows_that_come_most_often() {
        List<TimelineChart.Stretch> stretches = IntStream.range(0, 60)
                .mapToObj(i -> new TimelineChart.Stretch(
                        "rule " + (i < 31 ? i : 30),
                        WEEK.from().plusSeconds(i * 60L),
                        WEEK.from().plusSeconds(i * 60L + 30),
                        Tone.SECOND))
                .toList();
        Chart chart = TimelineChart.of("alerts", stretches, WEEK, ZoneOffset.UTC);
        Spans spans = (Spans) chart.panels().get(0).series().get(0);
        assertThat(spans.rows()).hasSize(TimelineChart.ROWS).startsWith("rule 30");
        assertThat(chart.caption()).contains("Most often: rule 30, 30 times.", "16 of 31 are shown.");
    }

    @Test
    void a_mark_is_a_line_and_one_outside_the_data_is_left_out() {
        EquityCurve curve = curve(new double[] {100, 90, 100}, new double[3]);
        Chart chart = UnderwaterChart.of(curve, List.of())
                .withShades(List.of(
                        new Shade(curve.micros()[1], curve.micros()[1], "1", Optional.of(Tone.PALE)),
                        new Shade(0, 0, "2", Optional.of(Tone.PALE))));
        assertThat(chart.shades()).extracting(Shade::label).containsExactly("1");
        assertThat(drawn(chart)).contains("stroke-dasharray");
        JsonNode shape = PlotlyJson.of(chart).get("layout").get("shapes").get(0);
        assertThat(shape.get("line").get("width").asInt()).isOne();
    }

    @Test
    void a_heat_map_is_drawn_in_the_colours_of_the_page() {
        Cells cells = new Cells("x", new double[] {0, 1}, List.of("a", "b"), new double[][] {{1, -1}, {Double.NaN, 0}});
        Chart chart = new Chart(
                "",
                "c",
                "a",
                new Chart.Categories(List.of("one", "two")),
                List.of(new Chart.Panel("", Format.NUMBER, 1, List.of(cells), List.of())),
                List.of());
        assertThat(drawn(chart))
                .contains("var(--line,#1f5fa8)", "var(--second,#d08a2e)")
                .doesNotContain("rgb(");
        JsonNode trace = PlotlyJson.of(chart).get("data").get(0);
        assertThat(trace.get("z").get(1).get(0).isNull()).isTrue();
        assertThat(trace.get("zmin").asDouble()).isEqualTo(-trace.get("zmax").asDouble());
    }

    private static EquityCurve curve(double[] value, double[] flow) {
        long[] micros = IntStream.range(0, value.length)
                .mapToLong(i -> WEEK.fromMicros() + i * 3_600_000_000L)
                .toArray();
        return new EquityCurve(micros, value, flow, false, WEEK, ZoneOffset.UTC, "USDT", "reported");
    }
}
