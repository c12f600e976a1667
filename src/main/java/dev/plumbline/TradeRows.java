package dev.plumbline;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.Slice;
import dev.plumbline.store.Rows;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Closed trades in the unit that all of them share: money of one currency, else per cent. */
final class TradeRows {

    private TradeRows() {}

    static ClosedTrades sample(Rows rows, Slice slice, Rates rates, Period observed, ZoneId zone) {
        int[] chosen = Dimension.chosen(rows, slice, zone);
        String[] bases = pick(rows.texts("pnl_basis"), chosen);
        String[] currencies = pick(rows.texts("pnl_currency"), chosen);
        double[] money = pick(rows.doubles("pnl"), chosen);
        List<String> kinds = Stream.of(currencies).distinct().sorted().toList();
        if (kinds.size() > 1) {
            Optional<Rates.Converted> converted =
                    rates.convert(money, currencies, pick(rows.micros("exit_time"), chosen));
            if (converted.isPresent()) {
                money = converted.get().amounts();
                kinds = List.of(converted.get().currency());
            }
        }
        boolean known = Arrays.stream(money).allMatch(Double::isFinite) && kinds.size() <= 1;
        PnlBasis basis = known ? basis(bases) : PnlBasis.PERCENT;
        return new ClosedTrades(
                pick(rows.micros("exit_time"), chosen),
                pick(rows.micros("entry_time"), chosen),
                basis.isMoney() ? money : pick(rows.doubles("pnl_fraction"), chosen),
                pick(rows.doubles("confidence"), chosen),
                basis,
                basis.isMoney() && kinds.size() == 1 ? kinds.get(0) : kinds.size() > 1 ? listed(kinds) : "",
                observed,
                zone);
    }

    /** The least that is known of any of the trades. */
    private static PnlBasis basis(String[] written) {
        PnlBasis least = PnlBasis.NET;
        for (String word : written) {
            PnlBasis one =
                    switch (word) {
                        case "net" -> PnlBasis.NET;
                        case "gross" -> PnlBasis.GROSS;
                        case "modelled" -> PnlBasis.MODELLED;
                        default -> PnlBasis.PERCENT;
                    };
            least = one.compareTo(least) > 0 ? one : least;
        }
        return least;
    }

    /** {@code EUR, USD and USDT}. */
    static String listed(List<String> names) {
        List<String> shown =
                names.stream().map(name -> name.isEmpty() ? "(none)" : name).toList();
        return String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
    }

    private static double[] pick(double[] from, int[] chosen) {
        return IntStream.of(chosen).mapToDouble(i -> from[i]).toArray();
    }

    private static long[] pick(long[] from, int[] chosen) {
        return IntStream.of(chosen).mapToLong(i -> from[i]).toArray();
    }

    private static String[] pick(String[] from, int[] chosen) {
        return IntStream.of(chosen).mapToObj(i -> from[i]).toArray(String[]::new);
    }
}
