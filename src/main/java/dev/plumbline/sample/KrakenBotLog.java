package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The bot's own logs of the last seven days, one file a day: the lines that its monitor counts, and others. */
final class KrakenBotLog {

    private static final List<String> FAILURES = List.of(
            "[ERROR] [src.exchange.kraken_client] - API request failed: EGeneral:Temporary lockout",
            "[ERROR] [src.exchange.kraken_client] - API request failed: EService:Unavailable",
            "[WARNING] [src.exchange.kraken_client] - HTTP request timeout after 10.0s, retry 1/3");

    private KrakenBotLog() {}

    private record Line(long time, String text) {}

    static void write(Scene scene, List<KrakenPosition> positions, List<Long> failures) {
        Dice dice = scene.dice("bot log");
        List<Line> lines = new ArrayList<>();
        for (KrakenPosition position : positions) {
            String coin = position.coin().pair();
            String size = Digits.shortest(position.size(), 8) + " " + coin + " @ ";
            lines.add(new Line(
                    position.opened(),
                    "[INFO] [src.trading.executor] - Order filled: BUY " + size
                            + Digits.shortest(position.price(), 8)));
            lines.add(new Line(
                    position.exit().time(),
                    "[INFO] [src.trading.executor] - Order filled: SELL " + size
                            + Digits.shortest(position.exit().price(), 8) + " pnl "
                            + Digits.fixed(position.profit(), 2)));
        }
        failures.forEach(time -> lines.add(new Line(time, dice.oneOf(FAILURES))));
        for (Plant plant : scene.plants().of(PlantKind.DISCONNECT)) {
            lines.add(new Line(plant.from(), "[WARNING] [src.exchange.websocket] - WebSocket connection lost"));
            lines.add(new Line(plant.to(), "[INFO] [src.exchange.websocket] - WebSocket reconnected"));
        }
        for (long time = scene.lastWeek(); time < scene.to(); time += 15 * Market.MINUTE) {
            lines.add(new Line(time + dice.below(3_000_000), "[INFO] [src.core.bot] - Scan complete: 6 pairs checked"));
        }
        lines.sort(Comparator.comparingLong(Line::time));
        for (long day = scene.lastWeek(); day < scene.to(); day += Market.DAY) {
            long midnight = day + Market.DAY;
            long from = day;
            try (TextFile file = scene.file("bot_" + Iso.day(day) + ".log")) {
                lines.stream()
                        .filter(line -> line.time() >= from && line.time() < Math.min(midnight, scene.to()))
                        .filter(line -> !scene.plants().silent(line.time()))
                        .forEach(line -> file.text()
                                .append('[')
                                .append(Iso.second(line.time()))
                                .append("] ")
                                .append(line.text())
                                .append('\n'));
            }
        }
    }
}
