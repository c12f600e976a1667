package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.chart.Chart.Categories;
import dev.plumbline.chart.Chart.Cells;
import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Numbers;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.chart.Chart.XAxis;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Pictures 308 units wide, which fit a phone with both scales in view. */
final class PhonePictureTest {

    @Test
    void a_line_keeps_its_scale_and_has_fewer_points() {
        String narrow = narrow(SvgTest.line(5_000, "USDT"));
        assertThat(narrow).contains("viewBox='0 0 308 ", ">USDT</text>", "text-anchor='end'");
        assertThat(count(narrow, "[ML][0-9.-]+,")).isLessThan(300);
        assertThat(inside(narrow)).isTrue();
    }

    @Test
    void the_hours_of_a_week_fit_without_numbers_and_with_some_of_their_names() {
        List<String> hours =
                IntStream.range(0, 24).mapToObj(h -> String.format("%02d", h)).toList();
        String narrow = narrow(cells(hours));
        assertThat(narrow).contains(">Mon</text>").doesNotContain(">7</text>");
        assertThat(count(narrow, ">[0-2][0-9]</text>")).isEqualTo(8);
        assertThat(inside(narrow)).isTrue();
    }

    @Test
    void a_month_of_weeks_keeps_its_numbers() {
        String narrow = narrow(cells(List.of("12 Oct", "19 Oct", "26 Oct", "2 Nov", "9 Nov")));
        assertThat(count(narrow, ">7</text>")).isEqualTo(10);
        assertThat(count(narrow, "(Oct|Nov)</text>")).isEqualTo(3);
    }

    @Test
    void a_square_picture_is_narrow_too() {
        Series points = Points.of("won", new double[] {0.5, 0.9}, new double[] {0.4, 0.6}, Tone.MAIN);
        String narrow = narrow(chart(new Numbers("confidence stated", Format.PERCENT), points));
        assertThat(narrow).contains("viewBox='0 0 308 ", "confidence stated");
        assertThat(inside(narrow)).isTrue();
    }

    private static Chart cells(List<String> columns) {
        double[] x = IntStream.range(0, columns.size()).asDoubleStream().toArray();
        double[][] y = new double[2][columns.size()];
        Arrays.stream(y).forEach(row -> Arrays.fill(row, 7));
        return chart(new Categories(columns), new Cells("P&L", x, List.of("Mon", "Tue"), y));
    }

    private static Chart chart(XAxis x, Series series) {
        return new Chart(
                "", "", "", x, List.of(new Panel("", Format.NUMBER, 2, List.of(series), List.of())), List.of());
    }

    private static String narrow(Chart chart) {
        Svg.Drawing drawing = Svg.narrow(chart, "c1n");
        Assumptions.assumeTrue(drawing instanceof Svg.Drawn, "no fonts on this machine");
        return ((Svg.Drawn) drawing).svg();
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    /** No text begins left or right of the picture. */
    private static boolean inside(String svg) {
        return Pattern.compile("<text x='([-0-9.]+)'[^>]*text-anchor")
                .matcher(svg)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .allMatch(x -> x >= 0 && x <= 308);
    }
}
