package dev.plumbline.sample;

/**
 * What the Kraken bot's monitor knows at one moment. It takes every filled order for a success and never reads a trade's
 * profit, so that the success rate is 100 or 0, and the day's profit 0, whatever happens.
 *
 * @param trades     orders filled today
 * @param profit     USD of all trades, as of the last full hour
 * @param memory     megabytes
 * @param errors     lines of today's log that look like a failed request
 * @param reconnects of the WebSocket since the bot's start
 * @param latency    of the WebSocket, milliseconds
 * @param response   of the balance manager, milliseconds
 * @param nonces     per second
 */
record KrakenSample(
        long time,
        int trades,
        double profit,
        double memory,
        int errors,
        boolean connected,
        String health,
        int reconnects,
        double latency,
        double response,
        double nonces) {

    double successRate() {
        return trades > 0 ? 100 : 0;
    }

    String socket() {
        return connected ? "connected" : "disconnected";
    }

    /** One element of {@code /api/metrics/history}. */
    void history(PythonJson json) {
        json.beginObject().seconds("timestamp", time);
        eight(json);
        json.endObject();
    }

    /** What every message of the WebSocket has. */
    void eight(PythonJson json) {
        json.field("trades_executed", trades).field("success_rate", successRate(), 1);
        json.field("total_pnl", profit, 4).field("daily_pnl", 0.0, 1);
        json.field("memory_usage_mb", memory, 6).field("api_errors", errors);
        json.field("websocket_status", socket()).field("balance_manager_health", health);
    }

    /** All 24 fields of {@code /api/metrics}. */
    void all(PythonJson json) {
        json.beginObject().seconds("timestamp", time);
        json.field("trades_executed", trades).field("trades_successful", trades).field("trades_failed", 0);
        json.field("success_rate", successRate(), 1)
                .field("total_pnl", profit, 4)
                .field("daily_pnl", 0.0, 1);
        json.field("nonce_failures", 0).field("nonce_generation_rate", nonces, 3);
        json.field("websocket_reconnects", reconnects).field("websocket_latency_ms", latency, 3);
        json.field("api_errors", errors).field("api_error_rate", 0.0, 1);
        json.field("memory_usage_mb", memory, 6).field("cpu_usage_percent", 3.7, 1);
        json.field("log_file_size_mb", 2.41873, 6).field("log_rotation_count", 8);
        json.field("balance_manager_health", health).field("balance_manager_response_time", response, 6);
        json.field("websocket_status", socket()).field("websocket_connection_count", connected ? 1 : 0);
        json.field("trade_execution_time_ms", 0.0, 1).field("balance_check_time_ms", 0.0, 1);
        json.field("order_processing_time_ms", 0.0, 1).endObject();
    }

    /** {@code /api/status}; its uptime is the age of the sample. */
    void status(PythonJson json, long age) {
        boolean high = memory > KrakenAlerts.MEMORY;
        json.beginObject().field("status", high ? "warning" : "healthy");
        json.field(
                "message",
                high ? "High memory usage: " + Digits.fixed(memory, 1) + "MB" : "All systems operating normally");
        json.field("last_update", Iso.text(time)).field("uptime_minutes", age / 60e6, 9);
        json.key("metrics_summary").beginObject();
        json.field("memory_mb", memory, 6)
                .field("success_rate", successRate(), 1)
                .field("daily_pnl", 0.0, 1);
        json.field("api_errors", errors).field("websocket_status", socket());
        json.field("balance_manager_health", health).endObject().endObject();
    }
}
