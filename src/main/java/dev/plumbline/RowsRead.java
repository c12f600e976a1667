package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.store.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Rows of queries whose parameters are one agent and one period; each query is asked once. */
final class RowsRead {

    private final Workbench workbench;
    private final Period period;
    private final Map<String, CompletableFuture<Rows>> read = new HashMap<>();

    RowsRead(Workbench workbench, Period period) {
        this.workbench = workbench;
        this.period = period;
    }

    Rows of(String query) {
        try {
            return read.computeIfAbsent(query, name -> CompletableFuture.completedFuture(asked(workbench, name)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** Reads at once what nobody has asked for yet and somebody is about to. */
    void ahead(List<String> queries) {
        List<String> unread = unread(queries);
        List<Rows> found = workbench.own().queries(unread, workbench.scope(), period);
        for (int i = 0; i < unread.size(); i++) {
            read.put(unread.get(i), CompletableFuture.completedFuture(found.get(i)));
        }
    }

    /** Begins to read the same on a thread and a connection of its own; who asks before it is there waits for it. */
    void begin(List<String> queries) {
        Workbench aside = workbench.beside();
        CompletableFuture<?> before = CompletableFuture.completedFuture(queries);
        for (String query : unread(queries)) {
            CompletableFuture<Rows> one = before.handleAsync((done, failed) -> asked(aside, query));
            read.put(query, one);
            before = one;
        }
    }

    private Rows asked(Workbench lab, String query) {
        return lab.own().query(query, lab.scope(), period);
    }

    private List<String> unread(List<String> queries) {
        return queries.stream().filter(query -> !read.containsKey(query)).toList();
    }
}
