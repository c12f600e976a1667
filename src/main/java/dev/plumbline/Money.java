package dev.plumbline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.Sample;
import dev.plumbline.store.Rows;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What amounts are in: the currency in a figure's title, and where it comes from in the line below the page's. */
final class Money {

    private Money() {}

    /** The measurement with the currency in its title, where it is an amount of one. */
    static <S extends Sample> Measurement named(Measurement measured, S sample) {
        String currency = sample instanceof ClosedTrades trades ? trades.currency() : "";
        return measured.metric().unit() == Unit.MONEY && !currency.isEmpty()
                ? new Measurement(titled(measured.metric(), currency), measured.slice(), measured.result())
                : measured;
    }

    private static <S extends Sample> Metric<S> titled(Metric<S> metric, String currency) {
        return new Metric<>(
                metric.id(),
                metric.title() + " (" + currency + ")",
                metric.unit(),
                metric.sample(),
                metric.better(),
                metric.formula());
    }

    /** {@code money in USDT, modelled from the configured stake of 500 USDT a trade and 0.05 % fees}; empty without money. */
    static String words(Window window) {
        ClosedTrades trades = window.sample(ClosedTrades.class);
        if (trades.size() > 0 && !trades.basis().isMoney()) {
            return "profit in per cent of price: the files know no money";
        }
        EquityCurve equity = window.sample(EquityCurve.class);
        String currency = trades.size() > 0 ? trades.currency() : equity.currency();
        if (currency.isEmpty()) {
            return "";
        }
        String basis = trades.size() == 0
                ? ""
                : trades.basis() == PnlBasis.MODELLED
                        ? ", " + modelled(window, currency)
                        : ", " + trades.basis().words();
        return "money in " + currency + basis + converted(window, trades, currency);
    }

    /** Amounts of other currencies are in the sums only by the operator's rates. */
    private static String converted(Window window, ClosedTrades trades, String currency) {
        if (trades.size() == 0 || !trades.basis().isMoney()) {
            return "";
        }
        String others = Arrays.stream(window.rows("samples/trades").texts("pnl_currency"))
                .filter(other -> !other.isEmpty() && !other.equals(currency))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : ", P&L in " + others + " converted by data/rates.csv";
    }

    private static String modelled(Window window, String currency) {
        Rows settings = window.rows("samples/settings");
        double stake = settings.isEmpty() ? Double.NaN : settings.doubles("stake")[0];
        double fee = settings.isEmpty() ? Double.NaN : settings.doubles("fee_rate")[0];
        String words = PnlBasis.MODELLED.words();
        if (Double.isFinite(stake)) {
            words += String.format(Locale.ROOT, " of %,.0f %s a trade", stake, currency);
        }
        return Double.isFinite(fee)
                ? words + String.format(Locale.ROOT, " and %s %% fees", Double.toString(Math.round(fee * 1e6) / 1e4))
                : words;
    }
}
