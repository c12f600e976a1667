package dev.plumbline.metric;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Formulas over ten million doubles beside the loops that one would write by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class FormulaBenchmark {

    private static final int N = 10_000_000;

    private final Conventions conventions = Conventions.standard();
    private final Sharpe sharpe = new Sharpe();
    private double[] returns = new double[N];
    private double[] value = new double[N];

    @Setup
    public void walk() {
        SplittableRandom random = new SplittableRandom(1);
        double v = 1;
        for (int i = 0; i < N; i++) {
            returns[i] = 1e-3 * (random.nextDouble() - 0.4999);
            v *= 1 + returns[i];
            value[i] = v;
        }
    }

    /** The ratio with its interval: n, mean, deviation, skewness and kurtosis. */
    @Benchmark
    public Result sharpe() {
        return sharpe.apply(returns, 525_600, conventions);
    }

    /** The ratio alone. */
    @Benchmark
    public double sharpe_by_hand() {
        double sum = 0;
        for (double r : returns) {
            sum += r;
        }
        double mean = sum / returns.length;
        double squares = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
        }
        return mean / Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(525_600);
    }

    @Benchmark
    public double max_drawdown() {
        return Drawdowns.max(value);
    }

    @Benchmark
    public double max_drawdown_by_hand() {
        double peak = 0;
        double deepest = 0;
        for (double v : value) {
            peak = Math.max(peak, v);
            deepest = Math.max(deepest, 1 - v / peak);
        }
        return deepest;
    }
}
