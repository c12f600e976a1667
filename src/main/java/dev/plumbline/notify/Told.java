package dev.plumbline.notify;

import java.time.Instant;

/** What a channel was told last of one finding. */
record Told(Level level, Instant at, Instant since, String title) {}
