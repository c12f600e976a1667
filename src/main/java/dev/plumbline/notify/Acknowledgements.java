package dev.plumbline.notify;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Findings that somebody knows of, kept where the runs remember what was told. */
public final class Acknowledgements {

    private static final Duration LOCKED = Duration.ofSeconds(30);

    private Acknowledgements() {}

    /**
     * One open finding.
     *
     * @param id    what {@link #acknowledge} takes
     * @param until till when it is acknowledged; empty when it is not
     */
    public record Entry(String id, String level, String title, Instant since, Optional<Instant> until, String note) {}

    /**
     * When a finding that is open became known.
     *
     * @param title        with the system and the agent before it
     * @param since        when a run first saw it, and told people
     * @param acknowledged when somebody said that they know
     */
    public record Known(String title, Instant since, Optional<Instant> acknowledged) {}

    /** When each open finding became known. */
    public static List<Known> known(Path data, Instant now) {
        Ledger ledger = StateFile.peek(data, now);
        List<Known> all = new ArrayList<>();
        new TreeMap<>(ledger.open())
                .forEach((key, open) -> all.add(new Known(
                        open.title(),
                        open.since(),
                        Optional.ofNullable(ledger.acknowledged().get(key)).map(Acknowledgement::at))));
        return all;
    }

    /** What is open, the worst first. */
    public static List<Entry> list(Path data, Instant now) {
        Ledger ledger = StateFile.peek(data, now);
        List<Entry> entries = new ArrayList<>();
        for (Level level : List.of(Level.CRITICAL, Level.WARNING)) {
            new TreeMap<>(ledger.open()).forEach((key, open) -> {
                if (open.level() == level) {
                    entries.add(entry(ledger, key, open, now));
                }
            });
        }
        return entries;
    }

    private static Entry entry(Ledger ledger, String key, Open open, Instant now) {
        Optional<Acknowledgement> known =
                Optional.ofNullable(ledger.acknowledged().get(key)).filter(it -> it.covers(open.level(), now));
        return new Entry(
                Alarm.id(key),
                open.level().word(),
                open.title(),
                open.since(),
                known.map(Acknowledgement::until),
                known.map(Acknowledgement::note).orElse(""));
    }

    /**
     * An open finding is not told again until then, unless it becomes worse; {@code until} before now takes that back.
     *
     * @param id as it stands in the message, or its beginning
     * @throws IllegalArgumentException when no open finding is called so, or several are
     */
    public static Entry acknowledge(Path data, String id, Instant until, String note, Instant now) {
        try (StateFile state = StateFile.open(data, LOCKED)) {
            Ledger ledger = state.read(now);
            List<String> found = ledger.open().keySet().stream()
                    .filter(key -> Alarm.id(key).startsWith(id.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException("\"" + id + "\" is the id of "
                        + (found.isEmpty() ? "nothing that is open" : found.size() + " findings")
                        + ": plumb acknowledge alone lists what is");
            }
            String key = found.get(0);
            Open open = Optional.ofNullable(ledger.open().get(key)).orElseThrow();
            Map<String, Acknowledgement> known = new HashMap<>(ledger.acknowledged());
            known.remove(key);
            if (until.isAfter(now)) {
                known.put(key, new Acknowledgement(open.level(), now, until, Seen.plain(note), open.title()));
            }
            Ledger next = ledger.with(known);
            state.write(next);
            return entry(next, key, open, now);
        }
    }
}
