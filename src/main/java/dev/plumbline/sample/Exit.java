package dev.plumbline.sample;

/**
 * How a position ended.
 *
 * @param time   start of the minute, microseconds since 1970
 * @param gain   fraction of the entry price in the position's direction, before fees
 * @param reason {@link #TARGET}, {@link #STOP} or {@link #TIME}
 */
record Exit(long time, double price, double gain, String reason) {

    static final String TARGET = "take_profit";
    static final String STOP = "stop_loss";
    static final String TIME = "time_limit";
}
