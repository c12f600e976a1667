package dev.plumbline.sample;

/**
 * A futures position of the fox.
 *
 * @param opened    microseconds since 1970
 * @param direction 1 for long, -1 for short
 */
record FoxPosition(long opened, String exchange, Coin coin, int direction, double price, double quantity, Exit exit) {

    static final long AGED = 3 * Market.HOUR;

    boolean open(long time) {
        return opened <= time && time < exit.time();
    }

    /** USDT without fees, as the bot counts. */
    double profit() {
        return direction * (exit.price() - price) * quantity;
    }
}
