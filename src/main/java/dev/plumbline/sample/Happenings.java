package dev.plumbline.sample;

import dev.plumbline.model.Period;

/** What happens to every live agent in the ordinary course of things, planted changes or none. */
final class Happenings {

    private Happenings() {}

    /** When money is paid in: in the third week. */
    static long deposit(Period period) {
        return period.fromMicros() + 16 * Market.DAY + 10 * Market.HOUR;
    }

    /** When the bot is restarted and forgets its open positions: in the second week. */
    static long restart(Period period) {
        return period.fromMicros() + 10 * Market.DAY + 13 * Market.HOUR;
    }
}
