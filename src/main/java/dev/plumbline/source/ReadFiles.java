package dev.plumbline.source;

import java.util.concurrent.atomic.AtomicLong;

/** How many of an import's files are read, and what rows they gave: told as it goes on, by whichever thread reads. */
final class ReadFiles {

    private final Progress progress;
    private final long total;
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();

    ReadFiles(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** Some more files of a system are read. */
    void read(String system, long some, long gave) {
        progress.at("reading " + system, files.addAndGet(some), total, rows.addAndGet(gave));
    }
}
