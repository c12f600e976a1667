package dev.plumbline.model;

/**
 * Retraining runs triggered inside the period, in time order.
 *
 * @param micros          when triggered, microseconds since 1970
 * @param status          the source's word: success, below_target, error, in_progress
 * @param seconds         duration; NaN where not known
 * @param confidenceAfter validation confidence, 0 to 1; NaN where not known
 * @param symbols         how many symbols the agent has in all: the denominator of a rate per symbol
 */
public record RetrainingRuns(
        long[] micros, String[] status, double[] seconds, double[] confidenceAfter, int symbols, Period period)
        implements Sample {

    public RetrainingRuns {
        micros = micros.clone();
        status = status.clone();
        seconds = seconds.clone();
        confidenceAfter = confidenceAfter.clone();
        if (status.length != micros.length
                || seconds.length != micros.length
                || confidenceAfter.length != micros.length) {
            throw new IllegalArgumentException("retraining columns of different length: " + micros.length + " times, "
                    + status.length + " states, " + seconds.length + " durations, " + confidenceAfter.length
                    + " confidences");
        }
    }

    @Override
    public int size() {
        return micros.length;
    }
}
