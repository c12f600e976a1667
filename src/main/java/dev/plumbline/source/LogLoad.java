package dev.plumbline.source;

import dev.plumbline.store.Lot;
import dev.plumbline.store.Staging;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Log files into one table of {@code raw}: a row a record, which is a line that one of the kind's patterns matches and the
 * lines after it that none matches, such as a traceback. Beside the named groups of the patterns a row has {@code time},
 * {@code nth} (which of the records with the same time and text it is, from 0), {@code lines} and {@code continuation}.
 * One thread reads the files while another hands what was read to DuckDB, a stretch at a time.
 */
final class LogLoad {

    /** Stretches that are under way: one being read, one being worked on. */
    private static final int STRETCHES = 2;

    private static final LogStretch END = new LogStretch(0);

    private final RawTable table;
    private final BlockingQueue<LogStretch> empty = new ArrayBlockingQueue<>(STRETCHES);
    private final BlockingQueue<LogStretch> full = new ArrayBlockingQueue<>(STRETCHES);

    private LogLoad(Staging staging, String table) {
        this.table = RawTable.read(staging, table).get(table);
        for (int i = 0; i < STRETCHES; i++) {
            empty.add(new LogStretch(LogRows.texts(this.table).size()));
        }
    }

    /** Reads files whole. */
    static void run(List<SourceFile> files, FileKind kind, Staging staging, TimeReader times, Rejections rejections) {
        LogLoad load = new LogLoad(staging, kind.table());
        LogRows rows = LogRows.into(load.table, staging);
        load.run(files, kind, times, rejections, false, stretch -> {
            rows.show(stretch);
            rows.insert();
        });
    }

    /**
     * Reads files a stretch at a time: the table holds one, then the next, and none in the end.
     *
     * @param queries what reads the table; columns that none of them names stay empty
     * @param each    what is done with each
     */
    static void stretches(
            List<SourceFile> files,
            FileKind kind,
            Staging staging,
            TimeReader times,
            Rejections rejections,
            List<String> queries,
            Consumer<Lot> each) {
        LogLoad load = new LogLoad(staging, kind.table());
        LogRows rows = LogRows.into(load.table, staging);
        rows.replaceTable(queries);
        load.run(files, kind, times, rejections, true, stretch -> {
            rows.show(stretch);
            each.accept(stretch.lot());
        });
        rows.restoreTable();
    }

    private interface Work {
        void on(LogStretch stretch);
    }

    private void run(
            List<SourceFile> files, FileKind kind, TimeReader times, Rejections rejections, boolean apart, Work work) {
        List<LineForm> forms = kind.lines().stream().map(LineForm::of).toList();
        LogReader reader = new LogReader(
                forms,
                LogRows.texts(table),
                new LogClock(times),
                new LogCuts(apart),
                empty.remove(),
                stretch -> {
                    full.put(stretch);
                    return empty.take();
                },
                rejections);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> reading = thread.submit(() -> {
                try {
                    reader.read(files);
                } finally {
                    full.put(END);
                }
                return null;
            });
            for (LogStretch stretch = full.take(); stretch != END; stretch = full.take()) {
                if (stretch.size() > 0) {
                    work.on(stretch);
                }
                stretch.clear();
                empty.put(stretch);
            }
            reading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading logs failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading logs", e);
        } finally {
            thread.shutdownNow();
        }
    }
}
