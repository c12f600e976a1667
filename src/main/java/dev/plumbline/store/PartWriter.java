package dev.plumbline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes Parquet parts of one import; nothing refers to them before a manifest does. */
final class PartWriter {

    /** More would not write faster, as the disk is one, but each holds a part's rows. */
    private static final int MOST_WRITERS = 4;
    /** Beyond it a column of millions of rows is not worth the search for values that come again. */
    static final int DICTIONARY = 2_000;

    private final Connection connection;
    private final Path folder;
    private final long importId;
    private final List<Path> written = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    /**
     * A part to write.
     *
     * @param select    its rows
     * @param order     columns to sort them by, empty where they are
     * @param constants columns that the rows leave out, with what each row says in them
     */
    record Order(String table, String month, String select, String order, Map<String, @Nullable String> constants) {}

    PartWriter(Connection connection, Path folder, long importId) {
        this.connection = connection;
        this.folder = folder;
        this.importId = importId;
    }

    /** Parts that were written, to be made durable. */
    List<Path> written() {
        return List.copyOf(written);
    }

    /** Notes a part that was written before, to be made durable with the others. */
    void wrote(Path file) {
        written.add(file);
    }

    Manifest.Part write(Order order) {
        return write(connection, order, "");
    }

    /**
     * The same in slices, none of them empty, where there may be too many rows to be sorted at once.
     *
     * @param column that they are cut by
     * @param most   as many rows as there may be
     */
    List<Manifest.Part> write(Order order, String column, long most) {
        List<Manifest.Part> parts = new ArrayList<>();
        for (String slice : Slices.of(connection, order.select(), column, most)) {
            String select = slice.isEmpty() ? order.select() : "SELECT * FROM (" + order.select() + ")" + slice;
            Manifest.Part part =
                    write(new Order(order.table(), order.month(), select, order.order(), order.constants()));
            if (part.rows() > 0) {
                parts.add(part);
            }
        }
        return parts;
    }

    /**
     * Writes big parts side by side, as one part keeps one processor busy. Meanwhile DuckDB has no threads of its own: a writer
     * whose rows one of them took would keep asking whether they are done, and keep a processor from the others.
     *
     * @param parts   that need no temporary table
     * @param rows    how many they hold, together with others
     * @param watcher told how many are written
     */
    List<Manifest.Part> writeAll(List<Order> parts, long rows, Watcher watcher) {
        AtomicLong done = new AtomicLong();
        List<Manifest.Part> made = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(Math.min(Runtime.getRuntime().availableProcessors(), MOST_WRITERS), parts.size());
        if (threads == 0) {
            return made;
        }
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        ExecutorService disk = Executors.newSingleThreadExecutor();
        DuckDb.execute(connection, "writing parts", "SET threads = 1");
        try {
            List<Future<List<Manifest.Part>>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                shares.add(writers.submit(() -> share(parts, next, part -> {
                    disk.execute(() -> begin(folder.resolve(part.path())));
                    watcher.at("writing " + part.table() + ", rows", done.addAndGet(part.rows()), rows);
                })));
            }
            for (Future<List<Manifest.Part>> share : shares) {
                made.addAll(share.get());
            }
            made.sort(Comparator.comparing(Manifest.Part::month));
            return made;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof QueryFailed failed) {
                throw failed;
            }
            throw new IllegalStateException("writing parts failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing parts", e);
        } finally {
            writers.shutdownNow();
            disk.shutdown();
            DuckDb.execute(connection, "writing parts", "RESET threads");
        }
    }

    /** Has the disk begin with a part while others are computed. */
    private static void begin(Path part) {
        try {
            Generations.sync(part);
        } catch (IOException e) {
            // publishing asks the same, and says so
            return;
        }
    }

    /** What one thread writes: whichever part is next, until there is none. */
    private List<Manifest.Part> share(List<Order> parts, AtomicInteger next, Consumer<Manifest.Part> told)
            throws SQLException {
        List<Manifest.Part> made = new ArrayList<>();
        try (Connection own = DuckDb.another(connection)) {
            // a few rows at the end of a stretch are else kept back and come last
            DuckDb.execute(own, "writing parts", "SET enable_caching_operators = false");
            for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
                Manifest.Part part = write(own, parts.get(i), ", DICTIONARY_SIZE_LIMIT " + DICTIONARY);
                told.accept(part);
                made.add(part);
            }
        }
        return made;
    }

    private Manifest.Part write(Connection to, Order part, String options) {
        String relative = name(part.table() + "/" + part.month() + "/" + importId);
        Path file = folder.resolve(relative);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder " + file.getParent() + " cannot be made", e);
        }
        long rows = DuckDb.update(
                to,
                "writing " + part.table() + " " + part.month(),
                "COPY (SELECT * FROM (" + part.select() + ")"
                        + (part.order().isEmpty() ? "" : " ORDER BY " + part.order()) + ") TO "
                        + DuckDb.literal(file.toString())
                        + " (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd, COMPRESSION_LEVEL 1" + options
                        + ")");
        return new Manifest.Part(part.table(), part.month(), relative, rows, part.constants());
    }

    /** A name for a part, another one for each slice of a month. */
    private String name(String wanted) {
        synchronized (written) {
            String name = wanted + ".parquet";
            for (int i = 2; !named.add(name); i++) {
                name = wanted + "_" + i + ".parquet";
            }
            written.add(folder.resolve(name));
            return name;
        }
    }
}
