package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;

/** Local times that a clock change makes impossible, which are rejected, or ambiguous, which is noted. */
final class LocalHours {

    private static final int YEARS = 25;

    private LocalHours() {}

    /**
     * Takes impossible times out of {@code raw.csv_rows}; their lines go where a line cannot do without its time.
     *
     * @param line the number of a row's line, in SQL
     */
    static void check(
            SourceFile file,
            Map<String, Integer> places,
            Staging staging,
            ImportOptions options,
            Rejections rejections,
            String line) {
        ZoneRules rules = options.zoneOrUtc().getRules();
        if (rules.isFixedOffset()) {
            return;
        }
        DuckDb.execute(
                staging.connection(),
                "clock changes",
                "CREATE OR REPLACE TABLE raw.clock_changes (skipped BOOLEAN, begins TIMESTAMP, ends TIMESTAMP)");
        Instant now = Instant.now();
        ZoneOffsetTransition change = rules.nextTransition(now.minus(365L * YEARS, ChronoUnit.DAYS));
        while (change != null && change.getInstant().isBefore(now)) {
            LocalDateTime one = change.getDateTimeBefore();
            LocalDateTime two = change.getDateTimeAfter();
            DuckDb.update(
                    staging.connection(),
                    "clock changes",
                    "INSERT INTO raw.clock_changes VALUES (?, ?, ?)",
                    change.isGap(),
                    change.isGap() ? one : two,
                    change.isGap() ? two : one);
            change = rules.nextTransition(change.getInstant());
        }
        for (String name : places.keySet()) {
            if (CsvKind.type(name) == CsvKind.Type.TIME) {
                check(name, file, places, staging, options, rejections, line);
            }
        }
    }

    private static void check(
            String name,
            SourceFile file,
            Map<String, Integer> places,
            Staging staging,
            ImportOptions options,
            Rejections rejections,
            String line) {
        String field = DuckDb.identifier(name);
        DuckDb.execute(
                staging.connection(),
                "times beside a clock change",
                "CREATE OR REPLACE TABLE raw.odd_hours AS SELECT line, " + field + " AS value, skipped FROM ("
                        + "SELECT line, " + field + ", TRY_CAST(" + field
                        + " AS TIMESTAMP) AS local FROM raw.csv_text WHERE raw.naive("
                        + field + ")) JOIN raw.clock_changes ON local >= begins AND local < ends");
        Rows skipped = staging.select(
                "hours that were skipped", "SELECT line, value FROM raw.odd_hours WHERE skipped ORDER BY line");
        for (int i = 0; i < skipped.size(); i++) {
            rejections.reject(new Rejected(
                    file.shown(),
                    (long) skipped.doubles("line")[i],
                    places.getOrDefault(name, -1) + 1L,
                    skipped.texts("value")[i],
                    name + ": the clocks of " + options.zoneOrUtc()
                            + " skipped this hour: a time that existed was expected;" + " the line is left out"));
        }
        if (!skipped.isEmpty()) {
            DuckDb.execute(
                    staging.connection(),
                    "hours that were skipped",
                    "DELETE FROM raw.csv_rows WHERE " + line + " IN (SELECT line FROM raw.odd_hours WHERE skipped)");
        }
        double twice = staging.select(
                        "hours that came twice", "SELECT COUNT(*) AS n FROM raw.odd_hours WHERE NOT skipped")
                .doubles("n")[0];
        if (twice > 0) {
            rejections.note(
                    "%s: %.0f values of %s lie in an hour that the clocks of %s showed twice: the earlier or later is not told"
                            .formatted(file.shown(), twice, name, options.zoneOrUtc()));
        }
    }
}
