package dev.plumbline.notify;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one channel was told, so that a channel that was down catches up by itself.
 *
 * @param told      by key
 * @param digest    when the last daily digest was due and done
 * @param heartbeat when the last heartbeat was due and done
 */
record ChannelMemory(Map<String, Told> told, Optional<Instant> digest, Optional<Instant> heartbeat) {

    static final ChannelMemory NONE = new ChannelMemory(Map.of(), Optional.empty(), Optional.empty());

    ChannelMemory {
        told = Map.copyOf(told);
    }
}
