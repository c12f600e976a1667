package dev.plumbline.source;

import dev.plumbline.store.KnownFiles;
import dev.plumbline.store.Sha256;
import dev.plumbline.store.Staging;
import dev.plumbline.store.StoreWriter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The scratch database of an import, which is made while the files are still looked at. */
final class Scratch implements AutoCloseable {

    private final StoreWriter writer;
    private final Future<Staging> making;
    private @Nullable KnownFiles known;

    private Scratch(StoreWriter writer, Future<Staging> making) {
        this.writer = writer;
        this.making = making;
    }

    static Scratch of(StoreWriter writer) {
        ExecutorService maker = Executors.newSingleThreadExecutor();
        try {
            return new Scratch(writer, maker.submit(writer::stage));
        } finally {
            maker.shutdown();
        }
    }

    /** Waits until it is made. */
    Staging staging() {
        try {
            return making.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException("the scratch database cannot be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a scratch database was made", e);
        }
    }

    /** Whether a file's content is met for the first time under these options, in the store and in this import. */
    boolean add(String options, Sha256 content) {
        if (known == null) {
            known = writer.known(staging());
        }
        return known.add(options, content);
    }

    /** What was met is not asked for any more. */
    void forget() {
        known = null;
    }

    @Override
    public void close() {
        try {
            making.get().close();
        } catch (ExecutionException e) {
            // there is none, which who asked for it was told
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
