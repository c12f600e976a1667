package dev.plumbline.source;

import dev.plumbline.store.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of rows under named columns, in one of the formats that trades and equity come in. */
sealed interface Sheet extends AutoCloseable permits DelimitedSheet, JsonSheet, ParquetSheet {

    /**
     * Where rows go: into {@code raw.csv_lines}, with the fields that are wanted, a word for nothing being null.
     *
     * @param places which column of the sheet each field is, from 0
     * @param limit  rows after which to stop
     */
    record Target(SourceFile file, Map<String, Integer> places, Staging staging, Rejections rejections, long limit) {
        private static final Set<String> NOTHING = Set.of("", "null", "none", "nan", "nat", "n/a", "na", "-", "--");

        private static final int LONGEST_NOTHING = 4;

        int[] order() {
            return places.values().stream().mapToInt(place -> place).toArray();
        }

        /** A field without the blanks around it; null where it is a word for nothing, as {@code raw.word} has it. */
        static @Nullable String word(@Nullable String field) {
            if (field == null) {
                return null;
            }
            int from = 0;
            int to = field.length();
            while (from < to && isBlank(field.charAt(from))) {
                from++;
            }
            while (to > from && isBlank(field.charAt(to - 1))) {
                to--;
            }
            String word = field.substring(from, to);
            return word.length() <= LONGEST_NOTHING && NOTHING.contains(word.toLowerCase(Locale.ROOT)) ? null : word;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t' || c == '\r' || c == '\n';
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
