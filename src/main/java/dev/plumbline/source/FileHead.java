package dev.plumbline.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file's name and first bytes, and what they give away; each is worked out once, whoever asks. Of one thread. */
final class FileHead {

    private static final Pattern ROTATED = Pattern.compile("(?i)(\\.(log|out|jsonl))[.-][\\w.-]+$");

    private final Path path;
    private final byte[] bytes;
    private final String name;
    private final String plainName;
    private final String lowerName;
    private final String lowerPlain;
    private final boolean sqlite;
    private @Nullable String text;
    private @Nullable JsonHead json;
    private @Nullable Set<String> tables;

    /** @param bytes the first 4,096 or fewer */
    FileHead(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
        this.name = String.valueOf(path.getFileName());
        this.lowerName = name.toLowerCase(Locale.ROOT);
        this.plainName = mayBeRotated(lowerName) ? ROTATED.matcher(name).replaceFirst("$1") : name;
        this.lowerPlain = mayBeRotated(lowerName) ? plainName.toLowerCase(Locale.ROOT) : lowerName;
        this.sqlite = SqliteSnapshot.isSqlite(bytes);
    }

    /** Looked at for each of very many files, where the pattern would cost more than all the rest. */
    private static boolean mayBeRotated(String name) {
        return name.contains(".log") || name.contains(".out") || name.contains(".jsonl");
    }

    Path path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The last part of the path. */
    String name() {
        return name;
    }

    /** The name without what a rotation appends, as in {@code bot.log.1} and {@code bot.log.2026-11-16}. */
    String plainName() {
        return plainName;
    }

    /** The bytes as text, without a byte order mark. */
    String text() {
        String known = text;
        if (known == null) {
            boolean marked = bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb;
            known = marked
                    ? new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8)
                    : new String(bytes, StandardCharsets.UTF_8);
            text = known;
        }
        return known;
    }

    /** Whether one of the patterns fits the name, with or without what a rotation appends. */
    boolean isNamed(List<Glob> globs) {
        for (Glob glob : globs) {
            if (glob.fits(lowerPlain) || (!lowerPlain.equals(lowerName) && glob.fits(lowerName))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name ends so, in any case. */
    boolean ends(String... endings) {
        for (String ending : endings) {
            if (lowerPlain.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    JsonHead json() {
        JsonHead known = Optional.ofNullable(json).orElseGet(() -> JsonHead.of(bytes));
        json = known;
        return known;
    }

    boolean isSqlite() {
        return sqlite;
    }

    /** The tables of a SQLite file; none where it cannot be read now. */
    Set<String> tables() {
        Set<String> known = Optional.ofNullable(tables).orElseGet(this::readTables);
        tables = known;
        return known;
    }

    /** The tables of a SQLite file and their columns as {@code table.column}; none where it cannot be read now. */
    Set<String> columns() {
        try {
            return isSqlite() ? SqliteSnapshot.columns(path) : Set.of();
        } catch (SqliteUnreadable e) {
            return Set.of();
        }
    }

    private Set<String> readTables() {
        try {
            return isSqlite() ? SqliteSnapshot.tables(path) : Set.of();
        } catch (SqliteUnreadable e) {
            return Set.of();
        }
    }
}
