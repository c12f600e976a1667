package dev.plumbline.cli;

import dev.plumbline.baseline.Check;
import dev.plumbline.model.Scope;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One agent's review, ready to run: its notebook, the parameters, and where the page goes. */
record AgentReview(Scope scope, Path notebook, Runner runner, NotebookRun run, Path page)
        implements Callable<AgentReview.Done> {

    /** A review that ran. */
    record Done(Scope scope, NotebookResult result, Optional<Check> check, Path page, Duration took) {}

    @Override
    public Done call() {
        long start = System.nanoTime();
        NotebookResult result = run.run(notebook, runner);
        return new Done(scope, result, NotebookRun.check(result), page, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Runs them beside each other, one a core; the results are in the order of the reviews. */
    static List<Done> all(List<AgentReview> reviews) {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(cores, reviews.size())), task -> {
            Thread thread = new Thread(task, "review");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Done> done = new ArrayList<>();
            for (Future<Done> one : pool.invokeAll(reviews)) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the review was interrupted", e);
        } finally {
            pool.shutdown();
        }
    }
}
