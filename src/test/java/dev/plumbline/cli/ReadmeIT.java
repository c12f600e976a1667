package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the README shows, in its order, on a data folder of its own. */
class ReadmeIT {

    @TempDir
    private Path folder;

    @Test
    void every_command_that_the_readme_shows_works() throws IOException {
        Path data = folder.resolve("data");
        Map<String, String> environment = Map.of("PLUMB_DATA", data.toString());
        Path trades = Files.writeString(folder.resolve("trades.csv"), """
                trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl
                1,BTC/USDT,long,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,100,110,10
                """);
        List<String> commands = Files.readAllLines(Launched.HOME.resolve("README.md")).stream()
                .filter(line -> line.startsWith("    ") && line.contains("./plumb "))
                .map(line -> line.substring(line.indexOf("./plumb ")))
                // needs a server of its own, which PostgresCaptureTest starts
                .filter(line -> !line.contains("postgresql://"))
                .toList();
        HttpServer bot = bot();
        assertThat(commands).hasSizeGreaterThan(10).first().isEqualTo("./plumb review weekly");
        try {
            commands(
                    commands,
                    data,
                    trades,
                    environment,
                    "localhost:" + bot.getAddress().getPort());
        } finally {
            bot.stop(0);
        }
    }

    /** A bot that answers as ROMA-01 does, with one trade. */
    private static HttpServer bot() throws IOException {
        HttpServer bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map<String, String> answers = Map.of(
                "/api/agents",
                "[{\"id\": \"alpha\", \"name\": \"Alpha\", \"is_running\": true}]",
                "/api/agents/alpha/trades",
                """
                [{"symbol": "BTCUSDT", "side": "long", "entry_price": 100.0, "close_price": 110.0, "quantity": 1.0,
                  "leverage": 1, "open_time": "2026-01-01T00:00:00", "close_time": "2026-01-02T00:00:00",
                  "pnl_pct": 10.0, "pnl_usdt": 10.0}]
                """);
        bot.createContext("/", exchange -> {
            byte[] answer =
                    answers.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        bot.start();
        return bot;
    }

    private void commands(List<String> commands, Path data, Path trades, Map<String, String> environment, String bot)
            throws IOException {
        for (String command : commands) {
            if (command.startsWith("./plumb import;")) {
                Path sample = data.resolve("sample");
                Files.writeString(
                        data.resolve("sources.yaml"),
                        Files.readString(sample.resolve("sources.yaml")).replace("path: ", "path: sample/"));
            }
            String meant = command.replaceAll(" +#.*", "")
                    .replace("~/bot/logs/decisions", data + "/sample/roma/logs/decisions")
                    .replace("~/bot/data/trading.db", data + "/sample/playbook/btc-eth-live/trading.db")
                    .replace("trades.csv", trades.toString())
                    .replace("localhost:8080", bot)
                    .replaceAll("(plumb review \\w+)", "$1 --reports " + folder.resolve("reports"))
                    .replaceAll("(plumb run \\S+)", "$1 -o " + folder.resolve("page.html"));
            Launched said =
                    Launched.run(environment, Launched.HOME, "help()\n/exit\n", List.of("/bin/sh", "-c", meant));
            // the sample holds planted faults: a part is rejected, and a day may be red
            List<Integer> fine = meant.contains("--fail-on") ? List.of(0, 20) : List.of(0, 3);
            assertThat(fine).as(meant + "\n" + said.err()).contains(said.code());
            assertThat(said.err()).as(meant).doesNotContain("plumb: ", "\tat ", "WARNING");
        }
    }
}
