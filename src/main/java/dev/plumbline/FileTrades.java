package dev.plumbline;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.TradeFees;
import dev.plumbline.source.Columns;
import dev.plumbline.source.Symbols;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The trades of a file, as {@code queries/sources/csv/trades.sql} takes them: a P&L is net where its column says so, or
 * where the row has a fee besides; a gross one has fee and funding taken off; without a P&L it follows from prices and
 * quantity. Without money it is a share of the price. Amounts of several currencies are not added.
 */
final class FileTrades {

    private final Columns columns;
    private final FileRows rows;
    private final double[] money;
    private double @Nullable [] share;
    private final double[] fee;
    private final boolean net;

    FileTrades(Columns columns, FileRows rows) {
        this.columns = columns;
        this.rows = rows;
        this.fee = numbers("fee");
        this.net = columns.has("net_pnl");
        this.money = money();
    }

    private double[] numbers(String name) {
        if (columns.has(name)) {
            return columns.numbers(name);
        }
        double[] none = new double[columns.size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private double[] money() {
        double[] written = numbers("pnl");
        if (!columns.has("net_pnl")
                && !columns.has("gross_pnl")
                && Arrays.stream(written).noneMatch(Double::isNaN)) {
            return written;
        }
        double[] netPnl = numbers("net_pnl");
        double[] gross = numbers("gross_pnl");
        double[] funding = numbers("funding");
        double[] entry = numbers("entry_price");
        double[] exit = numbers("exit_price");
        double[] quantity = numbers("quantity");
        double[] sides = sides();
        double[] pnl = new double[columns.size()];
        for (int i = 0; i < pnl.length; i++) {
            double costs = orZero(fee[i]) + orZero(funding[i]);
            double ours = (exit[i] - entry[i]) * Math.abs(quantity[i]) * sides[i];
            pnl[i] = first(netPnl[i], gross[i] - costs, written[i], ours - costs);
        }
        return pnl;
    }

    /** The price change of each trade; computed only where there is no money. */
    private synchronized double[] share() {
        double[] known = share;
        if (known == null) {
            known = priceChanges();
            share = known;
        }
        return known;
    }

    private double[] priceChanges() {
        double[] entry = numbers("entry_price");
        double[] exit = numbers("exit_price");
        double[] percent = numbers("pnl_percent");
        double[] ratio = numbers("pnl_ratio");
        double[] sides = sides();
        double[] changes = new double[columns.size()];
        for (int i = 0; i < changes.length; i++) {
            double ours = entry[i] > 0 ? (exit[i] / entry[i] - 1) * sides[i] : Double.NaN;
            changes[i] = first(ours, percent[i] / 100, ratio[i], Double.NaN);
        }
        return changes;
    }

    /** 1 for long, -1 for short, not a number where nobody knows. */
    private double[] sides() {
        double[] sides = new double[columns.size()];
        Arrays.fill(sides, Double.NaN);
        double[] known = columns.has("side")
                ? columns.words("side").stream().mapToDouble(FileTrades::side).toArray()
                : new double[0];
        double[] quantity = numbers("quantity");
        int[] codes = known.length > 0 ? columns.codes("side") : new int[0];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = known.length > 0 ? known[codes[i]] : Double.NaN;
            sides[i] = Double.isNaN(sides[i]) && quantity[i] < 0 ? -1 : sides[i];
        }
        return sides;
    }

    private static double side(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "long", "buy", "b", "l" -> 1;
            case "short", "sell", "s" -> -1;
            default -> Double.NaN;
        };
    }

    private static double orZero(double x) {
        return Double.isNaN(x) ? 0 : x;
    }

    private static double first(double a, double b, double c, double d) {
        return !Double.isNaN(a) ? a : !Double.isNaN(b) ? b : !Double.isNaN(c) ? c : d;
    }

    /** Rows of trades that are closed and whose P&L is known, in order of their exit. */
    int[] used() {
        String exit = columns.has("exit_time") ? "exit_time" : "entry_time";
        if (!columns.has("exit_time")) {
            rows.note("no exit times: trades are dated by their entry");
        }
        int[] closed = rows.timed(exit, "without an exit time (still open)");
        boolean anyMoney = Arrays.stream(closed).anyMatch(i -> Double.isFinite(money[i]));
        int[] known = rows.valued(closed, anyMoney ? money : share(), "without a P&L");
        int[] ordered = rows.ordered(known, exits());
        int together = ordered.length - TimeOrder.lastOfEach(exits(), ordered).length;
        if (together > 0) {
            rows.note(FileRows.counted(together, "trade")
                    + " closed at the instant of another: their P&L is summed before any curve");
        }
        return ordered;
    }

    long[] exits() {
        return columns.times(columns.has("exit_time") ? "exit_time" : "entry_time");
    }

    /** A sample of some of the used rows. */
    ClosedTrades of(int[] used, Period period, ZoneId zone) {
        List<String> currencies = currencies(used);
        boolean known = currencies.size() <= 1 && Arrays.stream(used).allMatch(i -> Double.isFinite(money[i]));
        PnlBasis basis = known ? basis(used) : PnlBasis.PERCENT;
        long[] entries = new long[used.length];
        Arrays.fill(entries, ClosedTrades.UNKNOWN_TIME);
        boolean both = columns.has("entry_time") && columns.has("exit_time");
        return new ClosedTrades(
                TimeOrder.pick(exits(), used),
                both ? TimeOrder.pick(columns.times("entry_time"), used) : entries,
                TimeOrder.pick(known ? money : share(), used),
                confidence(used),
                basis,
                known ? currencies.stream().findFirst().orElse("") : String.join(" and ", currencies),
                period,
                zone);
    }

    /** What some of the used rows cost; empty where no column tells. */
    Optional<TradeFees> fees(int[] used, Period period) {
        if (!columns.has("fee")) {
            return Optional.empty();
        }
        List<String> currencies = currencies(used);
        return Optional.of(new TradeFees(
                TimeOrder.pick(fee, used), String.join(" and ", currencies), currencies.size() > 1, period));
    }

    private PnlBasis basis(int[] used) {
        double[] written = net ? columns.numbers("net_pnl") : money;
        for (int i : used) {
            boolean after = (net && !Double.isNaN(written[i])) || !Double.isNaN(fee[i]);
            if (!after) {
                return PnlBasis.GROSS;
            }
        }
        return PnlBasis.NET;
    }

    /** As the currency's column says, else as the pairs do. */
    private List<String> currencies(int[] used) {
        List<String> told = rows.words("currency", used);
        if (!told.isEmpty()) {
            return told;
        }
        TreeSet<String> quotes = new TreeSet<>();
        for (String symbol : rows.words("symbol", used)) {
            quote(symbol).ifPresent(quotes::add);
        }
        return List.copyOf(quotes);
    }

    private static Optional<String> quote(String symbol) {
        String canonical = Symbols.canonical(symbol);
        int slash = canonical.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(canonical.substring(slash + 1).replaceFirst(":.*", ""));
    }

    /** Fractions; per cent where the file has any above 1. */
    private double[] confidence(int[] used) {
        if (!columns.has("confidence")) {
            double[] none = new double[used.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        double[] all = columns.numbers("confidence");
        double top = Arrays.stream(all).anyMatch(c -> c > 1) ? 100 : 1;
        return Arrays.stream(used)
                .mapToDouble(i -> all[i] / top)
                .map(c -> c >= 0 && c <= 1 ? c : Double.NaN)
                .toArray();
    }
}
