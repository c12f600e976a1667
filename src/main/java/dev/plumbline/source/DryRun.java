package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an import would make of files, without writing anything: which system reads each, and as what. */
public final class DryRun {

    private static final int ROWS = 1_000;
    private static final int SHOWN = 5;

    private final Queries queries;
    private final Sources sources;
    private final List<String> said = new ArrayList<>();

    private DryRun(Queries queries) {
        this.queries = queries;
        this.sources = Sources.of(queries);
    }

    /** Lines to print: one a file, and below a table's its columns and what its first rows would be rejected for. */
    public static List<String> of(Queries queries, List<ImportRequest> requests) {
        DryRun dry = new DryRun(queries);
        requests.forEach(dry::request);
        return dry.said;
    }

    private void request(ImportRequest request) {
        Rejections rejections = new Rejections();
        Map<FileWalk.Found, FileBytes> files = Inspection.of(
                FileWalk.of(request.paths(), rejections), sources, request.system(), Progress.none(), rejections);
        Map<FileWalk.Found, SourceSystem> systems = Recognition.of(files, sources, request.system(), rejections);
        systems.forEach((file, system) -> {
            String agent =
                    request.told().agent().or(() -> system.agent(file.path())).orElse("unnamed");
            said.add(file.shown() + ": read as " + system.name() + ", agent " + agent);
            if (system instanceof Csv) {
                table(file, request.told().withSystem(system.name()).withAgent(agent));
            }
        });
        files.keySet().stream()
                .filter(file -> !systems.containsKey(file) && !file.named())
                .forEach(file -> said.add(file.shown() + ": no system's file, left out"));
        rejections.rejected().forEach(what -> said.add(what.toString()));
        rejections.notes().forEach(note -> said.add("note: " + note));
    }

    private void table(FileWalk.Found found, ImportOptions options) {
        SourceFile file = new SourceFile(found.path(), found.shown(), "", 0);
        Rejections rejections = new Rejections();
        try (Staging staging = Staging.open(queries);
                Sheet sheet = Sheet.open(file, staging)) {
            Optional<CsvKind> kind = CsvKind.of(sheet.header(), options.map());
            if (kind.isEmpty()) {
                said.add("  neither trades nor equity: its columns are " + String.join(", ", sheet.header())
                        + "; say which is which with --map COLUMN=FIELD");
                return;
            }
            SheetLoad load = new SheetLoad(file, sheet, kind.get(), staging, options, rejections);
            load.first(ROWS);
            said.add("  holds " + kind.get().name() + "; times without a zone are "
                    + options.zone().map(zone -> "of " + zone).orElse("taken for UTC (--zone tells another)"));
            load.samples()
                    .forEach((column, sample) ->
                            said.add("  " + column + (sample.isEmpty() ? "" : ", such as " + sample)));
        } catch (IOException e) {
            said.add("  cannot be read: " + e.getMessage());
        }
        List<Rejected> rejected = rejections.rejected();
        rejected.stream().limit(SHOWN).forEach(what -> said.add("  " + what));
        if (rejected.size() > SHOWN) {
            said.add("  … and " + (rejected.size() - SHOWN) + " more in its first " + ROWS + " rows");
        }
        rejections.notes().forEach(note -> said.add("  note: " + note));
    }
}
