package dev.plumbline.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The monitor's limits, those of the production preset, and its alerts: a metric is silent for a while once it has
 * alerted, and all is forgotten at a restart.
 */
final class KrakenAlerts {

    /** Megabytes. */
    static final double MEMORY = 400;

    private static final int KEPT = 1_000;

    private final Deque<KrakenAlert> kept = new ArrayDeque<>();
    private final Map<String, Long> last = new HashMap<>();

    void restart() {
        kept.clear();
        last.clear();
    }

    /** Alerts since the last restart, as many as are kept, oldest first. */
    List<KrakenAlert> kept() {
        return List.copyOf(kept);
    }

    /** What a sample sets off. */
    List<KrakenAlert> check(KrakenSample sample) {
        List<KrakenAlert> alerts = new ArrayList<>();
        long time = sample.time() + 412;
        if (sample.memory() > MEMORY) {
            String message = "High memory usage: " + Digits.fixed(sample.memory(), 1) + "MB > 400.0MB";
            alerts.add(new KrakenAlert("memory_usage", message, "warning", sample.memory(), time));
        }
        if (sample.nonces() < 1_000) {
            String message = "Low nonce generation rate: " + Digits.fixed(sample.nonces(), 0) + "/sec < 1000.0/sec";
            alerts.add(new KrakenAlert("nonce_generation_rate", message, "critical", sample.nonces(), time));
        }
        if (sample.reconnects() > 5) {
            String message = "High WebSocket reconnects: " + sample.reconnects() + " > 5/hour";
            alerts.add(new KrakenAlert("websocket_reconnects", message, "warning", sample.reconnects(), time));
        }
        if (sample.response() > 2_000) {
            String message = "Slow balance manager: " + Digits.fixed(sample.response(), 0) + "ms > 2000ms";
            alerts.add(new KrakenAlert("balance_manager_response_time", message, "warning", sample.response(), time));
        }
        if (sample.latency() > 1_000) {
            String message = "High WebSocket latency: " + Digits.fixed(sample.latency(), 0) + "ms > 1000ms";
            alerts.add(new KrakenAlert("websocket_latency", message, "warning", sample.latency(), time));
        }
        alerts.removeIf(alert -> !due(alert));
        for (KrakenAlert alert : alerts) {
            last.put(alert.metric(), alert.time());
            kept.addLast(alert);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
        return alerts;
    }

    private boolean due(KrakenAlert alert) {
        long pause = alert.severity().equals("critical") ? 1_800_000_000L : 600_000_000L;
        Long before = last.get(alert.metric());
        return before == null || alert.time() - before >= pause;
    }
}
