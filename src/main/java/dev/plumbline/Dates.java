package dev.plumbline;

import dev.plumbline.model.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Periods in words: {@code 10–16 November 2026}, {@code 27 Oct – 2 Nov 2026}. */
public final class Dates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private Dates() {}

    /** The period as a title says it, with whole month names. */
    public static String title(Period period, ZoneId zone) {
        return words(period, zone, "MMMM");
    }

    /** The period in short, as tables say it. */
    public static String range(Period period, ZoneId zone) {
        return words(period, zone, "MMM");
    }

    private static String words(Period period, ZoneId zone, String month) {
        ZonedDateTime from = period.from().atZone(zone);
        ZonedDateTime to = period.to().atZone(zone);
        boolean days = from.equals(from.toLocalDate().atStartOfDay(zone))
                && to.equals(to.toLocalDate().atStartOfDay(zone))
                && from.isBefore(to);
        if (!days) {
            return TIME.format(from) + " – " + TIME.format(to);
        }
        LocalDate first = from.toLocalDate();
        LocalDate last = to.toLocalDate().minusDays(1);
        String end = last.format(pattern("d " + month + " yyyy"));
        if (first.equals(last)) {
            return end;
        }
        if (first.getYear() != last.getYear()) {
            return first.format(pattern("d " + month + " yyyy")) + " – " + end;
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + end
                : first.format(pattern("d " + month)) + " – " + end;
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /**
     * A date, or an instant with or without an offset.
     *
     * @param end whether the end of a date is meant
     * @throws IllegalArgumentException when it is neither
     */
    static Instant instant(String text, boolean end, ZoneId zone) {
        try {
            if (text.length() <= 10) {
                LocalDate date = LocalDate.parse(text);
                return (end ? date.plusDays(1) : date).atStartOfDay(zone).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "found \"" + text + "\", expected a date such as 2026-11-10 or an instant such as"
                            + " 2026-11-10T08:00:00Z",
                    e);
        }
    }
}
