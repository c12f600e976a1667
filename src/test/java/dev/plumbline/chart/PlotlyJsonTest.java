package dev.plumbline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Tone;
import org.junit.jupiter.api.Test;

final class PlotlyJsonTest {

    @Test
    void numbers_are_numbers_and_a_missing_one_is_null() {
        JsonNode y = PlotlyJson.of(SvgTest.chart(
                        "USDT", new Line("a", new double[] {0, 60e6}, new double[] {1.5, Double.NaN}, Tone.MAIN)))
                .at("/data/0/y");
        assertThat(y.get(0).isNumber()).isTrue();
        assertThat(y.get(0).asDouble()).isEqualTo(1.5);
        assertThat(y.get(1).isNull()).isTrue();
    }

    @Test
    void titles_are_objects_and_times_are_the_zones_wall_clock() {
        JsonNode json = PlotlyJson.of(SvgTest.line(3, "USDT"));
        assertThat(json.at("/layout/title/text").asText()).isEqualTo("USDT");
        assertThat(json.at("/layout/yaxis/title/text").asText()).isEqualTo("USDT");
        assertThat(json.at("/data/0/x/1").asText()).isEqualTo("1970-01-01 00:01");
    }

    @Test
    void more_than_5000_points_are_reduced_and_that_is_said() {
        Chart chart = SvgTest.line(20_000, "USDT");
        assertThat(PlotlyJson.of(chart).at("/data/0/x").size()).isBetween(4_000, 5_000);
        assertThat(PlotlyJson.reduced(chart, PlotlyJson.POINTS)).contains("Interactive: at most 5,000 points a line.");
        assertThat(PlotlyJson.reduced(SvgTest.line(5_000, "USDT"), PlotlyJson.POINTS))
                .isEmpty();
    }

    @Test
    void names_cannot_bring_markup_into_plotly() {
        JsonNode json = PlotlyJson.of(SvgTest.line(3, "<a href='javascript:x'>y</a>"));
        assertThat(json.at("/data/0/name").asText()).isEqualTo("&lt;a href='javascript:x'&gt;y&lt;/a&gt;");
    }
}
