package dev.plumbline.chart;

import dev.plumbline.model.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days of a zone as places on an x axis: the middle of each day, whatever its length. */
final class Days {

    private Days() {}

    /** A day in microseconds since 1970, {@code from} in and {@code to} not. */
    record Day(double from, double to) {

        static final Day NONE = new Day(0, 0);

        static Day of(double micros, ZoneId zone) {
            LocalDate date = Clock.at(micros, zone).toLocalDate();
            Period whole = Period.ofDays(date, date, zone);
            return new Day(whole.fromMicros(), whole.toMicros());
        }

        boolean holds(double micros) {
            return micros >= from && micros < to;
        }

        double middle() {
            return (from + to) / 2;
        }
    }

    static double middle(LocalDate day, ZoneId zone) {
        Period whole = Period.ofDays(day, day, zone);
        return (whole.fromMicros() + whole.toMicros()) / 2.0;
    }

    static double[] middles(List<LocalDate> days, ZoneId zone) {
        return days.stream().mapToDouble(day -> middle(day, zone)).toArray();
    }

    static LocalDate of(long micros, ZoneId zone) {
        return Clock.at((double) micros, zone).toLocalDate();
    }
}
