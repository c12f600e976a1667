package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.Chart;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page on which every text from outside tries to break out. */
final class Hostile {

    static final String TEXT = "</script><script>document.documentElement.id='broken'</script>"
            + "<img src=x onerror=\"document.documentElement.id='broken'\"><svg onload=alert(1)>"
            + "'\"\\ ${7*7} {{x}} \u2028\u2029 \u202eevil\u202c \u001b[31mred\u001b[0m \u0007 ]]> <!-- --> &lt; \ud800 $unsafe{x}";

    private Hostile() {}

    static Page page() {
        double[] x = {0, 60e6, 120e6};
        Chart chart = new Chart(
                TEXT,
                TEXT,
                TEXT,
                new Chart.Times(ZoneOffset.UTC),
                List.of(new Chart.Panel(
                        TEXT,
                        Chart.Format.NUMBER,
                        1,
                        List.of(
                                new Chart.Line(TEXT, x, x, Chart.Tone.MAIN),
                                Chart.Points.of(TEXT, new double[] {60e6}, new double[] {60e6}, Chart.Tone.LOSS),
                                new Chart.StackedBars(
                                        TEXT,
                                        x,
                                        List.of(TEXT, "b"),
                                        new double[][] {x, x},
                                        List.of(Chart.Tone.MAIN, Chart.Tone.LOSS))),
                        List.of(new Chart.Level(3, TEXT)))),
                List.of(new Chart.Shade(0, 60e6, TEXT, Optional.empty())));
        Measurement measured =
                DemoCheck.share(DemoCheck.metric("m", TEXT, Unit.SHARE), 3, 9).of(Slice.of(TEXT, TEXT));
        Deviation row =
                DemoCheck.row(measured, measured, 0.1, 0.05, 0.2, DemoCheck.band(0.1, 0.5), Verdict.RED, TEXT, TEXT);
        Check check = new Check(
                Scope.of(TEXT, TEXT, TEXT),
                DemoCheck.WEEK,
                Optional.of(new Check.BaselineRef(TEXT, DemoCheck.BASE)),
                List.of(row, DemoCheck.undefined(DemoCheck.metric("u", TEXT, Unit.RATIO), TEXT)),
                Optional.of(new Check.Freshness(Verdict.RED, TEXT)),
                TEXT);
        return new Page(
                TEXT,
                TEXT,
                TEXT,
                List.of(
                        new Block.Failure(TEXT, TEXT, TEXT),
                        new Block.VerdictBox(check),
                        new Block.Heading(2, TEXT),
                        new Block.Deviations(check),
                        new Block.Figure(chart),
                        new Block.Prose(TEXT + "\n\n[x](javascript:alert(1)) ![y](http://example.org/p.png)\n\n# "
                                + TEXT + "\n\n| a |\n|---|\n| " + TEXT.replace("|", "") + " |"),
                        new Block.Code(TEXT, TEXT),
                        new Block.Printed(TEXT + "y".repeat(1_000_000)),
                        new Block.Measurements(List.of(measured)),
                        new Block.DataTable(
                                TEXT,
                                List.of(new Block.DataTable.Column(TEXT, false)),
                                List.of(List.of(TEXT + "z".repeat(1_000_000))),
                                1),
                        new Block.Definitions(Map.of(TEXT, TEXT))),
                Map.of(TEXT, TEXT),
                Map.of(TEXT, TEXT));
    }

    static Check check() {
        return ((Block.VerdictBox) page().blocks().get(1)).check();
    }
}
