package dev.plumbline.sample;

/**
 * A position of a ROMA agent.
 *
 * @param direction   1 long, -1 short
 * @param quantity    base units still open, leverage included
 * @param margin      USDT still bound
 * @param exit        how it will end if nothing happens before
 * @param partialTime when half of it is closed; Long.MAX_VALUE for never
 * @param remembered  whether the bot still knows it: a restart forgets
 */
record RomaPosition(
        Coin coin,
        int direction,
        double entry,
        double quantity,
        double margin,
        int leverage,
        long opened,
        double stop,
        double target,
        Exit exit,
        long partialTime,
        boolean remembered) {

    /** True profit at a price, of a quantity: not multiplied by the leverage, which the quantity has already. */
    double profit(double price, double part) {
        return direction * (price - entry) * part;
    }

    String side() {
        return direction > 0 ? "long" : "short";
    }

    double liquidation() {
        return coin.tick(entry * (1 - direction * 0.92 / leverage));
    }

    RomaPosition reducedBy(double part) {
        double left = coin.lots(quantity - part);
        return new RomaPosition(
                coin,
                direction,
                entry,
                left,
                margin * left / quantity,
                leverage,
                opened,
                stop,
                target,
                exit,
                Long.MAX_VALUE,
                remembered);
    }

    RomaPosition forgotten() {
        return new RomaPosition(
                coin, direction, entry, quantity, margin, leverage, opened, stop, target, exit, partialTime, false);
    }
}
