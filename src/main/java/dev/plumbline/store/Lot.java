package dev.plumbline.store;

import java.util.List;
import java.util.Optional;

/**
 * What is known of records that are put away together, so that nobody has to look through them again.
 *
 * @param months that they lie in
 * @param file   that all of them are from; empty where they are from several
 */
public record Lot(List<Month> months, Optional<String> file) {

    public Lot {
        months = List.copyOf(months);
    }

    /**
     * A month that has records.
     *
     * @param name  such as 2026-11
     * @param first the oldest record's time, in microseconds since 1970
     * @param last  the newest record's
     */
    public record Month(String name, long first, long last) {
        Month until(long latest) {
            return new Month(name, first, Math.min(last, latest));
        }
    }
}
