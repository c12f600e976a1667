package dev.plumbline.sample;

/** The monitor's settings: the production preset. */
final class KrakenConfig {

    private KrakenConfig() {}

    /** Writes {@code monitoring_config.json} and what {@code /api/thresholds} answers. */
    static void write(Scene scene) {
        StringBuilder answer = new StringBuilder();
        thresholds(PythonJson.compact(answer));
        scene.write("thresholds.json", KrakenAgent.ascii(answer));
        PythonJson json = new PythonJson().beginObject();
        json.key("monitoring").beginObject();
        json.field("health_check_interval", 180.0, 1).field("metrics_collection_interval", 15.0, 1);
        json.field("metric_history_hours", 24).field("alert_history_hours", 48);
        json.field("enable_monitoring_logs", true).field("log_level", "INFO").nothing("log_file_path");
        json.field("enable_emergency_shutdown", true)
                .key("emergency_conditions")
                .beginArray();
        json.value("memory_usage_critical").value("api_error_rate_critical").value("daily_loss_limit_exceeded");
        json.endArray().endObject().key("thresholds");
        thresholds(json);
        json.key("alerts").beginObject();
        json.field("enabled", true).field("email_notifications", true).field("webhook_notifications", true);
        json.field("console_alerts", false)
                .field("log_alerts", true)
                .nothing("webhook_url")
                .endObject();
        json.key("dashboard").beginObject();
        json.field("enabled", true)
                .field("port", 8_000)
                .field("host", "127.0.0.1")
                .endObject();
        scene.write("monitoring_config.json", json.endObject().bytes());
    }

    private static void thresholds(PythonJson json) {
        json.beginObject();
        json.field("memory_usage_mb", KrakenAlerts.MEMORY, 1).field("log_file_size_mb", 8.0, 1);
        json.field("nonce_generation_rate", 1_000.0, 1).field("websocket_reconnects_per_hour", 5);
        json.field("api_error_rate_percent", 0.05, 2).field("trading_success_rate_percent", 90.0, 1);
        json.field("daily_pnl_loss_limit", -25.0, 1).field("balance_manager_response_time", 2.0, 1);
        json.field("websocket_latency_ms", 1_000.0, 1).field("trade_execution_time_ms", 5_000.0, 1);
        json.endObject();
    }
}
