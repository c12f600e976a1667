package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Errors and warnings of a window by kind: texts that differ in numbers and ids only are one kind.
 *
 * @param kinds critical ones first, then the most frequent
 */
record ErrorKinds(List<Kind> kinds) {

    private static final List<String> LEVELS = List.of("CRITICAL", "ERROR", "WARNING");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)\\b0x[0-9a-f]+|\\b[0-9a-f]{4,}(-[0-9a-f]{3,})+|[-+]?\\d[\\d.,:]*");
    private static final int SHOWN = 25;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * One kind.
     *
     * @param place file and line of the first
     */
    record Kind(String level, String exchange, String text, long n, long oldest, long newest, String place) {

        Kind and(Kind other) {
            boolean first = oldest <= other.oldest;
            return new Kind(
                    level,
                    exchange,
                    text,
                    n + other.n,
                    Math.min(oldest, other.oldest),
                    Math.max(newest, other.newest),
                    first ? place : other.place);
        }
    }

    ErrorKinds {
        kinds = List.copyOf(kinds);
    }

    static ErrorKinds of(Window window) {
        Rows rows = window.rows("explore/error_messages");
        Map<List<String>, Kind> byText = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Kind kind = new Kind(
                    rows.texts("level")[i],
                    rows.texts("exchange")[i],
                    text(rows.texts("message")[i]),
                    (long) rows.doubles("n")[i],
                    rows.micros("oldest")[i],
                    rows.micros("newest")[i],
                    place(rows.texts("file")[i], rows.doubles("line")[i]));
            byText.merge(List.of(kind.level(), kind.exchange(), kind.text()), kind, Kind::and);
        }
        return new ErrorKinds(byText.values().stream()
                .sorted(Comparator.<Kind>comparingInt(kind -> LEVELS.indexOf(kind.level()))
                        .thenComparing(Comparator.comparingLong(Kind::n).reversed())
                        .thenComparing(Kind::text))
                .toList());
    }

    /** {@code retry #/#}: what numbers and ids were is not what kind it is. */
    static String text(String message) {
        return NUMBER.matcher(message).replaceAll("#");
    }

    static String place(String file, double line) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return Double.isFinite(line) ? name + ":" + (long) line : name;
    }

    /** The kinds as a table. */
    Showable shown() {
        if (kinds.isEmpty()) {
            return Evaluated.only("No error or warning is recorded.");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Kind kind : kinds.subList(0, Math.min(SHOWN, kinds.size()))) {
            rows.add(List.of(
                    kind.level().toLowerCase(Locale.ROOT),
                    kind.text(),
                    kind.exchange(),
                    String.format(Locale.ROOT, "%,d", kind.n()),
                    TIME.format(Period.instant(kind.oldest())),
                    TIME.format(Period.instant(kind.newest())),
                    kind.place()));
        }
        long all = kinds.stream().mapToLong(Kind::n).sum();
        return new Evaluated(
                all == 1
                        ? "One error or warning."
                        : String.format(
                                Locale.ROOT,
                                "%,d errors and warnings of %,d %s.",
                                all,
                                kinds.size(),
                                kinds.size() == 1 ? "kind" : "kinds"),
                "Numbers and ids are written as #. Times in UTC."
                        + (kinds.size() > SHOWN ? " The " + SHOWN + " worst kinds are shown." : ""),
                Evaluated.columns("level", "kind", "exchange", "#n", "first", "last", "first written in"),
                rows);
    }
}
