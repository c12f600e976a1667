package dev.plumbline.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BootstrapTest {

    // python3: y = []; v = 0.0
    //   for i in range(200): v = 0.6*v + math.sin(12.9898*(i+1))*0.5 + math.cos(78.233*(i+1)**1.3)*0.8; y.append(v)
    // then the formula of Politis and White with D = 2*g(0)**2, window and lags written out: lag 20, length
    // 16.225898162320142
    @Test
    void block_length_is_that_of_politis_and_white() {
        double[] y = new double[200];
        double v = 0;
        for (int i = 0; i < y.length; i++) {
            v = 0.6 * v + Math.sin(12.9898 * (i + 1)) * 0.5 + Math.cos(78.233 * Math.pow(i + 1, 1.3)) * 0.8;
            y[i] = v;
        }
        assertThat(BlockLength.of(y)).isCloseTo(16.225898162320142, within(1e-6));
    }

    @Test
    void block_length_is_one_where_nothing_varies_or_too_little_is_there() {
        assertThat(BlockLength.of(new double[50])).isEqualTo(1);
        assertThat(BlockLength.of(new double[] {1, 2, 3})).isEqualTo(1);
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        double[] x = normal(100, 7);
        Replicates once = StationaryBootstrap.of(x, Moments::mean, Samples.STANDARD);
        Replicates again = StationaryBootstrap.of(x, Moments::mean, Samples.STANDARD);
        assertThat(once.sorted()).containsExactly(again.sorted());
        assertThat(once.method()).isEqualTo("stationary bootstrap, 2,000 resamples");
    }

    // the standard error of the mean of independent numbers is sd/√n; 2,000 resamples know it to about 2 %
    @Test
    void the_error_of_a_mean_is_that_of_theory() {
        double[] x = normal(400, 11);
        double theory = Moments.of(x).sd() / Math.sqrt(400);
        Evidence.Estimate trades = (Evidence.Estimate) TradeBootstrap.of(x, 400, t -> t.net() / t.n(), Samples.STANDARD)
                .evidence();
        assertThat(trades.standardError()).isCloseTo(theory, within(0.1 * theory));
    }

    // for an autoregression with ρ = 0.8 the error of the mean is √((1+ρ)/(1-ρ)) = 3 times that of independent numbers
    @Test
    void blocks_see_that_neighbours_are_alike() {
        double[] x = normal(1_000, 13);
        for (int i = 1; i < x.length; i++) {
            x[i] += 0.8 * x[i - 1];
        }
        double independent = Moments.of(x).sd() / Math.sqrt(x.length);
        Evidence.Estimate found = (Evidence.Estimate)
                StationaryBootstrap.of(x, Moments::mean, Samples.STANDARD).evidence(0);
        assertThat(found.standardError() / independent).isBetween(2.0, 3.6);
    }

    @Test
    void every_resample_holds_only_what_was_there() {
        double[] x = {1, 2, 3, 4, 5, 6, 7};
        Replicates most = StationaryBootstrap.of(
                x,
                resample -> {
                    for (double value : resample) {
                        assertThat(x).contains(value);
                    }
                    return resample.length;
                },
                Samples.STANDARD);
        assertThat(most.sorted()).containsOnly(7);
    }

    // the delta method and the bootstrap are two ways to the same number
    @Test
    void above_2500_trades_the_delta_method_agrees_with_the_bootstrap() {
        double[] few = normal(2_501, 17);
        double[] many = few;
        few = java.util.Arrays.copyOf(few, 2_500);
        Conventions quick = new Conventions(Samples.STANDARD.periodsPerYear(), 0, 0, 0.95, 400, 1, 5, 30, Peer.OWN);
        for (Formula<dev.plumbline.model.ClosedTrades> formula :
                java.util.List.of(new ProfitFactor(), new Kelly(), new PayoffRatio())) {
            Result.Value bootstrap = (Result.Value) formula.apply(Samples.trades(few), quick);
            Result.Value delta = (Result.Value) formula.apply(Samples.trades(many), quick);
            Interval a = bootstrap.interval().orElseThrow();
            Interval b = delta.interval().orElseThrow();
            assertThat(b.high() - b.low()).isCloseTo(a.high() - a.low(), within(0.15 * (a.high() - a.low())));
            assertThat(delta.interval().orElseThrow().method()).isEqualTo("delta method");
        }
    }

    @Test
    void there_is_no_interval_where_resamples_have_nothing_to_divide_by() {
        double[] pnl = {1, 2, 3, 1, 2, 3, 1, 2, 3, -1};
        Result.Value value = (Result.Value) new ProfitFactor().apply(Samples.trades(pnl), Samples.STANDARD);
        assertThat(value.value()).isEqualTo(18);
        assertThat(value.interval()).isEmpty();
        assertThat(value.notes()).containsExactly("no interval: too many resamples have no loss");
    }

    static double[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = -6;
            for (int k = 0; k < 12; k++) {
                sum += random.nextDouble();
            }
            x[i] = sum;
        }
        return x;
    }
}
