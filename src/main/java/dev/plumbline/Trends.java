package dev.plumbline;

import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.Track;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Trend;
import dev.plumbline.model.Period;
import dev.plumbline.report.Block.DataTable.Column;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was monitored, day by day, with its trend; beside it how many alerts there were. */
final class Trends {

    private static final int SHOWN_DAYS = 7;
    private static final int MOST = 30;
    private static final int WEEK = 7;
    private static final String ABSENT = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** What the Kraken monitor's zeros are no measurement of. */
    static final String UNTRADED =
            " A success rate is undefined until the first trade of a day: the 0 that is written then is left out.";

    /** @param of what the trend is of: the total of the day, else its mean */
    private record Cell(double of, String words) {}

    private Trends() {}

    /** A row a series that moves, a column a day. */
    static Showable of(Window window) {
        Map<String, Map<LocalDate, Cell>> series = monitored(window);
        if (series.isEmpty()) {
            return Evaluated.only("Not available: nothing was monitored in these days, or nothing of it moved.");
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        series.values().forEach(it -> days.addAll(it.keySet()));
        List<LocalDate> shown = List.copyOf(days).subList(Math.max(0, days.size() - SHOWN_DAYS), days.size());
        List<List<String>> lines = new ArrayList<>();
        List<String> moves = new ArrayList<>();
        alerts(window, days).forEach((name, counts) -> lines.add(line(name, counts, shown, "")));
        series.forEach((name, cells) -> {
            Result slope = slope(cells);
            if (slope instanceof Result.Value value
                    && !value.interval().orElseThrow().contains(0)) {
                moves.add(name + (value.value() > 0 ? " rises" : " falls"));
            }
            if (lines.size() < MOST) {
                lines.add(line(name, cells, shown, words(slope)));
            }
        });
        List<Column> columns = new ArrayList<>(Evaluated.columns("series"));
        shown.forEach(day -> columns.add(new Column(DAY.format(day), true)));
        columns.add(new Column("a week [95 %]", true));
        return new Evaluated(
                moves.isEmpty()
                        ? "No series rises or falls for certain."
                        : "For certain: " + String.join(", ", moves.subList(0, Math.min(8, moves.size()))) + ".",
                "Days of UTC" + (days.size() > shown.size() ? ", the last " + shown.size() + " of " + days.size() : "")
                        + ". A count is the day's total; else the mean, and in brackets the lowest and highest."
                        + " The trend is the median slope of all pairs of days (Theil–Sen)."
                        + (series.keySet().stream().anyMatch(name -> name.startsWith("success_rate")) ? UNTRADED : "")
                        + (series.size() > MOST ? " The first " + MOST + " of " + series.size() + " series." : ""),
                columns,
                lines);
    }

    private static Map<String, Map<LocalDate, Cell>> monitored(Window window) {
        Rows rows = window.rows("explore/monitored_days");
        Map<String, Map<LocalDate, Cell>> series = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String labels = rows.texts("labels")[i];
            double total = rows.doubles("total")[i];
            double mean = rows.doubles("mean")[i];
            double low = rows.doubles("lowest")[i];
            double high = rows.doubles("highest")[i];
            boolean counts = Double.isFinite(total);
            String words = counts
                    ? number(total)
                    : number(mean) + (low == high ? "" : " (" + number(low) + " to " + number(high) + ")");
            series.computeIfAbsent((rows.texts("metric")[i] + " " + plain(labels)).strip(), name -> new TreeMap<>())
                    .put(LocalDate.parse(rows.texts("day")[i]), new Cell(counts ? total : mean, words));
        }
        return series;
    }

    /** {@code asset=USDT} of {@code {"asset":"USDT"}}. */
    private static String plain(String labels) {
        return labels.replace("\":\"", "=").replaceAll("[{}\"]", "").replace(",", ", ");
    }

    /** How often rules fired each day, and how many alerts the bot wrote on days that it wrote any. */
    private static Map<String, Map<LocalDate, Cell>> alerts(Window window, Set<LocalDate> days) {
        Map<LocalDate, Integer> fired = new TreeMap<>();
        days.forEach(day -> fired.put(day, 0));
        for (Track track : window.seriesAlerts().tracks()) {
            for (Episode episode : track.episodes()) {
                fired.computeIfPresent(day(episode.fired()), (day, n) -> n + 1);
            }
        }
        Map<LocalDate, Integer> own = new TreeMap<>();
        Rows rows = window.rows("explore/alerts_by_day");
        for (int i = 0; i < rows.size(); i++) {
            own.put(LocalDate.parse(rows.texts("day")[i]), (int) rows.doubles("n")[i]);
        }
        Map<String, Map<LocalDate, Cell>> both = new LinkedHashMap<>();
        both.put("times a rule fired", cells(fired));
        if (!own.isEmpty()) {
            both.put("alerts of the bot", cells(own));
        }
        return both;
    }

    private static LocalDate day(long micros) {
        return Period.instant(micros).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Map<LocalDate, Cell> cells(Map<LocalDate, Integer> counts) {
        Map<LocalDate, Cell> cells = new TreeMap<>();
        counts.forEach((day, n) -> cells.put(day, new Cell(n, number(n))));
        return cells;
    }

    private static List<String> line(String name, Map<LocalDate, Cell> cells, List<LocalDate> days, String trend) {
        List<String> line = new ArrayList<>(List.of(name));
        days.forEach(day -> line.add(cells.containsKey(day) ? cells.get(day).words() : ABSENT));
        line.add(trend);
        return line;
    }

    private static Result slope(Map<LocalDate, Cell> cells) {
        return Trend.slope(
                cells.keySet().stream().mapToDouble(LocalDate::toEpochDay).toArray(),
                cells.values().stream().mapToDouble(Cell::of).toArray(),
                Conventions.standard().confidence());
    }

    private static String words(Result slope) {
        if (!(slope instanceof Result.Value value)) {
            return ((Result.Undefined) slope).because();
        }
        Interval range = value.interval().orElseThrow();
        return signed(WEEK * value.value()) + " [" + signed(WEEK * range.low()) + ", " + signed(WEEK * range.high())
                + "]";
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 1_000;
        return String.format(Locale.ROOT, whole ? "%,.0f" : Math.abs(value) >= 1 ? "%,.1f" : "%,.3f", value)
                .replace('-', '−');
    }
}
