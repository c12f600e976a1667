package dev.plumbline.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * A finding that is red or yellow, or was until a moment ago.
 *
 * @param title      with the agent
 * @param since      when a run first saw it
 * @param levelSince when a run first saw it at this level
 * @param seen       when a run last judged it
 * @param calm       since when it is judged calm; empty while it is not
 */
record Open(Level level, String title, Instant since, Instant levelSince, Instant seen, Optional<Instant> calm) {}
