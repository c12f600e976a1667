package dev.plumbline.notify;

import dev.plumbline.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of a check after each other over one channel, with what is remembered between them. */
final class Runs {

    static final Scope BOT = Scope.of("playbook", "btc-eth-live", "live");

    private final Routing routing;
    private final List<Downtime> downtimes = new ArrayList<>();
    private Set<Topic> topics = EnumSet.complementOf(EnumSet.of(Topic.HEARTBEAT));
    private Ledger ledger = Ledger.EMPTY;

    Runs(Routing routing) {
        this.routing = routing;
    }

    Runs carrying(Topic first, Topic... more) {
        topics = EnumSet.of(first, more);
        return this;
    }

    Runs planned(String from, String until, String agent) {
        downtimes.add(new Downtime("", agent, Instant.parse(from), Instant.parse(until), "moving house"));
        return this;
    }

    void acknowledge(Level level, String key, String from, String until) {
        ledger = ledger.with(
                Map.of(key, new Acknowledgement(level, Instant.parse(from), Instant.parse(until), "known", key)));
    }

    /** One run whose message arrives. */
    Decision at(String time, Seen seen) {
        return at(time, seen, true);
    }

    /** One run; a message that does not arrive leaves the channel's memory as it was. */
    Decision at(String time, Seen seen, boolean arrives) {
        Instant now = Instant.parse(time);
        ledger = ledger.notAfter(now).with(seen, now);
        ChannelMemory memory = ledger.channel("one");
        Decision decision = Policy.decide(seen, ledger, memory, topics, routing, downtimes, now);
        ledger = ledger.closed(Map.of("one", arrives ? decision.after() : memory), routing, now);
        // what is remembered goes through the file every time
        ledger = StateText.read(StateText.of(ledger));
        return decision;
    }

    Ledger ledger() {
        return ledger;
    }

    static Seen seen(Alarm... alarms) {
        return new Seen(List.of(alarms), Set.of());
    }

    static Seen calm(String... keys) {
        return new Seen(List.of(), Set.of(keys));
    }

    static Seen both(Seen one, Seen other) {
        return new Seen(
                Stream.concat(one.alarms().stream(), other.alarms().stream()).toList(),
                Stream.concat(one.calm().stream(), other.calm().stream()).collect(Collectors.toSet()));
    }

    static Alarm red(String key) {
        return alarm(key, Level.CRITICAL, false);
    }

    static Alarm yellow(String key) {
        return alarm(key, Level.WARNING, false);
    }

    static Alarm watch(String key) {
        return alarm(key, Level.INFO, false);
    }

    static Alarm stale(String key) {
        return alarm(key, Level.CRITICAL, true);
    }

    private static Alarm alarm(String key, Level level, boolean gap) {
        return new Alarm(key, level, BOT, gap, key, "38.1 % now, n = 118", "below its band", "consider rollback");
    }
}
