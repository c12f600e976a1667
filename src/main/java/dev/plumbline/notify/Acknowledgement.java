package dev.plumbline.notify;

import java.time.Instant;

/** Somebody knows of a finding: it is not told again until then, unless it becomes worse. */
public record Acknowledgement(Level level, Instant at, Instant until, String note, String title) {

    boolean covers(Level found, Instant now) {
        return !found.worseThan(level) && now.isBefore(until);
    }
}
