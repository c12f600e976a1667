package dev.plumbline.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Where a stretch of a log ends. One that is published by itself holds whole instants, so that equal lines stand together, and
 * rows of one month.
 */
final class LogCuts {

    /** A log whose clock leaps to and fro is not cut at every leap. */
    private static final int MOST_MONTHS = 50;

    private static final long SECOND = 1_000_000;
    /** How much fuller than full a stretch gets for the sake of an instant. */
    private static final int PATIENCE = 1 << 16;

    private final boolean apart;
    private long last = LogClock.NONE;
    private long monthFrom = 0;
    private long monthTo = 0;
    private int months;

    /** @param apart whether stretches are published by themselves */
    LogCuts(boolean apart) {
        this.apart = apart;
    }

    /** Whether a stretch ends before a record of this time. */
    boolean before(long time, LogStretch stretch) {
        boolean same = time == last;
        last = time;
        if (!apart) {
            return stretch.full();
        }
        boolean cut = stretch.full() && (!same || stretch.size() > LogStretch.RECORDS + PATIENCE);
        if (time < monthFrom || time >= monthTo) {
            LocalDate first = Instant.ofEpochSecond(Math.floorDiv(time, SECOND))
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .withDayOfMonth(1);
            monthFrom = first.toEpochSecond(LocalTime.MIN, ZoneOffset.UTC) * SECOND;
            monthTo = first.plusMonths(1).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC) * SECOND;
            cut |= stretch.size() > 0 && months++ < MOST_MONTHS;
        }
        return cut;
    }
}
