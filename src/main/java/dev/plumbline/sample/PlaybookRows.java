package dev.plumbline.sample;

/** The rows of the playbook's own tables, times in microseconds since 1970. */
final class PlaybookRows {

    private PlaybookRows() {}

    /** A reading of {@code confidence_history}. */
    record Reading(PlaybookSeries series, long time, double score, double accuracy, double drift, String mode) {}

    /** A row of {@code learning_states}. */
    record Mode(PlaybookSeries series, long time, String mode, double score, String reason) {}

    /**
     * A row of {@code signals}.
     *
     * @param direction 1 buy, -1 sell, 0 neutral
     */
    record Signal(PlaybookSeries series, long time, int direction, double confidence, double price, double atr) {}

    /**
     * A row of {@code trade_outcomes}.
     *
     * @param direction 1 long, -1 short
     * @param exit      its gain is in the direction of the trade
     */
    record Trade(
            Signal signal,
            int direction,
            double confidence,
            double entryPrice,
            long exitTime,
            Exit exit,
            String regime) {

        PlaybookSeries series() {
            return signal.series();
        }

        String pair() {
            return signal.series().pair();
        }

        long entryTime() {
            return signal.time();
        }

        boolean won() {
            return exit.gain() > 0;
        }
    }

    /** A row of {@code retraining_history}. */
    record Retraining(
            PlaybookSeries series,
            long triggered,
            String reason,
            double seconds,
            String status,
            double accuracy,
            double confidence,
            int epochs) {

        long completed() {
            return triggered + 1_200_000 + Math.round(seconds * 1e6);
        }
    }
}
