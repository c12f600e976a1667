import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Times whole commands as a user starts them and prints a table of medians beside the goals: {@code java
 * src/bench/Benchmark.java [runs]} in the checkout. Everything it makes is below {@code target/bench}. Processor time
 * and memory come from Linux's {@code /proc}; elsewhere they are shown as a dash.
 */
public final class Benchmark {

    private static final int FILES = 10_000;
    private static final int TRADES = 5_000_000;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final Path PLACE = Path.of("target/bench");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);

    /** About 30 kB of prompt, as real files carry it. */
    private static final String PROMPT =
            "Equity 318.87 USDT, 2 positions. \\\"BTCUSDT\\\": price 101523.5, ema20 101410.2, 入场 macd -12.4.\\n".repeat(300);

    /** What one run took; seconds, and megabytes (2^20 bytes) of resident memory at the highest. */
    private record Run(double wall, double processor, double memory) {}

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        int runs = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        if (runs < 1) {
            throw new IllegalArgumentException("at least one run was expected, found " + runs);
        }
        run("--help");
        Path nofx = make("nofx");
        Path roma = make("roma");
        String store = PLACE.resolve("store").toString();
        String fleet = PLACE.resolve("fleet").toString();
        String pages = PLACE.resolve("pages").toString();
        System.out.printf(
                Locale.ROOT,
                "%d runs each, medians; Java %s, %d processors%n%n",
                runs,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        System.out.println("| command | wall s | processor s | memory MB | goal |");
        System.out.println("| --- | ---: | ---: | ---: | --- |");
        row("--help", "0.35 s", runs, () -> {}, "--help");
        for (Path files : List.of(nofx, roma)) {
            String system = files.getFileName().toString();
            String[] read = {"import", files.toString(), "--as", system, "--data", store};
            row("import of 10,000 " + system + " files", "3 s, 400 MB", runs, () -> delete(Path.of(store)), read);
            row("the same again, nothing new", "", runs, () -> {}, read);
            int[] cycle = {FILES};
            row("the same, one file of them new", "", runs, () -> write(files, system, cycle[0]++), read);
        }
        Path trades = trades();
        String[] csv = {"import", trades.toString(), "--data", store};
        row("import of a CSV file of 5,000,000 trades", "6 s", runs, () -> delete(Path.of(store)), csv);
        row("the same again, nothing new", "", runs, () -> {}, csv);
        Files.delete(trades);
        String page = PLACE.resolve("twenty.html").toString();
        row("notebook of twenty cells to HTML", "1.5 s", runs, () -> {}, "run", "src/bench/twenty.jsh", "-o", page);
        String[] review = {"review", "weekly", "--data", fleet, "--reports", pages};
        row("first weekly review: sample, import, review", "", 1, () -> delete(Path.of(fleet)), review);
        row("weekly review of four agents, warm", "3.5 s", runs, () -> {}, review);
    }

    private interface Before {
        void act() throws IOException;
    }

    private static void row(String what, String goal, int runs, Before before, String... command) throws Exception {
        List<Run> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            before.act();
            all.add(run(command));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %s | %s | %s |%n",
                what,
                median(all.stream().mapToDouble(Run::wall).toArray()),
                shown("%.2f", median(all.stream().mapToDouble(Run::processor).toArray())),
                shown("%.0f", median(all.stream().mapToDouble(Run::memory).toArray())),
                goal);
    }

    private static String shown(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Starts the launcher, which becomes the Java that it starts; exit codes above 2 are verdicts, not failures. */
    private static Run run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./plumb"));
        command.addAll(List.of(arguments));
        Files.createDirectories(PLACE);
        Path log = PLACE.resolve("last.log");
        double before = childrenSeconds();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        double memory = Double.NaN;
        while (!process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            double seen = peakMegabytes(process.pid());
            memory = Double.isNaN(seen) ? memory : seen;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() == 1 || process.exitValue() == 2) {
            throw new IllegalStateException(String.join(" ", command) + " failed: see " + log);
        }
        return new Run(wall, childrenSeconds() - before, memory);
    }

    /** Processor time of the children that ended, from proc(5): fields 16 and 17 of stat, in hundredths of a second. */
    private static double childrenSeconds() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return Double.NaN;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    private static double peakMegabytes(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException | java.io.UncheckedIOException e) {
            return Double.NaN;
        }
    }

    /** About 490 MB: trades of six pairs over ten months, in the order of their time, with ids. */
    private static Path trades() throws IOException {
        Path file = PLACE.resolve("trades.csv");
        String[] pairs = {"BTC/USDT", "ETH/USDT", "SOL/USDT", "XRP/USDT", "DOGE/USDT", "ADA/USDT"};
        Random random = new Random(1);
        LocalDateTime start = LocalDateTime.of(2025, 1, 1, 0, 0);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("trade_id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,pnl,fee\n");
            for (int i = 0; i < TRADES; i++) {
                LocalDateTime entry = start.plusSeconds(i * 5L);
                double price = random.nextInt(5_000_000) / 100.0 + 1;
                out.write(i + "," + pairs[i % pairs.length] + (i % 3 == 0 ? ",short," : ",long,") + SECONDS.format(entry) + "Z,"
                        + SECONDS.format(entry.plusSeconds(60 + random.nextInt(7_200))) + "Z," + random.nextInt(500) / 100.0 + ","
                        + price + "," + (price + random.nextInt(1_000) / 100.0) + "," + random.nextInt(100_000) / 1000.0 + ",0.1\n");
            }
        }
        return file;
    }

    private static Path make(String system) throws IOException {
        Path folder = PLACE.resolve(system);
        delete(folder);
        for (int i = 0; i < FILES; i++) {
            write(folder, system, i);
        }
        return folder;
    }

    private static void write(Path folder, String system, int cycle) throws IOException {
        LocalDateTime time = LocalDateTime.of(2026, 9, 1, 0, 0).plusMinutes(3L * cycle);
        Path agent = Files.createDirectories(folder.resolve("bench-agent"));
        double equity = 10_000 + 500 * Math.sin(cycle / 300.0);
        String action = cycle % 40 == 0 ? "open_long" : cycle % 40 == 20 ? "close_long" : "wait";
        String account = system.equals("nofx")
                ? "\"total_balance\": %.4f, \"available_balance\": 9000.5, \"total_unrealized_profit\": 1.5, \"position_count\": 1"
                : "\"total_wallet_balance\": %.4f, \"available_balance\": 9000.5, \"total_unrealized_profit\": 1.5";
        String texts = system.equals("nofx")
                ? "\"system_prompt\": \"" + PROMPT + "\", \"decision_json\": \"[{\\\"symbol\\\": \\\"BTCUSDT\\\", \\\"action\\\": \\\"" + action
                        + "\\\", \\\"confidence\\\": 75}]\""
                : "\"chain_of_thought\": \"" + PROMPT + "\"";
        String decision = system.equals("nofx")
                ? "\"quantity\": 0.01, \"leverage\": 5, \"price\": 101523.5, \"success\": true"
                : "\"confidence\": 0.75, \"reasoning\": \"momentum\"";
        Files.writeString(
                agent.resolve("decision_" + time.format(NAME) + "_cycle" + (cycle + 1) + ".json"),
                String.format(
                        Locale.ROOT,
                        """
                        {
                          "timestamp": "%s:00+00:00",
                          "cycle_number": %d,
                          %s,
                          "account_state": {%s},
                          "decisions": [{"action": "%s", "symbol": "BTCUSDT", %s}],
                          "positions": [{"symbol": "BTCUSDT", "side": "long", "position_amt": 0.01, "entry_price": 101000.0,
                            "mark_price": 101523.5, "unrealized_profit": 5.2, "leverage": 5, "liquidation_price": 82000.0}]
                        }
                        """,
                        time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT)),
                        cycle + 1,
                        texts,
                        String.format(Locale.ROOT, account, equity),
                        action,
                        decision));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
