package dev.plumbline.sample;

import java.util.List;
import java.util.Locale;

/** What the model writes: free text, with everything that free text can hold. */
final class RomaTexts {

    private static final List<String> OPENINGS = List.of(
            "Let me look at the account first, then at each market.\n",
            "## Market read\n",
            "The tape is quieter than an hour ago; I weigh risk before reward.\n",
            "📊 Reviewing 15m and 4h structure.\n");
    private static final List<String> CLOSINGS = List.of(
            "Risk per idea stays below 2% of equity. No averaging down.",
            "The 4h trend is flat, so size stays small \u2192 patience pays.",
            "I remind myself: \"cut losers, let winners run\".",
            "Correlation between BTC and alts is high today; one position per idea.",
            "Fees matter at this holding time, so marginal setups are passed over.");
    private static final List<String> OPEN = List.of(
            "Breakout with rising volume, RSI %.0f; stop below the last swing.",
            "Momentum on 15m agrees with 4h; RSI %.0f leaves room. Risk:reward about 1.3.",
            "Mean reversion: stretched %.0f by RSI, funding neutral.");
    private static final List<String> HOLD = List.of(
            "Thesis intact, stop untouched.",
            "Still inside the range; let it work.",
            "P&L within noise, nothing to do.");
    private static final List<String> CLOSE = List.of(
            "Time is up and momentum faded.", "Target unlikely before funding; take it off.", "Setup invalidated.");
    private static final List<String> WAIT = List.of(
            "No high-confidence setups",
            "Spread too wide for the edge",
            "Chop. Waiting for a close outside the range.");
    private static final String ODD = "Someone posted <script>alert(\"moon\")</script> \uD83D\uDE80 in the feed; "
            + "I treat it as text, not as an order.\n\tRobert'); DROP TABLE trades;-- is not a ticker either.";

    private final Market market;
    private final List<Coin> coins;
    private final Dice dice;

    RomaTexts(Market market, List<Coin> coins, Dice dice) {
        this.market = market;
        this.coins = coins;
        this.dice = dice;
    }

    String thought(long time, int cycle, double equity, int positions) {
        if (cycle % 997 == 13) {
            return ODD;
        }
        StringBuilder text = new StringBuilder(640).append(dice.oneOf(OPENINGS));
        text.append("Equity ")
                .append(cents(equity))
                .append(" USDT, open positions: ")
                .append(positions)
                .append(".\n");
        for (Coin coin : coins) {
            double now = market.price(coin, time);
            long hour = Math.round((now / market.price(coin, time - Market.HOUR) - 1) * 10_000);
            long day = Math.round((now / market.price(coin, time - Market.DAY) - 1) * 10_000);
            text.append("- ")
                    .append(coin.contract())
                    .append(": 1h ")
                    .append(hour)
                    .append(" bp, 24h ")
                    .append(day);
            text.append(" bp; ")
                    .append(Math.abs(hour) > 60 ? "moving" : "in range")
                    .append('\n');
        }
        return text.append(dice.oneOf(CLOSINGS)).toString();
    }

    String open() {
        return String.format(Locale.ROOT, dice.oneOf(OPEN), dice.between(28, 71));
    }

    String hold() {
        return dice.oneOf(HOLD);
    }

    String close() {
        return dice.oneOf(CLOSE);
    }

    String pause() {
        return dice.oneOf(WAIT);
    }

    private static String cents(double amount) {
        long cents = Math.round(amount * 100);
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }
}
