package dev.plumbline.notebook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a run, ends it when its time is up, and saves what there is when the JVM is ended under it. */
final class Guard {

    /** How often it looks whether a cell's time is up. */
    private static final long LOOK_MILLIS = 50;

    private final Runner runner;
    private final Journal journal;
    private final Run run;
    private final FutureTask<NotebookResult> task;
    private final Thread worker;

    Guard(Runner runner, Notebook notebook, Optional<Kept> before) {
        this.runner = runner;
        this.journal = new Journal(notebook);
        this.run = new Run(runner, journal, before);
        this.task = new FutureTask<>(run);
        this.worker = new Thread(task, "notebook");
        worker.setDaemon(true);
    }

    /** What a next run may go on with; nothing after a time-out, since a cell still runs in there. */
    Optional<Kept> kept() {
        return run.kept();
    }

    NotebookResult run() {
        Thread hook = new Thread(this::ended, "notebook-ended");
        Runtime.getRuntime().addShutdownHook(hook);
        worker.start();
        try {
            return await();
        } finally {
            forget(hook);
        }
    }

    private NotebookResult await() {
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Optional<String> over = over();
                if (over.isPresent()) {
                    return cut(Failure.Kind.TIME_OUT, over.get(), NotebookResult.Status.TIME_OUT);
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return cut(Failure.Kind.EXIT, "the run was interrupted", NotebookResult.Status.TIME_OUT);
            }
        }
    }

    private Optional<String> over() {
        long now = System.nanoTime();
        if (runner.timeout().isPresent()) {
            Duration limit = runner.timeout().get();
            if (now - journal.begun() > limit.toNanos()) {
                return Optional.of("the notebook's time-out of " + Timeout.words(limit) + " was up here");
            }
        }
        Optional<Journal.Running> running = journal.running();
        OptionalLong end = running.map(Journal.Running::end).orElse(OptionalLong.empty());
        return end.isPresent() && now > end.getAsLong()
                ? running.flatMap(r -> r.cell().timeout())
                        .map(limit -> "the cell's time-out of " + Timeout.words(limit) + " was up here")
                : Optional.empty();
    }

    private NotebookResult cut(Failure.Kind kind, String message, NotebookResult.Status status) {
        Optional<Journal.Running> running = journal.close();
        Place place = run.whereIs(worker)
                .or(() -> running.map(Journal.Running::place))
                .orElseGet(() -> journal.notebook().place(1));
        journal.cut(new Failure(kind, place, message, ""));
        Map<String, String> words = run.words();
        NotebookResult result = journal.result(status, words);
        journal.closeConsoles();
        return result;
    }

    /** The JVM is going down while the run is under way. */
    private void ended() {
        boolean asked = false;
        for (StackTraceElement frame : worker.getStackTrace()) {
            asked |= frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit");
        }
        String message = asked ? "System.exit was called here" : "the process was ended while this ran";
        runner.onAbruptExit().accept(cut(Failure.Kind.EXIT, message, NotebookResult.Status.FAILED));
        if (asked) {
            Runtime.getRuntime().halt(NotebookResult.Status.FAILED.exitCode());
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is going down: the hook is running
        }
    }
}
