package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import java.util.List;
import java.util.stream.Collectors;

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
        return Listing.of(window.rows("explore/" + query), whenEmpty);
    }

    /** The newest state of the account in the window. */
    public static Showable account(Window window) {
        return table(window, "account", "Not available: the source says nothing of the account's value.");
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

    /** The agents of the store, with their first and newest rows. */
    public static Showable agents(Workbench lab) {
        return Listing.of(lab.store().query("samples/scopes"), "No data yet: plumb import PATH.");
    }

    /** Whose figures a page shows, under what conventions: the line below its title. */
    public static String scope(Window window, Check check) {
        int symbols = window.rows("samples/symbols").size();
        String baseline = check.baseline()
                .map(b -> "against baseline " + b.name() + " (" + Dates.range(b.period(), window.zone()) + ")")
                .orElse("no baseline");
        return String.join(
                " · ",
                window.scope().system(),
                "agent " + window.scope().agent(),
                symbols + (symbols == 1 ? " symbol" : " symbols"),
                window.scope().environment(),
                baseline,
                "times in " + window.zone().getId());
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
