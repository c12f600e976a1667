package dev.plumbline.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered between runs.
 *
 * @param ran          the last run
 * @param open         findings by key
 * @param acknowledged by key
 * @param channels     by the channel's name
 */
record Ledger(
        Optional<Instant> ran,
        Map<String, Open> open,
        Map<String, Acknowledgement> acknowledged,
        Map<String, ChannelMemory> channels) {

    static final Ledger EMPTY = new Ledger(Optional.empty(), Map.of(), Map.of(), Map.of());

    /** A finding that no run has judged for so long belongs to an agent or a rule that is gone. */
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    Ledger {
        open = Map.copyOf(open);
        acknowledged = Map.copyOf(acknowledged);
        channels = Map.copyOf(channels);
    }

    /** The same where the clock went back since it was written: nothing in it is later than now. */
    Ledger notAfter(Instant now) {
        Map<String, Open> earlier = new HashMap<>();
        open.forEach((key, it) -> earlier.put(
                key,
                new Open(
                        it.level(),
                        it.title(),
                        min(it.since(), now),
                        min(it.levelSince(), now),
                        min(it.seen(), now),
                        it.calm().map(time -> min(time, now)))));
        Map<String, ChannelMemory> memories = new HashMap<>();
        channels.forEach((name, memory) -> {
            Map<String, Told> told = new HashMap<>();
            memory.told()
                    .forEach((key, it) ->
                            told.put(key, new Told(it.level(), min(it.at(), now), min(it.since(), now), it.title())));
            memories.put(
                    name,
                    new ChannelMemory(
                            told,
                            memory.digest().map(time -> min(time, now)),
                            memory.heartbeat().map(time -> min(time, now))));
        });
        return new Ledger(ran.map(time -> min(time, now)), earlier, acknowledged, memories);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** How long until the next run, judged by the last one; very long when there was none. */
    Duration interval(Instant now) {
        return ran.map(last -> Duration.between(last, now)).orElse(Duration.ofDays(365));
    }

    ChannelMemory channel(String name) {
        return channels.getOrDefault(name, ChannelMemory.NONE);
    }

    /** The same with what a run saw. Its own time is not written down yet: {@link #interval} still asks for the last. */
    Ledger with(Seen seen, Instant now) {
        Map<String, Open> next = new HashMap<>(open);
        for (Alarm alarm : seen.alarms()) {
            if (alarm.level() == Level.INFO) {
                continue;
            }
            Optional<Open> before = Optional.ofNullable(open.get(alarm.key()));
            next.put(
                    alarm.key(),
                    new Open(
                            alarm.level(),
                            alarm.scope().system() + " · " + alarm.scope().agent() + ": " + alarm.title(),
                            before.map(Open::since).orElse(now),
                            before.filter(it -> it.level() == alarm.level())
                                    .map(Open::levelSince)
                                    .orElse(now),
                            now,
                            Optional.empty()));
        }
        for (String key : seen.calm()) {
            next.computeIfPresent(
                    key,
                    (same, it) -> new Open(
                            it.level(),
                            it.title(),
                            it.since(),
                            it.levelSince(),
                            now,
                            Optional.of(it.calm().orElse(now))));
        }
        return new Ledger(ran, next, acknowledged, channels);
    }

    /** Whether a finding has been calm for long enough, or will have been before anybody looks again. */
    boolean isSettled(String key, Routing routing, Instant now) {
        Optional<Open> found = Optional.ofNullable(open.get(key));
        return found.isEmpty()
                || found.get()
                        .calm()
                        .filter(since -> !now.plus(interval(now)).isBefore(since.plus(routing.resolvedAfter())))
                        .isPresent();
    }

    /** The same after everything was said: what is settled, over or gone is forgotten, and the run is written down. */
    Ledger closed(Map<String, ChannelMemory> after, Routing routing, Instant now) {
        Set<String> gone = new HashSet<>();
        open.forEach((key, it) -> {
            if (it.seen().plus(FORGOTTEN).isBefore(now)) {
                gone.add(key);
            }
        });
        Map<String, Open> stay = new HashMap<>(open);
        stay.keySet().removeIf(key -> gone.contains(key) || isSettled(key, routing, now));
        Map<String, Acknowledgement> known = new HashMap<>(acknowledged);
        known.entrySet()
                .removeIf(it -> !stay.containsKey(it.getKey())
                        || !now.isBefore(it.getValue().until()));
        Map<String, ChannelMemory> memories = new HashMap<>();
        after.forEach((name, memory) -> {
            Map<String, Told> told = new HashMap<>(memory.told());
            told.keySet().removeAll(gone);
            memories.put(name, new ChannelMemory(told, memory.digest(), memory.heartbeat()));
        });
        return new Ledger(Optional.of(now), stay, known, memories);
    }

    Ledger with(Map<String, Acknowledgement> known) {
        return new Ledger(ran, open, known, channels);
    }
}
