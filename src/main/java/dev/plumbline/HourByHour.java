package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import dev.plumbline.source.HourNotes;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Errors and warnings by hour, beside what somebody wrote down in that hour. */
public final class HourByHour {

    private static final String FILE = "hourly_observations.md";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private HourByHour() {}

    /** A row an hour with an error, a warning or a note of {@code hourly_observations.md} in the data folder. */
    public static Showable of(Window window) {
        Path file = window.workbench().data().resolve(FILE);
        Map<Instant, List<String>> hours = new TreeMap<>();
        Rows errors = window.rows("explore/errors_by_hour");
        for (int i = 0; i < errors.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (String level : List.of("critical", "error", "warning")) {
                cells.add(String.format(Locale.ROOT, "%,.0f", errors.doubles(level)[i]));
            }
            cells.add("");
            hours.put(Period.instant(errors.micros("hour_begins")[i]), cells);
        }
        List<String> elsewhere = new ArrayList<>();
        int noted = 0;
        for (HourNotes.Note note : notes(file, window)) {
            boolean inside = note.hour()
                    .filter(hour -> hour.isBefore(window.period().to())
                            && !hour.plusSeconds(3_599).isBefore(window.period().from()))
                    .isPresent();
            if (!inside) {
                elsewhere.add(note.text());
                continue;
            }
            noted++;
            List<String> cells = hours.computeIfAbsent(
                    note.hour().orElseThrow(), hour -> new ArrayList<>(List.of("–", "–", "–", "")));
            cells.set(3, (cells.get(3) + " " + note.text()).strip());
        }
        if (hours.isEmpty()) {
            return Evaluated.only("No hour has an error, a warning or a note.");
        }
        return new Evaluated(
                hours.size() + (hours.size() == 1 ? " hour" : " hours") + " with errors, warnings or notes; "
                        + (noted == 0 ? "none" : Integer.toString(noted)) + " noted in `" + FILE + "`"
                        + (elsewhere.isEmpty() ? "." : ", " + elsewhere.size() + " more of other times or of no hour."),
                "Hours begin as said, in " + window.zone().getId() + "; the newest 48 with errors.",
                Evaluated.columns("hour", "#critical", "#errors", "#warnings", "what was observed"),
                hours.entrySet().stream()
                        .map(hour -> List.of(
                                HOUR.format(hour.getKey().atZone(window.zone())),
                                hour.getValue().get(0),
                                hour.getValue().get(1),
                                hour.getValue().get(2),
                                hour.getValue().get(3)))
                        .toList());
    }

    private static List<HourNotes.Note> notes(Path file, Window window) {
        try {
            return HourNotes.read(file, window.zone(), window.period().from());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
