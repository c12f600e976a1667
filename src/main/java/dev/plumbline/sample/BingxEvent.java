package dev.plumbline.sample;

import org.jspecify.annotations.Nullable;

/**
 * A counter goes up.
 *
 * @param signal the signal that was worked on, or null
 */
record BingxEvent(long time, String counter, @Nullable BingxSignal signal) {}
