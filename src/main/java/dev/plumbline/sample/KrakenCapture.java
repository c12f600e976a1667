package dev.plumbline.sample;

import java.util.List;

/** The dashboard's WebSocket, recorded for the last two hours in {@code ws_capture.jsonl}. */
final class KrakenCapture implements AutoCloseable {

    private static final long LENGTH = 2 * Market.HOUR;

    private final TextFile file;
    private final long from;
    private final long to;
    private boolean greeted;

    KrakenCapture(Scene scene) {
        this.file = scene.file("ws_capture.jsonl");
        this.to = scene.to();
        this.from = Math.max(scene.from(), to - LENGTH);
    }

    void add(KrakenSample sample, List<KrakenAlert> fired, KrakenAlerts alerts) {
        if (sample.time() < from) {
            return;
        }
        if (!greeted) {
            greeted = true;
            greet(sample, alerts);
            return;
        }
        PythonJson json = PythonJson.compact(file.text()).beginObject();
        json.field("type", "metrics_update").seconds("timestamp", sample.time() + 731);
        json.key("metrics").beginObject();
        sample.eight(json);
        json.field("websocket_latency_ms", sample.latency(), 3).field("nonce_generation_rate", sample.nonces(), 3);
        json.endObject().key("alerts").beginArray();
        fired.forEach(alert -> alert.write(json));
        json.endArray().key("system_status");
        sample.status(json, 731);
        json.endObject();
        file.text().append('\n');
        long asleep = sample.time() + 14_208_400;
        if (asleep >= to) {
            return;
        }
        PythonJson ping = PythonJson.compact(file.text()).beginObject();
        ping.field("type", "ping").seconds("timestamp", asleep).endObject();
        file.text().append('\n');
    }

    private void greet(KrakenSample sample, KrakenAlerts alerts) {
        long time = sample.time() + 3_204_117;
        PythonJson json = PythonJson.compact(file.text()).beginObject();
        json.field("type", "initial_data").seconds("timestamp", time);
        json.key("metrics").beginObject();
        sample.eight(json);
        json.endObject().key("system_status");
        sample.status(json, time - sample.time());
        json.key("alerts").beginArray();
        alerts.kept().stream()
                .filter(alert -> alert.time() >= time - Market.HOUR)
                .forEach(alert -> alert.write(json));
        json.endArray().endObject();
        file.text().append('\n');
    }

    @Override
    public void close() {
        file.close();
    }
}
