package dev.plumbline.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes {@code trading_bot.db} as SQLAlchemy does: times as text in UTC, decimals as SQLite's own numbers. */
final class BingxDatabase {

    private static final List<String> TABLES = List.of("""
            CREATE TABLE orders (id VARCHAR(36) NOT NULL, created_at DATETIME NOT NULL, broker_order_id VARCHAR(64),
              status VARCHAR(32) NOT NULL, symbol VARCHAR(32) NOT NULL, side VARCHAR(8) NOT NULL,
              price NUMERIC(38, 18), quantity NUMERIC(38, 18) NOT NULL, filled_quantity NUMERIC(38, 18) NOT NULL,
              signal_metadata JSON, PRIMARY KEY (id))""", """
            CREATE TABLE positions (id VARCHAR(36) NOT NULL, symbol VARCHAR(32) NOT NULL, size NUMERIC(38, 18) NOT NULL,
              avg_price NUMERIC(38, 18) NOT NULL, updated_at DATETIME NOT NULL, PRIMARY KEY (id), UNIQUE (symbol))""");

    private BingxDatabase() {}

    static void write(Scene scene, BingxTrading trading) {
        Path path = scene.place().resolve("trading_bot.db");
        try (SqliteFile file = SqliteFile.create(path, TABLES)) {
            file.insert(
                    "orders",
                    "id,created_at,broker_order_id,status,symbol,side,price,quantity,filled_quantity,signal_metadata",
                    trading.signals().stream()
                            .filter(signal -> signal.order() != null)
                            .map(BingxDatabase::order));
            file.insert("positions", "id,symbol,size,avg_price,updated_at", positions(trading).stream());
        }
        scene.output().written(path);
    }

    private static @Nullable Object[] order(BingxSignal signal) {
        BingxOrder order = signal.order();
        if (order == null) {
            throw new IllegalArgumentException("a signal without an order");
        }
        return new @Nullable Object[] {
            order.id(),
            time(signal.time() + 4_000),
            order.broker().isEmpty() ? null : order.broker(),
            order.status(),
            order.coin().contract(),
            order.side(),
            order.price() > 0 ? order.price() : null,
            order.quantity() / 1e6,
            order.filled() / 1e6,
            metadata(signal, order)
        };
    }

    private static String metadata(BingxSignal signal, BingxOrder order) {
        StringBuilder text = new StringBuilder(200);
        PythonJson json = PythonJson.line(text).beginObject();
        json.field("source", "telegram").field("chat_id", signal.chat()).field("message_id", signal.message());
        json.key("signal");
        BingxAudit.signal(json, order);
        json.endObject();
        return text.toString();
    }

    private static List<@Nullable Object[]> positions(BingxTrading trading) {
        Map<String, @Nullable Object[]> last = new TreeMap<>();
        for (BingxOrder order : trading.filled()) {
            BingxChange change = trading.changes().get(order.id());
            if (change != null) {
                String symbol = order.coin().contract();
                // a position keeps the number it was born with
                Object[] known = last.get(symbol);
                Object id =
                        known == null ? new StringBuilder(order.id()).reverse().toString() : known[0];
                double size = change.after() / 1e6;
                last.put(symbol, new @Nullable Object[] {id, symbol, size, change.average(), time(order.settled())});
            }
        }
        return new ArrayList<>(last.values());
    }

    /** {@code 2025-08-24 15:50:36.362728}: always with six digits. */
    private static String time(long micros) {
        String text = Iso.second(micros) + ".";
        String digits = Long.toString(Math.floorMod(micros, 1_000_000L));
        return text + "0".repeat(6 - digits.length()) + digits;
    }
}
