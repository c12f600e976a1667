package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.source.SeriesColumns;
import java.time.ZoneId;
import java.util.List;

/**
 * What is asked of a file.
 *
 * @param file    as the user named it; {@code -} for standard input
 * @param told    what the user says of its columns
 * @param tables  what is asked for over time
 * @param hashed  whether the file's SHA-256 is wanted
 * @param metrics ids; none for all that the file can answer
 */
public record FileQuestion(
        String file,
        boolean hashed,
        SeriesColumns.Told told,
        List<String> metrics,
        FileTables.Asked tables,
        Conventions conventions,
        ZoneId zone) {

    public FileQuestion {
        metrics = List.copyOf(metrics);
    }
}
