package dev.plumbline.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A market's name as {@code BASE/QUOTE}, or {@code BASE/QUOTE:SETTLE} where it is known to be a contract. One spelling
 * for what exchanges and bots write as BTCUSDT, btc-usdt, XXBTZEUR or BTC-USDT-SWAP.
 */
public final class Symbols {

    /** What things are priced in, longest first, so that FDUSD is not read as a coin priced in USD. */
    private static final List<String> QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDD", "USD", "EUR", "GBP", "JPY", "TRY", "BRL", "AUD", "CAD",
            "CHF", "BTC", "XBT", "ETH", "BNB", "DAI");

    /** Kraken's older names: X before a coin, Z before a state's money. */
    private static final Pattern KRAKEN = Pattern.compile("(?:[XZ]([A-Z]{3})[ZX]|(USDT)Z)([A-Z]{3})");

    /**
     * Names that end in TUSD or BUSD and are priced in USD all the same: TUSD was a market for few coins, while many
     * coins end in T; few end in B. The macro {@code raw.quote_currency} goes by the same.
     */
    private static final Pattern PRICED_IN_USD = Pattern.compile(
            "(?!(?:BTC|XBT|ETH|BNB|XRP|ADA|TRX|EOS|XLM|LTC|LINK|BCH|USDC|NEO|ATOM|ALGO|ONT|WAVES|ETC|PAX|DOGE|SOL|MATIC|ARB"
                    + "|OP|SUI|PEPE|FLOKI|SHIB|GALA|LDO|EDU|AVAX)TUSD)[A-Z0-9]+TUSD"
                    + "|(?:B|BN|SHI|1000SHI|AR|MO|BO|VI)BUSD");

    private static final Pattern PAIR = Pattern.compile("([^\\s/_:-]+)[/_-]([^\\s/_:-]+)");
    private static final Pattern SETTLED = Pattern.compile("([^\\s/_:-]+)/([^\\s/_:-]+):([^\\s/_:]+)");
    private static final Pattern SWAP = Pattern.compile("([^\\s/_:-]+)[-_]([^\\s/_:-]+)[-_](?:SWAP|PERP)");
    private static final Pattern JOINED_SWAP = Pattern.compile("([^\\s/_:-]+)[-_](?:SWAP|PERP)");

    private Symbols() {}

    /** The canonical name; what is not understood comes back in upper case, otherwise as written. */
    public static String canonical(String written) {
        String symbol = written.strip().toUpperCase(Locale.ROOT);
        Matcher settled = SETTLED.matcher(symbol);
        if (settled.matches()) {
            return coin(settled.group(1)) + "/" + coin(settled.group(2)) + ":" + coin(settled.group(3));
        }
        Matcher swap = SWAP.matcher(symbol);
        if (swap.matches()) {
            return coin(swap.group(1)) + "/" + coin(swap.group(2)) + ":" + coin(swap.group(2));
        }
        Matcher joined = JOINED_SWAP.matcher(symbol);
        if (joined.matches()) {
            return joined(joined.group(1))
                    .map(name -> name + ":" + name.substring(name.indexOf('/') + 1))
                    .orElse(symbol);
        }
        Matcher pair = PAIR.matcher(symbol);
        if (pair.matches()) {
            return coin(pair.group(1)) + "/" + coin(pair.group(2));
        }
        Matcher kraken = KRAKEN.matcher(symbol);
        if (kraken.matches() && QUOTES.contains(kraken.group(3))) {
            return coin(kraken.group(1) == null ? kraken.group(2) : kraken.group(1)) + "/" + coin(kraken.group(3));
        }
        return joined(symbol).orElse(symbol);
    }

    /** A name without a separator, such as BTCUSDT: split before the quote that it ends with. */
    private static Optional<String> joined(String symbol) {
        if (PRICED_IN_USD.matcher(symbol).matches()) {
            return Optional.of(coin(symbol.substring(0, symbol.length() - "USD".length())) + "/USD");
        }
        return QUOTES.stream()
                .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
                .findFirst()
                .map(quote -> coin(symbol.substring(0, symbol.length() - quote.length())) + "/" + coin(quote));
    }

    /** Bitcoin and Dogecoin go by two codes each. */
    private static String coin(String code) {
        return switch (code) {
            case "XBT", "XXBT" -> "BTC";
            case "XDG", "XXDG" -> "DOGE";
            default -> code;
        };
    }
}
