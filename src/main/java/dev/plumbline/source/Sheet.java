package dev.plumbline.source;

import dev.plumbline.store.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of rows under named columns, in one of the formats that trades and equity come in. */
sealed interface Sheet extends AutoCloseable permits DelimitedSheet, JsonSheet, ParquetSheet {

    /**
     * Where rows go: into {@code raw.csv_lines}, with the fields that are wanted.
     *
     * @param places which column of the sheet each field is, from 0
     * @param limit  rows after which to stop
     */
    record Target(SourceFile file, Map<String, Integer> places, Staging staging, Rejections rejections, long limit) {
        int[] order() {
            return places.values().stream().mapToInt(place -> place).toArray();
        }
    }

    /** Opens a file as what its name and first bytes say it is. */
    static Sheet open(SourceFile file, Staging staging) throws IOException {
        return switch (Format.of(file.path().toString())) {
            case JSON -> JsonSheet.open(file.path());
            case PARQUET -> ParquetSheet.open(file.path(), staging.connection());
            case DELIMITED, OTHER -> DelimitedSheet.open(file);
        };
    }

    /** What a name's ending says. */
    enum Format {
        DELIMITED,
        JSON,
        PARQUET,
        OTHER;

        static Format of(String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (ending) {
                case "csv", "tsv", "txt" -> DELIMITED;
                case "jsonl", "ndjson", "json" -> JSON;
                case "parquet" -> PARQUET;
                default -> OTHER;
            };
        }
    }

    /** The names of the columns; none where there is nothing to read. */
    List<String> header();

    /** Copies the rows; one that does not fit the header is rejected. */
    void copy(Target target) throws IOException;

    /** What a reader of the figures should know of how the file is written. */
    List<String> notes();

    @Override
    void close() throws IOException;
}
