package dev.plumbline.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Writes whole files and counts them. Safe for several threads. */
final class Output {

    private final AtomicInteger files = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written", e);
        }
        files.incrementAndGet();
        bytes.addAndGet(content.length);
    }

    /** Counts a file that something else has written. */
    void written(Path file) {
        try {
            bytes.addAndGet(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
        files.incrementAndGet();
    }

    int files() {
        return files.get();
    }

    long bytes() {
        return bytes.get();
    }
}
