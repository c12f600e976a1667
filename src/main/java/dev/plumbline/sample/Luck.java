package dev.plumbline.sample;

/** Good and bad days of one agent, which all of its trades of a day share. */
record Luck(long seed, String agent) {

    /** Added to the log odds of a win. */
    double at(long time) {
        return 0.55
                * Dice.of(seed, agent, "luck", Long.toString(time / Market.DAY)).normal();
    }
}
