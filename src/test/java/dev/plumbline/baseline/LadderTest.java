package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static Bounds above(double value) {
        return new Bounds(Optional.empty(), Optional.of(new Threshold(value, Threshold.Scale.ABSOLUTE, false)));
    }

    private static Bounds below(double value) {
        return new Bounds(Optional.of(new Threshold(value, Threshold.Scale.ABSOLUTE, false)), Optional.empty());
    }

    private static Track track(Level level, Optional<Track.Advice> advice) {
        return new Track(
                "errors",
                level,
                "",
                Unit.COUNT,
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                0,
                0,
                0,
                0,
                0,
                OptionalDouble.empty(),
                Optional.empty(),
                "",
                advice,
                "",
                "");
    }

    private static Track to(Level level, boolean tight, double value) {
        return track(level, Optional.of(new Track.Advice(tight, "", OptionalDouble.of(value), Duration.ZERO)));
    }

    private static List<Boolean> kept(List<Track> tracks, List<Bounds> bounds) {
        return new Ladder(tracks, bounds)
                .inOrder().stream().map(it -> it.advice().isPresent()).toList();
    }

    /** Errors reached 12: warned of from 10 on, an emergency from 50 on that was never near. */
    @Test
    void an_emergency_is_not_lowered_below_its_warning() {
        List<Bounds> bounds = List.of(above(50), above(10));
        Track warning = track(Level.YELLOW, Optional.empty());
        assertThat(kept(List.of(to(Level.EMERGENCY, false, 9), warning), bounds))
                .containsExactly(false, false);
        assertThat(kept(List.of(to(Level.EMERGENCY, false, 10), warning), bounds))
                .containsExactly(false, false);
        assertThat(kept(List.of(to(Level.EMERGENCY, false, 18), warning), bounds))
                .containsExactly(true, false);
    }

    @Test
    void a_warning_is_raised_only_as_far_as_the_next_level_allows() {
        List<Bounds> bounds = List.of(above(50), above(10));
        Track emergency = track(Level.EMERGENCY, Optional.empty());
        assertThat(kept(List.of(emergency, to(Level.YELLOW, true, 60)), bounds)).containsExactly(false, false);
        assertThat(kept(List.of(emergency, to(Level.YELLOW, true, 40)), bounds)).containsExactly(false, true);
        assertThat(kept(List.of(to(Level.EMERGENCY, true, 80), to(Level.YELLOW, true, 60)), bounds))
                .containsExactly(true, true);
    }

    @Test
    void of_two_that_do_not_agree_the_one_that_lowers_goes_first() {
        List<Bounds> bounds = List.of(above(50), above(10));
        assertThat(kept(List.of(to(Level.EMERGENCY, false, 18), to(Level.YELLOW, true, 20)), bounds))
                .containsExactly(false, true);
        assertThat(kept(List.of(to(Level.EMERGENCY, true, 60), to(Level.YELLOW, true, 60)), bounds))
                .containsExactly(true, false);
    }

    @Test
    void downwards_the_order_is_turned() {
        List<Bounds> bounds = List.of(below(10), below(50));
        Track warning = track(Level.YELLOW, Optional.empty());
        assertThat(kept(List.of(to(Level.RED, false, 60), warning), bounds)).containsExactly(false, false);
        assertThat(kept(List.of(to(Level.RED, false, 20), warning), bounds)).containsExactly(true, false);
    }

    @Test
    void levels_that_a_rule_gives_out_of_order_are_left_as_they_are() {
        Track plain = track(Level.YELLOW, Optional.empty());
        assertThat(new Ladder(List.of(plain, plain), List.of(above(1), above(2))).inOrder())
                .containsExactly(plain, plain);
        assertThat(kept(List.of(to(Level.RED, false, 5), plain), List.of(above(9), below(7))))
                .containsExactly(true, false);
    }
}
