package dev.plumbline.source;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One table of trades or equity on its way into staging: its fields as text ({@code raw.csv_text}), as values ({@code
 * raw.csv}), then as canonical rows. Of a big CSV file only the lines that are not certain are text.
 */
final class SheetLoad {

    private final SourceFile file;
    private final Sheet sheet;
    private final CsvKind kind;
    private final Map<String, Integer> places;
    private final Staging staging;
    private final ImportOptions options;
    private final Rejections rejections;

    SheetLoad(
            SourceFile file, Sheet sheet, CsvKind kind, Staging staging, ImportOptions options, Rejections rejections) {
        this.file = file;
        this.sheet = sheet;
        this.kind = kind;
        this.places = kind.places(sheet.header(), options.map());
        this.staging = staging;
        this.options = options;
        this.rejections = rejections;
    }

    /** @param big bytes from which on the quick ways are tried */
    void run(long big, CsvScans scans) throws IOException {
        told();
        boolean isBig = Files.size(file.path()) >= big;
        if (isBig && sheet instanceof DelimitedSheet delimited && isUtf8(file.path()) && quick(delimited, scans)) {
            return;
        }
        if (isBig) {
            staging.expectText(file.size());
        }
        SheetText text = text(Long.MAX_VALUE);
        finish(text, rows("line"), isBig, false);
    }

    private void told() {
        staging.script("sources/csv/told");
        DuckDb.update(
                staging.connection(),
                "what the import was told",
                "INSERT INTO raw.told VALUES (?, ?, ?)",
                file.shown(),
                options.agent().orElse(null),
                options.zoneOrUtc().getId());
        staging.script("sources/readings");
        staging.script("sources/csv/readings");
    }

    /** Reads the first rows only, as text and values; nothing is staged. */
    void first(long limit) throws IOException {
        told();
        SheetText text = text(limit);
        SheetRows rows = rows("line");
        rows.show();
        notes().say(text.complain(rows), true);
        text.lose(rows);
    }

    /** Each column and the field it is read as, with the first value there is; after {@link #first}. */
    Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        places.forEach((field, place) -> {
            String[] values = staging.select(
                            "a sample",
                            "SELECT " + DuckDb.identifier(field) + " AS v FROM raw.csv_text WHERE "
                                    + DuckDb.identifier(field) + " IS NOT NULL LIMIT 1")
                    .texts("v");
            samples.put(sheet.header().get(place) + " → " + field, values.length == 0 ? "" : values[0]);
        });
        return samples;
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return DecodedLines.charset(in.readNBytes(4)).equals(StandardCharsets.UTF_8);
        }
    }

    /** Whether the certain lines, at least, could be read as values at once. */
    private boolean quick(DelimitedSheet delimited, CsvScans scans) throws IOException {
        CsvScan scan = scans.of(file.path(), delimited.delimiter());
        boolean local = !options.zoneOrUtc().getId().matches("UTC|Z");
        SheetRows rows = rows("rowid + 2");
        CleanCsv.Outcome clean = CleanCsv.read(delimited, file, kind, places, staging, scan, local);
        if (clean.done()) {
            rows.show();
            rows.prepare();
            if (staging.query("sources/csv/doubtful_" + kind.name()).doubles("n")[0] == 0) {
                boolean repeated = !clean.order().rising() && rows.repeated();
                notes().say(clean.naive(), repeated);
                stage(rows, clean.order(), repeated);
                return true;
            }
        }
        Optional<MixedCsv> mixed = MixedCsv.read(delimited, file, kind, places, staging, scan, local);
        return mixed.isPresent() && join(delimited, mixed.get(), rows);
    }

    /** Reads the lines that are not certain; false where they put the others in doubt. */
    private boolean join(DelimitedSheet delimited, MixedCsv mixed, SheetRows rows) throws IOException {
        Rejections held = new Rejections();
        SheetText text = new SheetText(file, kind, places, staging, options, held);
        mixed.copyOthers(text.target(Long.MAX_VALUE));
        if (text.commas(mixed.points())) {
            return false;
        }
        held.rejected().forEach(rejections::reject);
        held.notes().forEach(rejections::note);
        delimited.notes().forEach(note -> rejections.note(file.shown() + ": " + note));
        text.values("csv_others");
        mixed.join();
        finish(new SheetText(file, kind, places, staging, options, rejections), rows, true, mixed.naive());
        return true;
    }

    private SheetRows rows(String line) {
        return new SheetRows(file, kind, places, staging, options, line);
    }

    private SheetNotes notes() {
        return new SheetNotes(file, sheet.header(), kind, places, staging, options, rejections);
    }

    /** All lines as text and as values. */
    private SheetText text(long limit) throws IOException {
        SheetText text = new SheetText(file, kind, places, staging, options, rejections);
        sheet.copy(text.target(limit));
        sheet.notes().forEach(note -> rejections.note(file.shown() + ": " + note));
        text.commas(0);
        text.values("csv_rows");
        return text;
    }

    /** @param naive whether times that are not among the text name no zone */
    private void finish(SheetText text, SheetRows rows, boolean big, boolean naive) {
        rows.show();
        boolean naiveText = text.complain(rows);
        RowOrder order = big ? RowOrder.of(staging, kind, places) : RowOrder.UNKNOWN;
        boolean repeated = !big || (!order.rising() && rows.repeated());
        notes().say(naive || naiveText, repeated);
        text.lose(rows);
        rows.prepare();
        stage(rows, order, repeated);
    }

    private static void stage(SheetRows rows, RowOrder order, boolean repeated) {
        if (repeated) {
            rows.insert();
        } else {
            rows.publishLater(order.sorted());
        }
    }
}
