package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The bot's audit trail, JSON lines: the last seven days as the file that the bot wrote, and the day before as
 * {@code docker-compose logs} shows it, where a failed call prints a line of its own.
 */
final class BingxAudit {

    private static final String PREFIX = "bot_1  | ";

    private final Scene scene;
    private final BingxTrading trading;

    private BingxAudit(Scene scene, BingxTrading trading) {
        this.scene = scene;
        this.trading = trading;
    }

    /** An entry of the trail. */
    private record Entry(long time, String level, String event, String message, Consumer<PythonJson> data) {}

    static void write(Scene scene, BingxTrading trading) {
        BingxAudit audit = new BingxAudit(scene, trading);
        long second = Math.min(scene.to() - Market.DAY, scene.from() + Market.DAY);
        long begin = Math.max(second, scene.lastWeek());
        try (TextFile file = scene.file("audit.log")) {
            audit.between(begin, scene.to()).forEach(entry -> line(file.text(), entry));
        }
        if (begin > scene.from()) {
            try (TextFile file = scene.file("audit-compose.log")) {
                for (Entry entry : audit.between(begin - Market.DAY, begin)) {
                    line(file.text().append(PREFIX), entry);
                    if (entry.level().equals("ERROR")) {
                        file.text()
                                .append(PREFIX)
                                .append("❌ ")
                                .append(text(entry))
                                .append('\n');
                    }
                }
            }
        }
    }

    private List<Entry> between(long from, long to) {
        List<Entry> entries = new ArrayList<>();
        trading.signals().stream()
                .filter(signal -> signal.time() >= from - Market.DAY && signal.time() < to)
                .forEach(signal -> signal(entries, signal));
        for (long time = from + 12_000_000; time < to; time += 5 * Market.MINUTE) {
            String status = scene.plants().covers(PlantKind.UNHEALTHY, time) ? "unhealthy" : "healthy";
            // the probe comes every five minutes, give or take a part of a second
            long asked = time + time / Market.MINUTE * 7_919 % 900_000;
            entries.add(new Entry(
                    asked, "INFO", "health_check", "Health check: " + status, json -> json.field("status", status)));
        }
        for (long start : BingxProcess.starts(scene)) {
            entries.add(new Entry(start, "INFO", "app_startup_begin", "Trading bot startup initiated", json -> {}));
            entries.add(new Entry(
                    start + 1_900_000,
                    "INFO",
                    "app_started",
                    "Trading bot started (version: 1.0.0, trading: True)",
                    json -> json.field("version", "1.0.0").field("trading_enabled", true)));
        }
        entries.removeIf(entry -> entry.time() < from || entry.time() >= to || !BingxProcess.up(scene, entry.time()));
        entries.sort(Comparator.comparingLong(Entry::time));
        return entries;
    }

    private void signal(List<Entry> entries, BingxSignal signal) {
        long time = signal.time();
        String number = signal.chat() + "_" + signal.message();
        entries.add(new Entry(
                time, "INFO", "signal_received", "Signal received from chat " + signal.chat(), json -> json.field(
                                "chat_id", signal.chat())
                        .field("message_id", signal.message())));
        BingxOrder order = signal.order();
        if (order == null) {
            String words = "Gewinn mitnehmen?";
            entries.add(new Entry(
                    time + 2_100, "INFO", "signal_parse_failed", "Failed to parse signal: " + words, json -> json.field(
                                    "message", words)
                            .field("signal_id", number)));
            return;
        }
        String named = "Order " + order.id();
        String symbol = order.coin().contract();
        entries.add(new Entry(time + 5_300, "INFO", "order_created", named + " created for " + symbol, json -> {
            json.field("order_id", order.id()).key("signal");
            signal(json, order);
        }));
        call(entries, order);
        answer(entries, order, named);
        if (order.settled(scene.to())) {
            settled(entries, order, named);
        }
    }

    private static void call(List<Entry> entries, BingxOrder order) {
        if (order.status().equals("ERROR")) {
            return;
        }
        int code = order.failed() ? 400 : 200;
        entries.add(new Entry(
                order.answered() - 900,
                order.failed() ? "ERROR" : "INFO",
                "exchange_api_call",
                "Exchange API call: POST /openApi/swap/v2/trade/order",
                json -> {
                    json.field("method", "POST").field("endpoint", "/openApi/swap/v2/trade/order");
                    json.field("status_code", code).field("duration_seconds", order.seconds(), 4);
                    json.key("request_data")
                            .beginObject()
                            .field("symbol", order.coin().contract());
                    json.field("side", order.side())
                            .endObject()
                            .key("response_data")
                            .beginObject()
                            .endObject();
                }));
    }

    private static void answer(List<Entry> entries, BingxOrder order, String named) {
        if (!order.failed()) {
            entries.add(new Entry(
                    order.answered(),
                    "INFO",
                    "order_submitted",
                    named + " submitted to exchange (ID: " + order.broker() + ")",
                    json -> json.field("order_id", order.id()).field("broker_order_id", order.broker())));
            return;
        }
        boolean refused = order.status().equals("FAILED");
        String error = refused ? "code 80012: service temporarily unavailable" : "ReadTimeout";
        entries.add(new Entry(
                order.answered(),
                "INFO",
                refused ? "order_submission_failed" : "order_execution_error",
                named + (refused ? " submission failed: " : " execution error: ") + error,
                json -> json.field("order_id", order.id()).field("error", error)));
    }

    private void settled(List<Entry> entries, BingxOrder order, String named) {
        entries.add(new Entry(
                order.settled(),
                "INFO",
                "order_status_reconciled",
                named + " status updated: SUBMITTED -> " + order.status(),
                json -> json.field("order_id", order.id())
                        .field("old_status", "SUBMITTED")
                        .field("new_status", order.status())
                        .field("filled_quantity", amount(order.filled()))));
        BingxChange change = trading.changes().get(order.id());
        if (change != null) {
            String symbol = order.coin().contract();
            String before = amount(change.before());
            String after = amount(change.after());
            entries.add(new Entry(
                    order.settled() + 2_600,
                    "INFO",
                    "position_updated",
                    "Position for " + symbol + " updated: " + before + " -> " + after,
                    json -> json.field("symbol", symbol)
                            .field("order_id", order.id())
                            .field("old_size", before)
                            .field("new_size", after)
                            .field("avg_price", Digits.shortest(change.average(), 8))));
        }
    }

    /** What the bot understood of a message. */
    static void signal(PythonJson json, BingxOrder order) {
        json.beginObject()
                .field("side", order.side())
                .field("symbol", order.coin().contract());
        json.field("quantity", amount(order.quantity())).field("order_type", "MARKET");
        json.field("leverage", order.leverage());
        if (order.price() > 0) {
            json.field("entry_price", order.price(), 6);
        }
        json.endObject();
    }

    private static String amount(long millionths) {
        return Digits.fixed(millionths / 1e6, 6);
    }

    private static String text(Entry entry) {
        return "[" + entry.event() + "] " + entry.message();
    }

    private static void line(StringBuilder text, Entry entry) {
        PythonJson json = PythonJson.line(text).beginObject();
        json.field("timestamp", Iso.text(entry.time()) + "Z").field("level", entry.level());
        json.field("logger", "trading_bot_audit").field("message", text(entry)).field("event_type", entry.event());
        json.key("data").beginObject();
        entry.data().accept(json);
        json.endObject().key("system_info").beginObject().field("python_version", "3.11.9");
        json.field("platform", "linux")
                .field("working_directory", "/app")
                .endObject()
                .endObject();
        text.append('\n');
    }
}
