package dev.plumbline.sample;

/**
 * A spot position of the Kraken bot: bought once, sold once.
 *
 * @param opened microseconds since 1970
 * @param size   in the coin
 * @param exit   may lie after the sample: then the position is open
 */
record KrakenPosition(String id, Coin coin, long opened, double price, double size, Exit exit, String strategy) {

    private static final double FEE = 0.0016;

    boolean closed(long time) {
        return exit.time() < time;
    }

    boolean open(long time) {
        return opened <= time && !closed(time);
    }

    double cost() {
        return price * size;
    }

    double entryFee() {
        return Coin.rounded(FEE * cost(), 8);
    }

    double exitFee() {
        return Coin.rounded(FEE * exit.price() * size, 8);
    }

    /** USD as the bot writes it: after the fee of the exit, before that of the entry. */
    double profit() {
        return Coin.rounded((exit.price() - price) * size - exitFee(), 8);
    }

    KrakenPosition withSize(double other) {
        return new KrakenPosition(id, coin, opened, price, other, exit, strategy);
    }
}
