package dev.plumbline.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The running bot as its metrics show it: a counter exists once it has counted, and a restart begins all of them anew.
 * Positions are in the database and come back.
 */
final class BingxProcess {

    private static final long PAUSE = 45_000_000;
    private static final long CYCLE = 30_400_000;
    private static final int KEPT = 1_000;

    private final Scene scene;
    private final BingxTrading trading;
    private final Deque<BingxEvent> coming;
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private final Map<String, Deque<Double>> timings = new LinkedHashMap<>();
    private final Map<String, BingxChange> positions = new TreeMap<>();
    private final List<Long> starts;
    private long started;

    BingxProcess(Scene scene, BingxTrading trading) {
        this.scene = scene;
        this.trading = trading;
        this.coming = new ArrayDeque<>(trading.events());
        this.starts = starts(scene);
        this.started = scene.from() - Market.DAY;
    }

    /** Whether the bot runs: not at a restart, planted or of every live agent, and not in a silence. */
    static boolean up(Scene scene, long time) {
        long restart = Happenings.restart(scene.period());
        boolean pause = restart <= time && time < restart + PAUSE;
        return !pause && !scene.plants().silent(time) && !scene.plants().covers(PlantKind.RESTART, time);
    }

    /** When the bot runs again. */
    static long back(Scene scene, long time) {
        return starts(scene).stream()
                .filter(start -> start > time)
                .mapToLong(start -> start)
                .min()
                .orElse(time);
    }

    /** When a new process begins. */
    static List<Long> starts(Scene scene) {
        List<Long> starts = new ArrayList<>();
        starts.add(Happenings.restart(scene.period()) + PAUSE);
        for (Plant plant : scene.plants().list()) {
            if (plant.kind() == PlantKind.RESTART || plant.kind() == PlantKind.GAP) {
                starts.add(plant.to());
            }
        }
        return starts.stream().sorted().toList();
    }

    /** Lets time pass. */
    void advance(long time) {
        for (long start : starts) {
            if (started < start && start <= time) {
                take(start - 1);
                started = start;
                counters.clear();
                timings.clear();
            }
        }
        take(time);
        long cycles = (time - started) / CYCLE;
        if (cycles > 0) {
            counters.put("reconciliation_cycles_total", cycles);
        }
    }

    private void take(long time) {
        while (!coming.isEmpty() && coming.getFirst().time() <= time) {
            take(coming.removeFirst());
        }
    }

    private void take(BingxEvent event) {
        counters.merge(event.counter(), 1L, Long::sum);
        BingxSignal signal = event.signal();
        BingxOrder order = signal == null ? null : signal.order();
        switch (event.counter()) {
            case "orders_failed_total" -> counters.merge("trading_errors_total", 1L, Long::sum);
            case "orders_reconciled_total" -> {
                if (order != null && trading.changes().containsKey(order.id())) {
                    positions.put(order.coin().contract(), trading.changes().get(order.id()));
                }
            }
            case "orders_submitted_total" -> {
                if (order != null) {
                    timed("order_execution_duration_seconds", order.seconds());
                }
            }
            default -> {
                if (signal != null) {
                    String name = "signal_processing_duration_seconds{type=\"" + signal.channel() + "\"}";
                    timed(name, signal.seconds());
                }
            }
        }
    }

    private void timed(String name, double seconds) {
        Deque<Double> values = timings.computeIfAbsent(name, any -> new ArrayDeque<>());
        values.addLast(seconds);
        if (values.size() > KEPT) {
            values.removeFirst();
        }
    }

    boolean up(long time) {
        return up(scene, time);
    }

    boolean healthy(long time) {
        return !scene.plants().covers(PlantKind.UNHEALTHY, time);
    }

    /** When the process began, microseconds since 1970. */
    long started() {
        return started;
    }

    /** Counters in the order of their first count. */
    Map<String, Long> counters() {
        return counters;
    }

    /** The last thousand durations by name, which may have labels. */
    Map<String, Deque<Double>> timings() {
        return timings;
    }

    /** Positions by symbol. */
    Map<String, BingxChange> positions() {
        return positions;
    }
}
