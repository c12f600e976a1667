package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are plain numbers here; a microsecond is as good as a minute. */
class ReplayTest {

    private static final Bounds ABOVE_FIVE =
            new Bounds(Optional.empty(), Optional.of(new Threshold(5, Threshold.Scale.ABSOLUTE, false)));

    private static Readings readings(long holds, double... timesAndValues) {
        long[] micros = new long[timesAndValues.length / 2];
        double[] values = new double[micros.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = (long) timesAndValues[2 * i];
            values[i] = timesAndValues[2 * i + 1];
        }
        return Readings.of(micros, values, holds);
    }

    private static List<Episode> replay(Readings readings, long hold, long cooldown, long to) {
        return Replay.of(Stretch.of(readings, ABOVE_FIVE, 0, to), ABOVE_FIVE, hold, cooldown);
    }

    private static Episode only(List<Episode> episodes) {
        assertThat(episodes).hasSize(1);
        return episodes.get(0);
    }

    @Test
    void it_fires_at_the_crossing_and_resolves_when_the_value_is_back() {
        Episode it = only(replay(readings(100, 0, 1, 10, 7, 20, 9, 30, 6, 40, 5), 0, 0, 50));
        assertThat(it.since()).isEqualTo(10);
        assertThat(it.fired()).isEqualTo(10);
        assertThat(it.until()).isEqualTo(40);
        assertThat(it.peak()).isEqualTo(9);
        assertThat(it.peakAt()).isEqualTo(20);
        assertThat(it.ending()).isEqualTo(Episode.Ending.RESOLVED);
    }

    @Test
    void for_asks_that_it_lasts_and_a_moment_back_begins_it_anew() {
        Readings flapping = readings(100, 0, 9, 9, 1, 10, 9, 19, 1, 20, 9);
        assertThat(replay(flapping, 9, 0, 29)).isEmpty();
        Episode it = only(replay(flapping, 9, 0, 30));
        assertThat(it.since()).isEqualTo(20);
        assertThat(it.fired()).isEqualTo(29);
        assertThat(it.ending()).isEqualTo(Episode.Ending.STILL);
    }

    @Test
    void lasting_exactly_as_long_as_asked_is_not_longer() {
        assertThat(replay(readings(100, 0, 9, 10, 1), 10, 0, 50)).isEmpty();
        assertThat(replay(readings(100, 0, 9, 11, 1), 10, 0, 50)).hasSize(1);
    }

    @Test
    void the_end_of_the_data_is_no_resolution() {
        List<Episode> all = replay(readings(15, 0, 9, 10, 9, 60, 9, 70, 1), 0, 0, 80);
        assertThat(all).hasSize(2);
        assertThat(all.get(0).until()).isEqualTo(25);
        assertThat(all.get(0).ending()).isEqualTo(Episode.Ending.NO_DATA);
        assertThat(all.get(1).since()).isEqualTo(60);
    }

    @Test
    void a_value_that_nobody_knows_is_neither_fine_nor_alarming() {
        Readings hole = readings(100, 0, 1, 10, Double.NaN, 20, 1);
        assertThat(replay(hole, 0, 0, 30)).isEmpty();
        assertThat(Stretch.of(hole, ABOVE_FIVE, 0, 30))
                .extracting(Stretch::state)
                .containsExactly(Stretch.State.CALM, Stretch.State.UNKNOWN, Stretch.State.CALM);
    }

    /** Fires at 0, 10 and 30 for 5, 15 and 5; told at 0, 12, 24 and 36 would be past the end. */
    @Test
    void a_cooldown_keeps_quiet_across_episodes() {
        Readings thrice = readings(1_000, 0, 9, 5, 1, 10, 9, 25, 1, 30, 9, 35, 1);
        assertThat(replay(thrice, 0, 12, 50)).extracting(Episode::notified).containsExactly(1, 2, 0);
        assertThat(replay(thrice, 0, 0, 50)).extracting(Episode::notified).containsExactly(1, 1, 1);
        assertThat(replay(thrice, 0, 5, 50)).extracting(Episode::notified).containsExactly(1, 3, 1);
    }

    @Test
    void a_silence_grows_until_something_comes() {
        Readings since = Readings.since(new long[] {0, 3_000_000, 20_000_000});
        Episode it = only(replay(since, 0, 0, 24_000_000));
        assertThat(it.since()).isEqualTo(8_000_000);
        assertThat(it.until()).isEqualTo(20_000_000);
        assertThat(it.peak()).isEqualTo(17);
    }

    @Test
    void muted_time_ends_an_episode_and_the_rest_of_it_is_a_new_one() {
        List<Stretch> stretches = Stretch.marked(
                Stretch.of(readings(100, 0, 9, 50, 1), ABOVE_FIVE, 0, 60),
                List.of(new Span(10, 20), new Span(30, 35)),
                Stretch.State.MUTED);
        assertThat(Replay.of(stretches, ABOVE_FIVE, 0, 0))
                .extracting(Episode::since, Episode::until, Episode::ending)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 10L, Episode.Ending.MUTED),
                        org.assertj.core.groups.Tuple.tuple(20L, 30L, Episode.Ending.MUTED),
                        org.assertj.core.groups.Tuple.tuple(35L, 50L, Episode.Ending.RESOLVED));
    }

    /** Held against a clock that ticks through every instant and knows nothing of stretches. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_history_fires_as_a_clock_would_say(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            long to = 20L + random.nextInt(60);
            long holds = 1L + random.nextInt(12);
            long hold = random.nextInt(6);
            Readings readings = any(random, to, holds);
            List<Span> muted = random.nextBoolean() ? List.of() : List.of(new Span(7, 7L + random.nextInt(9)));
            List<Stretch> stretches =
                    Stretch.marked(Stretch.of(readings, ABOVE_FIVE, 0, to), muted, Stretch.State.MUTED);
            assertThat(stretches.get(0).from()).isZero();
            for (int i = 1; i < stretches.size(); i++) {
                assertThat(stretches.get(i).from())
                        .isEqualTo(stretches.get(i - 1).to());
            }
            assertThat(stretches.get(stretches.size() - 1).to()).isEqualTo(to);
            assertThat(Replay.of(stretches, ABOVE_FIVE, hold, 0))
                    .extracting(it -> List.of(it.fired(), it.until()))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(clock(readings, muted, hold, to));
        }
    }

    private static Readings any(Random random, long to, long holds) {
        List<Long> times = new ArrayList<>();
        for (long t = 0; t < to; t++) {
            if (random.nextInt(3) == 0) {
                times.add(t);
            }
        }
        double[] values = times.stream()
                .mapToDouble(t -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(11))
                .toArray();
        return Readings.of(times.stream().mapToLong(Long::longValue).toArray(), values, holds);
    }

    private static List<List<Long>> clock(Readings readings, List<Span> muted, long hold, long to) {
        List<List<Long>> fired = new ArrayList<>();
        long lasted = 0;
        for (long t = 0; t <= to; t++) {
            double value = Double.NaN;
            for (int i = 0; i < readings.size(); i++) {
                if (readings.micros()[i] <= t) {
                    value = t < readings.micros()[i] + readings.holds() ? readings.values()[i] : Double.NaN;
                }
            }
            long now = t;
            boolean beyond =
                    t < to && value > 5 && muted.stream().noneMatch(span -> span.from() <= now && now < span.to());
            if (beyond) {
                lasted++;
            } else {
                if (lasted > hold) {
                    fired.add(List.of(t - lasted + hold, t));
                }
                lasted = 0;
            }
        }
        return fired;
    }

    /** A stricter threshold, and a shorter time, never fire for less long. */
    @Test
    void stricter_rules_fire_no_less() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Readings readings = any(random, 60, 5);
            Bounds four = new Bounds(Optional.empty(), Optional.of(new Threshold(4, Threshold.Scale.ABSOLUTE, false)));
            long lax = replay(readings, 3, 0, 60).stream()
                    .mapToLong(Episode::micros)
                    .sum();
            long sooner = replay(readings, 1, 0, 60).stream()
                    .mapToLong(Episode::micros)
                    .sum();
            long strict = Replay.of(Stretch.of(readings, four, 0, 60), four, 3, 0).stream()
                    .mapToLong(Episode::micros)
                    .sum();
            assertThat(sooner).isGreaterThanOrEqualTo(lax);
            assertThat(strict).isGreaterThanOrEqualTo(lax);
        }
    }

    @Test
    void readings_out_of_order_are_refused() {
        assertThatThrownBy(() -> readings(1, 5, 1, 4, 1)).hasMessage("readings out of order at 1");
    }
}
