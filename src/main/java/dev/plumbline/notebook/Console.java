package dev.plumbline.notebook;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Takes what is printed to standard output and standard error until it is closed. */
final class Console implements AutoCloseable {

    private static final int MAX_BYTES = 1_000_000;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Kept kept = new Kept();

    private Console() {
        PrintStream stream = new PrintStream(kept, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    static Console capture() {
        return new Console();
    }

    /** What was printed so far; cut, and said so, after a megabyte. */
    String text() {
        return kept.text();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private static final class Kept extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long dropped;

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
