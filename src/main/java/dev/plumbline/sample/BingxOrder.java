package dev.plumbline.sample;

/**
 * An order that the bot made of a signal.
 *
 * @param broker   the exchange's number; empty when it never took the order
 * @param price    that the signal named; 0 for none
 * @param quantity millionths of the coin
 * @param answered when the exchange had answered
 * @param settled  when the bot learned what became of it
 * @param filled   millionths of the coin
 * @param seconds  that the exchange took
 */
record BingxOrder(
        String id,
        String broker,
        Coin coin,
        boolean buys,
        double price,
        long quantity,
        int leverage,
        String status,
        long answered,
        long settled,
        long filled,
        double seconds) {

    boolean failed() {
        return status.equals("FAILED") || status.equals("ERROR");
    }

    /** Whether the bot has heard the end of it before a time. */
    boolean settled(long time) {
        return !failed() && settled < time;
    }

    String side() {
        return buys ? "BUY" : "SELL";
    }
}
