package dev.plumbline.baseline;

import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Slice;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Win rates that fell over weeks, where a deviation rule watches for falls and the window itself could not tell: a family
 * of its own, Benjamini–Hochberg at 1 % a look. Yellow at most, since how far it fell since the likeliest day is
 * overstated; inside the rule's band it is watched.
 */
public final class SlowFalls {

    /** How many weeks are looked at. */
    public static final int WEEKS = 26;

    /** Daily looks at half a year are nearly the same look: seven of them alarm about twice as often as one. */
    private static final double RATE = 0.01;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final Metric<ClosedTrades> METRIC = new Metric<>(
            "win_rate_slow_fall",
            "win rate, slow fall",
            Unit.SHARE,
            ClosedTrades.class,
            Metric.Better.HIGHER,
            (trades, conventions) -> Result.undefined(0, Result.Reason.NOT_AVAILABLE, "measured over weeks"));

    /**
     * Trades closed day after day, without a gap.
     *
     * @param first the first day
     * @param won   how many of each day won
     */
    public record Days(Slice slice, LocalDate first, long[] won, long[] trials) {

        public Days {
            won = won.clone();
            trials = trials.clone();
        }

        @Override
        public long[] won() {
            return won.clone();
        }

        @Override
        public long[] trials() {
            return trials.clone();
        }
    }

    private SlowFalls() {}

    /** Whether any rule watches for falls of the win rate, so that the days need to be read. */
    public static boolean isWatched(Rules rules) {
        return !watching(rules).isEmpty();
    }

    /** The check, with a row for each slow fall that its own window did not alarm for. */
    public static Check added(Check check, Rules rules, List<Days> slices) {
        Map<Slice, SlowFall> falls = new LinkedHashMap<>();
        Map<Slice, Days> days = slices.stream().collect(Collectors.toMap(Days::slice, it -> it));
        for (Days slice : slices) {
            if (rule(rules, slice.slice()).isPresent()) {
                SlowFall.of(slice.won(), slice.trials()).ifPresent(fall -> falls.put(slice.slice(), fall));
            }
        }
        double threshold = FalseDiscovery.threshold(
                falls.values().stream().map(SlowFall::pValue).toList(), RATE);
        List<Deviation> rows = new ArrayList<>();
        falls.forEach((slice, fall) -> {
            if (fall.pValue() <= threshold && !isToldAlready(check, slice)) {
                rows.add(row(rule(rules, slice).orElseThrow(), days.get(slice), fall));
            }
        });
        return rows.isEmpty() ? check : check.and(rows);
    }

    private static List<Rule> watching(Rules rules) {
        return rules.of(Deviation.Kind.DEVIATION).stream()
                .filter(rule -> rule.metric().id().equals(Metrics.WIN_RATE.id()))
                .filter(rule ->
                        rule.yellow().or(rule::red).flatMap(Bounds::below).isPresent())
                .toList();
    }

    private static Optional<Rule> rule(Rules rules, Slice slice) {
        return watching(rules).stream().filter(rule -> rule.cut().names(slice)).findFirst();
    }

    private static boolean isToldAlready(Check check, Slice slice) {
        return check.rows().stream()
                .anyMatch(row -> row.kind() == Deviation.Kind.DEVIATION
                        && row.verdict().isAlarm()
                        && row.now().metric().id().equals(Metrics.WIN_RATE.id())
                        && row.now().slice().equals(slice));
    }

    private static Deviation row(Rule rule, Days days, SlowFall fall) {
        boolean outside = rule.passed(fall.shareSince(), fall.shareBefore()).isPresent();
        String since = DAY.format(days.first().plusDays(fall.start()));
        String why = String.format(
                Locale.ROOT,
                "since about %s %s of %,d trades, %s of %,d in the %d weeks before; not chance",
                since,
                Unit.SHARE.format(fall.shareSince()),
                fall.since(),
                Unit.SHARE.format(fall.shareBefore()),
                fall.before(),
                Math.round(fall.start() / 7.0));
        return new Deviation(
                measured(days.slice(), fall.shareSince(), fall.since()),
                Optional.of(measured(days.slice(), fall.shareBefore(), fall.before())),
                OptionalDouble.of(fall.shareSince() - fall.shareBefore()),
                Optional.empty(),
                OptionalDouble.of(fall.pValue()),
                rule.band(fall.shareBefore()),
                Deviation.Kind.DEVIATION,
                outside ? Verdict.YELLOW : Verdict.WATCH,
                why,
                outside ? rule.action() : "",
                rule.author(),
                "");
    }

    private static Measurement measured(Slice slice, double share, long n) {
        Evidence evidence = new Evidence.Proportion(Math.round(share * n), n);
        return new Measurement(METRIC, slice, new Result.Value(share, n, Optional.empty(), evidence, List.of()));
    }
}
