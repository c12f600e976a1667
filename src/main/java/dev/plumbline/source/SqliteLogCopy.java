package dev.plumbline.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A private copy of a SQLite file and its write-ahead log, for a log that came without its index: SQLite makes the index anew
 * beside the copy, and nothing is written beside the file itself.
 */
final class SqliteLogCopy implements AutoCloseable {

    private final Path folder;
    private final Path copy;

    private SqliteLogCopy(Path folder, Path copy) {
        this.folder = folder;
        this.copy = copy;
    }

    /** @throws SqliteUnreadable when the files cannot be copied, or change meanwhile */
    static SqliteLogCopy of(Path file) {
        Path log = SqliteSnapshot.beside(file, "-wal");
        try {
            Path folder = Files.createTempDirectory("plumbline-");
            SqliteLogCopy made = new SqliteLogCopy(folder, folder.resolve("copy.db"));
            try {
                List<Object> before = state(file, log);
                Files.copy(file, made.copy);
                Files.copy(log, SqliteSnapshot.beside(made.copy, "-wal"));
                if (!state(file, log).equals(before)) {
                    throw new SqliteUnreadable(file.getFileName() + " or its -wal file changed while it was read: try again");
                }
                return made;
            } catch (IOException | RuntimeException e) {
                made.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SqliteUnreadable("file and its -wal cannot be copied to be read: " + e.getMessage());
        }
    }

    private static List<Object> state(Path file, Path log) throws IOException {
        return List.of(
                Files.size(file), Files.getLastModifiedTime(file), Files.size(log), Files.getLastModifiedTime(log));
    }

    /** Opened for writing, as it must be for SQLite to make an index. */
    String uri() {
        return SqliteSnapshot.uri(copy, "mode=rw");
    }

    @Override
    public void close() {
        try {
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(SqliteSnapshot.beside(copy, suffix));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new SqliteUnreadable("a copy in " + folder + " cannot be removed: " + e.getMessage());
        }
    }
}
