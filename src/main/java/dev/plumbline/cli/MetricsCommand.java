package dev.plumbline.cli;

import dev.plumbline.FileMetrics;
import dev.plumbline.FileQuestion;
import dev.plumbline.FileTables;
import dev.plumbline.SeriesFile;
import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Peer;
import dev.plumbline.metric.Trials;
import dev.plumbline.source.SeriesColumns;
import dev.plumbline.source.SeriesKind;
import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        description = {
            "Every metric of one file of returns, equity or trades; needs no store.",
            "Exit: 0 done, 2 unreadable, 3 part of the rows rejected."
        })
final class MetricsCommand implements Callable<Integer> {

    /** Rejected lines that are shown. */
    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "CSV, JSON lines or Parquet, packed with gzip or not; - for standard input")
    private Optional<String> file = Optional.empty();

    @Parameters(
            index = "1..*",
            paramLabel = "METRIC",
            arity = "0..*",
            description = "ids such as sharpe profit_factor (default: all)")
    private List<String> metrics = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "KIND", description = "returns, equity or trades (default: inferred)")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--periods-per-year",
            paramLabel = "P",
            description = "such as 365 (default: from the spacing of the times)")
    private Optional<Double> periods = Optional.empty();

    @Option(names = "--risk-free", paramLabel = "R", description = "annual, a fraction (default: 0)")
    private double riskFree;

    @Option(names = "--mar", paramLabel = "R", description = "minimum acceptable return, annual (default: 0)")
    private double mar;

    @Option(names = "--benchmark", paramLabel = "COLUMN", description = "of prices or returns to compare with")
    private Optional<String> benchmark = Optional.empty();

    @Option(names = "--by", paramLabel = "COLUMN", description = "also each group of rows, such as --by symbol")
    private Optional<String> by = Optional.empty();

    @Option(names = "--confidence", paramLabel = "C", description = "level of the intervals (default: 0.95)")
    private double confidence = 0.95;

    @Option(
            names = "--compat",
            paramLabel = "TOOL",
            description = "names mean what they mean there: quantstats, empyrical, performanceanalytics or freqtrade")
    private Optional<String> compat = Optional.empty();

    @Option(names = "--map", paramLabel = "COLUMN=FIELD", description = "where the header does not say it itself")
    private Map<String, String> map = new TreeMap<>();

    @Option(names = "--report-zone", paramLabel = "ZONE", description = "whose days are meant (default: UTC)")
    private String zone = "UTC";

    @Option(
            names = "--rolling",
            paramLabel = "N",
            description = "metrics over a window of N returns, or trades, that moves")
    private int rolling;

    @Option(names = "--calendar", description = "what each month brought")
    private boolean calendar;

    @Option(names = "--drawdowns", paramLabel = "N", description = "the N deepest stays below a peak")
    private int drawdowns;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "strategies that were tried before this one was chosen: what dsr needs")
    private Optional<Double> trials = Optional.empty();

    @Option(
            names = "--trials-deviation",
            paramLabel = "S",
            description = "of their Sharpe ratios, annual (default: as of worthless ones)")
    private Optional<Double> deviation = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "of the bootstraps: the same gives the same intervals")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--force", description = "figures also of fewer than 5 returns, or 30 days")
    private boolean force;

    @Option(names = "--list", description = "what each metric means, and nothing else")
    private boolean list;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            List<String> ids = new ArrayList<>(metrics);
            file.ifPresent(id -> ids.add(0, id));
            MetricList named = MetricList.read().only(ids);
            out.println(json ? named.json() : named.text(Screen.width()));
            return ExitCode.DONE;
        }
        String name = file.orElseThrow(() -> new IllegalArgumentException(
                "name a file of returns, equity or trades, or - for standard input; --list tells what is measured"));
        metrics.forEach(Metrics::byId);
        FileMetrics found = SeriesFile.measure(
                new FileQuestion(
                        name,
                        json,
                        new SeriesColumns.Told(kind.map(SeriesKind::parse), benchmark, by, map),
                        metrics,
                        new FileTables.Asked(rolling, calendar, drawdowns),
                        conventions(),
                        zone()),
                System.in);
        out.println(json ? MetricsJson.text(found) : MetricsText.of(found, confidence, Math.max(80, Screen.width())));
        return rejected(found);
    }

    private Integer rejected(FileMetrics found) {
        PrintWriter err = spec.commandLine().getErr();
        found.rejected().stream().limit(SHOWN).forEach(one -> err.println("plumb: " + one));
        if (found.rejections() > SHOWN) {
            err.printf("plumb: and %,d more%n", found.rejections() - SHOWN);
        }
        return found.rejections() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private Conventions conventions() {
        Conventions told = Conventions.standard()
                .withRiskFree(yearly("--risk-free", riskFree))
                .withMinimumAcceptable(yearly("--mar", mar))
                .withConfidence(confidence);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "--confidence: found " + confidence + ", expected a number between 0 and 1, such as 0.95");
        }
        if (periods.isPresent()) {
            if (!(periods.get() > 0 && Double.isFinite(periods.get()))) {
                throw new IllegalArgumentException(
                        "--periods-per-year: found " + periods.get() + ", expected a number above 0, such as 365");
            }
            told = told.withPeriodsPerYear(periods.get());
        }
        if (force) {
            told = told.forced();
        }
        if (seed.isPresent()) {
            told = told.withSeed(seed.get());
        }
        if (deviation.isPresent() && trials.isEmpty()) {
            throw new IllegalArgumentException("--trials-deviation: of how many trials? Give --trials N too");
        }
        if (trials.isPresent()) {
            told = told.withTrials(new Trials(
                    trials.get(), deviation.isPresent() ? OptionalDouble.of(deviation.get()) : OptionalDouble.empty()));
        }
        return compat.isPresent() ? told.as(Peer.parse(compat.get())) : told;
    }

    private static double yearly(String option, double rate) {
        if (!(rate > -1 && Double.isFinite(rate))) {
            throw new IllegalArgumentException(
                    option + ": found " + rate + ", expected a fraction above -1, such as 0.04 for 4 %");
        }
        return rate;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--report-zone: found \"" + zone + "\", expected a zone such as UTC, +04:00 or Asia/Shanghai", e);
        }
    }
}
