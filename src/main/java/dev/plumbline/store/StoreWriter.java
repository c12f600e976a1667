package dev.plumbline.store;

import dev.plumbline.model.LoadReport.TableLoad;
import dev.plumbline.model.Rejected;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one writer of a store: stages rows, merges them with what is there, publishes the result as the next generation.
 * Readers go on seeing theirs. Until the last step nothing that is published is touched.
 */
public final class StoreWriter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Files that are asked for at once. */
    private static final int SOME = 50_000;

    private final Path folder;
    private final Queries queries;
    private final Schema schema;
    private final WriterLock lock;
    private Manifest manifest;

    private StoreWriter(Path folder, Queries queries, WriterLock lock) {
        this.folder = folder;
        this.queries = queries;
        this.schema = Schema.read(queries);
        this.lock = lock;
        this.manifest = Manifest.current(folder);
    }

    /** @throws StoreBusy when another process is writing; the message names it */
    public static StoreWriter open(Path data, Queries queries) {
        Path folder = data.resolve("store").toAbsolutePath();
        return new StoreWriter(folder, queries, WriterLock.take(folder, PATIENCE));
    }

    /** A scratch database whose {@code stored} schema shows what is published. */
    public Staging stage() {
        Connection connection = DuckDb.open();
        Store.views(connection, schema, manifest, "stored");
        return new Staging(
                connection, queries, schema, Optional.of(new PutAway(connection, schema, folder, importId())));
    }

    /** Another scratch database beside the first, to be filled at the same time by another thread; {@link #adopt} takes its rows over. */
    public Staging stageBeside(Staging first) {
        Connection connection = Beside.open(first);
        Store.views(connection, schema, manifest, "stored");
        Staging beside = new Staging(connection, queries, schema, Optional.empty());
        beside.watch(first.watcher());
        return beside;
    }

    /** Makes the rows of a database of {@link #stageBeside}, which stays open, the first's too. */
    public void adopt(Staging first, Staging second) {
        Beside.adopt(first, second, table -> !manifest.parts(table).isEmpty());
    }

    /**
     * The files that are known.
     *
     * @param staging of {@link #stage}
     */
    public KnownFiles known(Staging staging) {
        KnownFiles known = new KnownFiles();
        long size =
                manifest.parts("files").stream().mapToLong(Manifest.Part::rows).sum();
        for (long from = 0; from < size; from += SOME) {
            Rows files = staging.select(
                    "known files",
                    "SELECT options, sha256 FROM stored.files WHERE length(sha256) = 64 LIMIT " + SOME + " OFFSET "
                            + from);
            String[] hashes = files.texts("sha256");
            String[] options = files.texts("options");
            for (int i = 0; i < hashes.length; i++) {
                known.add(options[i], Sha256.of(hashes[i]));
            }
        }
        return known;
    }

    /** Number of the import that is under way. */
    public long importId() {
        return manifest.generation() + 1;
    }

    /** Files that were read with the same options. */
    public record Batch(ImportOptions options, List<FileRead> files) {}

    /**
     * Merges what was staged, and completed, into the store and publishes it. A row whose key is new is loaded; one
     * whose content changed replaces the old row; rows of a file that was read before with other options go. When no
     * file was read and nothing changed, nothing is published.
     *
     * @param rejected what could not be used, to be kept in the books
     * @return per table, what happened
     */
    public List<TableLoad> publish(Staging staging, List<Batch> batches, List<Rejected> rejected) {
        Books books = new Books(staging, schema, importId());
        books.replaced(batches);
        Merge merge = new Merge(staging.connection(), folder, importId(), staging.watcher());
        List<TableLoad> loads = new ArrayList<>();
        List<Manifest.Part> parts = new ArrayList<>();
        for (Schema.Table table : schema.tables().values()) {
            List<Manifest.Part> before = manifest.parts(table.name());
            PutAwayRows.Ready ready = staging.ready(table, !before.isEmpty());
            Merge.Outcome outcome = merge.with(
                    ready, merge.table(table, staging.rows(table.name()), before, staging.direct(table.name())));
            parts.addAll(outcome.parts());
            if (outcome.load().loaded()
                            + outcome.load().updated()
                            + outcome.load().unchanged()
                            + outcome.load().removed()
                    > 0) {
                loads.add(outcome.load());
            }
        }
        if (batches.stream().allMatch(batch -> batch.files().isEmpty())
                && merge.written().isEmpty()) {
            return loads;
        }
        books.enter(batches, loads, rejected);
        for (Schema.Table book : schema.books().values()) {
            parts.addAll(merge.book(book.name()));
        }
        advance(parts, merge.written());
        return loads;
    }

    /**
     * Takes rows out again: those of a file, of an import, or of an agent. Rows that an import replaced do not come
     * back; read their files again for that.
     *
     * @param column {@code file}, {@code import_id} or {@code agent}
     * @return how many rows went, per table
     */
    public List<TableLoad> forget(String column, Object value) {
        try (Staging staging = stage()) {
            Merge merge = new Merge(staging.connection(), folder, importId(), staging.watcher());
            List<TableLoad> loads = new ArrayList<>();
            List<Manifest.Part> parts = new ArrayList<>();
            for (Schema.Table table : schema.tables().values()) {
                Merge.Outcome outcome = merge.without(table, manifest.parts(table.name()), column, value);
                parts.addAll(outcome.parts());
                if (outcome.load().removed() > 0) {
                    loads.add(outcome.load());
                }
            }
            Books books = new Books(staging, schema, importId());
            books.forget(column, value);
            for (Schema.Table book : schema.books().values()) {
                parts.addAll(merge.book(book.name()));
            }
            advance(parts, merge.written());
            return loads;
        }
    }

    private void advance(List<Manifest.Part> parts, List<Path> written) {
        Manifest next = new Manifest(manifest.generation() + 1, Manifest.fingerprint(schema), parts, folder);
        Generations.publish(next, written);
        manifest = next;
        Generations.sweep(next);
    }

    @Override
    public void close() {
        lock.close();
    }
}
