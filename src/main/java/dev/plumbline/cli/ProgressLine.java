package dev.plumbline.cli;

import dev.plumbline.source.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** How far long work is: a bar with the time left on a terminal, a plain line a stage otherwise. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000L;
    private static final int WIDTH = 20;

    private final PrintWriter err;
    private final boolean terminal;
    private String stage = "";
    private long last;
    private long began;
    private long first;
    private boolean drawn;

    ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = Screen.progress();
    }

    void show(String at, long done, long total) {
        at(at, done, total, 0);
    }

    @Override
    public void at(String at, long done, long total) {
        at(at, done, total, 0);
    }

    /** @param rows that files gave until now; 0 where that is not counted */
    @Override
    public synchronized void at(String at, long done, long total, long rows) {
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
        if (!at.equals(stage)) {
            began = now;
            first = done;
        }
        stage = at;
        last = now;
        drawn = true;
        String far = total > 0
                ? "  " + bar(done, total)
                        + (rows > 0 ? String.format(Locale.ROOT, "  %,d rows", rows) : "")
                        + left(done, total, now)
                : done > 0 ? String.format(Locale.ROOT, "  %,d", done) : "";
        err.print("\r\u001b[K" + shortened(at, Screen.width() - 1 - far.length()) + far);
        err.flush();
    }

    /** On one line of the screen, as a longer one could not be written over; what a file is called may hold anything. */
    static String shortened(String text, int room) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        if (plain.length() <= room) {
            return plain;
        }
        return room < 2 ? "" : plain.substring(0, room - 1) + "…";
    }

    private static String bar(long done, long total) {
        int full = (int) (Math.min(done, total) * WIDTH / total);
        return "█".repeat(full) + "░".repeat(WIDTH - full) + String.format(Locale.ROOT, "  %,d of %,d", done, total);
    }

    /** The time left at the pace of this stage, once there is a pace. */
    private String left(long done, long total, long now) {
        double seconds = (now - began) / 1e9;
        if (done <= first || done >= total || seconds < 1) {
            return "";
        }
        long left = Math.round(seconds / (done - first) * (total - done));
        return left < 1 ? "" : String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60);
    }

    @Override
    public void close() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
