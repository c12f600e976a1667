package dev.plumbline.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes what one notebook prints to standard output and standard error until it is closed: what its thread prints, and
 * threads that it started. Others print to where they did, so that notebooks may run beside each other.
 */
final class Console implements AutoCloseable {

    private static final int MAX_BYTES = 1_000_000;

    private final Kept kept;

    private Console(Kept kept) {
        this.kept = kept;
    }

    static synchronized Console capture() {
        Kept kept = new Kept();
        System.setOut(Routed.over(System.out));
        System.setErr(Routed.over(System.err));
        ((Routed) System.out).switchboard.to(kept);
        ((Routed) System.err).switchboard.to(kept);
        return new Console(kept);
    }

    /** What was printed so far; cut, and said so, after a megabyte. */
    String text() {
        return kept.text();
    }

    @Override
    public void close() {
        kept.closed = true;
    }

    /** A stream that goes where the thread's notebook keeps it, or on to what was there before. */
    private static final class Routed extends PrintStream {

        private final Switchboard switchboard;

        private Routed(Switchboard switchboard) {
            super(switchboard, true, StandardCharsets.UTF_8);
            this.switchboard = switchboard;
        }

        static Routed over(PrintStream stream) {
            return stream instanceof Routed routed ? routed : new Routed(new Switchboard(stream));
        }
    }

    private static final class Switchboard extends OutputStream {

        private final PrintStream before;

        @SuppressWarnings("ThreadLocalUsage") // one for standard output, one for standard error
        private final InheritableThreadLocal<Kept> route = new InheritableThreadLocal<>();

        private Switchboard(PrintStream before) {
            this.before = before;
        }

        private void to(Kept kept) {
            route.set(kept);
        }

        private OutputStream target() {
            Kept kept = route.get();
            return kept == null || kept.closed ? before : kept;
        }

        @Override
        public void write(int b) throws IOException {
            target().write(b);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            target().write(from, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target().flush();
        }
    }

    private static final class Kept extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long dropped;
        private volatile boolean closed;

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            int room = Math.min(length, MAX_BYTES - bytes.size());
            bytes.write(from, offset, room);
            dropped += length - room;
        }

        private synchronized String text() {
            String text = bytes.toString(StandardCharsets.UTF_8);
            return dropped == 0 ? text : text + "\n… " + dropped + " more bytes";
        }
    }
}
