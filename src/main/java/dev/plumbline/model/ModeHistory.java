package dev.plumbline.model;

/**
 * The mode states of every series (symbol and interval) of an agent, ordered by series, then by time. The state that
 * a series was in when the period began comes first and is marked as carried.
 *
 * @param series  number of the series, from 0
 * @param micros  when the state was written, microseconds since 1970
 * @param mode    the mode, such as LEARNING or TRADING
 * @param carried whether the row lies before the period
 * @param end     where time in a mode ends: the end of the period, or the newest row of the agent when that is earlier
 */
public record ModeHistory(int[] series, long[] micros, String[] mode, boolean[] carried, long end, Period period)
        implements Sample {

    public ModeHistory {
        series = series.clone();
        micros = micros.clone();
        mode = mode.clone();
        carried = carried.clone();
        if (series.length != micros.length || mode.length != micros.length || carried.length != micros.length) {
            throw new IllegalArgumentException("mode columns of different length: " + series.length + " series, "
                    + micros.length + " times, " + mode.length + " modes, " + carried.length + " marks");
        }
    }

    @Override
    public int size() {
        int n = 0;
        for (boolean before : carried) {
            n += before ? 0 : 1;
        }
        return n;
    }
}
