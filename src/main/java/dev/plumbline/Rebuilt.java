package dev.plumbline;

import dev.plumbline.metric.Unit;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Trades rebuilt from positions: a position that appears, shrinks, turns or vanishes between two snapshots. The last
 * price seen stands for the exit, so the profit is approximate; no fee is in it.
 *
 * @param trips     round trips that ended in the window
 * @param stillOpen those that had not ended when it did
 * @param pnl       of all that was closed, in quote currency and before fees; not a number where one of them has no price
 * @param table     all of them, in order of their beginning
 */
public record Rebuilt(int trips, int stillOpen, double pnl, Listing table) implements Showable {

    private static final int SHOWN = 20;

    static Rebuilt of(Window window) {
        Rows rows = window.rows("explore/trades_from_positions");
        int open = (int)
                Arrays.stream(rows.texts("ended")).filter("still open"::equals).count();
        double[] pnl = rows.doubles("pnl");
        double[] parts = rows.doubles("parts");
        double sum = 0;
        for (int i = 0; i < pnl.length; i++) {
            sum += parts[i] > 0 ? pnl[i] : 0;
        }
        return new Rebuilt(
                rows.size() - open,
                open,
                sum,
                Listing.of(
                        rows,
                        "Not available: the source keeps no series of snapshots of open positions, or none was open."));
    }

    /** How many there are, what they brought, and what that rests on. */
    public String words() {
        if (trips + stillOpen == 0) {
            return "";
        }
        String brought =
                trips == 0 || Double.isNaN(pnl) ? "" : ", together about " + Unit.MONEY.format(pnl) + " before fees";
        return String.format(
                Locale.ROOT,
                "Rebuilt from positions, not logged as trades: %d round %s%s%s. Exits are the last prices seen.",
                trips,
                trips == 1 ? "trip" : "trips",
                brought,
                stillOpen == 0 ? "" : ", and " + stillOpen + " still open");
    }

    /** The sentence and the newest of them; all are in {@code explore/trades_from_positions}. */
    @Override
    public List<Block> blocks() {
        List<List<String>> all = table.rows();
        if (words().isEmpty()) {
            return table.blocks();
        }
        List<List<String>> newest = all.subList(Math.max(0, all.size() - SHOWN), all.size());
        String rest = newest.size() < all.size()
                ? " The newest " + SHOWN + " of " + all.size() + "; all are in explore/trades_from_positions."
                : "";
        return List.of(
                new Block.Prose(words()),
                new Block.DataTable((table.caption() + rest).strip(), table.columns(), newest, newest.size()));
    }

    @Override
    public String toString() {
        return words().isEmpty() ? table.toString() : words() + "\n" + table;
    }
}
