package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times in minutes. */
class OwnAlertsTest {

    private static final long MINUTE = 60_000_000L;

    private static Episode fired(long from, long until) {
        return new Episode(
                from * MINUTE, (from + 5) * MINUTE, until * MINUTE, 9, from * MINUTE, Episode.Ending.RESOLVED, 1);
    }

    private static OwnAlerts beside(List<Episode> level, List<Episode> rule, long... minutes) {
        long[] alerts = Arrays.stream(minutes).map(it -> it * MINUTE).toArray();
        return OwnAlerts.of(alerts, level, rule);
    }

    @Test
    void what_was_written_while_the_rule_was_beyond_its_level_or_a_quarter_of_an_hour_around_belongs_to_it() {
        List<Episode> ours = List.of(fired(100, 120), fired(300, 310), fired(500, 510));
        OwnAlerts own = beside(ours, ours, 84, 85, 110, 135, 136, 505, 506);
        assertThat(own.written()).isEqualTo(7);
        assertThat(own.both()).as("the first and the last").isEqualTo(2);
        assertThat(own.onlyOurs()).as("that of minute 300").isEqualTo(1);
        assertThat(own.onlyBots()).containsExactly(84 * MINUTE, 136 * MINUTE);
    }

    @Test
    void the_bot_was_as_late_as_its_first_alert_after_the_value_went_beyond() {
        List<Episode> ours = List.of(fired(100, 120), fired(300, 310), fired(500, 510));
        OwnAlerts own = beside(ours, ours, 85, 110, 290, 505, 506);
        assertThat(own.delays()).as("only that of 290 was before").containsExactly(10 * MINUTE, 0L, 5 * MINUTE);
    }

    @Test
    void an_alert_of_a_milder_level_is_no_surprise_of_the_worse() {
        OwnAlerts own = beside(List.of(), List.of(fired(100, 120)), 110);
        assertThat(own.onlyBots()).isEmpty();
        assertThat(own.both() + own.onlyOurs()).isZero();
    }

    @Test
    void a_bot_that_wrote_nothing_leaves_everything_to_us() {
        OwnAlerts own = beside(List.of(fired(1, 2)), List.of(fired(1, 2)));
        assertThat(own).isEqualTo(new OwnAlerts(0, 0, 1, List.of(), List.of()));
    }
}
