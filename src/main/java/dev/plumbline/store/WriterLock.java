package dev.plumbline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One writer at a time. The lock is the operating system's, so it ends with its holder, and the file names him. */
final class WriterLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws StoreBusy when another writer holds it for longer than {@code patience} */
    static WriterLock take(Path folder, Duration patience) {
        Path file = folder.resolve("LOCK");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Instant end = Instant.now().plus(patience);
            @Nullable FileLock lock = attempt(channel);
            while (lock == null && Instant.now().isBefore(end)) {
                Thread.sleep(50);
                lock = attempt(channel);
            }
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new StoreBusy("another import is writing to " + folder
                        + (holder.isEmpty() ? "" : " (" + holder + ")") + ": wait for it, or end it, and try again");
            }
            channel.truncate(0);
            String holder = "process " + ProcessHandle.current().pid() + " since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new WriterLock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's lock " + file + " cannot be taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreBusy("interrupted while waiting for " + file);
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
