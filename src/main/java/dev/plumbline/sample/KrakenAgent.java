package dev.plumbline.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one Kraken bot and its monitor: database, logs, and what an operator saved of the dashboard's answers. */
final class KrakenAgent {

    private static final long SAVE = 12 * Market.HOUR;

    private final Scene scene;
    private final Tally tally;
    private final List<KrakenPosition> positions;
    private final KrakenMonitor monitor;
    private final KrakenAlerts alerts = new KrakenAlerts();
    private final KrakenHistory history;
    private @Nullable KrakenSample last;

    private KrakenAgent(Scene scene) {
        this.scene = scene;
        this.tally = new Tally(scene.plants());
        this.positions = KrakenTrading.of(scene);
        this.monitor = new KrakenMonitor(scene, positions);
        this.history = new KrakenHistory(scene, tally);
    }

    static void write(Scene scene) {
        KrakenAgent agent = new KrakenAgent(scene);
        KrakenDatabase.write(scene, agent.positions);
        KrakenBotLog.write(scene, agent.positions, agent.monitor.failures());
        KrakenConfig.write(scene);
        agent.run();
        agent.answers();
        agent.report();
    }

    private void run() {
        Dice dice = scene.dice("clock");
        List<Long> restarts = restarts();
        long save = scene.from() + SAVE;
        try (KrakenLauncherLog log = new KrakenLauncherLog(scene, tally);
                KrakenCapture capture = new KrakenCapture(scene)) {
            long before = scene.from();
            log.restart(Math.max(scene.from(), scene.lastWeek()));
            for (long time = before + 4_000_000 + dice.below(9_000_000); time < scene.to(); ) {
                while (save <= time) {
                    history.save(save);
                    save += SAVE;
                }
                if (began(restarts, before, time)) {
                    monitor.restart();
                    alerts.restart();
                    history.restart();
                    log.restart(time - 2_000_000);
                }
                if (!scene.plants().silent(time)) {
                    KrakenSample sample = monitor.sample(time);
                    List<KrakenAlert> fired = alerts.check(sample);
                    history.add(sample);
                    log.add(sample, fired);
                    capture.add(sample, fired, alerts);
                    last = sample;
                }
                before = time;
                // thirty seconds of sleep after a quarter of a second's work
                time += 30_180_000 + dice.below(140_000);
            }
        }
        history.save(scene.to());
    }

    /** After these the bot's memory is empty: the one of every live agent, the end of a leak, the end of a silence. */
    private List<Long> restarts() {
        List<Long> restarts = new ArrayList<>();
        restarts.add(Happenings.restart(scene.period()));
        for (Plant plant : scene.plants().list()) {
            if (plant.kind() == PlantKind.MEMORY_LEAK || plant.kind() == PlantKind.GAP) {
                restarts.add(plant.to());
            }
        }
        return restarts;
    }

    private static boolean began(List<Long> restarts, long before, long time) {
        return restarts.stream().anyMatch(restart -> before < restart && restart <= time);
    }

    /** The answers of the dashboard at the end. */
    private void answers() {
        if (last == null || scene.plants().silent(scene.to() - 1)) {
            return;
        }
        StringBuilder metrics = new StringBuilder();
        last.all(PythonJson.compact(metrics));
        scene.write("metrics.json", ascii(metrics));
        StringBuilder status = new StringBuilder();
        last.status(PythonJson.compact(status), scene.to() - last.time());
        scene.write("status.json", ascii(status));
        StringBuilder list = new StringBuilder();
        PythonJson json = PythonJson.compact(list).beginArray();
        alerts.kept().forEach(alert -> alert.write(json));
        json.endArray();
        scene.write("alerts.json", ascii(list));
    }

    private void report() {
        for (Plant plant : scene.plants().list()) {
            switch (plant.kind()) {
                case DAILY_LOSS -> loss(plant);
                case GAP -> tally.found(plant).putIfAbsent("rows", 0);
                case ALERT_STORM -> {
                    tally.found(plant).putIfAbsent("alerts", 0);
                    tally.found(plant).putIfAbsent("alerts_before", 0);
                }
                default -> {}
            }
            scene.truth().planted(scene.member(), plant, tally.found(plant));
        }
        long restart = Happenings.restart(scene.period());
        if (restart < scene.to()) {
            scene.truth().happened(scene.member(), "restart", restart, Map.of());
        }
    }

    private void loss(Plant plant) {
        double worst = 0;
        for (long day = scene.from(); day + Market.DAY <= plant.from(); day += Market.DAY) {
            worst = Math.min(worst, KrakenTrading.realized(positions, day, day + Market.DAY));
        }
        double lost = KrakenTrading.realized(positions, plant.from(), plant.to());
        tally.put(plant, "realized_pnl", Coin.rounded(lost, 4));
        tally.put(plant, "worst_day_before", Coin.rounded(worst, 4));
        tally.put(
                plant,
                "trades",
                positions.stream()
                        .filter(position -> plant.covers(position.exit().time()))
                        .count());
    }

    static byte[] ascii(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
