package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * CSV files of trades or of equity that no other system claims; {@link CsvKind} knows the words of their headers.
 *
 * <p>A P&L is net where its column says so, or where the row has a fee besides; a gross one (the column says so) has fee
 * and funding taken off where there are any. Without a P&L it is computed from prices and quantity.
 */
final class Csv implements SourceSystem {

    private static final Set<String> NOTHING = Set.of("", "null", "none", "nan", "nat", "n/a", "na", "-", "--");
    private static final int LONGEST_NOTHING = 4;
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String reads() {
        return "CSV files of trades (symbol, side, entry and exit time, prices, quantity, pnl, fee …) or equity (time, equity, flow)";
    }

    @Override
    public boolean recognises(FileHead file) {
        if (!file.ends(".csv", ".tsv", ".txt")) {
            return false;
        }
        String first = new String(file.bytes(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        return CsvKind.of(CsvReader.fields(first)).isPresent();
    }

    /** {@inheritDoc} A CSV file's place says nothing. */
    @Override
    public Optional<String> agent(Path file) {
        return Optional.empty();
    }

    @Override
    public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        for (SourceFile file : files) {
            try (CsvReader reader = CsvReader.open(file.path())) {
                Optional<CsvReader.Row> header = reader.next();
                Optional<CsvKind> kind = header.flatMap(row -> CsvKind.of(row.fields()));
                if (kind.isPresent()) {
                    load(file, reader, header.orElseThrow().fields(), kind.get(), staging, options, rejections);
                } else {
                    rejections.reject(
                            new Rejected(
                                    file.shown(),
                                    1,
                                    0,
                                    header.map(row -> String.join(",", row.fields()))
                                            .orElse(""),
                                    "a header of trades (entry_time, exit_time, pnl …) or of equity (time, equity) was expected"));
                }
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "file cannot be read: " + e.getMessage()));
            }
        }
    }

    private static void load(
            SourceFile file,
            CsvReader reader,
            List<String> header,
            CsvKind kind,
            Staging staging,
            ImportOptions options,
            Rejections rejections)
            throws IOException {
        Map<String, Integer> places = kind.places(header);
        table(kind, places, staging);
        staging.script("sources/csv/raw");
        staging.script("sources/readings");
        DuckDb.update(
                staging.connection(),
                "what the import was told",
                "INSERT INTO raw.told VALUES (?, ?, ?)",
                file.shown(),
                options.agent().orElse(null),
                options.zoneOrUtc().getId());
        copy(file, reader, header.size(), places, staging, rejections);
        String word = kind.name();
        staging.run("sources/csv/" + word);
        reject(file, staging.query("sources/csv/rejected_" + word), places, rejections);
        note(file, header, places, staging.query("sources/csv/noted_" + word), options, rejections);
    }

    /** A table of the columns that the file has, and a view of them with all that it might have. */
    private static void table(CsvKind kind, Map<String, Integer> places, Staging staging) {
        String own = places.keySet().stream()
                .map(name -> ", " + DuckDb.identifier(name) + " VARCHAR")
                .collect(Collectors.joining());
        String all = kind.columns().keySet().stream()
                .map(name ->
                        ", " + (places.containsKey(name) ? "" : "CAST(NULL AS VARCHAR) AS ") + DuckDb.identifier(name))
                .collect(Collectors.joining());
        DuckDb.execute(
                staging.connection(),
                "a table for CSV lines",
                "CREATE OR REPLACE TABLE raw.csv_lines (line BIGINT" + own + ");"
                        + " CREATE OR REPLACE VIEW raw.csv AS SELECT line" + all + " FROM raw.csv_lines");
    }

    private static void copy(
            SourceFile file,
            CsvReader reader,
            int width,
            Map<String, Integer> places,
            Staging staging,
            Rejections rejections)
            throws IOException {
        int[] order = places.values().stream().mapToInt(place -> place).toArray();
        try (DuckDBAppender to = staging.appender("csv_lines")) {
            for (Optional<CsvReader.Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                CsvReader.Row row = next.get();
                int found = row.fields().size();
                boolean blankRest = found > width
                        && row.fields().subList(width, found).stream().allMatch(String::isEmpty);
                boolean fits = found == width || blankRest;
                if (!fits && row.complete()) {
                    rejections.reject(new Rejected(
                            file.shown(),
                            row.line(),
                            0,
                            String.join(",", row.fields()),
                            found == 0
                                    ? "a quotation mark is not closed; the line is left out"
                                    : found + " fields, " + width
                                            + " were expected as in the header; the line is left out"));
                }
                if (fits) {
                    to.beginRow();
                    to.append(row.line());
                    for (int place : order) {
                        to.append(clean(row.fields().get(place)));
                    }
                    to.endRow();
                }
            }
        } catch (SQLException e) {
            throw new QueryFailed("copying " + file.shown(), e);
        }
    }

    /** A field without the words for nothing, and a number without its thousands' commas and its per cent sign. */
    private static @Nullable String clean(String field) {
        if (field.length() <= LONGEST_NOTHING && NOTHING.contains(field.toLowerCase(Locale.ROOT))) {
            return null;
        }
        String number =
                field.endsWith("%") ? field.substring(0, field.length() - 1).strip() : field;
        return number.indexOf(',') > 0 && THOUSANDS.matcher(number).matches() ? number.replace(",", "") : number;
    }

    private static void reject(SourceFile file, Rows bad, Map<String, Integer> places, Rejections rejections) {
        for (int i = 0; i < bad.size(); i++) {
            String name = bad.texts("name")[i];
            boolean lost = bad.texts("lost")[i].equals("true");
            rejections.reject(new Rejected(
                    file.shown(),
                    (long) bad.doubles("line")[i],
                    places.getOrDefault(name, -1) + 1L,
                    bad.texts("value")[i],
                    name + ": " + bad.texts("expected")[i] + " was expected; "
                            + (lost ? "the line is left out" : "the line is kept without it")));
        }
    }

    private static void note(
            SourceFile file,
            List<String> header,
            Map<String, Integer> places,
            Rows notes,
            ImportOptions options,
            Rejections rejections) {
        List<String> unread = header.stream()
                .filter(name -> !places.containsValue(header.indexOf(name)))
                .toList();
        if (!unread.isEmpty()) {
            rejections.note(file.shown() + ": columns that are not read: " + String.join(", ", unread));
        }
        if (notes.doubles("repeated")[0] > 0) {
            rejections.note("%s: %d lines repeat the key of a later one: the last line of each is taken"
                    .formatted(file.shown(), (long) notes.doubles("repeated")[0]));
        }
        if (options.zone().isEmpty() && notes.doubles("naive")[0] > 0) {
            rejections.note(file.shown() + ": its times name no zone: UTC assumed; tell the bot's with --zone");
        }
    }
}
