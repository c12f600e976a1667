package dev.plumbline.sample;

import java.util.List;
import java.util.Locale;

/** {@code launcher.log} of the last seven days: what the monitor says of itself, in another format than the bot's. */
final class KrakenLauncherLog implements AutoCloseable {

    private static final String MONITOR = " - src.monitoring.production_monitor - ";

    private final Scene scene;
    private final TextFile file;
    private final Tally tally;
    private int samples;

    KrakenLauncherLog(Scene scene, Tally tally) {
        this.scene = scene;
        this.tally = tally;
        this.file = scene.file("launcher.log");
    }

    void restart(long time) {
        samples = 0;
        line(time, " - __main__ - INFO - Starting bot with monitoring, config production");
        line(time + 210_000, MONITOR + "INFO - Starting production monitoring system...");
        line(time + 214_000, MONITOR + "INFO - Production monitor started successfully");
    }

    void add(KrakenSample sample, List<KrakenAlert> fired) {
        for (KrakenAlert alert : fired) {
            String level = alert.severity().toUpperCase(Locale.ROOT);
            line(alert.time(), MONITOR + level + " - Production Alert: " + alert.message());
            if (kept(alert.time())) {
                tally.add(PlantKind.ALERT_STORM, alert.time(), "alerts", 1);
            }
        }
        if (samples++ % 10 == 0) {
            line(sample.time() + 900, MONITOR + "INFO - Performing health check...");
            line(
                    sample.time() + 2_900,
                    MONITOR + "INFO - Health check completed - Memory: " + Digits.fixed(sample.memory(), 1)
                            + "MB, Success Rate: " + Digits.fixed(sample.successRate(), 1) + "%, API Errors: "
                            + sample.errors());
        }
    }

    private boolean kept(long time) {
        return time >= scene.lastWeek() && time < scene.to();
    }

    private void line(long time, String text) {
        if (kept(time)) {
            file.text().append(Iso.log(time)).append(text).append('\n');
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
