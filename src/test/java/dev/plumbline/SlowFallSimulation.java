package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Rules;
import dev.plumbline.baseline.SlowFalls;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import dev.plumbline.model.Slice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often, and how soon, a fall is found over weeks that one week cannot show; looked at daily. */
final class SlowFallSimulation {

    private static final int HISTORY = 7 * SlowFalls.WEEKS;
    private static final int PATIENCE = 7 * 13;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final Rules rules = Rules.of(Path.of("data", "rules"), "playbook", Metrics.ALL);

    /** The days from the change on until an alarm, 0 where none came; half a year went before. */
    int daysUntilAlarm(Nature then, Nature after, int days, long seed) {
        SimulatedBot bot = new SimulatedBot(seed);
        List<SimulatedDay> all = new ArrayList<>(bot.days(HISTORY, then));
        all.addAll(bot.days(days, after));
        for (int day = 1; day <= days; day++) {
            if (alarms(all.subList(day, day + HISTORY))) {
                return day;
            }
        }
        return 0;
    }

    private boolean alarms(List<SimulatedDay> days) {
        Scope scope = Scope.of("playbook", "simulated", "live");
        Period period = Period.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(86_400));
        Check calm = new Check(scope, period, Optional.empty(), List.of(), Optional.empty(), rules.name());
        List<SlowFalls.Days> slices = List.of(counted(days, -1), counted(days, 0), counted(days, 1));
        return SlowFalls.added(calm, rules, slices).rows().stream()
                .anyMatch(row -> row.verdict().isAlarm());
    }

    private static SlowFalls.Days counted(List<SimulatedDay> days, int symbol) {
        long[] won = new long[days.size()];
        long[] trials = new long[days.size()];
        for (int d = 0; d < won.length; d++) {
            SimulatedDay day = days.get(d);
            for (int i = 0; i < day.pnl().length; i++) {
                boolean counts = symbol < 0 || day.symbol()[i] == symbol;
                trials[d] += counts ? 1 : 0;
                won[d] += counts && day.pnl()[i] > 0 ? 1 : 0;
            }
        }
        return new SlowFalls.Days(symbol < 0 ? Slice.ALL : Slice.of("symbol", "" + symbol), FIRST, won, trials);
    }

    void print(PrintStream out, int number) {
        out.printf(
                Locale.ROOT,
                "%nFalls over weeks, %,d bots of each size, half a year before, looked at daily%n%n",
                number);
        out.println("| | 10 | 30 | 100 | 300 | 1,000 trades a week |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        row(out, "no change: a week with an alarm", 2 * number, 0, false, 7);
        row(out, "no change, moods: a week with an alarm", 2 * number, 0, true, 7);
        row(out, "no change", number, 0, false, PATIENCE);
        row(out, "win rate −10 points", number, 0.1, false, PATIENCE);
    }

    private void row(PrintStream out, String title, int number, double fall, boolean moods, int days) {
        List<List<Integer>> sizes = new ArrayList<>();
        for (double size : VerdictSimulation.SIZES) {
            Nature then = moods ? Nature.healthy(size).withMoods() : Nature.healthy(size);
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                found.add(
                        daysUntilAlarm(then, then.withWinRate(then.winRate() - fall), days, 7_001L * i + (long) size));
            }
            sizes.add(found);
        }
        for (int weeks : days == 7 ? new int[] {1} : new int[] {2, 4, 8, 13}) {
            out.print("| " + title + (days == 7 ? "" : ": found in " + weeks + " weeks") + " |");
            for (List<Integer> found : sizes) {
                long n = found.stream()
                        .filter(day -> day > 0 && day <= 7 * weeks)
                        .count();
                out.printf(Locale.ROOT, " %.1f %% |", 100.0 * n / found.size());
            }
            out.println();
        }
        if (days > 7) {
            out.print("| " + title + ": days until half are found |");
            for (List<Integer> found : sizes) {
                List<Integer> sorted = found.stream()
                        .map(day -> day == 0 ? 9_999 : day)
                        .sorted()
                        .toList();
                int half = sorted.get(sorted.size() / 2);
                out.print(" " + (half == 9_999 ? "–" : half) + " |");
            }
            out.println();
        }
    }
}
