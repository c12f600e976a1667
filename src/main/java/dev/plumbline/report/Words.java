package dev.plumbline.report;

import dev.plumbline.model.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Small change of sentences. */
final class Words {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Words() {}

    /** {@code two}; above twelve, digits. */
    static String number(long n) {
        return n >= 0 && n < NUMBERS.size() ? NUMBERS.get((int) n) : String.format(Locale.ROOT, "%,d", n);
    }

    /** {@code 1 finding}, {@code 2 findings}. */
    static String count(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
    }

    /** {@code −3.3 to +23.3 min}: a unit that both ends have is said once. */
    static String range(String from, String to) {
        int space = to.indexOf(' ');
        String shared = space < 0 ? "" : to.substring(space);
        return (from.endsWith(shared) ? from.substring(0, from.length() - shared.length()) : from) + " to " + to;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** With a capital and a full stop; empty stays empty. */
    static String sentence(String text) {
        String capital = capital(text.strip());
        boolean ends = capital.isEmpty() || ".!?…".indexOf(capital.charAt(capital.length() - 1)) >= 0;
        return ends ? capital : capital + ".";
    }

    /** The same, without the year where the later period names it anyway. */
    static String daysBefore(Period period, Period later) {
        String days = days(period);
        int year = later.lastDate(ZoneOffset.UTC).getYear();
        return days.endsWith(" " + year) && days.indexOf(Integer.toString(year)) == days.length() - 4
                ? days.substring(0, days.length() - 5)
                : days;
    }

    /** {@code 10–16 Nov 2026}, {@code 28 Oct – 3 Nov 2026}; days of UTC. */
    static String days(Period period) {
        LocalDate first = period.from().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = period.lastDate(ZoneOffset.UTC);
        DateTimeFormatter full = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
        if (first.equals(last)) {
            return full.format(last);
        }
        if (first.getYear() != last.getYear()) {
            return full.format(first) + " – " + full.format(last);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + full.format(last)
                : DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(first) + " – " + full.format(last);
    }
}
