package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Check;
import dev.plumbline.chart.Chart;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import dev.plumbline.report.Block;
import dev.plumbline.report.PageHtml;
import dev.plumbline.report.Showable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.ChartFactory;
import org.jfree.data.general.DefaultPieDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

class RenderingTest {

    private static final Block PROSE = new Block.Prose("text");

    private final Measurement measurement = new Measurement(
            new Metric<>(
                    "sharpe", "sharpe", Unit.RATIO, Returns.class, Metric.Better.HIGHER, (s, c) -> Result.of(1.5, 7)),
            Slice.ALL,
            Result.of(1.5, 7));

    private final Chart chart = new Chart(
            "t",
            "c",
            "a",
            new Chart.Numbers("x", Chart.Format.NUMBER),
            List.of(new Chart.Panel("y", Chart.Format.NUMBER, 1, List.of(), List.of())),
            List.of());

    private static List<Block> of(Object value) {
        return Rendering.of(value, "cell1");
    }

    @Test
    void blocks_and_what_knows_its_blocks_are_shown_as_they_are() {
        Showable showable = () -> List.of(PROSE, PROSE);
        assertThat(of(PROSE)).containsExactly(PROSE);
        assertThat(of(showable)).containsExactly(PROSE, PROSE);
        assertThat(of(List.of(PROSE, showable))).containsExactly(PROSE, PROSE, PROSE);
        assertThat(of(Optional.of(PROSE))).containsExactly(PROSE);
    }

    @Test
    void a_chart_is_a_figure() {
        assertThat(of(chart)).containsExactly(new Block.Figure(chart));
    }

    @Test
    void a_check_is_its_verdict_and_its_rows() {
        Check check = new Check(
                Scope.of("playbook", "a", "live"),
                Period.of(Instant.EPOCH, Instant.EPOCH),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "rules");
        assertThat(of(check)).containsExactly(new Block.VerdictBox(check), new Block.Deviations(check));
    }

    @Test
    void measurements_are_a_table_of_their_own() {
        Block one = new Block.Measurements(List.of(measurement));
        assertThat(of(measurement)).containsExactly(one);
        assertThat(of(List.of(measurement))).containsExactly(one);
        assertThat(of(Map.of("a", measurement))).containsExactly(one);
    }

    record Row(String name, double value, Optional<Integer> n) {}

    @Test
    void records_are_rows_and_numbers_stand_to_the_right() {
        assertThat(of(List.of(new Row("<a>", 0.125, Optional.of(3)), new Row("b", 1e9, Optional.empty()))))
                .containsExactly(new Block.DataTable(
                        "",
                        List.of(
                                new Block.DataTable.Column("name", false),
                                new Block.DataTable.Column("value", true),
                                new Block.DataTable.Column("n", true)),
                        List.of(List.of("<a>", "0.125", "3"), List.of("b", "1000000000", "")),
                        2));
    }

    @Test
    void the_first_200_rows_are_shown_and_all_are_counted() {
        Block block = of(IntStream.range(0, 1_000)
                        .mapToObj(i -> new Row("r", i, Optional.empty()))
                        .toList())
                .get(0);
        assertThat(block).isInstanceOfSatisfying(Block.DataTable.class, table -> {
            assertThat(table.rows()).hasSize(200);
            assertThat(table.total()).isEqualTo(1_000);
        });
    }

    @Test
    void a_map_is_a_table_of_two_columns() {
        assertThat(of(new TreeMap<>(Map.of("a", 1, "b", 2))))
                .containsExactly(new Block.DataTable(
                        "",
                        List.of(new Block.DataTable.Column("key", false), new Block.DataTable.Column("value", true)),
                        List.of(List.of("a", "1"), List.of("b", "2")),
                        2));
        assertThat(of(Map.of("k", new Row("a", 1, Optional.empty()))).get(0))
                .isInstanceOfSatisfying(Block.DataTable.class, table -> assertThat(table.rows())
                        .containsExactly(List.of("k", "a", "1", "")));
    }

    @Test
    void a_result_set_is_a_table() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT 1.5 AS price, 'BTC/USDT' AS symbol UNION ALL SELECT" + " NULL, 'ETH/USDT'")) {
            assertThat(of(rows))
                    .containsExactly(new Block.DataTable(
                            "",
                            List.of(
                                    new Block.DataTable.Column("price", true),
                                    new Block.DataTable.Column("symbol", false)),
                            List.of(List.of("1.5", "BTC/USDT"), List.of("", "ETH/USDT")),
                            2));
        }
    }

    @Test
    void a_tablesaw_table_is_a_table_with_its_missing_values_empty() {
        Table table = Table.create(
                "prices",
                StringColumn.create("symbol", "BTC", "ETH"),
                DoubleColumn.create("price", 42_000.25, Double.NaN));
        assertThat(of(table))
                .containsExactly(new Block.DataTable(
                        "prices",
                        List.of(new Block.DataTable.Column("symbol", false), new Block.DataTable.Column("price", true)),
                        List.of(List.of("BTC", "42000.25"), List.of("ETH", "")),
                        2));
    }

    @Test
    void a_jfreechart_is_an_svg_with_escaped_text_and_the_same_bytes_each_time() {
        var data = new DefaultPieDataset<String>();
        data.setValue("<script>alert(1)</script>", 1);
        String svg =
                ((Block.Html) of(ChartFactory.createPieChart("a < b", data)).get(0)).trusted();
        assertThat(svg)
                .startsWith("<div class=\"draw own\"><div class=\"wide\"><svg ")
                .endsWith("</svg></div></div>")
                .contains("&lt;script", "viewBox='0.0 0.0 800.0 400.0'", "viewBox='0.0 0.0 360.0 320.0'")
                .doesNotContain("<script");
        assertThat(((Block.Html) of(ChartFactory.createPieChart("a < b", data)).get(0)).trusted())
                .isEqualTo(svg);
    }

    @Test
    void a_jfreechart_of_half_a_million_points_is_pixels_and_small() {
        XYSeries series = new XYSeries("walk");
        IntStream.range(0, 500_000).forEach(i -> series.add(i, Math.sin(i / 9_999.0)));
        String html = ((Block.Html) of(ChartFactory.createXYLineChart("t", "x", "y", new XYSeriesCollection(series)))
                        .get(0))
                .trusted();
        assertThat(html)
                .startsWith("<div class=\"draw own\"><img alt=\"\" width=\"800\" src=\"data:image/png;base64,")
                .endsWith("<p class=\"key\">500,000 points, drawn as pixels.</p>");
        assertThat(html.length()).isLessThan(200_000);
    }

    private static Chart chart(Figure figure) {
        return ((Block.Figure) of(figure).get(0)).chart();
    }

    @Test
    void a_tablesaw_figure_is_a_chart_of_ours_by_its_traces_and_titles() {
        Layout layout = Layout.builder("P&L </script>")
                .xAxis(Axis.builder().title("day").build())
                .yAxis(Axis.builder().title("USDT").build())
                .build();
        LocalDate[] days = {LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02")};
        Chart drawn = chart(new Figure(
                layout,
                ScatterTrace.builder(DateColumn.create("day", days), DoubleColumn.create("pnl", 1.5, Double.NaN))
                        .mode(ScatterTrace.Mode.LINE)
                        .name("BTC")
                        .build(),
                BoxTrace.builder(new Object[] {"a"}, new double[] {1}).build()));
        assertThat(drawn.title()).isEqualTo("P&L </script>");
        assertThat(drawn.caption()).isEqualTo("Across: day. Times in UTC. Not drawn: box.");
        assertThat(drawn.panels().get(0).label()).isEqualTo("USDT");
        Chart.Line line = (Chart.Line) drawn.panels().get(0).series().get(0);
        assertThat(line.name()).isEqualTo("BTC");
        // python3 -c "import datetime as d; print(int(d.datetime(2026,11,1,tzinfo=d.timezone.utc).timestamp()*1e6))"
        assertThat(line.x()).containsExactly(1793491200000000.0, 1793577600000000.0);
        assertThat(line.y()).containsExactly(1.5, Double.NaN);
    }

    @Test
    void bars_pies_and_histograms_of_tablesaw_are_bars() {
        Chart pie = chart(new Figure(PieTrace.builder(new Object[] {"long", "short"}, new double[] {3, 1})
                .build()));
        assertThat(pie.x()).isEqualTo(new Chart.Categories(List.of("long", "short")));
        assertThat(pie.panels().get(0).series().get(0))
                .isInstanceOfSatisfying(
                        Chart.Bars.class, bars -> assertThat(bars.y()).containsExactly(3, 1));
        Chart histogram = chart(new Figure(
                HistogramTrace.builder(new double[] {0, 1, 1, 4}).nBinsX(2).build()));
        assertThat(histogram.panels().get(0).series().get(0)).isInstanceOfSatisfying(Chart.Bars.class, bars -> {
            assertThat(bars.x()).containsExactly(1, 3);
            assertThat(bars.y()).containsExactly(3, 1);
        });
        Chart two = chart(new Figure(
                BarTrace.builder(new Object[] {"a"}, new double[] {1}).build(),
                BarTrace.builder(new Object[] {"b"}, new double[] {2}).build()));
        assertThat(two.panels().get(0).series()).hasOnlyElementsOfType(Chart.Points.class);
    }

    @Test
    void a_line_that_goes_back_is_drawn_as_points_and_a_kind_unknown_here_is_named() {
        Chart back = chart(new Figure(ScatterTrace.builder(new double[] {3, 1}, new double[] {5, 6})
                .mode(ScatterTrace.Mode.LINE)
                .build()));
        assertThat(back.panels().get(0).series().get(0)).isInstanceOfSatisfying(Chart.Points.class, points -> {
            assertThat(points.x()).containsExactly(1, 3);
            assertThat(points.y()).containsExactly(6, 5);
        });
        Figure box = new Figure(
                BoxTrace.builder(new Object[] {"a"}, new double[] {1}).build());
        assertThat(of(box).get(0)).isInstanceOfSatisfying(Block.Prose.class, prose -> assertThat(prose.markdown())
                .startsWith("*A Tablesaw figure of the kind box is not drawn here"));
    }

    @Test
    void a_value_that_throws_when_it_is_shown_fails_its_cell_and_the_rest_is_written() {
        Notebook notebook = Notebook.parse(
                "x.jsh",
                "Object bad = new Object() { public String toString() { throw new IllegalStateException(\"no text\"); } };\n"
                        + "// %%\nint n = 1;\nbad\n// %%\nn\n// %% [markdown]\n// of {{bad}}");
        NotebookResult result = Runner.of(Path.of("src/test/resources/notebooks/startup.jsh"))
                .continuing()
                .run(notebook);
        assertThat(result.failures())
                .hasToString("[x.jsh:4:1: the value cannot be shown: IllegalStateException: no text]");
        assertThat(result.cells().get(2).shown()).hasSize(1);
        assertThat(PageHtml.write(NotebookPage.of(result, Map.of()), PageHtml.Options.plain()))
                .contains("of (IllegalStateException: no text)");
    }

    @Test
    void what_has_no_text_of_its_own_reads_the_same_in_every_run() {
        assertThat(of(List.of(new int[] {1, 2}, new int[0]))).containsExactly(new Block.Printed("[[1, 2], []]"));
        assertThat(of(Stream.of(1)).get(0)).hasToString("Printed[text=a java.util.stream.ReferencePipeline$Head]");
        Runnable nothing = () -> {};
        assertThat(of(nothing)).containsExactly(new Block.Printed("a lambda"));
    }

    @Test
    void plain_values_are_words() {
        assertThat(of("<b>")).containsExactly(new Block.Printed("<b>"));
        assertThat(of(new BigDecimal("1E+3"))).containsExactly(new Block.Printed("1000"));
        assertThat(of(0.1 + 0.2)).containsExactly(new Block.Printed("0.3"));
        assertThat(of(1e-9)).containsExactly(new Block.Printed("1.0E-9"));
        assertThat(of(Double.NaN)).containsExactly(new Block.Printed("NaN"));
        assertThat(of(Duration.ofMinutes(63))).containsExactly(new Block.Printed("1 h 3 min"));
        assertThat(of(Instant.parse("2026-11-16T10:00:00Z")))
                .containsExactly(new Block.Printed("2026-11-16 10:00 UTC"));
        assertThat(of(new double[] {1, 2})).containsExactly(new Block.Printed("[1.0, 2.0]"));
        assertThat(of(List.of())).containsExactly(new Block.Printed("no rows"));
    }
}
