package dev.plumbline.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one fox and its monitor, and writes the monitor's snapshots and reports and the bot's log, in local time. */
final class FoxAgent {

    /** Where its machine stands, whose clock has no summer time. */
    static final String ZONE = "Asia/Dubai";

    static final long OFFSET = 4 * Market.HOUR;

    private final Scene scene;
    private final Plants plants;
    private final FoxBook book;
    private final FoxLog log;
    private final Dice dice;
    private final Tally tally;
    private final Map<Plant, Boolean> done = new HashMap<>();
    private final long restart;
    private FoxAudit audit = new FoxAudit();
    private @Nullable TextFile snapshots;
    private String day = "";

    private FoxAgent(Scene scene) {
        this.scene = scene;
        this.plants = scene.plants();
        this.book = FoxBook.of(scene);
        this.log = new FoxLog(scene);
        this.dice = scene.dice("monitor");
        this.tally = new Tally(plants);
        this.restart = Happenings.restart(scene.period());
    }

    static void write(Scene scene) {
        FoxAgent agent = new FoxAgent(scene);
        agent.run();
        for (Plant plant : scene.plants().list()) {
            scene.truth().planted(scene.member(), plant, agent.tally.found(plant));
        }
        if (agent.restart < scene.to()) {
            Map<String, Object> details = Map.of("seconds_without_snapshots", 653);
            scene.truth().happened(scene.member(), "restart", agent.restart, details);
        }
    }

    private void run() {
        long time = scene.from() + 2_000_000 + dice.below(50_000_000);
        long before = time - Market.MINUTE;
        book.opened(before);
        book.closed(before);
        log.started(Math.max(before, scene.lastWeek()));
        while (time < scene.to()) {
            if (plants.silent(time)) {
                book.skip(time);
            } else {
                collect(before, time);
            }
            before = time;
            // the collector sleeps a minute after it has worked
            time += Market.MINUTE + 6_000 + dice.below(20_000);
            if (before < restart && restart <= time) {
                time = before + 653_000_000L;
            }
        }
        if (snapshots != null) {
            snapshots.close();
        }
        if (!audit.isEmpty()) {
            audit.write(scene);
        }
        log.end();
    }

    private void collect(long before, long time) {
        List<FoxPosition> opened = book.opened(time);
        List<FoxPosition> closed = book.closed(time);
        long minute = time - Market.MINUTE;
        FoxRow seen = row(time, (int)
                opened.stream().filter(position -> position.opened() > minute).count());
        boolean down = plants.covers(PlantKind.FAILED_COLLECTIONS, time);
        FoxRow row = down ? FoxRow.failed(time) : seen;
        count(row);
        long local = time + OFFSET;
        if (!day.equals(Iso.day(local))) {
            day = Iso.day(local);
            if (snapshots != null) {
                snapshots.close();
            }
            snapshots = scene.file("monitoring_snapshots_" + day + ".jsonl");
        }
        if (snapshots != null) {
            row.write(snapshots.text());
        }
        if (FoxAudit.covers(local)) {
            audit.add(row);
        } else if (!audit.isEmpty()) {
            audit.write(scene);
            audit = new FoxAudit();
        }
        log.minute(before, row, opened, closed, down);
    }

    private FoxRow row(long time, int opened) {
        int open = book.open().size();
        int errors = dice.chance(0.1) ? 1 + dice.below(6) : 0;
        double storm = plants.at(PlantKind.ERROR_STORM, "", time).orElse(0);
        if (storm > 0) {
            errors = (int) Math.max(1, Math.round(storm * dice.between(0.7, 1.3)));
        }
        // a stop that is a little late is seen at times after a wave
        int bare = opened > 1 && dice.chance(0.06) ? 1 : 0;
        int unprotected = (int) plants.at(PlantKind.UNPROTECTED, "", time).orElse(bare);
        // without a position prices come all the same: a minute of nothing but zeros is a collection that failed
        int least = open == 0 ? 1 : 0;
        int prices = dice.chance(0.02) ? least : Math.max(least, open - dice.below(4) + dice.below(5));
        return new FoxRow(
                time,
                book.on("binance"),
                book.on("bybit"),
                Math.min(unprotected, open),
                opened,
                prices,
                dice.chance(0.02) ? 1 + dice.below(4) : 0,
                dice.chance(0.12) ? 1 + dice.below(3) : 0,
                book.aged(time),
                emergency(time),
                errors);
    }

    /** One snapshot sees the emergency: the first of its time. */
    private int emergency(long time) {
        int closes = 0;
        for (Plant plant : plants.of(PlantKind.EMERGENCY)) {
            if (plant.covers(time)
                    && !plants.covers(PlantKind.FAILED_COLLECTIONS, time)
                    && done.put(plant, true) == null) {
                closes += (int) plant.size();
            }
        }
        return closes;
    }

    private void count(FoxRow row) {
        long time = row.time();
        tally.add(PlantKind.GAP, time, "rows", 1);
        plants.of(PlantKind.GAP).forEach(plant -> tally.found(plant).putIfAbsent("rows", 0));
        tally.add(PlantKind.FAILED_COLLECTIONS, time, "rows", row.total() == 0 ? 1 : 0);
        tally.add(PlantKind.ERROR_STORM, time, "rows", 1);
        tally.add(PlantKind.ERROR_STORM, time, "errors", row.errors());
        tally.add(PlantKind.UNPROTECTED, time, "rows", row.unprotected() > 0 ? 1 : 0);
        tally.max(PlantKind.UNPROTECTED, time, "most", row.unprotected());
        tally.add(PlantKind.EMERGENCY, time, "closes", row.emergency());
        tally.add(PlantKind.EMERGENCY, time, "rows", row.emergency() > 0 ? 1 : 0);
    }
}
