package dev.plumbline.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person wrote down hour by hour: {@code hourly_observations.md}, Markdown whose headings name the hour.
 *
 * <p>A heading with a time of day ({@code ## 14:00}, {@code ### Hour 3 (14:00 - 15:00)}) belongs to that hour, of the date
 * that it or a line before it names ({@code Date: 2026-11-20}), else of the day on which the test began. A heading with a
 * number only ({@code ## Hour 3}) is the third hour of the test. What stands below other headings has no hour.
 */
public final class HourNotes {

    private static final Pattern HEADING = Pattern.compile("\\s*(?:#{1,6}\\s+|\\*\\*)(.*?)(?:\\*\\*)?\\s*");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
    private static final Pattern CLOCK = Pattern.compile("\\b([01]?\\d|2[0-3]):([0-5]\\d)\\b");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\bhour\\s*#?\\s*(\\d{1,3})\\b");

    private HourNotes() {}

    /**
     * One note.
     *
     * @param hour its beginning; empty where the heading names none
     * @param text untrusted, as written, one line
     */
    public record Note(Optional<Instant> hour, String text) {}

    /**
     * The notes of a file, in its order; none where there is no file.
     *
     * @param zone whose clock was read
     * @param from when the test began
     */
    public static List<Note> read(Path file, ZoneId zone, Instant from) throws IOException {
        return Files.isRegularFile(file) ? of(Files.readAllLines(file), zone, from) : List.of();
    }

    static List<Note> of(List<String> lines, ZoneId zone, Instant from) {
        List<Note> notes = new ArrayList<>();
        LocalDate date = from.atZone(zone).toLocalDate();
        Optional<Instant> hour = Optional.empty();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            date = date(line).orElse(date);
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                end(notes, hour, text);
                hour = hour(heading.group(1), date, zone, from);
            } else if (!line.isBlank() && !isDateAlone(line)) {
                text.append(text.isEmpty() ? "" : " ").append(line.strip().replaceFirst("^[-*]\\s+", ""));
            }
        }
        end(notes, hour, text);
        return notes;
    }

    private static void end(List<Note> notes, Optional<Instant> hour, StringBuilder text) {
        if (!text.isEmpty()) {
            notes.add(new Note(hour, text.toString()));
            text.setLength(0);
        }
    }

    private static boolean isDateAlone(String line) {
        return line.strip().matches("(?i)\\W*date\\W*\\d{4}-\\d{2}-\\d{2}\\W*");
    }

    private static Optional<LocalDate> date(String line) {
        Matcher found = DATE.matcher(line);
        boolean names = HEADING.matcher(line).matches() || isDateAlone(line);
        try {
            return names && found.find() ? Optional.of(LocalDate.parse(found.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // 2026-13-40 is no date, and no reason to lose the note
        }
    }

    private static Optional<Instant> hour(String heading, LocalDate date, ZoneId zone, Instant from) {
        Matcher clock = CLOCK.matcher(heading);
        if (clock.find()) {
            LocalTime time = LocalTime.of(Integer.parseInt(clock.group(1)), 0);
            return Optional.of(date.atTime(time).atZone(zone).toInstant());
        }
        Matcher number = NUMBER.matcher(heading);
        return number.find()
                ? Optional.of(from.plus(Math.max(0, Integer.parseInt(number.group(1)) - 1), ChronoUnit.HOURS)
                        .truncatedTo(ChronoUnit.HOURS))
                : Optional.empty();
    }
}
