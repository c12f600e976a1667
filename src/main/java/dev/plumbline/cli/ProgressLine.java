package dev.plumbline.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How far long work is: a line that is rewritten on a terminal, a plain line a stage otherwise. */
final class ProgressLine implements AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private String stage = "";
    private long last;
    private boolean drawn;

    ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = Screen.progress();
    }

    synchronized void show(String at, long done, long total) {
        if (!terminal) {
            if (!at.equals(stage)) {
                stage = at;
                err.println(at + (total > 0 ? String.format(Locale.ROOT, " (%,d of %,d)", done, total) : ""));
            }
            return;
        }
        long now = System.nanoTime();
        if (at.equals(stage) && now - last < PAUSE_NANOS) {
            return;
        }
        stage = at;
        last = now;
        drawn = true;
        err.print("\r\u001b[K" + at + (total > 0 ? String.format(Locale.ROOT, "  %,d of %,d", done, total) : ""));
        err.flush();
    }

    @Override
    public void close() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
