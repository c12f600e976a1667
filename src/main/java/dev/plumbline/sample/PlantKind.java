package dev.plumbline.sample;

import java.util.Arrays;
import java.util.List;

/** What can be planted. The size of each says how the days of the change are, not how they differ from before. */
enum PlantKind {
    WIN_RATE("win_rate", "share of trades won", "playbook", true, 0.02, 0.98),
    CONFIDENCE("confidence", "added to every confidence, 0.07 is seven points", "playbook", true, -0.3, 0.12),
    RETRAINING_FAILURES("retraining_failures", "share of retrainings that succeed", "playbook", true, 0, 1),
    MODE_BURST("mode_burst", "mode changes, an even number", "playbook", true, 2, 40),
    GAP("gap", "hours without any row or file", "", false, 0, 10_000),
    OPEN_SHARE("open_share", "times as many decisions to open", "roma", true, 0, 4);

    private final String id;
    private final String unit;
    private final String only;
    private final boolean bySymbol;
    private final double low;
    private final double high;

    PlantKind(String id, String unit, String system, boolean bySymbol, double low, double high) {
        this.id = id;
        this.unit = unit;
        this.only = system;
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
        return only.isEmpty() || only.equals(system);
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
