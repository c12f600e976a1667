package dev.plumbline.notebook;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that have read the start-up script. The first may be begun ahead, on a thread of its own, while a command opens
 * what its notebooks will ask for.
 */
public final class Sessions {

    private final Path startup;
    private final AtomicReference<@Nullable FutureTask<Session>> begun = new AtomicReference<>();

    private Sessions(Path startup) {
        this.startup = startup;
    }

    static Sessions of(Path startup) {
        return new Sessions(startup);
    }

    /** The first of them is on its way. */
    public static Sessions begun(Path startup) {
        Sessions sessions = new Sessions(startup);
        FutureTask<Session> first = new FutureTask<>(sessions::made);
        sessions.begun.set(first);
        Thread thread = new Thread(first, "session");
        thread.setDaemon(true);
        thread.start();
        return sessions;
    }

    /**
     * Another session.
     *
     * @throws NotebookRejected when the start-up script cannot be read or fails
     */
    Session next() {
        FutureTask<Session> first = begun.getAndSet(null);
        if (first == null) {
            return made();
        }
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a session began", e);
        }
    }

    private Session made() {
        Session session = new Session();
        try {
            Startup.evaluate(session, startup);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }
}
