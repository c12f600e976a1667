package dev.plumbline.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the bytes of a whole file say about how it may be read. A fast reader agrees with {@link CsvReader} only where
 * marks and line ends leave no room for opinion.
 *
 * @param newlines how many there are
 * @param quoted   whether there are quotation marks
 * @param odd      whether a mark stands inside a field, or line ends are mixed
 * @param padded   whether fields begin or end with blanks
 */
record CsvScan(long newlines, boolean quoted, boolean odd, boolean padded) {

    private static final int THREADS = 2;
    private static final int BUFFER = 1 << 18;
    private static final byte PLAIN = 0;
    private static final byte EDGE = 1;
    private static final byte BLANK = 2;
    private static final byte MARK = 3;

    static CsvScan of(Path file, char delimiter) throws IOException {
        byte[] kinds = new byte[256];
        kinds[' '] = BLANK;
        kinds['\t'] = BLANK;
        kinds['\n'] = EDGE;
        kinds['\r'] = EDGE;
        kinds['"'] = MARK;
        kinds[delimiter] = EDGE;
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            List<Future<Share>> shares = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Share share = new Share(channel, kinds, size * i / THREADS, size * (i + 1) / THREADS);
                shares.add(readers.submit(share::read));
            }
            long newlines = 0;
            long returns = 0;
            long pairs = 0;
            boolean quoted = false;
            boolean odd = false;
            boolean padded = false;
            for (Future<Share> done : shares) {
                Share share = done.get();
                newlines += share.newlines;
                returns += share.returns;
                pairs += share.pairs;
                quoted |= share.quoted;
                odd |= share.odd;
                padded |= share.padded;
            }
            boolean mixed = returns > 0 && (returns != pairs || pairs != newlines);
            return new CsvScan(newlines, quoted, odd || mixed, padded);
        } catch (ExecutionException e) {
            throw new IOException("reading failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } finally {
            readers.shutdownNow();
        }
    }

    /** A stretch of the file, and what one thread finds in it. */
    private static final class Share {
        private final FileChannel channel;
        private final byte[] kinds;
        private final long from;
        private final long to;
        private long newlines;
        private long returns;
        private long pairs;
        private boolean quoted;
        private boolean odd;
        private boolean padded;

        Share(FileChannel channel, byte[] kinds, long from, long to) {
            this.channel = channel;
            this.kinds = kinds;
            this.from = from;
            this.to = to;
        }

        Share read() throws IOException {
            byte[] buffer = new byte[BUFFER];
            // two bytes before and one after a stretch say what stands beside its own
            long at = Math.max(0, from - 2);
            long last = Math.min(to + 1, channel.size());
            byte before = EDGE;
            byte here = EDGE;
            int previous = 0;
            while (at < last) {
                int n = channel.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(BUFFER, last - at)), at);
                if (n < 0) {
                    break;
                }
                for (int i = 0; i < n; i++) {
                    int value = buffer[i] & 0xff;
                    byte next = kinds[value];
                    if ((next | here) != PLAIN) {
                        look(before, here, next);
                        if (value == '\n' || value == '\r') {
                            line(value, previous, at + i);
                        }
                    }
                    before = here;
                    here = next;
                    previous = value;
                }
                at += n;
            }
            look(before, here, EDGE);
            return this;
        }

        private void look(byte before, byte here, byte next) {
            if (here == MARK) {
                quoted = true;
                odd |= before != EDGE && before != MARK && next != EDGE && next != MARK;
                padded |= before == BLANK || next == BLANK;
            } else if ((here == EDGE && next == BLANK) || (here == BLANK && next == EDGE)) {
                padded = true;
            }
        }

        private void line(int value, int previous, long place) {
            if (place >= from && place < to) {
                if (value == '\r') {
                    returns++;
                } else {
                    newlines++;
                    pairs += previous == '\r' ? 1 : 0;
                }
            }
        }
    }
}
