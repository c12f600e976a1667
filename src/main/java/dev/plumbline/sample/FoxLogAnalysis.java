package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;

/** What the bot's log analyser counts in one log: its lines with a time, not those of a traceback. */
final class FoxLogAnalysis {

    private final String name;
    private final List<String[]> samples = new ArrayList<>();
    private long first;
    private long last;
    private int entries;
    private int errors;
    private int warnings;
    private int critical;

    FoxLogAnalysis(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Counts a line such as {@code core.exchange_manager - ERROR - Order error}. */
    void add(long local, String line) {
        String[] parts = line.split(" - ", 3);
        first = entries == 0 ? local : first;
        last = local;
        entries++;
        switch (parts[1]) {
            case "ERROR" -> {
                errors++;
                if (samples.size() < 10) {
                    samples.add(new String[] {Iso.text(local - local % 1_000), parts[0], parts[2]});
                }
            }
            case "WARNING" -> warnings++;
            case "CRITICAL" -> critical++;
            default -> {}
        }
    }

    /** Writes {@code log_analysis_YYYYMMDD_HHMMSS.json}. */
    void write(Scene scene) {
        long now = scene.to() + FoxAgent.OFFSET + 95_000_000;
        PythonJson json = new PythonJson().beginObject();
        json.field("log_file", "logs/" + name).field("analysis_timestamp", Iso.text(now));
        json.key("summary").beginObject();
        json.field("total_entries", entries).field("errors", errors);
        json.field("warnings", warnings).field("critical", critical).endObject();
        json.key("time_range").beginObject();
        json.field("start", Iso.text(first - first % 1_000)).field("end", Iso.text(last - last % 1_000));
        json.endObject().key("error_samples").beginArray();
        for (String[] sample : samples) {
            json.beginObject().field("timestamp", sample[0]).field("module", sample[1]);
            json.field("message", sample[2]).endObject();
        }
        scene.write(
                "log_analysis_" + Iso.stamp(now) + ".json",
                json.endArray().endObject().bytes());
    }
}
