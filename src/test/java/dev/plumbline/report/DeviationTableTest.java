package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Unit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class DeviationTableTest {

    @Test
    void the_worst_comes_first_and_the_calm_is_folded() {
        DeviationTable table = DeviationTable.of(DemoCheck.of());
        assertThat(table.shown().stream().map(DeviationRow::tone))
                .containsExactly("red", "red", "yellow", "yellow", "watch", "within", "within", "within");
        assertThat(table.foldedWords())
                .isEqualTo("18 more within the baseline, 3 that can’t be told yet, and what they lack");
        assertThat(table.now()).isEqualTo("this week");
    }

    @Test
    void four_changes_to_watch_are_enough_and_the_surest_come_first() {
        Deviation watch = DemoCheck.of().with(Verdict.WATCH).get(0);
        List<Deviation> rows = DoubleStream.of(0.04, 0.001, 0.03, 0.002, 0.02, 0.01)
                .mapToObj(p -> new Deviation(
                        watch.now(),
                        watch.then(),
                        watch.change(),
                        watch.interval(),
                        OptionalDouble.of(p),
                        watch.band(),
                        watch.kind(),
                        watch.verdict(),
                        "p = " + p,
                        "",
                        "",
                        ""))
                .toList();
        DeviationTable table = DeviationTable.of(DemoCheck.with(rows));
        assertThat(table.shown().stream().map(DeviationRow::why))
                .containsExactly("p = 0.001", "p = 0.002", "p = 0.01", "p = 0.02");
        assertThat(table.foldedWords()).isEqualTo("2 more to watch");
    }

    @Test
    void a_unit_of_both_ends_is_said_once() {
        assertThat(DeviationRow.range(Unit.SECONDS, -200, 1_400)).isEqualTo("−3.3 to +23.3 min");
        assertThat(DeviationRow.range(Unit.SECONDS, -20, 1_400)).isEqualTo("−20.0 s to +23.3 min");
        assertThat(DeviationRow.range(Unit.SHARE, -0.267, -0.067)).isEqualTo("−26.7 to −6.7");
    }

    @Test
    void the_drawn_change_lies_where_it_belongs() {
        var row = DemoCheck.of().with(Verdict.RED).get(0);
        // python3: half = 0.5 -> 125 + 120*-0.167/0.5 = 84.92; band (0.494..0.645) - 226/412 -> 111.9, 148.2
        assertThat(new Forest(0.5).of(row).markup())
                .contains("cx=\"84.9\"", "x1=\"60.9\" x2=\"108.9\"", "<rect class=\"band\" x=\"111.9\"")
                .doesNotContain("class=\"cut\"");
        assertThat(new Forest(0.2).of(row).markup()).contains("<path class=\"cut\" d=\"M0 13l7-4.5v9z\"/>");
    }

    @Test
    void a_row_without_interval_and_band_is_not_drawn() {
        var limit = DemoCheck.of().with(Verdict.YELLOW).get(0);
        assertThat(new Forest(0.5).of(limit).markup()).isEmpty();
    }
}
