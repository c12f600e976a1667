package dev.plumbline.source;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param odd      whether a mark stands inside a field, line ends are mixed, or there are control characters
 * @param padded   whether fields begin or end with spaces or tabs
 * @param wide     whether there is more than ASCII, which has blanks of its own
 */
record CsvScan(long newlines, boolean quoted, boolean odd, boolean padded, boolean wide) {

    private static final int THREADS = 2;
    private static final int BUFFER = 1 << 18;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = '"' + 1;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final byte EDGE = 1;
    private static final byte BLANK = 2;
    private static final byte MARK = 3;
    private static final byte CONTROL = 4;

    static CsvScan of(Path file, char delimiter) throws IOException {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 0, ' ', CONTROL);
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
            boolean wide = false;
            for (Future<Share> done : shares) {
                Share share = done.get();
                newlines += share.newlines;
                returns += share.returns;
                pairs += share.pairs;
                quoted |= share.quoted;
                odd |= share.odd;
                padded |= share.padded;
                wide |= share.wide;
            }
            boolean mixed = returns > 0 && (returns != pairs || pairs != newlines);
            return new CsvScan(newlines, quoted, odd || mixed, padded, wide);
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
        private boolean wide;

        Share(FileChannel channel, byte[] kinds, long from, long to) {
            this.channel = channel;
            this.kinds = kinds;
            this.from = from;
            this.to = to;
        }

        Share read() throws IOException {
            // a byte before and one after say what stands beside
            byte[] buffer = new byte[1 + BUFFER + 1];
            buffer[0] = '\n';
            if (from > 0) {
                fill(buffer, 0, 1, from - 1);
            }
            for (long at = from; at < to; ) {
                int wanted = (int) Math.min(BUFFER, to - at);
                int n = fill(buffer, 1, wanted + 1, at);
                if (n <= wanted) {
                    buffer[1 + n] = '\n';
                }
                int length = Math.min(n, wanted);
                if (length == 0) {
                    break;
                }
                look(buffer, 1, 1 + length);
                buffer[0] = buffer[length];
                at += length;
            }
            return this;
        }

        private int fill(byte[] buffer, int offset, int length, long at) throws IOException {
            int filled = 0;
            while (filled < length) {
                int n = channel.read(ByteBuffer.wrap(buffer, offset + filled, length - filled), at + filled);
                if (n < 0) {
                    break;
                }
                filled += n;
            }
            return filled;
        }

        /** Eight bytes at a time, as most have no mark, blank or line end: those are all below {@link #LOW}. */
        private void look(byte[] buffer, int begin, int end) {
            int i = begin;
            long all = 0;
            for (; i + Long.BYTES <= end; i += Long.BYTES) {
                long word = (long) WORDS.get(buffer, i);
                all |= word;
                if (((word - LOW * ONES) & ~word & HIGH_BITS) != 0) {
                    for (int k = i; k < i + Long.BYTES; k++) {
                        if (buffer[k] < LOW) {
                            look(buffer, k);
                        }
                    }
                }
            }
            wide |= (all & HIGH_BITS) != 0;
            for (; i < end; i++) {
                wide |= buffer[i] < 0;
                look(buffer, i);
            }
        }

        private void look(byte[] buffer, int i) {
            byte here = buffer[i];
            if (here == '\n') {
                newlines++;
                pairs += buffer[i - 1] == '\r' ? 1 : 0;
            } else if (here == '\r') {
                returns++;
            } else {
                byte kind = kinds[here & 0xff];
                odd |= kind == CONTROL;
                if (kind == BLANK || kind == MARK) {
                    beside(kind, kinds[buffer[i - 1] & 0xff], kinds[buffer[i + 1] & 0xff]);
                }
            }
        }

        private void beside(byte kind, byte before, byte next) {
            if (kind == MARK) {
                quoted = true;
                odd |= before != EDGE && before != MARK && next != EDGE && next != MARK;
                padded |= before == BLANK || next == BLANK;
            } else {
                padded |= before == EDGE || next == EDGE;
            }
        }
    }
}
