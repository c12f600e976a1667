package dev.plumbline;

import dev.plumbline.baseline.Baseline;
import dev.plumbline.baseline.Check;
import dev.plumbline.chart.Windows;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Reliability;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page of a review is made of, beside the charts. */
public final class Show {

    private Show() {}

    /** The verdict in sentences: the first thing on a page. */
    public static Showable verdict(Check check) {
        return new Judged(check, new Block.VerdictBox(check));
    }

    /** Every row of the check, with its change, interval and band. */
    public static Showable deviations(Check check) {
        return new Judged(check, new Block.Deviations(check));
    }

    /** What the calibration says, in words; nothing where there is none. */
    public static Showable calibration(Window window) {
        return new Said(CalibrationWords.of(Reliability.of(window.sample(ClosedTrades.class))));
    }

    /** What belongs together under one heading; where none of it is available, that is said once. */
    public static Showable together(Showable... parts) {
        return new Together(List.of(parts));
    }

    /** A row a value of the dimension, a column a metric. Nothing where the window has no such rows. */
    public static Showable by(String dimension, Window window, List<Metric<?>> metrics) {
        return Breakdown.of(window, dimension, metrics);
    }

    /** A row a metric, a column a window: before and after, live and paper, one agent and another. */
    public static Showable beside(List<String> names, List<Window> windows, List<? extends Metric<?>> metrics) {
        return Breakdown.of(names, windows, List.copyOf(metrics));
    }

    /** The account, the figures of a window and of everything up to its end, and how much is open. */
    public static Showable glance(Window window, Window whole, List<Metric<?>> metrics) {
        Rows account = window.rows("explore/account");
        Rows open = window.rows("explore/open_positions");
        boolean watched = window.rows("samples/positions_seen").doubles("n")[0] > 0;
        Breakdown table = Breakdown.of(
                List.of(Windows.name(window.period()), "since the first row"), List.of(window, whole), metrics);
        return table.between(
                account.isEmpty()
                        ? Optional.empty()
                        : Optional.of(List.of(
                                "Account value (" + account.texts("currency")[0] + ")",
                                Unit.MONEY.format(account.doubles("total")[0]))),
                Optional.of(List.of("Open positions", watched ? Integer.toString(open.size()) : "not recorded")));
    }

    /** What the operator wanted, from {@code targets:} in {@code sources.yaml}, beside what came. */
    public static Showable targets(Window window) {
        return Targets.of(window, window.workbench().targets());
    }

    /**
     * The lines that the system's guide asks to go through, each answered; nothing where it has no such list.
     *
     * @param list {@code daily}, {@code weekly}, {@code monthly}, {@code audit} or {@code retraining}
     */
    public static Showable routine(Window window, Check check, Optional<Baseline> baseline, String list) {
        return Routine.of(window, check, baseline, list).orElse(new Said(""));
    }

    /** How grave the system's guide calls what the window holds, by its own levels. */
    public static Showable severity(Window window, Optional<Baseline> baseline) {
        return Severities.of(window, baseline);
    }

    /** Whether a newer baseline is due, and the command that makes one. */
    public static Showable refresh(Window window, Check check) {
        return BaselineAdvice.of(window, check);
    }

    /** The heading of the deviations: against what they are held. */
    public static String moved(Check check) {
        return check.baseline().isPresent() ? "What moved against the baseline" : "Held against limits";
    }

    /** The bot's own figures beside ours. */
    public static Showable ownFigures(Window window) {
        return OwnFigures.of(window);
    }

    /**
     * A query below {@code queries/explore} as a table; its parameters are the scope and the period of the window.
     *
     * @param whenEmpty what to say where the query has no rows
     */
    public static Showable table(Window window, String query, String whenEmpty) {
        String name = "explore/" + query;
        return Listing.of(window.rows(name), window.zone(), whenEmpty)
                .upTo(window.workbench().store().queries().text(name));
    }

    /** What was monitored day by day, with its trend, and how many alerts there were. */
    public static Showable trends(Window window) {
        return Trends.of(window);
    }

    /** Whether retraining raises the confidence, by symbol and timeframe. */
    public static Showable confidenceGain(Window window) {
        return ConfidenceGain.of(window);
    }

    /** How long it took until the bot, and people, knew of what went beyond a level. */
    public static Showable detection(Window window) {
        return Detection.of(window);
    }

    /** Which curves are smooth, erratic, a sawtooth or stuck: the confidence of each series, and the account's value. */
    public static Showable curves(Window window) {
        return Curves.of(window);
    }

    /** What a window says about the thresholds of the rules. */
    public static Showable thresholds(Window window) {
        return Thresholds.of(window);
    }

    /** The newest state of the account in the window. */
    public static Showable account(Window window) {
        return table(window, "account", "Not available: the source says nothing of the account's value.");
    }

    /** Round trips out of snapshots of positions, where the source logs no closed trade. */
    public static Showable rebuilt(Window window) {
        return window.sample(ClosedTrades.class).size() > 0
                ? new Said("The source logs its closed trades, so none is rebuilt from its positions.")
                : window.rebuiltTrades();
    }

    /** Positions in the newest snapshot of the window. */
    public static Showable openPositions(Window window) {
        boolean watched = window.rows("samples/positions_seen").doubles("n")[0] > 0;
        return table(
                window,
                "open_positions",
                watched
                        ? "None open in the newest snapshot."
                        : "Not available: the source holds no snapshots of open positions.");
    }

    /** Positions that were open when the window began, at its last decisions, and when it ended. */
    public static Showable positionsThen(Window window) {
        boolean watched = window.rows("samples/positions_seen").doubles("n")[0] > 0;
        return table(
                window,
                "positions_then",
                watched || window.knows("trades")
                        ? "No position is known to have been open at the beginning, at the last five decisions or at the end."
                        : "Not available: the source holds neither snapshots of open positions nor trades.");
    }

    /** How many orders were filled, failed or came to nothing, with intervals, by the source of their signals. */
    public static Showable orders(Window window) {
        return OrderPath.outcomes(window);
    }

    /** The agents of the store, with their first and newest rows. */
    public static Showable agents(Workbench lab) {
        return Listing.of(lab.store().query("samples/scopes"), Absent.words(NoSuchAgent.EMPTY));
    }

    /** Whose figures a page shows, under what conventions: the line below its title. */
    public static String scope(Window window, Check check) {
        if (window.workbench().isEmpty()) {
            return Absent.words(NoSuchAgent.EMPTY);
        }
        int symbols = symbols(window);
        String baseline = check.baseline()
                .map(b -> "against " + b.words() + " (" + Dates.range(b.period(), window.zone())
                        + b.notes().stream().map(note -> "; " + note).collect(Collectors.joining()) + ")")
                .orElse("no baseline");
        String environment = window.scope().environment();
        String money = Money.words(window);
        return Stream.of(
                        window.scope().system(),
                        "agent " + window.scope().agent(),
                        environment.equals("unknown") ? "live or paper: not known" : environment,
                        symbols == 0 ? "" : symbols + (symbols == 1 ? " symbol" : " symbols"),
                        baseline,
                        "times in " + window.zone().getId(),
                        money)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Those of its trades and of what it learns; where it has neither, those of its orders, decisions and positions. */
    private static int symbols(Window window) {
        int known = window.rows("samples/symbols").size();
        return known > 0 ? known : window.rows("explore/symbols_handled").size();
    }

    /** A sentence, or none. */
    private record Said(String words) implements Showable {

        @Override
        public List<Block> blocks() {
            return words.isEmpty() ? List.of() : List.of(new Block.Prose(words));
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Parts of one section. */
    private record Together(List<Showable> parts) implements Showable {

        @Override
        public List<Block> blocks() {
            List<Block> all =
                    parts.stream().flatMap(part -> part.blocks().stream()).toList();
            boolean nothing = all.stream().allMatch(Absent::is);
            return nothing && !all.isEmpty() ? all.subList(0, 1) : all;
        }

        @Override
        public String toString() {
            return parts.stream().map(Object::toString).collect(Collectors.joining("\n\n"));
        }
    }

    /** A block about a check, that prints as its rows. */
    private record Judged(Check check, Block block) implements Showable {

        @Override
        public List<Block> blocks() {
            return List.of(block);
        }

        @Override
        public String toString() {
            return check.verdict().glyph() + " " + check.verdict().word() + "\n"
                    + check.rows().stream()
                            .map(row -> row.verdict().glyph() + " " + TextTable.clean(row.title()) + "  "
                                    + row.now().text() + "  " + row.why())
                            .collect(Collectors.joining("\n"));
        }
    }
}
