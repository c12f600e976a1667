package dev.plumbline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** One long statement that says how far it is. */
final class Watched {

    private static final long EVERY_MILLIS = 200;
    private static final double ALL = 100;

    private Watched() {}

    /** @param told the share that is done, from 0 to 1 */
    static long update(
            Connection connection, String name, DoubleConsumer told, String sql, @Nullable Object... parameters) {
        // DuckDB counts only where it may show a bar, which goes to nobody
        DuckDb.execute(connection, name, "SET enable_progress_bar=true; SET enable_progress_bar_print=false");
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            DuckDb.bind(statement, parameters);
            DuckDBPreparedStatement duck = statement.unwrap(DuckDBPreparedStatement.class);
            Future<?> questions =
                    clock.scheduleAtFixedRate(() -> ask(duck, told), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            long rows = statement.executeUpdate();
            questions.cancel(false);
            stop(clock);
            return rows;
        } catch (SQLException e) {
            throw new QueryFailed(name, e);
        } finally {
            stop(clock);
        }
    }

    private static void ask(DuckDBPreparedStatement statement, DoubleConsumer told) {
        try {
            double share = statement.getQueryProgress().getPercentage() / ALL;
            if (share >= 0) {
                told.accept(Math.min(share, 1));
            }
        } catch (SQLException e) {
            // it has ended meanwhile; its result says how
            return;
        }
    }

    /** Waits for the last question, as a statement that is closed may not be asked. */
    private static void stop(ScheduledExecutorService clock) {
        clock.shutdownNow();
        try {
            clock.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
