package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.notebook.Notebook;
import dev.plumbline.notebook.NotebookPage;
import dev.plumbline.notebook.NotebookResult;
import dev.plumbline.notebook.Runner;
import dev.plumbline.report.PageHtml;
import dev.plumbline.sample.Fleet;
import dev.plumbline.sample.FleetOptions;
import dev.plumbline.source.Importer;
import dev.plumbline.source.Progress;
import dev.plumbline.source.SourcesFile;
import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was planted in a sample is found, and nothing else is called red: on every system, over several seeds. */
class TruthIT {

    private static final LocalDate END = LocalDate.of(2026, 11, 17);

    @TempDir
    private static Path folder;

    private static final Map<Long, Path> STORES = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 26})
    void every_planted_change_is_named_and_nothing_else_is_red(long seed) throws IOException {
        Path data = store(seed);
        List<Planted> plants = Planted.read(data.resolve("files/truth.json"));
        assertThat(plants).hasSizeGreaterThan(20);
        List<String> wrong = new ArrayList<>();
        try (Workbench lab = Workbench.open(data)) {
            for (Workbench.Agent agent : lab.agents()) {
                String name = agent.scope().agent();
                SampleWeek week = SampleWeek.of(lab.of(agent.scope().system(), name)
                        .asOf(END.minusDays(1).toString()));
                List<Planted> own =
                        plants.stream().filter(it -> it.agent().equals(name)).toList();
                own.stream().filter(plant -> !week.names(plant)).forEach(plant -> wrong.add("not found: " + plant));
                week.unexplained(own).forEach(row -> wrong.add("not planted, and red: " + name + ", " + row));
                week.quality().findings().stream()
                        .filter(it -> it.severity() == Quality.Severity.ERROR)
                        .forEach(it -> wrong.add("not planted, and an error: " + name + ", " + it.sentence()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_notebook_names_each_planted_change_with_its_symbol_and_time() throws IOException {
        Path data = store(1);
        Map<String, String> pages = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (Planted plant : Planted.read(data.resolve("files/truth.json"))) {
            for (Map.Entry<String, String> named : named(plant).entrySet()) {
                String text =
                        pages.computeIfAbsent(named.getKey() + plant.agent(), key -> page(data, named.getKey(), plant));
                if (!Pattern.compile(named.getValue()).matcher(text).find()) {
                    missing.add(named.getKey() + " does not say of " + plant + ": " + named.getValue());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Which notebook names a change, and how. */
    private static Map<String, String> named(Planted plant) {
        String symbol = plant.symbol();
        return switch (plant.kind()) {
            case "win_rate" ->
                Map.of("weekly-review", symbol + " wins [\\d.]+ % of " + plant.count("trades") + " trades");
            case "confidence" -> Map.of("weekly-review", "Average confidence, (TRADING|LEARNING) [^◆■▲]{0,90}◆ watch");
            case "retraining_failures" ->
                Map.of(
                        "weekly-review",
                        "Retraining succe(ss:|eds).{0,220}began on " + plant.days("EEEE d MMM"),
                        "retraining",
                        plant.days("yyyy-MM-dd") + " \\d\\d:\\d\\d \\w+/USDT \\w+ \\w+ error");
            case "mode_burst" ->
                Map.of(
                        "weekly-review",
                        "The mode changed " + plant.count("changes") + " times in one hour.{0,80}"
                                + plant.hours("EEEE d MMM, 'from' HH") + ":\\d\\d on, in " + symbol,
                        "retraining",
                        plant.hours("yyyy-MM-dd HH") + ":\\d\\d " + symbol);
            case "stuck_mode" -> Map.of("weekly-review", "Mode transitions a week, " + symbol + ".{0,80}▲ yellow");
            case "open_share" ->
                Map.of(
                        "decision-quality",
                        String.format(
                                Locale.ROOT,
                                "Share of open actions %.1f %%",
                                100.0 * plant.count("opens") / plant.count("decisions")));
            case "gap" ->
                Map.of(
                        plant.system().equals("fox") ? "audit" : "weekly-review",
                        "\\d to " + plant.days("yyyy-MM-dd").replace(")", "") + "|"
                                + plant.to().toString().substring(0, 10) + ") \\d\\d:\\d\\d.{0,9} no sign of life for");
            case "failed_collections" ->
                Map.of(
                        "audit",
                        plant.count("rows") + " collections of the monitor failed, the first at "
                                + plant.hours("yyyy-MM-dd HH"));
            case "restart" -> Map.of("audit", plant.hours("yyyy-MM-dd HH") + ":\\d\\d [\\d-]{10} [\\d:]{5} restart");
            default ->
                Map.of(
                        plant.system().equals("kraken") ? "weekly-review" : "audit",
                        "(?i)" + SampleWeek.rule(plant).orElseThrow() + ".{0,260}" + plant.hours("EEE d MMM HH"));
        };
    }

    /** The text of a notebook's page. */
    private static String page(Path data, String notebook, Planted plant) {
        System.setProperty("plumb.data", data.toString());
        Path notebooks = Queries.home().resolve("notebooks");
        NotebookResult run = Runner.of(notebooks.resolve("startup.jsh"))
                .with(Map.of(
                        "system", plant.system(),
                        "agent", plant.agent(),
                        "asOf", END.minusDays(1).toString(),
                        "days", "7"))
                .run(Notebook.parse(notebooks.resolve(notebook + ".jsh")));
        assertThat(run.failures()).as(notebook).isEmpty();
        return PageHtml.write(NotebookPage.of(run, Map.of()), PageHtml.Options.plain())
                .replaceAll("(?s)<(script|style|svg).*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replace("&amp;", "&")
                .replace('\u00A0', ' ')
                .replaceAll("\\s+", " ");
    }

    /** Three weeks of every system, imported. */
    private static Path store(long seed) throws IOException {
        Path known = STORES.get(seed);
        if (known != null) {
            return known;
        }
        Path data = Files.createDirectory(folder.resolve("seed" + seed));
        Fleet.write(data.resolve("files"), FleetOptions.until(END).withDays(21).withSeed(seed));
        Importer.run(data, Queries.find(), SourcesFile.read(data.resolve("files/sources.yaml")), Progress.none());
        STORES.put(seed, data);
        return data;
    }
}
