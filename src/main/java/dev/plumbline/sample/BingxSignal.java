package dev.plumbline.sample;

import org.jspecify.annotations.Nullable;

/**
 * A message of a signal channel.
 *
 * @param order null when the message could not be read
 */
record BingxSignal(
        long time,
        long chat,
        int message,
        double seconds,
        @Nullable BingxOrder order) {

    /** The channel as metrics name it. */
    String channel() {
        return chat == BingxTrading.VIP ? "vip" : "cryptet";
    }
}
