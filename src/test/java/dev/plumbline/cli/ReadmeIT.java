package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
                .toList();
        assertThat(commands).hasSizeGreaterThan(10).first().isEqualTo("./plumb review weekly");
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
