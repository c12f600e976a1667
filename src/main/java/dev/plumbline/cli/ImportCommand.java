package dev.plumbline.cli;

import dev.plumbline.model.LoadReport;
import dev.plumbline.source.DryRun;
import dev.plumbline.source.ImportRequest;
import dev.plumbline.source.SourcesFile;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a bot's files into the store. Twice changes nothing; a file that grew adds its new rows.",
            "Exit: 0 all, 3 part rejected, 1 nothing loaded."
        })
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "files, folders to search, http://host:port, postgresql://user@host/database, or a sources.yaml (default:"
                            + " sources.yaml in the data folder)")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--as", paramLabel = "SYSTEM", description = "read as this system's (default: recognised)")
    private Optional<String> as = Optional.empty();

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "whose files these are (default: as their place says)")
    private Optional<String> agent = Optional.empty();

    @Option(names = "--account", paramLabel = "NAME", description = "whose money (default: the agent's own)")
    private Optional<String> account = Optional.empty();

    @Option(names = "--exchange", paramLabel = "NAME", description = "such as binance")
    private Optional<String> exchange = Optional.empty();

    @Option(names = "--environment", paramLabel = "E", description = "live, paper, testnet or backtest")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "of times written without one (default: UTC, said so)")
    private Optional<String> zone = Optional.empty();

    @Option(names = "--stake", paramLabel = "MONEY", description = "put into each trade, where a bot knows prices only")
    private Optional<Double> stake = Optional.empty();

    @Option(names = "--capital", paramLabel = "MONEY", description = "that the agent began with, likewise")
    private Optional<Double> capital = Optional.empty();

    @Option(names = "--fee-rate", paramLabel = "R", description = "fraction of each side's notional, likewise")
    private Optional<Double> feeRate = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description = "of a CSV, JSON or Parquet table, where its header does not say so itself; may be repeated")
    private Map<String, String> map = new TreeMap<>();

    @Option(names = "--dry-run", description = "say what would be read as what, and write nothing")
    private boolean dryRun;

    @Option(names = "--strict", description = "exit 1 when anything is rejected")
    private boolean strict;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (dryRun) {
            List<String> lines = DryRun.of(Queries.find(), requests());
            lines.forEach(spec.commandLine().getOut()::println);
            return lines.isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
        }
        LoadReport report =
                Imports.run(data.folder(), requests(), spec.commandLine().getErr());
        if (json) {
            spec.commandLine().getOut().println(Json.text(Json.report(report)));
        } else {
            Imports.print(
                    report, spec.commandLine().getOut(), spec.commandLine().getErr());
        }
        FirstSample.retire(data.folder(), spec.commandLine().getErr());
        int code = Imports.exitCode(report);
        return strict && code == ExitCode.PARTLY ? ExitCode.FAILED : code;
    }

    private List<ImportRequest> requests() {
        if (paths.isEmpty()) {
            Path configured = data.folder().resolve("sources.yaml");
            if (!Files.isRegularFile(configured)) {
                throw new IllegalArgumentException(
                        "nothing to import: name a PATH, or list your bots in " + configured);
            }
            return SourcesFile.read(configured);
        }
        List<ImportRequest> requests = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String path : paths) {
            if (path.contains("://")) {
                plain.add(path);
                continue;
            }
            Path named = Path.of(path);
            Path listing = Files.isDirectory(named) ? named.resolve("sources.yaml") : named;
            boolean listed = listing.endsWith("sources.yaml") && Files.isRegularFile(listing);
            if (listed && as.isEmpty()) {
                if (!told().equals(ImportOptions.of(""))) {
                    throw new IllegalArgumentException(listing + " says whose files these are: change it there, or"
                            + " import its files one system at a time with --as");
                }
                requests.addAll(SourcesFile.read(listing));
            } else {
                plain.add(path);
            }
        }
        if (!plain.isEmpty()) {
            requests.add(new ImportRequest(plain, map.isEmpty() ? as : as.or(() -> Optional.of("csv")), told()));
        }
        return requests;
    }

    private ImportOptions told() {
        ImportOptions told = new ImportOptions(
                "",
                agent,
                account,
                exchange,
                environment.map(ImportCommand::environment),
                zone.map(ImportCommand::zone),
                optional(stake),
                optional(capital),
                optional(feeRate),
                OptionalDouble.empty());
        return told.withMap(map);
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static String environment(String word) {
        if (!List.of("live", "paper", "testnet", "backtest").contains(word)) {
            throw new IllegalArgumentException(
                    "--environment: found \"" + word + "\", expected live, paper, testnet or backtest");
        }
        return word;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--zone: found \"" + name + "\", expected a zone such as UTC, +04:00 or Asia/Shanghai", e);
        }
    }
}
