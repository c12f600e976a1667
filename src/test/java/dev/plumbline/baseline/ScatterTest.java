package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Spread;
import dev.plumbline.model.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScatterTest {

    private static final Spread CALM = new Spread(0.9, 0, 6);

    private static Measurement share(Slice slice, long won, long trials, Spread spread) {
        Measurement plain = Weeks.share(Weeks.WIN_RATE, slice, won, trials);
        return new Measurement(
                plain.metric(),
                slice,
                ((Result.Value) plain.result()).with(new Evidence.Proportion(won, trials, spread)));
    }

    /** 27 and 6 degrees, factors 3 and 3, nothing remembered: 3, and a slice of a quarter of the trials 1 + 2/4. */
    @Test
    void a_slice_scatters_at_least_as_its_part_of_the_whole() {
        Measurement then = share(Slice.ALL, 440, 800, new Spread(3, -0.2, 27));
        Measurement now = share(Slice.ALL, 110, 200, new Spread(3, -0.2, 6));
        Scatter part = Scatter.ofWhole(
                Optional.of(then), Optional.of(now), share(Weeks.BTC, 110, 200, CALM), share(Weeks.BTC, 27, 50, CALM));
        assertThat(part.inflation()).isCloseTo(1.5, within(1e-12));
        assertThat(part.freedom()).isEqualTo(33);
        assertThat(part.or(new Scatter(2, 6))).isEqualTo(new Scatter(2, 6));
        assertThat(part.or(Scatter.NONE)).isEqualTo(part);
    }

    @Test
    void without_a_whole_a_slice_stands_for_itself() {
        Measurement slice = share(Weeks.BTC, 110, 200, CALM);
        assertThat(Scatter.ofWhole(Optional.empty(), Optional.empty(), slice, slice))
                .isEqualTo(Scatter.NONE);
    }

    /** The same fall of the same symbol, which days of a bot without moods call certain. */
    @Test
    void a_symbols_fall_counts_for_less_where_the_bots_days_differ() {
        List<Measurement> quiet =
                List.of(share(Slice.ALL, 444, 800, new Spread(1, 0, 27)), share(Weeks.BTC, 222, 400, CALM));
        List<Measurement> calm =
                List.of(share(Slice.ALL, 102, 200, new Spread(1, 0, 6)), share(Weeks.BTC, 40, 100, CALM));
        List<Measurement> moods =
                List.of(share(Slice.ALL, 102, 200, new Spread(20, 0, 6)), share(Weeks.BTC, 40, 100, CALM));
        double alone = pValue(calm, quiet);
        assertThat(pValue(moods, quiet)).isGreaterThan(2 * alone);
    }

    private static double pValue(List<Measurement> now, List<Measurement> then) {
        return Weeks.row(Weeks.check(now, then, "playbook"), Deviation.Kind.DEVIATION, Weeks.WIN_RATE, Weeks.BTC)
                .pValue()
                .orElseThrow();
    }
}
