package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the bot's log speaks of: positions, stop losses, trailing stops, connections, timing. */
final class LogTopics {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LogTopics() {}

    /** A row a topic and exchange; topics that were never spoken of are named, for that is not the same as zero. */
    static Showable of(Window window) {
        Rows rows = window.rows("explore/log_topics");
        if (rows.isEmpty()) {
            return Evaluated.only("Not available: no record of a log and no event is in these days.");
        }
        List<List<String>> lines = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String topic = rows.texts("part")[i] + " " + rows.texts("topic")[i];
            double n = rows.doubles("n")[i];
            if (n == 0) {
                silent.add(topic.replace("timing ", ""));
                continue;
            }
            double rate = rows.doubles("an_hour")[i];
            lines.add(List.of(
                    rows.texts("part")[i],
                    rows.texts("topic")[i],
                    rows.texts("exchange")[i],
                    String.format(Locale.ROOT, "%,.0f", n),
                    Double.isFinite(rate) ? String.format(Locale.ROOT, "%,.2f", rate) : "–",
                    TIME.format(Period.instant(rows.micros("oldest")[i])),
                    TIME.format(Period.instant(rows.micros("newest")[i])),
                    ErrorKinds.place(rows.texts("file")[i], rows.doubles("line")[i])));
        }
        String answer = String.format(
                Locale.ROOT,
                "%,.0f records and events over %,.1f h%s",
                rows.doubles("records")[0],
                rows.doubles("hours")[0],
                silent.isEmpty()
                        ? "."
                        : "; never spoken of, which is not the same as never happened: " + String.join(", ", silent)
                                + ".");
        return new Evaluated(
                answer,
                "By words in the text; the exchange is the one it names. What is both stated and echoed counts once."
                        + " Timing, warning signs and critical issues: errors and warnings only. Times in UTC.",
                Evaluated.columns("about", "what", "exchange", "#n", "#an hour", "first", "last", "first written in"),
                lines);
    }
}
