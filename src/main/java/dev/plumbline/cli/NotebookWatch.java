package dev.plumbline.cli;

import dev.plumbline.notebook.LiveNotebook;
import dev.plumbline.notebook.Notebook;
import dev.plumbline.notebook.NotebookRejected;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;

/** Runs a notebook whenever its file is saved, in one session. */
final class NotebookWatch {

    private static final long LOOK_MILLIS = 200;

    private final Path file;
    private final NotebookRun run;
    private final Runner runner;
    private final PrintWriter out;
    private final PrintWriter err;
    private final AtomicInteger ran = new AtomicInteger();

    NotebookWatch(Path file, NotebookRun run, Runner runner, CommandLine line) {
        this.file = file;
        this.run = run;
        Runner prepared = run.prepared(runner);
        this.runner = prepared.onCell(cell -> {
            ran.incrementAndGet();
            prepared.onCell().accept(cell);
        });
        this.out = line.getOut();
        this.err = line.getErr();
    }

    /** Goes on until the thread is interrupted, or the process is. */
    int untilInterrupted() {
        try (LiveNotebook notebook = LiveNotebook.of(runner)) {
            String before = "";
            while (true) {
                String text = text(before);
                if (!text.equals(before)) {
                    before = text;
                    again(notebook, text);
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            return ExitCode.DONE;
        }
    }

    private void again(LiveNotebook notebook, String text) {
        ran.set(0);
        long start = System.nanoTime();
        try {
            NotebookResult result = notebook.run(Notebook.parse(file.toString(), text));
            run.finish(result);
            run.listed(ReportIndex.reports());
            long cells =
                    result.cells().stream().filter(done -> done.cell().isCode()).count();
            out.printf(
                    Locale.ROOT,
                    "ran %d of %d cells in %.1f s: %s%n",
                    ran.get(),
                    cells,
                    (System.nanoTime() - start) / 1e9,
                    run.target());
            if (result.status() == NotebookResult.Status.TIME_OUT) {
                err.println("the cell above still runs: the next run begins with a new session");
            }
        } catch (NotebookRejected e) {
            err.println(Problem.words(e));
        }
        out.flush();
    }

    /** An editor may replace the file: while there is none, nothing has changed. */
    private String text(String before) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return before;
        }
    }
}
