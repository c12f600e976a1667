package dev.plumbline.source;

import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.Staging;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** JSON files into tables of {@code raw}: two threads parse, the calling one appends, in the order of the files. */
final class JsonLoad implements AutoCloseable {

    private static final int THREADS = 2;
    /** Files parsed ahead of the one being appended: bounds the memory that waits. */
    private static final int AHEAD = 64;

    private final Staging staging;
    private final Map<String, RawTable> tables;
    private final Rejections rejections;
    private final Map<String, DuckDBAppender> appenders = new HashMap<>();

    JsonLoad(Staging staging, Map<String, RawTable> tables, Rejections rejections) {
        this.staging = staging;
        this.tables = tables;
        this.rejections = rejections;
    }

    /**
     * @param shape  what a file holds, told by its name
     */
    static void run(
            List<SourceFile> files,
            Function<SourceFile, JsonShape> shape,
            Staging staging,
            TimeReader times,
            Rejections rejections) {
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try (JsonLoad load = new JsonLoad(staging, RawTable.read(staging, ""), rejections)) {
            Deque<Future<JsonFile.Content>> ahead = new ArrayDeque<>();
            for (SourceFile file : files) {
                ahead.add(readers.submit(() -> JsonFile.read(file, shape.apply(file), load.tables, times)));
                if (ahead.size() >= AHEAD) {
                    load.append(ahead.remove().get());
                }
            }
            while (!ahead.isEmpty()) {
                load.append(ahead.remove().get());
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
