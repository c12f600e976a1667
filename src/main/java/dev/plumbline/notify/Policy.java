package dev.plumbline.notify;

import dev.plumbline.notify.Item.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What goes out now, given what was seen, what is remembered, and the clock. It sends nothing and writes nothing.
 *
 * <p>Red goes at once, also in quiet hours. Yellow waits for others, but never so long that the next run would be later
 * than its window allows: under a daily cron it goes at once. What stays as it is is told again after its cooldown.
 */
final class Policy {

    private static final Duration SLACK = Duration.ofMinutes(10);

    private final Seen seen;
    private final Ledger ledger;
    private final ChannelMemory memory;
    private final Set<Topic> topics;
    private final Routing routing;
    private final List<Downtime> downtimes;
    private final Instant now;
    private final boolean quiet;
    private final List<String> muted = new ArrayList<>();
    private final List<String> held = new ArrayList<>();

    private Policy(
            Seen seen,
            Ledger ledger,
            ChannelMemory memory,
            Set<Topic> topics,
            Routing routing,
            List<Downtime> downtimes,
            Instant now) {
        this.seen = seen;
        this.ledger = ledger;
        this.memory = memory;
        this.topics = topics;
        this.routing = routing;
        this.downtimes = downtimes;
        this.now = now;
        this.quiet = routing.isQuiet(now);
    }

    /**
     * @param ledger    with what was seen, see {@link Ledger#with(Seen, Instant)}
     * @param memory    the channel's
     * @param topics    that the channel carries
     * @param downtimes planned
     */
    static Decision decide(
            Seen seen,
            Ledger ledger,
            ChannelMemory memory,
            Set<Topic> topics,
            Routing routing,
            List<Downtime> downtimes,
            Instant now) {
        return new Policy(seen, ledger, memory, topics, routing, downtimes, now).decide();
    }

    private Decision decide() {
        List<Item> red = new ArrayList<>();
        List<Item> yellow = new ArrayList<>();
        for (Alarm alarm : seen.alarms()) {
            if (alarm.level() != Level.INFO && carries(alarm) && !isMuted(alarm)) {
                due(alarm).ifPresent((alarm.level() == Level.CRITICAL ? red : yellow)::add);
            }
        }
        boolean speaks = !red.isEmpty();
        List<Item> items = new ArrayList<>(red);
        if (speaks || (!quiet && yellow.stream().anyMatch(this::cannotWait))) {
            items.addAll(yellow);
            speaks |= !yellow.isEmpty();
        } else if (!yellow.isEmpty()) {
            held.add(yellow.size() + " yellow "
                    + (quiet ? "until the quiet hours end" : "for others, until " + until(yellow)));
        }
        List<String> settled = memory.told().keySet().stream()
                .filter(key -> ledger.isSettled(key, routing, now))
                .sorted()
                .toList();
        List<Told> resolved = new ArrayList<>();
        if (!settled.isEmpty() && topics.contains(Topic.RESOLVED)) {
            if (speaks || !quiet) {
                settled.stream()
                        .map(key -> Objects.requireNonNull(memory.told().get(key)))
                        .sorted(Comparator.comparing(Told::level).thenComparing(Told::title))
                        .forEach(resolved::add);
            } else {
                held.add(settled.size() + " resolved until the quiet hours end");
            }
        }
        boolean digest = memory.digest().isPresent() && daily(Topic.DIGEST, routing.digest(), memory.digest());
        // a channel's first run says so at once: then it is known that the way works
        boolean heartbeat = daily(Topic.HEARTBEAT, routing.heartbeat(), memory.heartbeat());
        boolean worthIt = digest && !seen.alarms().isEmpty();
        Map<String, Told> told = new HashMap<>(memory.told());
        if (!resolved.isEmpty() || !topics.contains(Topic.RESOLVED)) {
            settled.forEach(told::remove);
        }
        for (Item item : items) {
            Alarm alarm = item.alarm();
            told.put(alarm.key(), new Told(alarm.level(), now, item.since(), title(alarm)));
        }
        return new Decision(
                items,
                resolved,
                worthIt,
                heartbeat,
                muted,
                held,
                new ChannelMemory(
                        told,
                        digest || memory.digest().isEmpty() ? Optional.of(now) : memory.digest(),
                        heartbeat ? Optional.of(now) : memory.heartbeat()));
    }

    private boolean carries(Alarm alarm) {
        return topics.contains(alarm.level() == Level.CRITICAL ? Topic.RED : Topic.YELLOW);
    }

    private boolean isMuted(Alarm alarm) {
        Optional<Downtime> planned =
                downtimes.stream().filter(it -> it.explains(alarm, now)).findFirst();
        if (planned.isPresent()) {
            muted.add(title(alarm) + ": planned downtime until "
                    + Times.words(planned.get().until(), routing.zone()));
            return true;
        }
        Optional<Acknowledgement> known =
                Optional.ofNullable(ledger.acknowledged().get(alarm.key())).filter(it -> it.covers(alarm.level(), now));
        known.ifPresent(
                it -> muted.add(title(alarm) + ": acknowledged until " + Times.words(it.until(), routing.zone())));
        return known.isPresent();
    }

    private Optional<Item> due(Alarm alarm) {
        Optional<Told> told = Optional.ofNullable(memory.told().get(alarm.key()));
        Optional<Reason> reason = told.isEmpty()
                ? Optional.of(Reason.NEW)
                : told.get().level() == alarm.level()
                        ? isOver(told.get().at(), routing.repeat(alarm.level()))
                                ? Optional.of(Reason.STILL)
                                : Optional.empty()
                        : Optional.of(alarm.level().worseThan(told.get().level()) ? Reason.WORSE : Reason.EASED);
        if (reason.isEmpty()) {
            held.add(title(alarm) + ": told " + Times.words(told.orElseThrow().at(), routing.zone()) + ", again after "
                    + Times.words(routing.repeat(alarm.level())));
        }
        return reason.map(why -> new Item(alarm, why, since(alarm)));
    }

    /** A little early counts: a cron job does not start at the same second every time. */
    private boolean isOver(Instant at, Duration cooldown) {
        Duration tenth = cooldown.dividedBy(10);
        return !now.plus(tenth.compareTo(SLACK) < 0 ? tenth : SLACK).isBefore(at.plus(cooldown));
    }

    /** Whether the next run would be too late for it. */
    private boolean cannotWait(Item item) {
        return !now.plus(ledger.interval(now)).isBefore(levelSince(item.alarm()).plus(routing.warnings()));
    }

    private String until(List<Item> yellow) {
        Instant first = yellow.stream()
                .map(item -> levelSince(item.alarm()))
                .min(Comparator.naturalOrder())
                .orElse(now);
        return Times.words(first.plus(routing.warnings()), routing.zone());
    }

    /** Whether a daily message is due: its time of day went by since the last one. */
    private boolean daily(Topic topic, Optional<LocalTime> time, Optional<Instant> last) {
        return topics.contains(topic)
                && time.isPresent()
                && !quiet
                && (last.isEmpty() || last.get().isBefore(routing.latest(time.get(), now)));
    }

    private Instant since(Alarm alarm) {
        return Optional.ofNullable(ledger.open().get(alarm.key()))
                .map(Open::since)
                .orElse(now);
    }

    private Instant levelSince(Alarm alarm) {
        return Optional.ofNullable(ledger.open().get(alarm.key()))
                .map(Open::levelSince)
                .orElse(now);
    }

    private static String title(Alarm alarm) {
        return alarm.scope().system() + " · " + alarm.scope().agent() + ": " + alarm.title();
    }
}
