package dev.plumbline.source;

import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;

/** Tells a source's queries how old its files are, for files that do not say it themselves: {@code raw.files_read}. */
final class FilesRead {

    /** A folder that says when its files were pulled: in UTC, so only with a Z or below a folder called pulled. */
    private static final Pattern PULLED = Pattern.compile(
            "/(?:pulled/(?:[^/]+/)*?)?(\\d{4})-?(\\d\\d)-?(\\d\\d)[T_-]?(\\d\\d)[:-]?(\\d\\d)[:-]?(\\d\\d)(?:\\.\\d+)?(Z?)/");

    private FilesRead() {}

    static void tell(List<SourceFile> files, Staging staging) {
        try (DuckDBAppender to = staging.appender("files_read")) {
            for (SourceFile file : files) {
                to.beginRow();
                to.append(file.shown());
                to.append(file.path().toString());
                to.append(LocalDateTime.ofInstant(
                        SqliteSnapshot.modified(file.path()).toInstant(), ZoneOffset.UTC));
                Optional<LocalDateTime> pulled = pulled(file.path());
                if (pulled.isPresent()) {
                    to.append(pulled.get());
                } else {
                    to.appendNull();
                }
                to.endRow();
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw.files_read", e);
        }
    }

    /** When a folder above says that a file was pulled, UTC. */
    static Optional<LocalDateTime> pulled(Path file) {
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        Matcher match = PULLED.matcher(path);
        Optional<LocalDateTime> pulled = Optional.empty();
        for (int from = 0; match.find(from); from = match.end() - 1) {
            if (!match.group(7).isEmpty() || match.group().startsWith("/pulled/")) {
                Optional<LocalDateTime> before = pulled;
                pulled = time(match).or(() -> before);
            }
        }
        return pulled;
    }

    /** Empty for digits that are no time, such as the number of an order. */
    private static Optional<LocalDateTime> time(Matcher match) {
        int[] parts = new int[6];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Integer.parseInt(match.group(i + 1));
        }
        try {
            return Optional.of(LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
