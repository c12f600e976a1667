package dev.plumbline.source;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.LoadReport.TableLoad;
import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.RowsOfFiles;
import dev.plumbline.store.Staging;
import dev.plumbline.store.StoreWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An import from beginning to end: finds files or captures them, recognises them, leaves out those known by content and options, loads
 * the rest into one scratch database and publishes once, so that a crash leaves the store as it was.
 */
public final class Importer {

    private final Sources sources;
    private final Progress progress;
    private final SymbolAliases symbols;
    private final Captures captures;
    private final Archives archives;
    private final Rejections rejections;
    private final Map<ImportOptions, List<SourceFile>> groups = new LinkedHashMap<>();
    private int tried;
    private int unchanged;

    private Importer(
            Sources sources,
            SymbolAliases symbols,
            Captures captures,
            Archives archives,
            Progress progress,
            Rejections rejections) {
        this.sources = sources;
        this.symbols = symbols;
        this.captures = captures;
        this.archives = archives;
        this.progress = progress;
        this.rejections = rejections;
    }

    /**
     * Imports what is asked for and tells what happened to it.
     *
     * @param data the data folder; its store is made when there is none
     * @throws IllegalArgumentException      when a request names a system that there is not
     * @throws dev.plumbline.store.StoreBusy when another process is writing
     */
    public static LoadReport run(Path data, Queries queries, List<ImportRequest> requests, Progress progress) {
        Sources sources = Sources.of(queries);
        requests.forEach(request -> request.system().ifPresent(sources::named));
        SymbolAliases symbols = SymbolAliases.read(data);
        Rejections rejections = new Rejections();
        Path scratch = data.resolve("store/unpacked");
        try (StoreWriter writer = StoreWriter.open(data, queries);
                Archives archives = Archives.in(scratch, rejections);
                Captures captures = new Captures(sources, data, scratch, progress, rejections)) {
            return new Importer(sources, symbols, captures, archives, progress, rejections).run(writer, requests);
        }
    }

    private LoadReport run(StoreWriter writer, List<ImportRequest> requests) {
        try (Scratch scratch = Scratch.of(writer)) {
            for (ImportRequest request : requests) {
                gather(request, scratch);
            }
            scratch.forget();
            if (groups.isEmpty()) {
                return new LoadReport(
                        0, tried, unchanged, List.of(), List.of(), rejections.rejected(), rejections.notes());
            }
            Staging staging = scratch.staging();
            staging.watch(progress::at);
            long files = (long) tried - unchanged;
            new GroupLoad(sources, symbols, progress, files)
                    .load(
                            groups.entrySet().stream()
                                    .map(group -> new GroupLoad.Group(group.getKey(), group.getValue()))
                                    .toList(),
                            writer,
                            staging,
                            rejections);
            groups.keySet().stream().map(ImportOptions::system).distinct().forEach(system -> sources.named(system)
                    .finish(staging, rejections));
            progress.at("publishing", files, files);
            long importId = writer.importId();
            List<TableLoad> loads = writer.publish(staging, batches(), rejections.rejected());
            staging.displaced().forEach(rejections::reject);
            return new LoadReport(
                    importId,
                    tried,
                    unchanged,
                    loads,
                    RowsOfFiles.of(staging, rejections.rejected()),
                    rejections.rejected(),
                    rejections.notes());
        }
    }

    /** Adds a request's new files to the groups: a group is the files of one system, agent and set of options. */
    private void gather(ImportRequest request, Scratch known) {
        List<SourceFile> seen =
                Inspection.of(archives.unpacked(captures.of(request)), sources, request.system(), progress, rejections);
        List<Recognition.Recognised> files = Recognition.of(seen, sources, request.system(), rejections);
        tried += files.size();
        Map<Place, Whose> groupOf = new HashMap<>();
        for (Recognition.Recognised one : files) {
            SourceFile file = one.file();
            SourceSystem system = one.system();
            Whose whose = groupOf.computeIfAbsent(
                    new Place(system.name(), file.found().folder()),
                    place -> whose(request.told(), system, place.folder()));
            if (known.add(
                    whose.fingerprint(),
                    Objects.requireNonNull(file.bytes().sha256(), "every file of a system is hashed"))) {
                groups.computeIfAbsent(whose.options(), key -> new ArrayList<>())
                        .add(file);
            } else {
                unchanged++;
            }
        }
    }

    private record Place(String system, Path folder) {}

    /** The options of a folder's files, and how the store writes them. */
    private record Whose(ImportOptions options, String fingerprint) {}

    private Whose whose(ImportOptions told, SourceSystem system, Path folder) {
        Optional<String> agent = told.agent().or(() -> system.agent(folder));
        ImportOptions options = told.withSystem(system.name()).withSymbols(symbols.toString());
        ImportOptions whose = agent.map(options::withAgent).orElse(options);
        return new Whose(whose, whose.fingerprint());
    }

    private List<StoreWriter.Batch> batches() {
        Map<String, Long> perFile =
                rejections.rejected().stream().collect(Collectors.groupingBy(Rejected::file, Collectors.counting()));
        return groups.entrySet().stream()
                .map(group -> new StoreWriter.Batch(
                        group.getKey(),
                        new FilesRead(group.getValue(), group.getKey().agent().orElse("unnamed"), perFile)))
                .toList();
    }
}
