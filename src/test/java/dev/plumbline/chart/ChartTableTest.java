package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.chart.Chart.Area;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Tone;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartTableTest {

    @Test
    void few_points_are_listed_as_they_are() {
        ChartTable table = ChartTable.of(SvgTest.line(2, "USDT"));
        assertThat(table.header()).containsExactly("time, UTC", "USDT");
        assertThat(table.rows())
                .containsExactly(List.of("1970-01-01 00:00", "1,000.00"), List.of("1970-01-01 00:01", "1,024.69"));
        assertThat(table.note()).isEmpty();
    }

    @Test
    void many_points_are_shown_by_day_the_last_of_each_and_the_deepest_drawdown() {
        int n = 72 * 60;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] depth = new double[n];
        Arrays.setAll(x, i -> i * 60e6);
        Arrays.setAll(y, i -> i);
        depth[100] = 0.25;
        depth[200] = 0.05;
        ChartTable table = ChartTable.of(
                SvgTest.chart("v", new Line("v", x, y, Tone.MAIN), new Area("fall", x, depth, Tone.LOSS, true)));
        // the last minute of each day: 1439, 2879, 4319
        assertThat(table.rows())
                .containsExactly(
                        List.of("1970-01-01", "1,439.00", "0.25"),
                        List.of("1970-01-02", "2,879.00", "0.00"),
                        List.of("1970-01-03", "4,319.00", "0.00"));
        assertThat(table.note()).isEqualTo("By day: the last value of each, of a drawdown the deepest.");
    }

    @Test
    void no_table_is_longer_than_200_rows_and_the_newest_stay() {
        double[] x = new double[1_000];
        Arrays.setAll(x, i -> i * 86_400e6);
        ChartTable table = ChartTable.of(SvgTest.chart("v", new Line("v", x, x, Tone.MAIN)));
        assertThat(table.rows()).hasSize(200);
        // date -u -d '1970-01-01 +999 days' +%F  -> 1972-09-26
        assertThat(table.rows().get(199).get(0)).isEqualTo("1972-09-26");
        assertThat(table.note()).endsWith("The newest 200 of 1,000 rows.");
    }
}
