package dev.plumbline.notify;

import java.time.LocalTime;

/** A stretch of every day, which may go over midnight. The end does not belong to it. */
public record QuietHours(LocalTime from, LocalTime to) {

    boolean contains(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
