package dev.plumbline.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can be planted. The size of each says how the days of the change are, not how they differ from before. */
enum PlantKind {
    WIN_RATE("win_rate", "share of trades won", Set.of("playbook"), true, 0.02, 0.98),
    CONFIDENCE("confidence", "added to every confidence, 0.07 is seven points", Set.of("playbook"), true, -0.3, 0.12),
    RETRAINING_FAILURES("retraining_failures", "share of retrainings that succeed", Set.of("playbook"), true, 0, 1),
    MODE_BURST("mode_burst", "mode changes, an even number", Set.of("playbook"), true, 2, 40),
    GAP("gap", "hours without any row or file", Set.of("playbook", "roma"), false, 0, 10_000),
    OPEN_SHARE("open_share", "times as many decisions to open", Set.of("roma"), true, 0, 4);

    private final String id;
    private final String unit;
    private final Set<String> systems;
    private final boolean bySymbol;
    private final double low;
    private final double high;

    PlantKind(String id, String unit, Set<String> systems, boolean bySymbol, double low, double high) {
        this.id = id;
        this.unit = unit;
        this.systems = systems;
        this.bySymbol = bySymbol;
        this.low = low;
        this.high = high;
    }

    /** As files write it. */
    String id() {
        return id;
    }

    /** What its size is, in words. */
    String unit() {
        return unit;
    }

    boolean appliesTo(String system) {
        return systems.contains(system);
    }

    boolean bySymbol() {
        return bySymbol;
    }

    /** Whether a size has to be named: a gap is as long as it is. */
    boolean sized() {
        return this != GAP;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(PlantKind::id).toList();
    }
}
