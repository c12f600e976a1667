package dev.plumbline.source;

/** Where a stretch of a log ends. One that is put away by itself holds whole instants, so that equal lines stand together. */
final class LogCuts {

    /** How much fuller than full a stretch gets for the sake of an instant. */
    private static final int PATIENCE = 1 << 16;

    private final boolean apart;
    private long last = LogClock.NONE;

    /** @param apart whether stretches are put away by themselves */
    LogCuts(boolean apart) {
        this.apart = apart;
    }

    /** Whether a stretch ends before a record of this time. */
    boolean before(long time, LogStretch stretch) {
        boolean same = apart && time == last;
        last = time;
        return stretch.full() && (!same || stretch.size() > LogStretch.RECORDS + PATIENCE);
    }
}
