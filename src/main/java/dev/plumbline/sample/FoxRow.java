package dev.plumbline.sample;

/**
 * What the monitor saw in one minute. Open, unprotected and aged positions are what there is; the others are counts of the
 * last minute. Closes, zombie orders and reconnects are always zero, for nobody emits the events that are counted.
 *
 * @param time microseconds since 1970
 */
record FoxRow(
        long time,
        int binance,
        int bybit,
        int unprotected,
        int opened,
        int prices,
        int activated,
        int stops,
        int aged,
        int emergency,
        int errors) {

    /** What the collector writes when it cannot reach its database. */
    static FoxRow failed(long time) {
        return new FoxRow(time, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    int total() {
        return binance + bybit;
    }

    /** A line of {@code monitoring_snapshots_YYYYMMDD.jsonl}. */
    void write(StringBuilder text) {
        PythonJson json = PythonJson.line(text)
                .beginObject()
                .field("timestamp", Iso.text(time + FoxAgent.OFFSET))
                .key("metrics")
                .beginObject();
        json.key("positions").beginObject();
        json.field("total", total()).field("binance", binance).field("bybit", bybit);
        json.field("unprotected", unprotected).endObject();
        json.key("activity").beginObject();
        json.field("new_opened", opened).field("prices_updated", prices).field("ts_activated", activated);
        json.field("sl_updates", stops).field("closed", 0).endObject();
        json.key("issues").beginObject();
        json.field("aged", aged).field("zombies", 0).field("emergency", emergency);
        json.field("errors", errors).field("ws_reconnects", 0).endObject();
        json.endObject().endObject();
        text.append('\n');
    }
}
