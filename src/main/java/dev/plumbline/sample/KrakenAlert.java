package dev.plumbline.sample;

/** An alert of the Kraken bot's monitor. */
record KrakenAlert(String metric, String message, String severity, double value, long time) {

    void write(PythonJson json) {
        json.beginObject().field("id", metric + "_" + time / 1_000_000).field("metric", metric);
        json.field("message", message).field("severity", severity).field("value", value, 6);
        json.seconds("timestamp", time).field("resolved", false).endObject();
    }
}
