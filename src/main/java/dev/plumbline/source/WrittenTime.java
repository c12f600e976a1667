package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a snapshot that says no time of its own was taken: what the file's name says, read as UTC, else when the file was
 * last written.
 *
 * @param time  UTC
 * @param named whether the name says it
 */
record WrittenTime(LocalDateTime time, boolean named) {

    private static final Pattern DAY = Pattern.compile("(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)"
            + "(?:[T_ .-]?(\\d\\d)[-_:.h]?(\\d\\d)(?:[-_:.m]?(\\d\\d))?)?(?!\\d)");
    private static final Pattern SINCE_1970 = Pattern.compile("(?<!\\d)(1\\d{9})(\\d{3})?(?!\\d)");

    static WrittenTime of(Path file) throws IOException {
        Optional<LocalDateTime> said = said(String.valueOf(file.getFileName()));
        if (said.isPresent()) {
            return new WrittenTime(said.get(), true);
        }
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return new WrittenTime(
                LocalDateTime.ofInstant(modified.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC), false);
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

    /** Empty where the digits are no day, such as those of a port or a version. */
    private static Optional<LocalDateTime> time(Matcher day) {
        try {
            return Optional.of(LocalDateTime.of(
                    number(day, 1), number(day, 2), number(day, 3), number(day, 4), number(day, 5), number(day, 6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Puts the times of files into {@code raw.files (file, time)}, for queries of sources. */
    static void tell(List<SourceFile> files, Staging staging, Rejections rejections) {
        FirstFew undated = new FirstFew();
        for (SourceFile file : files) {
            try {
                WrittenTime written = of(file.path());
                if (!written.named()) {
                    undated.add(file.shown() + " (" + written.time() + ")");
                }
                DuckDb.update(
                        staging.connection(),
                        "times of files",
                        "INSERT INTO raw.files VALUES (?, ?)",
                        file.shown(),
                        written.time());
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "cannot be read: " + e.getMessage()));
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

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
