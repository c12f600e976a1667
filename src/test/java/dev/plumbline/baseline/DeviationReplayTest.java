package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Result;
import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviationReplayTest {

    private static final Instant FIRST = Instant.parse("2026-11-02T00:00:00Z");
    private static final Period PERIOD = Period.of(FIRST, FIRST.plus(14, ChronoUnit.DAYS));

    /** A bot of 280 trades a week whose week of a given number of evenings is bad: 40 % where 56 % is usual. */
    private record Bot(int firstBad, int lastBad) implements SeriesSource {

        @Override
        public List<Period> weeks() {
            return IntStream.rangeClosed(1, 14)
                    .mapToObj(day -> Period.of(FIRST.plus(day - 7L, ChronoUnit.DAYS), FIRST.plus(day, ChronoUnit.DAYS)))
                    .toList();
        }

        @Override
        public List<Measurement> measured(Period period, Metric<?> metric, String dimension) {
            if (!metric.id().equals("win_rate") || !dimension.isEmpty()) {
                return dimension.isEmpty()
                        ? List.of(Weeks.undefined(metric, Slice.ALL, Result.Reason.NONE, "nothing recorded"))
                        : List.of();
            }
            long day = ChronoUnit.DAYS.between(FIRST, period.to());
            boolean bad = period.days() < 8 && day >= firstBad && day <= lastBad;
            long n = period.days() < 8 ? 280 : 1_120;
            return List.of(Weeks.share(metric, Slice.ALL, bad ? 112 : n * 56 / 100, n));
        }

        @Override
        public Readings read(Series series, boolean lowest) {
            return Readings.missing("not asked");
        }

        @Override
        public Readings daily(Metric<?> metric, Slice slice, long minN, long minDays) {
            return Readings.missing("not asked");
        }

        @Override
        public List<Slice> slices(Metric<?> metric, String dimension) {
            return List.of();
        }

        @Override
        public List<Span> downtime() {
            return List.of();
        }

        @Override
        public long[] own(String pattern) {
            return new long[0];
        }
    }

    private static Track winRate(Bot bot, Level level) {
        return DeviationReplay.of(Weeks.rules("playbook"), Weeks.SCOPE, PERIOD, bot).stream()
                .filter(track -> track.rule().equals("win rate (deviation)") && track.level() == level)
                .findFirst()
                .orElseThrow();
    }

    private static Instant evening(int day) {
        return FIRST.plus(day, ChronoUnit.DAYS);
    }

    @Test
    void it_fires_from_the_first_evening_that_a_check_would_have_until_the_first_that_it_would_not() {
        Track red = winRate(new Bot(4, 6), Level.RED);
        assertThat(red.threshold()).isEqualTo("below −11.0 pt");
        assertThat(red.episodes()).singleElement().satisfies(it -> {
            assertThat(Period.instant(it.fired())).isEqualTo(evening(4));
            assertThat(Period.instant(it.until())).isEqualTo(evening(7));
            assertThat(it.peak()).isEqualTo(0.4);
            assertThat(it.ending()).isEqualTo(Episode.Ending.RESOLVED);
        });
        assertThat(winRate(new Bot(4, 6), Level.YELLOW).episodes())
                .as("red is beyond yellow, too")
                .hasSize(1);
    }

    @Test
    void what_still_stands_at_the_end_is_still_firing() {
        Track red = winRate(new Bot(12, 99), Level.RED);
        assertThat(red.isFiring()).isTrue();
        assertThat(Period.instant(red.episodes().get(0).until())).isEqualTo(PERIOD.to());
    }

    @Test
    void a_calm_bot_fires_never_and_is_known_on_every_evening() {
        Track red = winRate(new Bot(99, 99), Level.RED);
        assertThat(red.fired()).isFalse();
        assertThat(red.observed()).isEqualTo(14 * 86_400_000_000L);
    }

    @Test
    void what_was_never_measured_is_said_to_be_missing() {
        assertThat(DeviationReplay.of(Weeks.rules("playbook"), Weeks.SCOPE, PERIOD, new Bot(99, 99)))
                .filteredOn(track -> track.rule().startsWith("average confidence")
                        || track.rule().startsWith("confidence"))
                .isNotEmpty()
                .allMatch(track -> !track.missing().isEmpty() && !track.fired());
    }

    @Test
    void limits_alone_replay_no_deviations() {
        assertThat(DeviationReplay.of(Rules.empty(), Weeks.SCOPE, PERIOD, new Bot(4, 6)))
                .isEmpty();
    }
}
