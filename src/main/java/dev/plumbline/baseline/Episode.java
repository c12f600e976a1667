package dev.plumbline.baseline;

/**
 * One time that a rule fired.
 *
 * @param since    when the series went beyond the level
 * @param fired    when that had lasted as long as the rule asks
 * @param until    when it ended, or the end of what is known
 * @param peak     the value furthest beyond
 * @param peakAt   when that was first seen
 * @param ending   how it ended
 * @param notified how many notifications would have gone out, cooldowns kept
 */
public record Episode(long since, long fired, long until, double peak, long peakAt, Ending ending, int notified) {

    /** How an episode ends. */
    public enum Ending {
        /** The value came back. */
        RESOLVED("resolved"),
        /** The data ended; that is no resolution. */
        NO_DATA("no data after"),
        /** A condition of the rule muted it. */
        MUTED("muted"),
        /** The window ended first. */
        STILL("still firing");

        private final String words;

        Ending(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How long it fired. */
    public long micros() {
        return until - fired;
    }
}
