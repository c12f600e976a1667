package dev.plumbline.sample;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The monitor's memory, half a day of samples that a restart empties, and what an operator saved of it every twelve hours:
 * the saved files overlap a little, and what was not saved before a restart is gone.
 */
final class KrakenHistory {

    private static final int KEPT = 1_440;

    private final Scene scene;
    private final Tally tally;
    private final Deque<KrakenSample> samples = new ArrayDeque<>();
    private long saved = Long.MIN_VALUE;

    KrakenHistory(Scene scene, Tally tally) {
        this.scene = scene;
        this.tally = tally;
    }

    void restart() {
        samples.clear();
    }

    void add(KrakenSample sample) {
        samples.addLast(sample);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
    }

    /** Saves {@code metrics_history_YYYYMMDD_HHMM.json}, unless the bot is down. */
    void save(long time) {
        if (samples.isEmpty() || scene.plants().silent(time - 1)) {
            return;
        }
        try (TextFile file = scene.file("metrics_history_" + Iso.stamp(time).substring(0, 13) + ".json")) {
            PythonJson json = PythonJson.compact(file.text()).beginArray();
            for (KrakenSample sample : samples) {
                sample.history(json);
                file.text();
                if (sample.time() > saved) {
                    count(sample);
                    saved = sample.time();
                }
            }
            json.endArray();
        }
    }

    private void count(KrakenSample sample) {
        long time = sample.time();
        tally.add(PlantKind.GAP, time, "rows", 1);
        tally.add(PlantKind.MEMORY_LEAK, time, "over_limit", sample.memory() > KrakenAlerts.MEMORY ? 1 : 0);
        tally.max(PlantKind.MEMORY_LEAK, time, "most", Coin.rounded(sample.memory(), 6));
        tally.add(PlantKind.DISCONNECT, time, "samples", sample.connected() ? 0 : 1);
    }
}
