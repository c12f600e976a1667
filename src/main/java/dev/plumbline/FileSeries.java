package dev.plumbline;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.PairedReturns;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import dev.plumbline.source.Columns;
import dev.plumbline.source.SeriesColumns;
import dev.plumbline.source.SeriesKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The returns or the account values of a file, with a benchmark beside them where one is named. */
final class FileSeries {

    private final Columns columns;
    private final FileRows rows;
    private final SeriesKind kind;
    private final double[] value;
    private final long[] times;
    private final ZoneId zone;

    FileSeries(Columns columns, FileRows rows, SeriesKind kind, double scale, ZoneId zone) {
        this.columns = columns;
        this.rows = rows;
        this.kind = kind;
        double[] written = columns.numbers(name());
        this.value = scale == 1
                ? written
                : Arrays.stream(written).map(x -> x * scale).toArray();
        this.times = columns.times("time");
        this.zone = zone;
    }

    private String name() {
        return kind == SeriesKind.EQUITY ? "equity" : "return";
    }

    /**
     * Rows with a time and a value.
     *
     * @throws IllegalArgumentException where the values cannot be returns
     */
    int[] used(String file) {
        int[] used = rows.valued(rows.timed("time", "without a time"), value, "without " + words());
        ValueChecks checks = ValueChecks.of(value);
        if (kind == SeriesKind.EQUITY) {
            checks.oddEquity().ifPresent(rows::note);
            return used;
        }
        checks.noReturns().ifPresent(reason -> {
            throw new IllegalArgumentException(file + ": these are no returns: " + reason);
        });
        checks.oddReturns().ifPresent(rows::note);
        return used;
    }

    private String words() {
        return kind == SeriesKind.EQUITY ? "a value" : "a return";
    }

    /** In order of time, one row an instant. */
    int[] inOrder(int[] used) {
        return rows.distinct(rows.ordered(used, times), times);
    }

    /** Whether an instant comes more than once. */
    boolean repeats(int[] used) {
        int[] ordered = TimeOrder.firstOut(times, used) < 0 ? used : TimeOrder.sorted(times, used);
        return TimeOrder.lastOfEach(times, ordered).length < ordered.length;
    }

    long[] times() {
        return times;
    }

    FileSamples samples(int[] used, Period period, OptionalDouble periodsPerYear) {
        FileSamples samples = kind == SeriesKind.EQUITY
                ? FileSamples.of(equity(used, period))
                : FileSamples.of(
                        new Returns(TimeOrder.pick(times, used), TimeOrder.pick(value, used), period, zone),
                        periodsPerYear);
        return columns.has(SeriesColumns.BENCHMARK) ? samples.beside(pairs(used, period)) : samples;
    }

    private EquityCurve equity(int[] used, Period period) {
        double[] flow = columns.has("flow") ? FileFlows.of(columns, value, times, used) : new double[used.length];
        List<String> currencies = rows.words("currency", used);
        return new EquityCurve(
                TimeOrder.pick(times, used),
                TimeOrder.pick(value, used),
                flow,
                false,
                period,
                zone,
                currencies.size() == 1 ? currencies.get(0) : "",
                "reported");
    }

    private String ends(int[] used, List<Integer> both, int first) {
        if (both.isEmpty()) {
            return "";
        }
        int from = both.get(0);
        int last = both.get(both.size() - 1);
        return (from == first ? "" : ", begins at " + Period.instant(times[used[from]]))
                + (last == used.length - 1 ? "" : " and ends at " + Period.instant(times[used[last]]));
    }

    /** Only the time that both have: a return without one of the benchmark over the same time is left out, and counted. */
    private PairedReturns pairs(int[] used, Period period) {
        double[] benchmark = TimeOrder.pick(columns.numbers(SeriesColumns.BENCHMARK), used);
        boolean levels = ValueChecks.of(benchmark).areLevels();
        rows.note("benchmark read as " + (levels ? "prices" : "returns"));
        @Nullable EquityCurve equity = kind == SeriesKind.EQUITY ? equity(used, period) : null;
        List<Integer> both = new ArrayList<>();
        double[] own = new double[used.length];
        double[] other = new double[used.length];
        int first = equity == null ? 0 : 1;
        for (int i = first; i < used.length; i++) {
            own[i] = equity == null
                    ? value[used[i]]
                    : (equity.value()[i] - equity.flow()[i]) / equity.value()[i - 1] - 1;
            other[i] = !levels ? benchmark[i] : i == 0 ? Double.NaN : benchmark[i] / benchmark[i - 1] - 1;
            if (Double.isFinite(other[i])) {
                both.add(i);
            }
        }
        int left = used.length - first - both.size();
        if (left > 0) {
            rows.note(String.format(
                    Locale.ROOT,
                    "the benchmark covers %,d of %,d returns%s: only those are compared",
                    both.size(),
                    used.length - first,
                    ends(used, both, first)));
        }
        int[] places = both.stream().mapToInt(i -> i).toArray();
        return new PairedReturns(
                IntStream.of(places).mapToLong(i -> times[used[i]]).toArray(),
                TimeOrder.pick(own, places),
                TimeOrder.pick(other, places),
                left,
                period,
                zone);
    }
}
