package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Content hashes of many files, on two threads. */
final class Hashing {

    private static final int THREADS = 2;
    private static final int SHOW_EVERY = 256;

    private Hashing() {}

    /** Hash and size of each file; one that cannot be read is rejected and left out. */
    static Map<FileWalk.Found, FileBytes> of(Set<FileWalk.Found> files, Progress progress, Rejections rejections) {
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try {
            Map<FileWalk.Found, Future<FileBytes>> pending = new LinkedHashMap<>();
            files.forEach(file -> pending.put(file, readers.submit(() -> FileBytes.of(file.path()))));
            Map<FileWalk.Found, FileBytes> hashed = new LinkedHashMap<>();
            for (Map.Entry<FileWalk.Found, Future<FileBytes>> one : pending.entrySet()) {
                if (hashed.size() % SHOW_EVERY == 0) {
                    progress.at("comparing with what is known", hashed.size(), files.size());
                }
                try {
                    hashed.put(one.getKey(), one.getValue().get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof IOException)) {
                        throw new IllegalStateException(e.getCause());
                    }
                    rejections.reject(Rejected.file(one.getKey().shown(), "the file cannot be read"));
                }
            }
            return hashed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading files", e);
        } finally {
            readers.shutdownNow();
        }
    }
}
