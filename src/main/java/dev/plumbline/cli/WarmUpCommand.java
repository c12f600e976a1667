package dev.plumbline.cli;

import dev.plumbline.notebook.Shell;
import dev.plumbline.store.Queries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the launcher runs once, after a build, to record the classes that commands load. */
@Command(name = "warm-up", hidden = true, description = "Reviews a small sample in a folder of its own.")
final class WarmUpCommand implements Callable<Integer> {

    private static final int DAYS = 9;
    private static final int ROWS = 400;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        FirstSample.make(folder, DAYS, spec.commandLine().getErr());
        String data = folder.toString();
        String reports = folder.resolve("reports").toString();
        int reviewed = Plumb.run(System.out, System.err, "review", "weekly", "--data", data, "--reports", reports);
        // the shell's own classes: half of what it takes to start
        System.setProperty("plumb.data", data);
        Path notebooks = Queries.home().resolve("notebooks");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Shell.of(notebooks.resolve("startup.jsh"), notebooks.resolve("shell.jsh"))
                .start(new ByteArrayInputStream("lab.agents()\n/exit\n".getBytes(StandardCharsets.UTF_8)), nowhere);
        measure();
        return reviewed;
    }

    /** A file of each kind. */
    private void measure() throws IOException {
        StringBuilder equity = new StringBuilder("time,equity,benchmark\n");
        StringBuilder trades = new StringBuilder("symbol,side,entry_time,exit_time,pnl,fee\n");
        StringBuilder returns = new StringBuilder("date,return\n");
        for (int i = 0; i < ROWS; i++) {
            Instant time = START.plusSeconds(1_800L * i);
            double wave = Math.sin(i * 0.7) + 0.1;
            equity.append(time)
                    .append(',')
                    .append(1_000 + wave)
                    .append(',')
                    .append(50 - wave)
                    .append('\n');
            trades.append("BTC/USDT,long,")
                    .append(time)
                    .append(',')
                    .append(time.plusSeconds(600))
                    .append(',');
            trades.append(wave).append(",0.1\n");
            returns.append(START.plus(i, ChronoUnit.DAYS))
                    .append(',')
                    .append(wave / 100)
                    .append('\n');
        }
        metrics(written("equity.csv", equity), "--benchmark", "benchmark", "--json");
        metrics(written("trades.csv", trades), "--by", "symbol");
        metrics(written("returns.csv", returns));
    }

    private static void metrics(String... arguments) {
        Plumb.run(
                System.out,
                System.err,
                Stream.concat(Stream.of("metrics"), Stream.of(arguments)).toArray(String[]::new));
    }

    private String written(String name, StringBuilder text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
