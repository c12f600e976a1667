package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;

/** The report of one audit: eight hours of a day, its alerts judged minute by minute. */
final class FoxAudit {

    private static final long BEGIN = 8 * Market.HOUR;
    private static final long LENGTH = 8 * Market.HOUR;

    private final List<FoxRow> rows = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    /** One line of the report's list. */
    private record Alert(String severity, String message, long time) {}

    /** Whether a local time is in the hours that are audited. */
    static boolean covers(long local) {
        long clock = Math.floorMod(local, Market.DAY);
        return BEGIN <= clock && clock < BEGIN + LENGTH;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void add(FoxRow row) {
        rows.add(row);
        if (row.unprotected() > 0) {
            alert(row, "CRITICAL", row.unprotected() + " positions without SL");
        }
        if (row.emergency() > 0) {
            alert(row, "CRITICAL", row.emergency() + " emergency closes");
        }
        if (row.opened() > 15) {
            alert(row, "WARNING", "High position opening rate: " + row.opened() + " in 1 min");
        }
        if (row.errors() > 5) {
            alert(row, "WARNING", "High API error rate: " + row.errors() + " errors");
        }
        if (row.prices() == 0 && row.total() > 0) {
            alert(row, "WARNING", "No price updates for existing positions");
        }
        if (row.aged() > 5) {
            alert(row, "INFO", row.aged() + " positions older than 3 hours");
        }
    }

    private void alert(FoxRow row, String severity, String message) {
        alerts.add(new Alert(severity, message, row.time() + FoxAgent.OFFSET));
    }

    /** Writes {@code monitoring_report_YYYYMMDD_HHMMSS.json}, named by the second after its last row. */
    void write(Scene scene) {
        long begin = rows.get(0).time() + FoxAgent.OFFSET;
        long end = rows.get(rows.size() - 1).time() + FoxAgent.OFFSET;
        PythonJson json = new PythonJson().beginObject();
        json.field("monitoring_duration_minutes", rows.size());
        json.field("monitoring_start", Iso.text(begin)).field("monitoring_end", Iso.text(end));
        json.field("total_alerts", alerts.size());
        json.field("critical_alerts", count("CRITICAL")).field("warning_alerts", count("WARNING"));
        json.key("metrics_summary").beginObject();
        json.field(
                "total_positions_opened", rows.stream().mapToInt(FoxRow::opened).sum());
        json.field("total_positions_closed", 0);
        json.field(
                "total_ts_activations",
                rows.stream().mapToInt(FoxRow::activated).sum());
        json.field("total_sl_updates", rows.stream().mapToInt(FoxRow::stops).sum());
        json.field("total_zombies", 0);
        json.field("total_errors", rows.stream().mapToInt(FoxRow::errors).sum());
        json.field(
                "total_emergency_closes",
                rows.stream().mapToInt(FoxRow::emergency).sum());
        json.field("total_ws_reconnects", 0).endObject();
        json.key("alerts").beginArray();
        for (Alert alert : alerts) {
            json.beginObject().field("severity", alert.severity()).field("message", alert.message());
            json.field("timestamp", Iso.text(alert.time()).replace('T', ' ')).endObject();
        }
        scene.write(
                "monitoring_report_" + Iso.stamp(end + 1_000_000) + ".json",
                json.endArray().endObject().bytes());
    }

    private long count(String severity) {
        return alerts.stream()
                .filter(alert -> alert.severity().equals(severity))
                .count();
    }
}
