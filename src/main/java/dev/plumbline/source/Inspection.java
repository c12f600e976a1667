package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads many files once, on two threads: what each is, and its hash. */
final class Inspection {

    private static final int THREADS = 2;
    private static final int SHOW_EVERY = 256;

    private Inspection() {}

    /**
     * In the order of the files; one that cannot be read is rejected and left out.
     *
     * @param forced whether files that the user named are read although no system knows them
     */
    static Map<FileWalk.Found, FileBytes> of(
            List<FileWalk.Found> files, boolean forced, Progress progress, Rejections rejections) {
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try {
            Map<FileWalk.Found, Future<FileBytes>> pending = new LinkedHashMap<>();
            files.forEach(file -> pending.put(file, readers.submit(() -> inspect(file, forced))));
            Map<FileWalk.Found, FileBytes> read = new LinkedHashMap<>();
            for (Map.Entry<FileWalk.Found, Future<FileBytes>> one : pending.entrySet()) {
                if (read.size() % SHOW_EVERY == 0) {
                    progress.at("looking at files", read.size(), pending.size());
                }
                try {
                    read.put(one.getKey(), one.getValue().get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof IOException)) {
                        throw new IllegalStateException("reading " + one.getKey().shown(), e.getCause());
                    }
                    rejections.reject(Rejected.file(one.getKey().shown(), "the file cannot be read"));
                }
            }
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading files", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private static FileBytes inspect(FileWalk.Found file, boolean forced) throws IOException {
        return FileBytes.of(
                file.path(),
                head -> Sources.ALL.stream()
                        .filter(system -> system.recognises(file.path(), head))
                        .toList(),
                forced && file.named());
    }
}
