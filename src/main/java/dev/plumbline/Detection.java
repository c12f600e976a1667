package dev.plumbline;

import dev.plumbline.baseline.Episode;
import dev.plumbline.baseline.Level;
import dev.plumbline.baseline.OwnAlerts;
import dev.plumbline.baseline.Track;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Period;
import dev.plumbline.notify.Acknowledgements;
import dev.plumbline.report.Showable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long it took until somebody knew: from the first reading beyond a level to the bot's own alert of the kind, to the check that
 * told people, and to whoever acknowledged it.
 */
final class Detection {

    private static final String ABSENT = "–";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Detection() {}

    static Showable of(Window window) {
        List<Track> fired = window.seriesAlerts().tracks().stream()
                .filter(track -> track.fired() && track.level() != Level.WATCH)
                .sorted(Comparator.comparingLong(Detection::first))
                .toList();
        if (fired.isEmpty()) {
            return Evaluated.only("No rule of a level that alarms fired, so there was nothing to detect.");
        }
        List<Acknowledgements.Known> known =
                Acknowledgements.known(window.workbench().data(), Instant.now());
        List<List<String>> lines = new ArrayList<>();
        List<Long> delays = new ArrayList<>();
        long said = 0;
        long asked = 0;
        List<String> unsaid = new ArrayList<>();
        for (Track track : fired) {
            lines.add(line(track, window, known(known, window, track)));
            if (track.own().isPresent()) {
                OwnAlerts own = track.own().get();
                delays.addAll(own.delays());
                said += own.both();
                asked += own.both() + own.onlyOurs();
            } else {
                unsaid.add(track.rule());
            }
        }
        Track first = fired.get(0);
        String words = "First evidence: " + first.rule() + ", " + time(first(first), window.zone()) + "."
                + (asked == 0
                        ? " Not available: the bot’s own time to detect; it writes no alert of these kinds."
                        : String.format(
                                Locale.ROOT,
                                " The bot itself said so of %,d of %,d times%s.",
                                said,
                                asked,
                                delays.isEmpty() ? "" : ", after a median of " + spread(delays)))
                + (unsaid.isEmpty() || asked == 0
                        ? ""
                        : " No alert of its own: "
                                + String.join(", ", unsaid.stream().distinct().toList()) + ".");
        return new Evaluated(
                words,
                "From the first reading beyond the level, which may be as old as one reading. Median, and in brackets shortest to"
                        + " longest; n is how often the rule fired, of which the bot said so. Told and acknowledged: as "
                        + "`plumb check --notify` and `plumb acknowledge` keep it while a finding is open. Times in "
                        + window.zone().getId() + ".",
                Evaluated.columns(
                        "rule",
                        "level",
                        "first evidence",
                        "#n",
                        "#rule fires after",
                        "#bot said so",
                        "#bot’s alert after",
                        "#told after",
                        "#acknowledged after",
                        "#lasted, longest"),
                lines);
    }

    private static long first(Track track) {
        return track.episodes().get(0).since();
    }

    private static Optional<Acknowledgements.Known> known(
            List<Acknowledgements.Known> all, Window window, Track track) {
        String agent = window.scope().system() + " · " + window.scope().agent() + ": ";
        return all.stream()
                .filter(it -> it.title().startsWith(agent)
                        && it.title()
                                .substring(agent.length())
                                .replace(" (limit)", "")
                                .equals(track.rule()))
                .filter(it -> micros(it.since()) >= first(track))
                .findFirst();
    }

    private static List<String> line(Track track, Window window, Optional<Acknowledgements.Known> known) {
        List<Episode> episodes = track.episodes();
        Optional<OwnAlerts> own = track.own();
        long longest =
                episodes.stream().mapToLong(it -> it.until() - it.since()).max().orElse(0);
        long first = first(track);
        return List.of(
                track.rule(),
                track.level() == Level.EMERGENCY ? "emergency" : track.level().word(),
                time(first, window.zone()),
                Integer.toString(episodes.size()),
                spread(episodes.stream().map(it -> it.fired() - it.since()).toList()),
                own.map(it -> Long.toString(it.both())).orElse(ABSENT),
                own.filter(it -> !it.delays().isEmpty())
                        .map(it -> spread(it.delays()))
                        .orElse(ABSENT),
                known.map(it -> words(micros(it.since()) - first)).orElse(ABSENT),
                known.flatMap(Acknowledgements.Known::acknowledged)
                        .map(at -> words(micros(at) - first))
                        .orElse(ABSENT),
                words(longest));
    }

    private static long micros(Instant time) {
        return Period.micros(time);
    }

    private static String time(long micros, ZoneId zone) {
        return TIME.format(Period.instant(micros).atZone(zone));
    }

    private static String spread(List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        int n = sorted.size();
        long median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return words(median)
                + (n == 1 || sorted.get(0).equals(sorted.get(n - 1))
                        ? ""
                        : " [" + words(sorted.get(0)) + " to " + words(sorted.get(n - 1)) + "]");
    }

    private static String words(long micros) {
        return micros < 1_000_000
                ? "under 1 s"
                : Unit.SECONDS.format(Duration.ofNanos(micros * 1_000).toMillis() / 1e3);
    }
}
