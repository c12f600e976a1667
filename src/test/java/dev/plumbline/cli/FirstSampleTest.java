package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Workbench;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstSampleTest {

    @TempDir
    Path data;

    @Test
    void a_users_own_bot_does_not_stand_beside_simulated_ones() throws IOException {
        FirstSample.make(data, 2, new PrintWriter(new StringWriter()));
        try (Workbench lab = Workbench.open(data)) {
            assertThat(lab.agents()).hasSize(4);
            assertThat(lab.isFirstSample()).isTrue();
        }
        Path trades = data.resolve("trades.csv");
        Files.writeString(
                trades,
                "trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl\n"
                        + "1,BTC/USDT,long,2026-01-05T10:00:00Z,2026-01-05T11:00:00Z,1,100,101,1\n");
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream());
        assertThat(Plumb.run(quiet, quiet, "import", trades.toString(), "--agent", "mine", "--data", data.toString()))
                .isZero();
        try (Workbench lab = Workbench.open(data)) {
            assertThat(lab.agents()).extracting(agent -> agent.scope().agent()).containsExactly("mine");
            assertThat(lab.isFirstSample()).isFalse();
        }
    }
}
