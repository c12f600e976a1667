package dev.plumbline.source;

import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;

/**
 * When a file that says no time of its own was taken: what its name says, read as UTC, else the folder that it was pulled
 * into, else when it was last written.
 *
 * @param time UTC
 * @param said where the time stands
 */
record WrittenTime(LocalDateTime time, Said said) {

    /** Where the time of a file stands. */
    enum Said {
        NAME,
        FOLDER,
        NOWHERE
    }

    private static final Pattern DAY = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)"
            + "(?:[T_ .-]?(\\d\\d)[-_:.h]?(\\d\\d)(?:[-_:.m]?(\\d\\d))?)?(?!\\d)");
    private static final Pattern SINCE_1970 = Pattern.compile("(?<!\\d)(1\\d{9})(\\d{3})?(?!\\d)");

    /** A folder that says when its files were pulled: in UTC, so only with a Z or below a folder called pulled. */
    private static final Pattern PULLED = Pattern.compile(
            "/(?:pulled/(?:[^/]+/)*?)?(\\d{4})-?(\\d\\d)-?(\\d\\d)[T_-]?(\\d\\d)[:-]?(\\d\\d)[:-]?(\\d\\d)(?:\\.\\d+)?(Z?)/");

    static WrittenTime of(Path file) {
        Optional<LocalDateTime> named = said(String.valueOf(file.getFileName()));
        if (named.isPresent()) {
            return new WrittenTime(named.get(), Said.NAME);
        }
        Optional<LocalDateTime> pulled = pulled(file);
        if (pulled.isPresent()) {
            return new WrittenTime(pulled.get(), Said.FOLDER);
        }
        return new WrittenTime(modified(file).truncatedTo(ChronoUnit.SECONDS), Said.NOWHERE);
    }

    /** The time in a name such as {@code metrics_20261116_1400.prom} or {@code 2026-11-16T14-00-05Z.txt}. */
    static Optional<LocalDateTime> said(String name) {
        for (Matcher day = DAY.matcher(name); day.find(); ) {
            Optional<LocalDateTime> time = time(day);
            if (time.isPresent()) {
                return time;
            }
        }
        Matcher count = SINCE_1970.matcher(name);
        return count.find()
                ? Optional.of(LocalDateTime.ofEpochSecond(Long.parseLong(count.group(1)), 0, ZoneOffset.UTC))
                : Optional.empty();
    }

    /** When a folder above says that a file was pulled; the nearest one counts. */
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

    /** Puts the times of files into {@code raw.files_read}, for queries of sources. */
    static void tell(List<SourceFile> files, Staging staging) {
        try (DuckDBAppender to = staging.appender("files_read")) {
            for (SourceFile file : files) {
                WrittenTime written = of(file.path());
                to.beginRow();
                to.append(file.shown());
                to.append(modified(file.path()));
                to.append(written.time());
                to.append(written.said().name().toLowerCase(Locale.ROOT));
                to.endRow();
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw.files_read", e);
        }
    }

    /** Says which of some files, that have no time inside, have none in their names and folders either. */
    static void note(List<SourceFile> files, Rejections rejections) {
        FirstFew undated = new FirstFew();
        for (SourceFile file : files) {
            WrittenTime written = of(file.path());
            if (written.said() == Said.NOWHERE) {
                undated.add(file.shown() + " (" + written.time() + ")");
            }
        }
        if (undated.count() > 0) {
            rejections.note(note(undated));
        }
    }

    /** What to say of snapshots whose names say no time. */
    static String note(FirstFew files) {
        return files.counted("snapshot says", "snapshots say")
                + " no time, inside or in the name (such as metrics_20261116_1400): when the file was last written is taken: "
                + files;
    }

    private static LocalDateTime modified(Path file) {
        Instant modified = SqliteSnapshot.modified(file).toInstant();
        return LocalDateTime.ofInstant(modified, ZoneOffset.UTC);
    }

    /** Empty where the digits are no time, such as those of a port, a version or an order. */
    private static Optional<LocalDateTime> time(Matcher digits) {
        try {
            return Optional.of(LocalDateTime.of(
                    number(digits, 1),
                    number(digits, 2),
                    number(digits, 3),
                    number(digits, 4),
                    number(digits, 5),
                    number(digits, 6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
