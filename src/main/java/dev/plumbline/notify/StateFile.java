package dev.plumbline.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger is kept, {@code notified/state.json} of the data folder, held by one process at a time. The lock is the
 * operating system's, so it ends with its holder.
 */
final class StateFile implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<String> notes = new ArrayList<>();

    private StateFile(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws IllegalStateException when another process holds it for longer than {@code patience} */
    static StateFile open(Path data, Duration patience) {
        Path folder = data.resolve("notified");
        Path held = folder.resolve("lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    held, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            long end = System.nanoTime() + patience.toNanos();
            @Nullable FileLock lock = attempt(channel);
            while (lock == null && System.nanoTime() < end) {
                Thread.sleep(PAUSE.toMillis());
                lock = attempt(channel);
            }
            if (lock == null) {
                String holder = Files.readString(held).strip();
                channel.close();
                throw new IllegalStateException("another check is telling people at this moment"
                        + (holder.isEmpty() ? "" : " (" + holder + ")") + ": nothing was sent, the next run will");
            }
            String holder = "process " + ProcessHandle.current().pid() + " since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new StateFile(folder.resolve("state.json"), channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("what was told is remembered in " + folder + ", which cannot be used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + held, e);
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** What is remembered, without taking the lock; for who only looks. */
    static Ledger peek(Path data, Instant now) {
        Path file = data.resolve("notified").resolve("state.json");
        try {
            return Files.isRegularFile(file)
                    ? StateText.read(Files.readString(file)).notAfter(now)
                    : Ledger.EMPTY;
        } catch (IOException | IllegalArgumentException e) {
            return Ledger.EMPTY;
        }
    }

    /** What is remembered. A file that is damaged is put aside and said in {@link #notes}. */
    Ledger read(Instant now) {
        if (!Files.exists(file)) {
            return Ledger.EMPTY;
        }
        Optional<String> damage;
        try {
            Ledger ledger = StateText.read(Files.readString(file));
            ledger.ran()
                    .filter(ran -> ran.isAfter(now.plusSeconds(60)))
                    .ifPresent(ran -> notes.add("the clock went back since the last check, which ran at " + ran
                            + ": cooldowns count from now"));
            return ledger.notAfter(now);
        } catch (IOException e) {
            damage = Optional.ofNullable(e.getMessage());
        } catch (IllegalArgumentException e) {
            damage = Optional.ofNullable(e.getMessage());
        }
        Path aside = file.resolveSibling("state.damaged.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is damaged and cannot be put aside", e);
        }
        notes.add(file + " was damaged (" + damage.orElse("unreadable") + ") and is now " + aside.getFileName()
                + ": what was told before is told again");
        return Ledger.EMPTY;
    }

    void write(Ledger ledger) {
        Path next = file.resolveSibling("state.json.next");
        try {
            try (FileChannel out = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(StateText.of(ledger).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: the same will be told again", e);
        }
    }

    /** What a person should know of the file. */
    List<String> notes() {
        return List.copyOf(notes);
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
