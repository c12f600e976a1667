package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bot's log of the last seven days, one file a local day, and the analysis of the last of them. */
final class FoxLog {

    private static final List<String> ERRORS = List.of(
            "core.position_manager - ERROR - Error updating position: bybit {\"retCode\":10006,\"retMsg\":\"Too many visits!\"}",
            "core.exchange_manager - ERROR - Order error: binance {\"code\":-1021,\"msg\":\"Timestamp for this request is"
                    + " outside of the recvWindow.\"}",
            "core.signal_processor - ERROR - Error fetching signals: connection was closed in the middle of operation",
            "protection.trailing_stop - ERROR - Error updating stop: binance {\"code\":-2021,\"msg\":\"Order would"
                    + " immediately trigger.\"}");
    private static final String TRACE = """
            Traceback (most recent call last):
              File "/opt/tradingbot/core/position_manager.py", line 412, in update_position
                await self.exchange.fetch_position(symbol)
              File "/opt/tradingbot/core/exchange_manager.py", line 188, in fetch_position
                return await self.exchange.fetch_positions([symbol])
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ccxt.base.errors.NetworkError: request was closed
            """;

    private final Scene scene;
    private final Dice dice;
    private @Nullable TextFile file;
    private FoxLogAnalysis analysis = new FoxLogAnalysis("");

    FoxLog(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice("log");
    }

    /** One line of a minute, with the lines of a traceback behind it. */
    private record Line(long time, String text, String trace) {}

    /** All that happened between two collections. */
    void minute(long after, FoxRow row, List<FoxPosition> opened, List<FoxPosition> closed, boolean databaseDown) {
        List<Line> lines = new ArrayList<>();
        for (FoxPosition position : opened) {
            lines.add(new Line(position.opened(), opening(position), ""));
        }
        for (FoxPosition position : closed) {
            lines.add(new Line(
                    Math.min(row.time(), position.exit().time() + dice.below(1_000_000)), closing(position), ""));
        }
        long length = Math.max(1, row.time() - after - 1_000_000);
        for (int i = 0; i < row.errors(); i++) {
            String trace = dice.chance(0.2) ? TRACE : "";
            lines.add(new Line(after + (long) (dice.uniform() * length), dice.oneOf(ERRORS), trace));
        }
        if (databaseDown) {
            String text =
                    "database.repository - CRITICAL - Query failed: [Errno 61] Connect call failed ('127.0.0.1', 5432)";
            lines.add(new Line(after + (long) (dice.uniform() * length), text, TRACE));
        }
        lines.sort((left, right) -> Long.compare(left.time(), right.time()));
        lines.forEach(this::write);
    }

    void started(long time) {
        write(new Line(time, "websocket.event_router - INFO - EventRouter initialized", ""));
        write(new Line(time + 3_000, "__main__ - INFO - Trading Bot initializing in production mode", ""));
        write(new Line(time + 31_000, "database.repository - INFO - Database pool initialized", ""));
    }

    private static String opening(FoxPosition position) {
        return "core.position_manager - INFO - Position opened: "
                + position.coin().contract() + " "
                + (position.direction() > 0 ? "long " : "short ") + Digits.shortest(position.quantity(), 6) + " @ "
                + Digits.shortest(position.price(), 6) + " on " + position.exchange();
    }

    private static String closing(FoxPosition position) {
        Exit exit = position.exit();
        String reason = exit.reason().equals(Exit.TARGET) ? "trailing_stop" : exit.gain() < 0 ? "stop_loss" : "aged";
        double profit = position.profit();
        return "core.position_manager - INFO - Position closed: "
                + position.coin().contract() + " " + reason + " PnL: " + "$" + Digits.fixed(profit, 2) + " ("
                + Digits.fixed(100 * exit.gain(), 2) + "%)";
    }

    private void write(Line line) {
        if (line.time() < scene.lastWeek() || line.time() >= scene.to()) {
            return;
        }
        long local = line.time() + FoxAgent.OFFSET;
        String name = "trading_bot_" + Iso.day(local) + ".log";
        if (file == null || !analysis.name().equals(name)) {
            closeFile();
            file = scene.file(name);
            analysis = new FoxLogAnalysis(name);
        }
        file.text().append(Iso.log(local)).append(" - ").append(line.text()).append('\n');
        file.text().append(line.trace());
        analysis.add(local, line.text());
    }

    /** Closes the last log, and writes what the analyser says about it. */
    void end() {
        closeFile();
        if (!analysis.name().isEmpty()) {
            analysis.write(scene);
        }
    }

    private void closeFile() {
        if (file != null) {
            file.close();
        }
    }
}
