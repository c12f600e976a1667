package dev.plumbline.notify;

import dev.plumbline.model.Scope;
import java.time.Duration;
import java.time.Instant;

/** Planned downtime; system and agent are empty where it concerns all. */
public record Downtime(String system, String agent, Instant from, Instant until, String text) {

    /** A bot that comes back needs a moment until its first row is here. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    boolean explains(Alarm alarm, Instant now) {
        Scope scope = alarm.scope();
        return alarm.gap()
                && (system.isEmpty() || system.equals(scope.system()))
                && (agent.isEmpty() || agent.equals(scope.agent()))
                && !now.isBefore(from)
                && now.isBefore(until.plus(GRACE));
    }
}
