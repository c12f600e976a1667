package dev.plumbline.sample;

import java.util.Arrays;
import java.util.List;

/** What can be planted. The size of each says how the days of the change are, not how they differ from before. */
enum PlantKind {
    WIN_RATE("win_rate", "share of trades won", "playbook", true, 0.02, 0.98),
    CONFIDENCE("confidence", "added to every confidence, 0.07 is seven points", "playbook", true, -0.3, 0.12),
    RETRAINING_FAILURES("retraining_failures", "share of retrainings that succeed", "playbook", true, 0, 1),
    MODE_BURST("mode_burst", "mode changes, an even number", "playbook", true, 2, 40),
    GAP("gap", "hours without any row or file", ""),
    OPEN_SHARE("open_share", "times as many decisions to open", "roma", true, 0, 4),
    STUCK_MODE("stuck_mode", "hours in which the mode does not change", "playbook", true, 0, 0),
    FAILED_COLLECTIONS("failed_collections", "hours whose snapshots are all zero", "fox"),
    ERROR_STORM("error_storm", "errors a minute", "fox", false, 1, 500),
    UNPROTECTED("unprotected_positions", "positions without a stop loss", "fox", false, 1, 50),
    EMERGENCY("emergency", "emergency closes in one snapshot", "fox", false, 1, 50),
    MEMORY_LEAK("memory_leak", "megabytes when the bot is restarted", "kraken", false, 300, 20_000),
    ALERT_STORM("alert_storm", "hours with three metrics over their limits", "kraken"),
    DISCONNECT("websocket_disconnect", "hours without the WebSocket", "kraken"),
    DAILY_LOSS("daily_loss", "USD lost in trades that close in the time", "kraken", false, 1, 1_000),
    RESTART("restart", "hours until the bot is back, its counters at zero", "bingx"),
    ORDER_FAILURES("order_failures", "share of orders that fail", "bingx", false, 0, 1),
    NO_SIGNALS("no_signals", "hours without a signal", "bingx"),
    UNHEALTHY("unhealthy", "hours in which app_healthy is 0", "bingx");

    private final String id;
    private final String unit;
    private final String only;
    private final boolean bySymbol;
    private final double low;
    private final double high;

    /** A kind without a size: it lasts as long as it lasts. */
    PlantKind(String id, String unit, String system) {
        this(id, unit, system, false, 0, 0);
    }

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

    /** The metric, as its system writes it, that shows the change; empty where several or none do. */
    String metric() {
        return switch (this) {
            case ERROR_STORM -> "issues.errors";
            case UNPROTECTED -> "positions.unprotected";
            case EMERGENCY -> "issues.emergency";
            case MEMORY_LEAK -> "memory_usage_mb";
            case DISCONNECT -> "websocket_status";
            case DAILY_LOSS -> "realized_pnl";
            case RESTART, NO_SIGNALS -> "orders_created_total";
            case ORDER_FAILURES -> "orders_failed_total";
            case UNHEALTHY -> "app_healthy";
            default -> "";
        };
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
        return low < high;
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
