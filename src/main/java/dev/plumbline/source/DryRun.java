package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an import would make of files, without writing anything: which system reads each, and as what. Of files of lines only
 * the first are looked at, and that is said.
 */
public final class DryRun {

    private static final int ROWS = 1_000;
    private static final int SHOWN = 5;
    private static final int FILES = 5;
    private static final int LOOKED_AT = 1_000;
    private static final double MEGABYTE = 1_000_000;

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
        Path scratch = scratch();
        try (Archives archives = Archives.beginnings(scratch, rejections)) {
            request(request, archives, scratch, rejections);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("plumb-rehearsal-");
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder is needed for a rehearsal and cannot be made", e);
        }
    }

    private void request(ImportRequest request, Archives archives, Path scratch, Rejections rejections) {
        List<SourceFile> files = Inspection.beginnings(
                archives.unpacked(FileWalk.of(local(request.paths()), rejections)),
                sources,
                request.system(),
                rejections);
        Set<FileWalk.Found> taken = new HashSet<>();
        Map<ImportOptions, List<FileWalk.Found>> groups = new LinkedHashMap<>();
        for (Recognition.Recognised one : Recognition.of(files, sources, request.system(), rejections)) {
            FileWalk.Found file = one.file().found();
            SourceSystem system = one.system();
            taken.add(file);
            String agent =
                    request.told().agent().or(() -> system.agent(file.folder())).orElse("unnamed");
            ImportOptions options = request.told().withSystem(system.name()).withAgent(agent);
            if (system instanceof Csv) {
                said.add(file.shown() + ": read as " + system.name() + ", agent " + agent);
                first(List.of(file), scratch, rejections).forEach((some, lines) -> table(some, lines, options));
            } else {
                groups.computeIfAbsent(options, key -> new ArrayList<>()).add(file);
            }
        }
        groups.forEach((options, found) -> group(options, found, scratch, rejections));
        files.stream()
                .map(SourceFile::found)
                .filter(file -> !taken.contains(file) && !file.named())
                .forEach(file -> said.add(file.shown() + ": no system's file, left out"));
        rejections.rejected().forEach(what -> said.add(what.toString()));
        rejections.notes().forEach(note -> said.add("note: " + note));
    }

    /** What is asked of a server is asked once, by the import. */
    private List<String> local(List<String> paths) {
        paths.stream()
                .filter(Captures::isUrl)
                .forEach(
                        url -> said.add(url.replaceFirst("//[^/@]*@", "//") + ": asked by the import itself, not now"));
        return paths.stream().filter(path -> !Captures.isUrl(path)).toList();
    }

    /** The first lines of files. */
    private static Map<SourceFile, FirstLines> first(List<FileWalk.Found> files, Path scratch, Rejections rejections) {
        Map<SourceFile, FirstLines> first = new LinkedHashMap<>();
        for (FileWalk.Found file : files) {
            try {
                FirstLines lines = FirstLines.of(file.path(), scratch, files.size());
                first.put(new SourceFile(lines.path(), file.shown(), lines.bytes()), lines);
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "the file cannot be read"));
            }
        }
        return first;
    }

    /** An agent's files, read into a database that is thrown away. */
    private void group(ImportOptions options, List<FileWalk.Found> found, Path scratch, Rejections unread) {
        String whose = options.system() + ", agent " + options.agent().orElse("unnamed");
        found.stream().limit(FILES).forEach(file -> said.add(file.shown() + ": read as " + whose));
        if (found.size() > FILES) {
            said.add("… and " + (found.size() - FILES) + " more files, read as " + whose);
        }
        Map<SourceFile, FirstLines> first =
                first(found.stream().limit(LOOKED_AT).toList(), scratch, unread);
        Rejections rejections = new Rejections();
        try (Staging staging = Staging.open(queries)) {
            sources.named(options.system()).load(List.copyOf(first.keySet()), staging, options, rejections);
            staging.complete(options, Symbols::canonical).forEach(rejections::reject);
            List<String> counts = staging.tables().stream()
                    .filter(table -> staging.count(table) > 0)
                    .map(table -> String.format(Locale.ROOT, "%s %,d", table, staging.count(table)))
                    .toList();
            said.add("  rows: " + (counts.isEmpty() ? "none" : String.join(", ", counts)));
        }
        if (found.size() > LOOKED_AT) {
            said.add(String.format(
                    Locale.ROOT,
                    "  the first %,d of %,d files looked at; an import reads all",
                    LOOKED_AT,
                    found.size()));
        }
        List<FirstLines> cut = first.values().stream().filter(FirstLines::cut).toList();
        if (!cut.isEmpty()) {
            boolean known = cut.stream().noneMatch(lines -> lines.size() < 0);
            said.add(String.format(
                    Locale.ROOT,
                    "  the first %,d lines looked at%s, %.1f%s MB; an import reads all",
                    cut.stream().mapToLong(FirstLines::lines).sum(),
                    cut.size() == 1 ? "" : String.format(Locale.ROOT, " of %,d files", cut.size()),
                    cut.stream().mapToLong(FirstLines::bytes).sum() / MEGABYTE,
                    known
                            ? String.format(
                                    Locale.ROOT,
                                    " of %,.1f",
                                    cut.stream().mapToLong(FirstLines::size).sum() / MEGABYTE)
                            : ""));
        }
        tell(rejections);
    }

    private void tell(Rejections rejections) {
        List<Rejected> rejected = rejections.rejected();
        rejected.stream().limit(SHOWN).forEach(what -> said.add("  " + what));
        if (rejected.size() > SHOWN) {
            said.add("  … and " + (rejected.size() - SHOWN) + " more that would be rejected");
        }
        rejections.notes().forEach(note -> said.add("  note: " + note));
    }

    private void table(SourceFile file, FirstLines lines, ImportOptions options) {
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
            if (lines.cut() || lines.lines() > ROWS + 1) {
                said.add(String.format(Locale.ROOT, "  the first %,d rows looked at; an import reads all", ROWS));
            }
            load.samples()
                    .forEach((column, sample) ->
                            said.add("  " + column + (sample.isEmpty() ? "" : ", such as " + sample)));
        } catch (IOException e) {
            said.add("  cannot be read: " + e.getMessage());
        }
        tell(rejections);
    }
}
