package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Measures the Kraken bot, sample by sample. */
final class KrakenMonitor {

    private static final double CALM = 285;

    private final Scene scene;
    private final Plants plants;
    private final List<KrakenPosition> positions;
    private final Moments fills;
    private final List<Long> failures;
    private final Moments errors;
    private final Dice dice;
    private double memory = CALM - 90;
    private double profit;
    private long profitHour = -1;
    private int reconnects;
    private boolean connected = true;
    private boolean fresh = true;

    KrakenMonitor(Scene scene, List<KrakenPosition> positions) {
        this.scene = scene;
        this.plants = scene.plants();
        this.positions = positions;
        this.dice = scene.dice("monitor");
        this.fills = Moments.of(positions.stream()
                .flatMapToLong(position ->
                        LongStream.of(position.opened(), position.exit().time())));
        this.failures = failures(scene);
        this.errors = Moments.of(failures.stream().mapToLong(time -> time));
    }

    /** When a request to the exchange failed: now and then, and often while the WebSocket is away. */
    private static List<Long> failures(Scene scene) {
        Dice dice = scene.dice("failures");
        List<Long> failures = new ArrayList<>();
        long time = scene.from();
        while (time < scene.to()) {
            boolean away = scene.plants().covers(PlantKind.DISCONNECT, time);
            long next = time + 1_000_000 + (long) dice.delay(away ? 4.0 * Market.MINUTE : 4.0 * Market.HOUR);
            for (Plant plant : scene.plants().of(PlantKind.DISCONNECT)) {
                next = time < plant.from() && plant.from() < next ? plant.from() + 2_000_000 : next;
            }
            time = next;
            if (time < scene.to() && !scene.plants().silent(time)) {
                failures.add(time);
            }
        }
        return failures;
    }

    /** Failed requests, by time: each is a line of the bot's log. */
    List<Long> failures() {
        return failures;
    }

    void restart() {
        memory = CALM - 90;
        reconnects = 0;
        connected = true;
        fresh = true;
    }

    KrakenSample sample(long time) {
        long day = time - Math.floorMod(time, Market.DAY);
        long hour = time / Market.HOUR;
        if (hour != profitHour) {
            profitHour = hour;
            profit = KrakenTrading.realized(positions, scene.from(), hour * Market.HOUR);
        }
        boolean away = plants.covers(PlantKind.DISCONNECT, time);
        boolean drop = dice.chance(0.00003);
        reconnects += (!connected && !away) || drop ? 1 : 0;
        connected = !away;
        memory += 0.02 * (CALM - memory) + 1.6 * dice.normal();
        boolean storm = plants.covers(PlantKind.ALERT_STORM, time);
        boolean spike = dice.chance(0.0006);
        String health = fresh ? "unknown" : away && dice.chance(0.2) ? "error: Request timeout" : "healthy";
        fresh = false;
        return new KrakenSample(
                time,
                fills.count(day, time),
                profit,
                memory + leaked(time),
                errors.count(day, time),
                connected,
                health,
                reconnects,
                storm || spike ? dice.between(1_150, 2_600) : 60 + 25 * Math.abs(dice.normal()),
                storm ? dice.between(2_100, 3_600) : 120 + 40 * Math.abs(dice.normal()),
                storm ? dice.between(600, 950) : dice.between(1_500, 2_600));
    }

    private double leaked(long time) {
        double leaked = 0;
        for (Plant plant : plants.of(PlantKind.MEMORY_LEAK)) {
            if (plant.covers(time)) {
                leaked += (plant.size() - CALM) * (time - plant.from()) / (plant.to() - plant.from());
            }
        }
        return leaked;
    }
}
