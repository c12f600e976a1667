package dev.plumbline;

import dev.plumbline.baseline.Deviation;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.RetrainingRuns;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** When an alarm began, where the rows of the window tell: the likeliest day of a share that fell, the hour of a burst. */
final class Began {

    /** How much likelier, as a difference of log-likelihoods, a start inside the window must be than one before it. */
    private static final double LIKELIER = 2;

    private static final double HOUR = 3.6e9;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMM", Locale.ENGLISH);

    private final Window window;

    Began(Window window) {
        this.window = window;
    }

    /** The row, with when it began where that is known. */
    Deviation say(Deviation row) {
        boolean known = row.verdict().isAlarm() && row.now().isDefined();
        return known ? row.since(words(row)) : row;
    }

    private String words(Deviation row) {
        String id = row.now().metric().id();
        if (id.equals(Metrics.WIN_RATE.id())) {
            ClosedTrades trades = window.sample(ClosedTrades.class, row.now().slice());
            return since(row, trades.exitMicros(), i -> trades.pnl()[i] > 0);
        }
        if (id.equals(Metrics.RETRAINING_SUCCESS_RATE.id())) {
            RetrainingRuns runs = window.sample(RetrainingRuns.class, row.now().slice());
            return since(row, runs.micros(), i -> runs.status()[i].equals("success"));
        }
        if (id.equals(Metrics.MODE_TRANSITIONS_PEAK.id())) {
            int most = (int) row.now().value().orElseThrow();
            String when = burst(window.sample(ModeHistory.class, row.now().slice()), most);
            return when.isEmpty() ? "" : when + whose(most);
        }
        return "";
    }

    /** The day from which on a rate of its own explains the rest of the window best, the baseline's rate before. */
    private String since(Deviation row, long[] micros, IntPredicate success) {
        double before = row.then().map(then -> then.value().orElse(Double.NaN)).orElse(Double.NaN);
        if (!(before > 0 && before < 1)) {
            return "";
        }
        List<LocalDate> days = window.period().dates(window.zone());
        double[] won = new double[days.size()];
        double[] n = new double[days.size()];
        for (int i = 0; i < micros.length; i++) {
            int day =
                    days.indexOf(Period.instant(micros[i]).atZone(window.zone()).toLocalDate());
            if (day >= 0) {
                n[day]++;
                won[day] += success.test(i) ? 1 : 0;
            }
        }
        OptionalInt start = start(won, n, before);
        return start.isPresent() ? "Most likely it began on " + DAY.format(days.get(start.getAsInt())) : "";
    }

    /**
     * The day from which on another rate than the baseline's is likeliest; empty where the whole window may have it.
     *
     * @param won    successes of each day
     * @param n      trials of each day
     * @param before the baseline's rate, between 0 and 1
     */
    static OptionalInt start(double[] won, double[] n, double before) {
        int best = 0;
        double first = likelihood(won, n, 0, before);
        double highest = first;
        for (int start = 1; start < won.length; start++) {
            double here = likelihood(won, n, start, before);
            if (here > highest) {
                highest = here;
                best = start;
            }
        }
        return best > 0 && highest - first > LIKELIER ? OptionalInt.of(best) : OptionalInt.empty();
    }

    private static double likelihood(double[] won, double[] n, int start, double before) {
        double early = Arrays.stream(won, 0, start).sum();
        double earlyAll = Arrays.stream(n, 0, start).sum();
        double late = Arrays.stream(won, start, won.length).sum();
        double lateAll = Arrays.stream(n, start, n.length).sum();
        double own = lateAll == 0 ? before : late / lateAll;
        return of(early, earlyAll, before) + of(late, lateAll, own);
    }

    private static double of(double won, double n, double rate) {
        return (won == 0 ? 0 : won * Math.log(rate)) + (n == won ? 0 : (n - won) * Math.log(1 - rate));
    }

    /** The symbol that changed so often, where one alone did. */
    private String whose(int most) {
        List<String> symbols = window.by("symbol").measure(Metrics.MODE_TRANSITIONS_PEAK).rows().stream()
                .filter(row -> row.value().orElse(0) == most)
                .map(row -> row.slice().value())
                .toList();
        return symbols.size() == 1 ? ", in " + symbols.get(0) : "";
    }

    /** The first change of the hour that holds so many. */
    private String burst(ModeHistory modes, int most) {
        Map<Integer, String> last = new HashMap<>();
        long[] changes = IntStream.range(0, modes.micros().length)
                .filter(i -> {
                    String before = last.put(modes.series()[i], modes.mode()[i]);
                    return before != null && !before.equals(modes.mode()[i]) && !modes.carried()[i];
                })
                .mapToLong(i -> modes.micros()[i])
                .sorted()
                .toArray();
        for (int i = 0; most > 1 && i + most <= changes.length; i++) {
            if (changes[i + most - 1] - changes[i] <= HOUR) {
                ZonedDateTime time = Period.instant(changes[i]).atZone(window.zone());
                return String.format(
                        Locale.ROOT,
                        "It was on %s, from %02d:%02d on",
                        DAY.format(time),
                        time.getHour(),
                        time.getMinute());
            }
        }
        return "";
    }
}
