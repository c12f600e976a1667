package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Measurement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyStoreTest {

    @TempDir
    Path folder;

    @Test
    void nothing_is_measured_and_no_verdict_is_given_where_there_is_nothing() {
        try (Workbench lab = Workbench.open(folder).of("", "", "")) {
            Window week = lab.window("", "", 7);
            assertThat(week.measureAll().rows()).noneMatch(Measurement::isDefined);
            Check check = week.against(week.usualBaseline());
            assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(check.baseline()).isEmpty();
            assertThat(check.freshness()).isEmpty();
            assertThat(week.quality().findings()).isEmpty();
            assertThat(Show.scope(week, check))
                    .isEqualTo("Not available: the store is empty: import a bot's files with plumb import PATH, or try"
                            + " plumb sample.");
        }
    }

    @Test
    void what_cannot_work_without_data_says_what_to_do() {
        try (Workbench lab = Workbench.open(folder)) {
            assertThatThrownBy(lab::filled)
                    .isInstanceOf(NoSuchAgent.class)
                    .hasMessage("the store is empty: import a bot's files with plumb import PATH, or try plumb sample");
        }
    }
}
