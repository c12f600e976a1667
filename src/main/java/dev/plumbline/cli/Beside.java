package dev.plumbline.cli;

import static java.util.Comparator.naturalOrder;

import dev.plumbline.model.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on several agents beside each other, one a core. */
final class Beside {

    /** How much earlier than the newest agent one may have stopped. */
    private static final Duration LATE = Duration.ofDays(31);

    private Beside() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** What most of the periods have in common: who stopped long before the others is not waited for. */
    static Period stretch(List<Period> periods) {
        Instant last = periods.stream().map(Period::to).max(naturalOrder()).orElseThrow();
        Instant first = periods.stream().map(Period::from).min(naturalOrder()).orElseThrow();
        Duration longest =
                periods.stream().map(Period::length).max(naturalOrder()).orElseThrow();
        Instant earliest = last.minus(longest).minus(LATE);
        return Period.of(first.isBefore(earliest) ? earliest : first, last);
    }

    /** The results are in the order of the tasks; the first failure is thrown as it is. */
    static <T> List<T> all(List<? extends Callable<T>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(cores(), tasks.size())), task -> {
            Thread thread = new Thread(task, "agent");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : pool.invokeAll(tasks)) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdown();
        }
    }
}
