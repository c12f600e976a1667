package dev.plumbline.source;

import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** JSON files into tables of {@code raw}: two threads parse, the calling one appends, in the order of the files. */
final class JsonLoad implements AutoCloseable {

    private static final int THREADS = 2;
    /** Files that a thread parses before it hands them over: handing over each would cost more than parsing it. */
    private static final int TOGETHER = 32;
    /** Bytes after which fewer files are handed over together. */
    private static final long BYTES = 2L << 20;
    /** How often files are handed over ahead of those being appended: bounds the memory that waits. */
    private static final int AHEAD = 6;

    private final Staging staging;
    private final Map<String, RawTable> tables;
    private final Rejections rejections;
    private final Map<String, DuckDBAppender> appenders = new HashMap<>();

    JsonLoad(Staging staging, Map<String, RawTable> tables, Rejections rejections) {
        this.staging = staging;
        this.tables = tables;
        this.rejections = rejections;
    }

    static void run(List<SourceFile> files, JsonShape shape, Staging staging, TimeReader times, Rejections rejections) {
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try (JsonLoad load = new JsonLoad(staging, RawTable.read(staging, ""), rejections)) {
            Deque<Future<List<JsonFile.Content>>> ahead = new ArrayDeque<>();
            for (int from = 0; from < files.size(); ) {
                List<SourceFile> some = files.subList(from, end(files, from));
                ahead.add(readers.submit(() -> read(some, shape, load.tables, times)));
                from += some.size();
                if (ahead.size() >= AHEAD) {
                    load.appendAll(ahead.remove().get());
                }
            }
            while (!ahead.isEmpty()) {
                load.appendAll(ahead.remove().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader of JSON files failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading JSON files", e);
        } finally {
            readers.shutdownNow();
        }
    }

    /** Where the files end that are parsed together with this one. */
    private static int end(List<SourceFile> files, int from) {
        int end = from + 1;
        for (long bytes = files.get(from).size(); end < files.size() && end - from < TOGETHER; end++) {
            bytes += files.get(end).size();
            if (bytes > BYTES) {
                return end;
            }
        }
        return end;
    }

    private static List<JsonFile.Content> read(
            List<SourceFile> files, JsonShape shape, Map<String, RawTable> tables, TimeReader times) {
        byte[] buffer = new byte[FileBytes.BUFFER];
        List<JsonFile.Content> read = new ArrayList<>(files.size());
        for (SourceFile file : files) {
            read.add(JsonFile.read(file, shape, tables, times, buffer));
        }
        return read;
    }

    private void appendAll(List<JsonFile.Content> files) {
        files.forEach(this::append);
        staging.watcher()
                .read(
                        files.size(),
                        files.stream().mapToLong(file -> file.rows().size()).sum());
    }

    /** Adds what one file, or one line, gave. */
    void append(JsonFile.Content content) {
        content.rejected().forEach(rejections::reject);
        try {
            for (JsonFile.Row row : content.rows()) {
                DuckDBAppender appender = appenders.computeIfAbsent(row.table().name(), staging::appender);
                appender.beginRow();
                for (@Nullable Object value : row.values()) {
                    append(appender, value);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw", e);
        }
    }

    /** Lets what was appended be seen. */
    @Override
    public void close() {
        try {
            for (DuckDBAppender appender : appenders.values()) {
                appender.close();
            }
        } catch (SQLException e) {
            throw new QueryFailed("appending to raw", e);
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else if (value instanceof BigDecimal number) {
            appender.append(number);
        } else if (value instanceof LocalDateTime time) {
            appender.append(time);
        } else {
            appender.append(value.toString());
        }
    }
}
