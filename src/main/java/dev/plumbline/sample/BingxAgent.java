package dev.plumbline.sample;

import java.util.Map;

/** Runs one BingX bot: its database and audit trail, and its metrics as they were scraped and asked for. */
final class BingxAgent {

    private final Scene scene;
    private final Tally tally;
    private final BingxTrading trading;

    private BingxAgent(Scene scene) {
        this.scene = scene;
        this.tally = new Tally(scene.plants());
        this.trading = BingxTrading.of(scene);
    }

    static void write(Scene scene) {
        BingxAgent agent = new BingxAgent(scene);
        BingxDatabase.write(scene, agent.trading);
        BingxAudit.write(scene, agent.trading);
        agent.scrape();
        agent.count();
        for (Plant plant : scene.plants().list()) {
            scene.truth().planted(scene.member(), plant, agent.tally.found(plant));
        }
        long restart = Happenings.restart(scene.period());
        if (restart < scene.to()) {
            scene.truth().happened(scene.member(), "restart", restart, Map.of());
        }
    }

    private void scrape() {
        BingxProcess process = new BingxProcess(scene, trading);
        BingxRanges ranges = new BingxRanges();
        long step = BingxRanges.step(scene) * 1_000_000L;
        for (long time = scene.from(); time < scene.to(); time += Math.min(step, Market.HOUR)) {
            process.advance(time);
            if (!process.up(time)) {
                continue;
            }
            if ((time - scene.from()) % step == 0) {
                ranges.add(process, time);
                count(process, time);
            }
            boolean hour = time % Market.HOUR == 0 && time >= scene.lastWeek();
            if (hour || time % (6 * Market.HOUR) == 0) {
                String name = "metrics_" + Iso.stamp(time).substring(0, 13) + ".prom";
                try (TextFile file = scene.file(name)) {
                    BingxExposition.write(file.text(), process, time);
                }
            }
        }
        ranges.write(scene);
    }

    /** What the range of a metric must show. */
    private void count(BingxProcess process, long time) {
        tally.add(PlantKind.GAP, time, "rows", 1);
        tally.add(PlantKind.UNHEALTHY, time, "points", process.healthy(time) ? 0 : 1);
        long created = process.counters().getOrDefault("orders_created_total", 0L);
        for (Plant plant : scene.plants().of(PlantKind.RESTART)) {
            if (created > 0 && time < plant.from()) {
                tally.put(plant, "counter_before", created);
            } else if (created > 0 && time >= plant.to()) {
                tally.found(plant).putIfAbsent("counter_after", created);
            }
        }
    }

    /** What the orders of the database must show. */
    private void count() {
        for (Plant plant : scene.plants().of(PlantKind.GAP)) {
            tally.found(plant).putIfAbsent("rows", 0);
        }
        for (Plant plant : scene.plants().of(PlantKind.NO_SIGNALS)) {
            tally.found(plant).putIfAbsent("orders", 0);
        }
        for (BingxSignal signal : trading.signals()) {
            BingxOrder order = signal.order();
            if (order != null) {
                tally.add(PlantKind.ORDER_FAILURES, signal.time(), "orders", 1);
                tally.add(PlantKind.ORDER_FAILURES, signal.time(), "failed", order.failed() ? 1 : 0);
                tally.add(PlantKind.NO_SIGNALS, signal.time(), "orders", 1);
            }
        }
    }
}
