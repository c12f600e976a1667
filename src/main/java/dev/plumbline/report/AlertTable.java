package dev.plumbline.report;

import dev.plumbline.baseline.AlertHistory;
import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.Level;
import dev.plumbline.baseline.OwnAlerts;
import dev.plumbline.baseline.Track;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts over history as a terminal shows them: what fired by rule, when, and which thresholds seem wrong. */
public final class AlertTable {

    private static final int EPISODES = 20;
    private static final List<String> RULES =
            List.of("rule", "level", "fired", "a week", "for", "told", "own", "nearest");
    private static final int OWN = 6;
    private static final List<String> BESIDE =
            List.of("beside the bot’s own alerts", "both", "only ours", "only the bot’s", "the first");
    private static final List<String> TIMES = List.of("from", "to", "for", "peak", "level", "rule");

    private final AlertHistory history;
    private final ZoneId zone;
    private final int room;
    private final StringBuilder text = new StringBuilder();

    private AlertTable(AlertHistory history, ZoneId zone, int room) {
        this.history = history;
        this.zone = zone;
        this.room = room;
    }

    /**
     * Lines that end in a line feed, never wider than asked.
     *
     * @param width columns of the terminal; 60 at least
     */
    public static String of(Scope scope, AlertHistory history, ZoneId zone, int width) {
        AlertTable table = new AlertTable(history, zone, Math.max(60, width));
        table.head(scope);
        table.rules();
        table.own();
        table.times();
        table.advice();
        table.rest();
        return table.text.toString();
    }

    private void head(Scope scope) {
        List<String> parts = List.of(
                Finding.plain(scope.toString()),
                Words.days(history.period()),
                "rules of " + Finding.plain(history.rules()));
        Cells.wrapParts(parts, " · ", room).forEach(this::line);
    }

    private List<Track> fired() {
        return history.tracks().stream()
                .filter(Track::fired)
                .sorted(Comparator.comparing(Track::level)
                        .thenComparing(track -> -track.episodes().size()))
                .toList();
    }

    private void rules() {
        List<List<String>> cells = fired().stream().map(AlertTable::rule).toList();
        if (cells.isEmpty()) {
            line("  nothing would have fired");
            return;
        }
        boolean own = fired().stream().anyMatch(track -> track.own().isPresent());
        table(
                own ? RULES : without(RULES),
                own ? cells : cells.stream().map(AlertTable::without).toList());
    }

    /** Without the column of the bot's own alerts, where it writes none. */
    private static List<String> without(List<String> cells) {
        List<String> fewer = new ArrayList<>(cells);
        fewer.remove(OWN);
        return fewer;
    }

    private static List<String> rule(Track track) {
        return List.of(
                Finding.plain(track.rule()),
                word(track.level()),
                String.format(Locale.ROOT, "%,d", track.episodes().size()),
                Double.isNaN(track.perWeek()) ? "–" : String.format(Locale.ROOT, "%.1f", track.perWeek()),
                Unit.SECONDS.format(track.firing() / 1e6),
                String.format(Locale.ROOT, "%,d", track.notified()),
                track.own()
                        .map(own -> String.format(Locale.ROOT, "%,d", own.written()))
                        .orElse(""),
                track.nearest().isPresent()
                        ? track.unit().format(track.nearest().getAsDouble())
                        : "–");
    }

    /** The bot's own alerts beside ours, for the mildest level of each rule: it has every time that any level fired. */
    private void own() {
        List<List<String>> rows = history.tracks().stream()
                .filter(track -> track.own()
                        .filter(own -> own.written() + own.onlyOurs() > 0)
                        .isPresent())
                .collect(Collectors.toMap(Track::rule, it -> it, (worse, milder) -> milder, LinkedHashMap::new))
                .values()
                .stream()
                .map(this::own)
                .toList();
        if (!rows.isEmpty()) {
            line("");
            table(BESIDE, rows);
        }
    }

    private List<String> own(Track track) {
        OwnAlerts own = track.own().orElseThrow();
        String first = own.onlyBots().isEmpty()
                ? ""
                : when("d MMM HH:mm", own.onlyBots().get(0));
        return List.of(
                Finding.plain(track.rule()),
                String.format(Locale.ROOT, "%,d", own.both()),
                String.format(Locale.ROOT, "%,d", own.onlyOurs()),
                String.format(Locale.ROOT, "%,d", own.onlyBots().size()),
                first);
    }

    private record Fired(Track track, Episode episode) {}

    private void times() {
        List<Fired> all = fired().stream()
                .filter(track -> track.level() != Level.WATCH)
                .flatMap(track -> track.episodes().stream().map(episode -> new Fired(track, episode)))
                .sorted(Comparator.comparing((Fired it) -> it.track().level())
                        .thenComparing(it -> -it.episode().micros()))
                .toList();
        List<Fired> shown = all.stream()
                .limit(EPISODES)
                .sorted(Comparator.comparingLong(it -> it.episode().fired()))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        line("");
        table(TIMES, shown.stream().map(this::time).toList());
        if (all.size() > shown.size()) {
            line("  … " + (all.size() - shown.size()) + " shorter or milder; --json has them all");
        }
    }

    private List<String> time(Fired fired) {
        Episode episode = fired.episode();
        boolean resolved = episode.ending() == Episode.Ending.RESOLVED;
        return List.of(
                when("d MMM HH:mm", episode.fired()),
                resolved
                        ? when("d MMM HH:mm", episode.until())
                        : episode.ending().words(),
                Unit.SECONDS.format(episode.micros() / 1e6),
                fired.track().unit().format(episode.peak()),
                word(fired.track().level()),
                Finding.plain(fired.track().rule()));
    }

    private String when(String pattern, long micros) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(Period.instant(micros).atZone(zone));
    }

    private void advice() {
        advice("too tight", true);
        advice("never near", false);
    }

    private void advice(String words, boolean tight) {
        List<Track> some = history.tracks().stream()
                .filter(track ->
                        track.advice().filter(it -> it.tight() == tight).isPresent())
                .toList();
        if (some.isEmpty()) {
            return;
        }
        line("");
        line(words);
        for (Track track : some) {
            Track.Advice advice = track.advice().orElseThrow();
            String what = Finding.plain(track.rule()) + " (" + track.threshold() + ", "
                    + track.level().word() + "): " + advice.evidence() + "; proposed: " + proposed(track, advice);
            List<String> lines = Cells.wrap(what, room - 4);
            for (int i = 0; i < lines.size(); i++) {
                line((i == 0 ? "  " : "    ") + lines.get(i));
            }
        }
    }

    private static String proposed(Track track, Track.Advice advice) {
        return advice.proposed().isPresent()
                ? track.unit().format(advice.proposed().getAsDouble())
                : "for: " + advice.hold().toMinutes() + " min";
    }

    private void rest() {
        List<String> calm = names(history.tracks().stream()
                .filter(track -> !track.fired() && track.missing().isEmpty() && track.observed() > 0));
        List<String> blind = names(history.tracks().stream()
                .filter(track -> !track.fired() && track.missing().isEmpty() && track.observed() == 0));
        List<String> missing =
                names(history.tracks().stream().filter(track -> !track.missing().isEmpty()));
        line("");
        listed("never fired: ", calm);
        listed("no data, which is not the same as fine: ", blind);
        listed("not in this agent’s files: ", missing);
    }

    private static List<String> names(Stream<Track> tracks) {
        return tracks.map(track -> Finding.plain(track.rule()) + " " + track.threshold())
                .distinct()
                .toList();
    }

    private void listed(String words, List<String> names) {
        if (!names.isEmpty()) {
            List<String> lines = Cells.wrap(words + String.join(", ", names), room - 4);
            for (int i = 0; i < lines.size(); i++) {
                line((i == 0 ? "" : "  ") + lines.get(i));
            }
        }
    }

    private void table(List<String> heads, List<List<String>> cells) {
        List<List<String>> clean = new ArrayList<>();
        cells.forEach(row ->
                clean.add(row.stream().map(cell -> PlainText.line(cell, 60)).toList()));
        boolean rules = !heads.equals(TIMES);
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    Cells.width(heads.get(i)),
                    clean.stream()
                            .mapToInt(row -> Cells.width(row.get(column)))
                            .max()
                            .orElse(0));
        }
        int wide = rules ? 0 : heads.size() - 1;
        int used = 2 * widths.length;
        for (int i = 0; i < widths.length; i++) {
            used += i == wide ? 0 : widths[i];
        }
        widths[wide] = Math.max(8, Math.min(widths[wide], room - used));
        int right = rules ? heads.equals(BESIDE) ? 1 : 2 : 0;
        line(row(heads, widths, right));
        clean.forEach(row -> line(row(row, widths, right)));
    }

    /** @param from the first column of numbers in a table of rules; 0 for times */
    private static String row(List<String> cells, int[] widths, int from) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String cut = Cells.width(cell) > widths[i] ? cell.substring(0, widths[i] - 1) + "…" : cell;
            String space = " ".repeat(Math.max(0, widths[i] - Cells.width(cut)));
            boolean right = from > 0 ? i >= from : i == 2 || i == 3;
            line.append("  ").append(right ? space + cut : cut + space);
        }
        return line.toString().stripTrailing();
    }

    private static String word(Level level) {
        return level.verdict().glyph() + " " + level.word();
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }
}
