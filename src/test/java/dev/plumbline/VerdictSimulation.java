package dev.plumbline;

import dev.plumbline.baseline.Assessment;
import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Rules;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Scope;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How often the verdict of a week is wrong, and how soon it is right: thousands of baselines of four weeks and of weeks
 * after them are drawn, measured and judged as the real ones are. Prints the tables of docs/verdicts.md:
 *
 * <pre>mvn -q -Pbench test-compile exec:java</pre>
 */
public final class VerdictSimulation {

    static final int BASELINE = 28;
    static final int WEEK = 7;
    private static final int PATIENCE = 14;
    static final double[] SIZES = {10, 30, 100, 300, 1_000};

    /** Intervals are not what is judged, so few resamples will do. */
    private static final Conventions CONVENTIONS = Conventions.standard().withResamples(40);

    /** What may become of a bot the day after its clean week. */
    static final Map<String, UnaryOperator<Nature>> CHANGES = changes();

    private final Scope scope;
    private final Rules rules;
    private final int first;

    VerdictSimulation(String system) {
        this(system, 0);
    }

    /** @param first number of the first bot drawn: no two have the same days */
    VerdictSimulation(String system, int first) {
        this.first = first;
        this.scope = Scope.of(system, "simulated", "live");
        this.rules = Rules.of(Path.of("data", "rules"), system, Metrics.ALL);
    }

    private static Map<String, UnaryOperator<Nature>> changes() {
        Map<String, UnaryOperator<Nature>> all = new LinkedHashMap<>();
        all.put("win rate −5 points", nature -> nature.withWinRate(nature.winRate() - 0.05));
        all.put("win rate −10 points", nature -> nature.withWinRate(nature.winRate() - 0.1));
        all.put("Sharpe halved", Nature::withHalfTheEdge);
        all.put("confidence +15 points", nature -> nature.withConfidence(nature.confidence() + 0.15));
        all.put("retraining fails half the time", nature -> nature.withRetraining(0.45));
        return all;
    }

    /** Looks at the windows that end after each of the days; the baseline is the first four weeks. */
    List<Look> looks(List<SimulatedDay> days, int... ends) {
        SimulatedWindow then = new SimulatedWindow(days, 0, BASELINE, CONVENTIONS);
        Baseline baseline = new Baseline(
                "simulated", scope, then.period(), ZoneOffset.UTC, then.period().to(), then.measurements(), List.of());
        List<Look> looks = new ArrayList<>();
        for (int end : ends) {
            SimulatedWindow now = new SimulatedWindow(days, end - WEEK, end, CONVENTIONS);
            looks.add(Look.of(new Assessment(
                            scope, now.period(), now.measurements(), Optional.of(baseline), rules, Optional.empty())
                    .check()));
        }
        return looks;
    }

    /** One look at a week after it changed, and with {@code daily} one after each day of it and of the week after. */
    List<List<Look>> weeks(Nature then, UnaryOperator<Nature> change, int number, boolean daily) {
        return weeks(then, change, number, daily ? PATIENCE : 0);
    }

    private List<List<Look>> weeks(Nature then, UnaryOperator<Nature> change, int number, int daily) {
        return IntStream.range(first, first + number)
                .mapToObj(i -> week(then, change, i, daily))
                .toList();
    }

    /** The looks at one bot: so many daily ones from the day after the change on, or with 0 one at the end of the week. */
    List<Look> week(Nature then, UnaryOperator<Nature> change, int bot, int daily) {
        SimulatedBot drawn = new SimulatedBot(1_000_003L * bot + Math.round(then.tradesPerWeek()));
        List<SimulatedDay> days = new ArrayList<>(drawn.days(BASELINE + WEEK, then));
        days.addAll(drawn.days(PATIENCE, change.apply(then)));
        int next = BASELINE + WEEK + 1;
        int[] ends = daily > 0 ? IntStream.range(next, next + daily).toArray() : new int[] {BASELINE + 2 * WEEK};
        return looks(days, ends);
    }

    static double share(List<List<Look>> weeks, Predicate<Look> is) {
        return weeks.stream().filter(week -> week.stream().anyMatch(is)).count() / (double) weeks.size();
    }

    /** Prints the tables; {@code number} bots of each size. */
    void print(PrintStream out, int number) {
        List<List<List<Look>>> clean = new ArrayList<>();
        out.printf(Locale.ROOT, "%n%s, %,d bots of each size, one look a week%n%n", rules.name(), number);
        out.println("| | 10 | 30 | 100 | 300 | 1,000 trades a week | mean |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Map<String, UnaryOperator<Nature>> kinds = new LinkedHashMap<>();
        kinds.put("no change", UnaryOperator.identity());
        kinds.put("no change, fat tails", Nature::withFatTails);
        kinds.put("no change, moods", Nature::withMoods);
        for (Map.Entry<String, UnaryOperator<Nature>> kind : kinds.entrySet()) {
            List<List<List<Look>>> sizes = new ArrayList<>();
            for (double size : SIZES) {
                sizes.add(weeks(kind.getValue().apply(Nature.healthy(size)), UnaryOperator.identity(), number, false));
            }
            row(out, kind.getKey() + ": red", sizes, Look::red);
            row(out, kind.getKey() + ": red or yellow", sizes, Look::alarm);
            row(out, kind.getKey() + ": red by a limit", sizes, Look::limitRed);
            row(out, kind.getKey() + ": red, without a caution", sizes, Look::plainRed);
            row(out, kind.getKey() + ": watch", sizes, Look::watch);
            row(out, kind.getKey() + ": the guide's bands", sizes, Look::band);
            if (clean.isEmpty()) {
                clean.addAll(sizes);
                row(out, kind.getKey() + ": win rate alarms", sizes, Look::winRate);
            }
        }
        double rate = mean(clean, Look::winRate);
        double scale = scale(clean, rate);
        for (Map.Entry<String, UnaryOperator<Nature>> change : CHANGES.entrySet()) {
            List<List<List<Look>>> sizes = new ArrayList<>();
            for (double size : SIZES) {
                sizes.add(weeks(Nature.healthy(size), change.getValue(), number, false));
            }
            row(out, change.getKey() + ": detected", sizes, Look::alarm);
            row(out, change.getKey() + ": red", sizes, Look::red);
            row(out, change.getKey() + ": red by a limit", sizes, Look::limitRed);
            row(out, change.getKey() + ": watched at least", sizes, look -> look.watch() || look.alarm());
            row(out, change.getKey() + ": the guide's bands", sizes, Look::band);
            if (change.getKey().startsWith("win rate")) {
                row(out, change.getKey() + ": by win rate", sizes, Look::winRate);
                row(
                        out,
                        String.format(
                                Locale.ROOT,
                                "%s: bands %.1f times as wide, as many false alarms",
                                change.getKey(),
                                scale),
                        sizes,
                        look -> look.winRateBand() > scale);
            }
        }
    }

    /** Prints what daily looks say, over a week without a change and over two with one, of a quarter as many bots. */
    void printDaily(PrintStream out, int number) {
        out.printf(
                Locale.ROOT,
                "%n%s, %,d bots of each size from number %,d on, looked at daily%n%n",
                rules.name(),
                number,
                first);
        out.println("| | 10 | 30 | 100 | 300 | 1,000 trades a week | all |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Map<String, UnaryOperator<Nature>> kinds = new LinkedHashMap<>();
        kinds.put("no change", UnaryOperator.identity());
        kinds.put("no change, moods", Nature::withMoods);
        for (Map.Entry<String, UnaryOperator<Nature>> kind : kinds.entrySet()) {
            List<List<List<Look>>> sizes = new ArrayList<>();
            for (double size : SIZES) {
                sizes.add(weeks(kind.getValue().apply(Nature.healthy(size)), UnaryOperator.identity(), number, WEEK));
            }
            sure(out, kind.getKey() + ": red", sizes, Look::red);
            sure(out, kind.getKey() + ": red or yellow", sizes, Look::alarm);
            sure(out, kind.getKey() + ": watch", sizes, Look::watch);
            sure(out, kind.getKey() + ": red by a limit", sizes, Look::limitRed);
            sure(out, kind.getKey() + ": red, without a caution", sizes, Look::plainRed);
            sure(out, kind.getKey() + ": the guide's bands", sizes, Look::band);
            sizes.stream()
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .flatMap(look -> look.alarms().stream())
                    .forEach(words -> out.println("<!-- " + words + " -->"));
        }
        List<List<List<Look>>> fallen = new ArrayList<>();
        for (double size : SIZES) {
            fallen.add(
                    weeks(Nature.healthy(size), CHANGES.get("win rate −10 points"), Math.max(1, number / 4), PATIENCE));
        }
        sure(out, "win rate −10 points: detected in 14 days", fallen, Look::alarm);
        out.print("| win rate −10 points: days until half are detected |");
        for (List<List<Look>> size : fallen) {
            int day = halfDetected(size);
            out.print(" " + (day == 0 ? "–" : day) + " |");
        }
        out.println(" |");
    }

    /** A row of shares, each with its 95 % (E. B. Wilson, 1927); the last of the bots of all sizes. */
    private static void sure(PrintStream out, String title, List<List<List<Look>>> sizes, Predicate<Look> is) {
        StringBuilder line = new StringBuilder("| " + title + " |");
        sizes.forEach(weeks -> line.append(sure(weeks, is)));
        out.println(line.append(sure(sizes.stream().flatMap(List::stream).toList(), is)));
    }

    private static String sure(List<List<Look>> weeks, Predicate<Look> is) {
        double z2 = 1.96 * 1.96;
        double n = weeks.size();
        double p = share(weeks, is);
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Math.sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n);
        return String.format(
                Locale.ROOT,
                " %.1f %% [%.1f, %.1f] |",
                100 * p,
                100 * Math.max(0, centre - half),
                100 * Math.min(1, centre + half));
    }

    /** Days until half of them alarmed; 0 when they never did. */
    static int halfDetected(List<List<Look>> bots) {
        for (int day = 1; day <= PATIENCE; day++) {
            int until = day;
            long found = bots.stream()
                    .filter(looks -> looks.subList(0, until).stream().anyMatch(Look::alarm))
                    .count();
            if (2 * found >= bots.size()) {
                return day;
            }
        }
        return 0;
    }

    /** The smallest multiple of the guide's win-rate band that alarms on clean weeks no more often than {@code rate}. */
    private static double scale(List<List<List<Look>>> clean, double rate) {
        for (double scale = 0; ; scale += 0.05) {
            double tried = scale;
            if (mean(clean, look -> look.winRateBand() > tried) <= rate) {
                return scale;
            }
        }
    }

    private static double mean(List<List<List<Look>>> sizes, Predicate<Look> is) {
        return sizes.stream().mapToDouble(weeks -> share(weeks, is)).average().orElse(0);
    }

    private static void row(PrintStream out, String title, List<List<List<Look>>> sizes, Predicate<Look> is) {
        StringBuilder line = new StringBuilder("| " + title + " |");
        for (List<List<Look>> weeks : sizes) {
            line.append(String.format(Locale.ROOT, " %.1f %% |", 100 * share(weeks, is)));
        }
        out.println(line.append(String.format(Locale.ROOT, " %.1f %% |", 100 * mean(sizes, is))));
    }

    /**
     * How many bots of each size, or from which number to which ({@code 3000-3239}: no two have the same days), then which
     * tables: week, daily, slow, roma; all of them where none is named.
     */
    public static void main(String[] arguments) {
        String[] bots = arguments.length == 0 ? new String[] {"200"} : arguments[0].split("-", 2);
        int first = bots.length == 1 ? 0 : Integer.parseInt(bots[0]);
        int number = Integer.parseInt(bots[bots.length - 1]) - (bots.length == 1 ? 0 : first - 1);
        List<String> tables = arguments.length < 2
                ? List.of("week", "daily", "slow", "roma")
                : List.of(arguments).subList(1, arguments.length);
        for (String table : tables) {
            switch (table) {
                case "week" -> new VerdictSimulation("playbook", first).print(System.out, number);
                case "daily" -> new VerdictSimulation("playbook", first).printDaily(System.out, number);
                case "slow" -> new SlowFallSimulation().print(System.out, number);
                case "roma" -> new VerdictSimulation("roma", first).print(System.out, number);
                default -> throw new IllegalArgumentException(table);
            }
        }
    }
}
