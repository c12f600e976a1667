package dev.plumbline.chart;

import dev.plumbline.model.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days of a zone as places on an x axis: the middle of each day, whatever its length. */
final class Days {

    private Days() {}

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
