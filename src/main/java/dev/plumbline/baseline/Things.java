package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be counted or averaged over a range, and what the value of one is. */
final class Things {

    /** What has a query of its name in queries/alerts, and the unit of a value. */
    private static final Map<String, Unit> KINDS = Map.ofEntries(
            Map.entry("errors", Unit.COUNT),
            Map.entry("events", Unit.COUNT),
            Map.entry("alerts", Unit.COUNT),
            Map.entry("cycles", Unit.COUNT),
            Map.entry("decisions", Unit.COUNT),
            Map.entry("failed decisions", Unit.SHARE),
            Map.entry("trades", Unit.MONEY),
            Map.entry("entries", Unit.COUNT),
            Map.entry("wins", Unit.SHARE),
            Map.entry("orders", Unit.COUNT),
            Map.entry("failed orders", Unit.SHARE),
            Map.entry("retrainings", Unit.COUNT),
            Map.entry("successful retrainings", Unit.SHARE),
            Map.entry("mode changes", Unit.COUNT),
            Map.entry("confidence", Unit.SHARE),
            Map.entry("liquidation distance", Unit.SHARE),
            Map.entry("open positions", Unit.COUNT),
            Map.entry("available balance", Unit.MONEY),
            Map.entry("articles", Unit.COUNT),
            Map.entry("neutral articles", Unit.SHARE),
            Map.entry("positive articles", Unit.SHARE),
            Map.entry("sentiment strength", Unit.RATIO),
            Map.entry("candles", Unit.COUNT),
            Map.entry("call times", Unit.SECONDS),
            Map.entry("stop times", Unit.SECONDS),
            Map.entry("samples", Unit.COUNT),
            Map.entry("signs of life", Unit.COUNT));

    /** Those of which there is one at a time, so that the newest is the value. */
    private static final List<String> STATES = List.of("open positions", "available balance", "liquidation distance");

    private Things() {}

    static Optional<Unit> unit(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    static boolean isState(String name) {
        return STATES.contains(name);
    }

    static List<String> names() {
        return KINDS.keySet().stream().sorted().toList();
    }
}
