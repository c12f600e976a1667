package dev.plumbline;

/**
 * What a simulated bot leaves behind on one day; series 0 and 1 are its two symbols.
 *
 * @param exits      of its trades, microseconds since the day's start, rising
 * @param pnl        of each
 * @param symbol     of each
 * @param isLong     of each
 * @param equity     hourly, at the end of the hour
 * @param confidence every quarter of an hour, by series
 * @param trading    whether the mode is TRADING, hourly, by series
 * @param retrained  when, rising
 * @param worked     whether that run succeeded
 * @param seconds    that it took
 * @param errors     among the day's 288 cycles
 */
record SimulatedDay(
        long[] exits,
        double[] pnl,
        int[] symbol,
        boolean[] isLong,
        double[] equity,
        double[][] confidence,
        boolean[][] trading,
        long[] retrained,
        boolean[] worked,
        double[] seconds,
        int errors) {

    static final int CYCLES = 288;
    static final int READINGS = 96;
    static final int HOURS = 24;
    static final long MICROS = 86_400_000_000L;
}
