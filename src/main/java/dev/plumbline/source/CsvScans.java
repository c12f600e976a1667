package dev.plumbline.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Scans of CSV files. One may begin while its file is hashed, which leaves a processor idle where the file is alone. */
final class CsvScans {

    private final AtomicReference<@Nullable Begun> begun = new AtomicReference<>();

    private record Begun(Path file, char delimiter, long size, Future<CsvScan> scan) {}

    /** Begins with a file, if it is the first. */
    void begin(Path file, char delimiter) throws IOException {
        if (begun.get() != null) {
            return;
        }
        long size = Files.size(file);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        begun.set(new Begun(file, delimiter, size, reader.submit(() -> CsvScan.of(file, delimiter))));
        reader.shutdown();
    }

    /** What a scan of a file finds; the one that was begun, where the file has not grown since. */
    CsvScan of(Path file, char delimiter) throws IOException {
        Begun one = begun.get();
        if (one == null || !one.file.equals(file) || one.delimiter != delimiter || one.size != Files.size(file)) {
            return CsvScan.of(file, delimiter);
        }
        try {
            return one.scan.get();
        } catch (ExecutionException e) {
            throw new IOException("reading failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        }
    }
}
