package dev.plumbline.sample;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A simulated fleet of bots that writes the files real ones write. One market moves all of them; the same seed, end, days
 * and agents give the same bytes.
 */
public final class Fleet {

    private Fleet() {}

    /**
     * Writes a folder for each system, {@code sources.yaml} and {@code truth.json}. A sample that is there already is
     * replaced.
     *
     * @throws IllegalArgumentException when the plant file is wrong, or {@code into} holds something else
     * @throws UncheckedIOException     when a file cannot be written
     */
    public static FleetReport write(Path into, FleetOptions options) {
        Period period = Period.lastDays(options.days(), options.end().minusDays(1), ZoneOffset.UTC);
        List<Member> members = Member.of(options);
        Plants plants = options.plant()
                .map(file -> PlantFile.read(file, members, period))
                .orElseGet(() -> Plants.ofTheLastWeek(period, options.systems()));
        List<Coin> coins = options.systems().equals(Set.of("playbook")) ? PlaybookHistory.COINS : Coin.ALL;
        Market market = Market.of(options.seed(), period, coins);
        SampleFolder.prepare(into, members);
        Output output = new Output();
        Truth truth = new Truth();
        inParallel(members.stream()
                .map(member -> new Scene(
                        member,
                        options.seed(),
                        market,
                        period,
                        plants.of(member.name()),
                        into.resolve(member.path()),
                        output,
                        truth))
                .<Runnable>map(scene -> () -> write(scene))
                .toList());
        output.write(into.resolve("sources.yaml"), SourceList.yaml(members));
        output.write(into.resolve(SampleFolder.MARK), json(truth.document(options, members)));
        List<String> names =
                members.stream().map(m -> m.system() + "/" + m.name()).toList();
        return new FleetReport(into, output.files(), names, output.bytes());
    }

    private static void write(Scene scene) {
        switch (scene.member().system()) {
            case "playbook" -> playbook(scene);
            case "roma" -> roma(scene);
            case "fox" -> FoxAgent.write(scene);
            case "kraken" -> KrakenAgent.write(scene);
            case "bingx" -> BingxAgent.write(scene);
            default ->
                throw new IllegalArgumentException(
                        "no files of system " + scene.member().system());
        }
    }

    private static void playbook(Scene scene) {
        Member member = scene.member();
        Period period = scene.period();
        PlaybookHistory history = PlaybookHistory.of(member, scene.seed(), scene.market(), period, scene.plants());
        PlaybookDatabase.write(
                scene.place(), member, history, scene.market(), period, scene.plants(), scene.dice("tables"));
        scene.output().written(scene.place());
        for (Plant plant : scene.plants().list()) {
            scene.truth().planted(member, plant, history.found(plant, period.toMicros()));
        }
        if (member.live() && Happenings.deposit(period) < period.toMicros()) {
            Map<String, Object> amount = Map.of("amount", PlaybookPortfolio.DEPOSIT);
            scene.truth().happened(member, "deposit", Happenings.deposit(period), amount);
        }
    }

    private static void roma(Scene scene) {
        Member member = scene.member();
        Truth truth = scene.truth();
        RomaAgent agent = new RomaAgent(member, scene.seed(), scene.market(), scene.period(), scene.plants());
        agent.run(scene.place(), scene.output());
        scene.plants().list().forEach(plant -> truth.planted(member, plant, agent.found(plant)));
        if (agent.restarted() > 0) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("torn_file", agent.torn());
            details.put("unrecorded_closes", agent.unrecorded());
            truth.happened(member, "restart", agent.restarted(), details);
        }
        if (agent.paidIn() > 0) {
            truth.happened(member, "deposit", agent.paidIn(), Map.of("amount", RomaAgent.DEPOSIT));
        }
    }

    private static void inParallel(List<Runnable> work) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running =
                    work.stream().<Future<?>>map(threads::submit).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a part of the sample failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sample was written", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[] json(Map<String, Object> document) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        try {
            return new ObjectMapper().writer(printer).writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException("truth.json", e);
        }
    }
}
