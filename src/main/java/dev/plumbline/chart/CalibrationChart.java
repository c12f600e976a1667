package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Points;
import dev.plumbline.chart.Chart.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Share of trades won against the confidence stated, with the diagonal on which a bot is as sure as it is right. */
public final class CalibrationChart {

    private CalibrationChart() {}

    /**
     * One entry a level of confidence, ascending.
     *
     * @param stated mean confidence of the level, 0 to 1
     * @param won    share of its trades that won, 0 to 1
     * @param low    lower end of the 95 % interval; NaN where there is none
     * @param high   upper end
     * @param trades how many trades in all
     */
    public static Chart of(double[] stated, double[] won, double[] low, double[] high, long trades) {
        double from = Arrays.stream(stated).min().orElse(0.5);
        double start = Math.max(0, Math.min(0.5, Math.floor(from * 10) / 10));
        double[] ends = {start, 1};
        String top = IntStream.range(0, stated.length)
                .boxed()
                .reduce((a, b) -> b)
                .map(i -> String.format(Locale.ROOT, " At %.0f %% stated, %.0f %% won.", stated[i] * 100, won[i] * 100))
                .orElse("");
        return new Chart(
                "",
                String.format(
                        Locale.ROOT,
                        "%,d trades, won against stated, with 95 %% intervals.%s Below the dashed line the bot is surer"
                                + " than it is right.",
                        trades,
                        top),
                "Share of trades won against the confidence stated, with 95 % intervals." + top,
                new Chart.Numbers("confidence stated", Format.PERCENT),
                List.of(new Panel(
                        "trades won",
                        Format.PERCENT,
                        1,
                        List.of(
                                new Line("as sure as right", ends, ends, Tone.SOFT),
                                new Points("won", stated, won, low, high, Tone.MAIN)),
                        List.of())),
                List.of());
    }
}
