package dev.plumbline.cli;

import dev.plumbline.baseline.Check;
import dev.plumbline.model.Scope;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

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
        return Beside.all(reviews);
    }
}
