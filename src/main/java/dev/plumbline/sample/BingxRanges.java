package dev.plumbline.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code /api/v1/query_range} of a Prometheus server answers for each metric over the whole sample, at the finest step
 * that it allows: 11,000 points a series.
 */
final class BingxRanges {

    private static final int MOST = 11_000;
    private static final List<Integer> STEPS = List.of(60, 120, 300, 600, 900, 1_800, 3_600, 10_800);
    private static final List<String> COUNTERS = List.of(
            "orders_created_total",
            "orders_submitted_total",
            "orders_failed_total",
            "orders_reconciled_total",
            "signals_parse_failed_total",
            "signals_processing_errors_total",
            "reconciliation_cycles_total",
            "reconciliation_errors_total");

    private final Map<String, Map<String, StringBuilder>> metrics = new TreeMap<>();

    /** Seconds between two points. */
    static int step(Scene scene) {
        long seconds = (scene.to() - scene.from()) / 1_000_000;
        return STEPS.stream().filter(step -> seconds / step <= MOST).findFirst().orElse(10_800);
    }

    void add(BingxProcess process, long time) {
        for (String counter : COUNTERS) {
            Long value = process.counters().get(counter);
            if (value != null) {
                point(counter, "", time, Long.toString(value));
            }
        }
        point("app_healthy", "", time, process.healthy(time) ? "1" : "0");
        point("app_ready", "", time, "1");
        point("telegram_connection_status", "", time, "1");
        point("active_trading_sessions", "", time, "0");
        point("signals_processed_total", "", time, "0");
        point("system_uptime_seconds", "", time, decimal(time - process.started(), 6));
        point("cryptet_last_signal_timestamp", "", time, decimal(process.started(), 6));
        process.positions().forEach((symbol, position) -> {
            point("position_size", symbol, time, decimal(position.after(), 6));
            point("position_avg_price", symbol, time, decimal(Math.round(position.average() * 1e6), 6));
        });
    }

    private void point(String metric, String symbol, long time, String value) {
        StringBuilder values = metrics.computeIfAbsent(metric, any -> new TreeMap<>())
                .computeIfAbsent(symbol, any -> new StringBuilder());
        values.append(values.isEmpty() ? "" : ",").append('[').append(time / 1_000_000);
        values.append(",\"").append(value).append("\"]");
    }

    /** As the server prints a number: no point without a fraction. */
    private static String decimal(long scaled, int decimals) {
        String text = Digits.shortest(new StringBuilder(20), scaled, decimals).toString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Writes a file {@code query_range_<metric>.json} for each. */
    void write(Scene scene) {
        metrics.forEach((metric, series) -> {
            StringBuilder text =
                    new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
            String comma = "";
            for (Map.Entry<String, StringBuilder> one : series.entrySet()) {
                text.append(comma).append("{\"metric\":{\"__name__\":\"").append(metric);
                text.append("\",\"instance\":\"bot:8080\",\"job\":\"trading-bot\"");
                if (!one.getKey().isEmpty()) {
                    text.append(",\"symbol\":\"").append(one.getKey()).append('"');
                }
                text.append("},\"values\":[").append(one.getValue()).append("]}");
                comma = ",";
            }
            text.append("]}}");
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            scene.write("query_range_" + metric + ".json", bytes);
        });
    }
}
