package dev.plumbline.notebook;

import java.util.Optional;

/**
 * A notebook whose session is kept while it is edited: run again, it runs the cells that changed and those that depend
 * on them. What a removed or changed cell had declared is dropped first, so nothing stands in the session that does not
 * stand in the file.
 */
public final class LiveNotebook implements AutoCloseable {

    private final Runner runner;
    private Optional<Kept> kept = Optional.empty();

    private LiveNotebook(Runner runner) {
        this.runner = runner;
    }

    public static LiveNotebook of(Runner runner) {
        return new LiveNotebook(runner);
    }

    /**
     * After {@link NotebookResult.Status#TIME_OUT} the session is given up, and the next run begins with a new one.
     *
     * @throws NotebookRejected when a parameter does not fit, or the start-up script fails
     */
    public NotebookResult run(Notebook notebook) {
        Guard guard = new Guard(runner, notebook, kept);
        kept = Optional.empty();
        NotebookResult result = guard.run();
        kept = guard.kept();
        return result;
    }

    @Override
    public void close() {
        kept.ifPresent(left -> left.session().close());
    }
}
