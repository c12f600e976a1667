package dev.plumbline.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Where the lines of a CSV file are, and which of them only {@link CsvReader} can be trusted with. */
final class CsvLines {

    /** A line of which the file says where it is. */
    static final int STEP = 1_024;

    private static final int THREADS = 2;

    private final Path file;
    private final LineEnd end;
    private final List<CsvStretch> stretches;

    private CsvLines(Path file, LineEnd end, List<CsvStretch> stretches) {
        this.file = file;
        this.end = end;
        this.stretches = stretches;
    }

    /**
     * Looks at every byte; nothing where a line is too long to be looked at, or where the header's end says that lines do
     * not end as they mostly do.
     *
     * @param width how many fields a line has
     */
    static Optional<CsvLines> of(Path file, char delimiter, int width) throws IOException {
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            Optional<LineEnd> end = LineEnd.of(channel);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            List<Future<CsvStretch>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                CsvStretch stretch = new CsvStretch(
                        channel, size * i / THREADS, size * (i + 1) / THREADS, delimiter, width, end.get());
                running.add(readers.submit(stretch::read));
            }
            List<CsvStretch> stretches = new ArrayList<>();
            for (Future<CsvStretch> one : running) {
                stretches.add(one.get());
            }
            CsvLines lines = new CsvLines(file, end.get(), List.copyOf(stretches));
            boolean fit = stretches.stream().noneMatch(CsvStretch::tooLong)
                    && (lines.odd().size() == 0 || lines.odd().at(0) > 1);
            return fit ? Optional.of(lines) : Optional.empty();
        } catch (ExecutionException e) {
            throw new IOException("reading failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } finally {
            readers.shutdownNow();
        }
    }

    /** How many there are, the header among them. */
    long count() {
        return stretches.stream().mapToLong(CsvStretch::lines).sum();
    }

    /** How many are not UTF-8. */
    long western() {
        return stretches.stream().mapToLong(CsvStretch::western).sum();
    }

    /** The numbers of those for the exact reader, from 1. */
    Longs odd() {
        Longs odd = new Longs();
        long before = 0;
        for (CsvStretch stretch : stretches) {
            for (int i = 0; i < stretch.odd().size(); i++) {
                odd.add(before + stretch.odd().at(i));
            }
            before += stretch.lines();
        }
        return odd;
    }

    /** A line not far before another, and where it begins. */
    record Mark(long line, long offset) {}

    /** The last mark that does not lie behind a line. */
    Mark before(long line) {
        long first = 1;
        for (CsvStretch stretch : stretches) {
            if (line < first + stretch.lines()) {
                int mark = (int) ((line - first) / STEP);
                return new Mark(first + (long) mark * STEP, stretch.marks().at(mark));
            }
            first += stretch.lines();
        }
        throw new IllegalArgumentException("there is no line " + line);
    }

    /** A copy of the file in which nothing stands in the fields of the odd lines. */
    void copyOthers(Path to, char delimiter, int width) throws IOException {
        byte[] nothing = (String.valueOf(delimiter).repeat(width - 1) + (end.pair() ? "\r\n" : "\n"))
                .getBytes(StandardCharsets.UTF_8);
        try (FileChannel from = FileChannel.open(file);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = 0;
            for (CsvStretch stretch : stretches) {
                for (int i = 0; i < stretch.odd().size(); i++) {
                    copy(from, at, stretch.begins().at(i), out);
                    out.write(ByteBuffer.wrap(nothing));
                    at = stretch.ends().at(i);
                }
            }
            copy(from, at, from.size(), out);
        }
    }

    private static void copy(FileChannel from, long begin, long end, FileChannel out) throws IOException {
        long at = begin;
        while (at < end) {
            long n = from.transferTo(at, end - at, out);
            if (n <= 0) {
                throw new IOException("the file became shorter while it was read");
            }
            at += n;
        }
    }

    /** How most lines end, as the first does. */
    record LineEnd(boolean pair) {
        private static final int HEAD = 1 << 16;

        static Optional<LineEnd> of(FileChannel channel) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            channel.read(head, 0);
            for (int i = 0; i < head.position(); i++) {
                if (head.get(i) == '\n') {
                    return Optional.of(new LineEnd(i > 0 && head.get(i - 1) == '\r'));
                }
            }
            return Optional.empty();
        }
    }
}
