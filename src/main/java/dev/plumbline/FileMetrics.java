package dev.plumbline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.model.Rejected;
import dev.plumbline.source.SeriesKind;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a file says.
 *
 * @param metrics   of the whole; none where the whole is no one series
 * @param groups    the same of each group, in alphabetical order
 * @param tables    of the whole
 * @param groupTables of each group
 * @param rejected  the first of what could not be read
 * @param rejections how many there are
 */
public record FileMetrics(
        Input input,
        List<Measurement> metrics,
        Map<String, List<Measurement>> groups,
        FileTables tables,
        Map<String, FileTables> groupTables,
        List<Rejected> rejected,
        long rejections) {

    /**
     * What was read.
     *
     * @param rows            the file has
     * @param used            of them, in the figures
     * @param periodsPerYear  empty where there is no spacing to tell
     * @param periodsFound    in words, how they were found
     * @param sha256          of the file's bytes as they came; empty where it was not asked for
     * @param notes           what a reader of the figures should know
     */
    public record Input(
            String file,
            SeriesKind kind,
            long rows,
            long used,
            Optional<Instant> from,
            Optional<Instant> to,
            OptionalDouble periodsPerYear,
            String periodsFound,
            String sha256,
            List<String> notes) {

        public Input {
            notes = List.copyOf(notes);
        }
    }

    public FileMetrics {
        metrics = List.copyOf(metrics);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        groupTables = Collections.unmodifiableMap(new LinkedHashMap<>(groupTables));
        rejected = List.copyOf(rejected);
    }
}
