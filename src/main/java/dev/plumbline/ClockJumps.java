package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where stored times jump, before a baseline or in it: forward, so that its days lie where nothing was ever stored, or
 * back, so that a log tells of the same days twice.
 */
final class ClockJumps {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Duration LONG = Duration.ofDays(2);
    private static final int SHOWN = 3;

    private ClockJumps() {}

    /** The longest stretch of two days or more without a row that the window reaches into; with what to do. */
    static Optional<String> forward(Window window) {
        Workbench workbench = window.workbench();
        Instant end = workbench.newest().plusNanos(1_000);
        Rows rows = workbench.between(Period.of(workbench.agent().first(), end)).rows("samples/active_quarters");
        long[] quarters = rows.micros("quarter");
        int longest = 0;
        for (int i = 1; i < quarters.length; i++) {
            boolean reaches = quarters[i - 1] < window.period().toMicros()
                    && quarters[i] > window.period().fromMicros();
            long gap = quarters[i] - quarters[i - 1];
            if (reaches && gap >= LONG.toNanos() / 1_000 && (longest == 0 || gap > length(quarters, longest))) {
                longest = i;
            }
        }
        return longest == 0
                ? Optional.empty()
                : Optional.of(forward(quarters[longest - 1], quarters[longest], window.zone()));
    }

    private static long length(long[] quarters, int i) {
        return quarters[i] - quarters[i - 1];
    }

    private static String forward(long since, long until, ZoneId zone) {
        LocalDate day = Period.instant(until).atZone(zone).toLocalDate();
        boolean whole = day.atStartOfDay(zone).toInstant().equals(Period.instant(until));
        return String.format(
                Locale.ROOT,
                "the stored times jump from %s to %s, %,d days without a row: a clock was set, or the bot was off, and those"
                        + " days cannot say what is normal; --from %s is the first full day after the jump",
                time(since, zone),
                time(until, zone),
                Duration.between(Period.instant(since), Period.instant(until)).toDays(),
                whole ? day : day.plusDays(1));
    }

    /** Where a log went back in time, and which days of the window are in it twice. */
    static List<String> back(Window window) {
        Rows rows = window.rows("samples/clock_back");
        ZoneId zone = window.zone();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), SHOWN); i++) {
            long since = rows.micros("since")[i];
            words.add(String.format(
                    Locale.ROOT,
                    "clock: line %.0f of %s goes back from %s to %s: what lies between %s and %s is told twice, and counted"
                            + " twice here; --from %s begins after it",
                    rows.doubles("line")[i],
                    rows.texts("file")[i],
                    time(since, zone),
                    time(rows.micros("until")[i], zone),
                    time(rows.micros("twice")[i], zone),
                    time(since, zone),
                    Period.instant(since).atZone(zone).toLocalDate().plusDays(1)));
        }
        if (rows.size() > SHOWN) {
            words.add("clock: " + (rows.size() - SHOWN) + " more lines go back: plumb check --quality");
        }
        return words;
    }

    private static String time(long micros, ZoneId zone) {
        return TIME.format(Period.instant(micros).atZone(zone));
    }
}
