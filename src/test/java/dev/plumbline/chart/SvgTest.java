package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Bars;
import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.Shade;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class SvgTest {

    static final String HOSTILE = "</script><script>alert(1)</script>'\"\\\n\u2028\u202e\u001b[31m&<b>\u0000";

    static Chart line(int n, String label) {
        double[] x = new double[n];
        double[] y = new double[n];
        Arrays.setAll(x, i -> i * 60e6);
        Arrays.setAll(y, i -> 1_000 + Math.sin(i / 50.0) * 1_234.5678);
        return chart(label, new Line(label, x, y, Tone.MAIN));
    }

    static Chart chart(String label, Series... series) {
        double[] x = series[0].x();
        double last = x.length == 0 ? 1 : x[x.length - 1];
        return new Chart(
                label,
                label,
                label,
                new Times(ZoneOffset.UTC),
                List.of(new Panel(label, Format.MONEY, 1, List.of(series), List.of())),
                List.of(new Shade(0, last / 2, label, Optional.of(Tone.LOSS))));
    }

    private static String drawn(Chart chart) {
        Svg.Drawing drawing = Svg.draw(chart, "c1");
        Assumptions.assumeTrue(drawing instanceof Svg.Drawn, "no fonts on this machine");
        return ((Svg.Drawn) drawing).svg();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void colours_are_the_pages_and_fonts_are_inherited() {
        assertThat(drawn(line(100, "USDT")))
                .contains("stroke:var(--line,#1f5fa8)", "fill:var(--soft,#5b6470)")
                .doesNotContain("rgb(", "font-family");
    }

    @Test
    void ids_begin_with_the_callers_and_the_same_chart_gives_the_same_text() {
        String svg = drawn(line(100, "USDT"));
        assertThat(svg).isEqualTo(drawn(line(100, "USDT")));
        assertThat(Pattern.compile("id='([^']*)'").matcher(svg).results().map(m -> m.group(1)))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("c1"))
                .doesNotHaveDuplicates();
    }

    @Test
    void at_most_500_points_with_one_decimal_are_drawn() {
        String svg = drawn(line(200_000, "USDT"));
        String path = Pattern.compile(" d='(M[^']*)'")
                .matcher(svg)
                .results()
                .map(m -> m.group(1))
                .max((a, b) -> a.length() - b.length())
                .orElseThrow();
        assertThat(path.split("[ML]")).hasSizeBetween(300, 501);
        assertThat(svg).doesNotContainPattern("\\d\\.\\d{4}").hasSizeLessThan(30_000);
        assertThat(Svg.reduced(line(200_000, "USDT")))
                .contains("200,000 points; drawn from at most 500, the lowest and highest of each stretch.");
    }

    @Test
    void hostile_labels_stay_text() throws Exception {
        String svg = drawn(line(100, HOSTILE));
        Document document = parsed(svg);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getAttribute("aria-label")).contains("<script>alert(1)</script>");
    }

    @Test
    void the_machines_language_changes_nothing() {
        Locale before = Locale.getDefault();
        String svg = drawn(line(5_000, "USDT"));
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(drawn(line(5_000, "USDT"))).isEqualTo(svg).contains(">2,000<");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void gaps_empty_series_and_flat_lines_are_drawn_without_a_nan() throws Exception {
        double nan = Double.NaN;
        double[] x = {0, 60e6, 120e6, 180e6};
        double[] flat = {5, 5, 5, 5};
        for (Series series : List.of(
                new Line("gap", x, new double[] {1, nan, 3, 2}, Tone.MAIN),
                new Line("none", x, new double[] {nan, nan, nan, nan}, Tone.MAIN),
                new Line("empty", new double[0], new double[0], Tone.MAIN),
                new Line("flat", x, flat, Tone.MAIN),
                new Area("flat", x, new double[4], Tone.LOSS, true),
                new Area("gap", x, new double[] {0.1, nan, 0.3, 0}, Tone.LOSS, true),
                new Bars("one", new double[] {0}, new double[] {-3}, new boolean[1]),
                new Points("interval", x, flat, new double[] {4, nan, 4, 4}, new double[] {6, nan, 6, 7}, Tone.MAIN),
                Points.of("deepest", new double[] {60e6}, new double[] {5}, Tone.LOSS))) {
            String svg = drawn(chart(series.name(), series));
            assertThat(svg).as(series.name()).doesNotContain("NaN", "Infinity");
            parsed(svg);
        }
    }

    @Test
    void categories_are_named_under_the_axis() {
        Chart chart = new Chart(
                "",
                "",
                "",
                new Categories(List.of("BTC/USDT", "ETH/USDT")),
                List.of(new Panel(
                        "USDT",
                        Format.MONEY,
                        1,
                        List.of(new Bars("P&L", new double[] {0, 1}, new double[] {3, -2}, new boolean[2])),
                        List.of())),
                List.of());
        assertThat(drawn(chart)).contains(">BTC/USDT<", ">ETH/USDT<");
    }

    @Test
    void an_id_that_would_break_the_page_is_refused() {
        assertThatThrownBy(() -> Svg.draw(line(10, "x"), "1'><"))
                .hasMessage("id \"1'><\": a letter, then letters, digits, - or _ are expected");
    }
}
