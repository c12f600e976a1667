package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A system that is a folder below {@code queries/sources}: {@code source.yaml} says which files are its own, {@code raw.sql}
 * the tables of {@code raw} that their content goes to, and further queries how those become canonical rows.
 *
 * <p>JSON, CSV, Parquet and log files of an agent are read together; each database by itself, oldest first, so that a row
 * that two of them hold is taken from the one written last.
 *
 * @param agent   the name where neither the user nor the file's place says one
 * @param agentIn what an agent's name is in the path of a folder, which ends with /, as the first group; empty where places say nothing
 * @param queries of the folder, in the order in which they run
 * @param atEnd   queries for notes that wait until the files of all agents are read
 * @param stretches those of the queries that need no more than a stretch of a log, in the order in which they run on each;
 *     none where logs are read whole
 * @param apart whether no query looks at rows of other agents, so that the files of several can be read at the same time
 * @param pulls   what a running bot is asked for
 */
record SystemFolder(
        String name,
        String reads,
        String agent,
        Optional<Pattern> agentIn,
        List<FileKind> kinds,
        List<String> queries,
        List<String> atEnd,
        List<String> stretches,
        boolean apart,
        List<Pull> pulls)
        implements SourceSystem {

    /** Logs that are bigger together are read a stretch at a time. */
    private static final long BIG = 32L << 20;

    SystemFolder {
        kinds = List.copyOf(kinds);
        queries = List.copyOf(queries);
        atEnd = List.copyOf(atEnd);
        stretches = List.copyOf(stretches);
        pulls = List.copyOf(pulls);
    }

    @Override
    public boolean recognises(FileHead file) {
        for (FileKind kind : kinds) {
            if (kind.fits(file)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean undated(FileHead file) {
        return kinds.stream().anyMatch(kind -> kind.undated() && kind.fits(file));
    }

    @Override
    public Optional<String> agent(Path folder) {
        String path = folder.toAbsolutePath().normalize().toString().replace('\\', '/') + "/";
        return agentIn.map(pattern -> pattern.matcher(path))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .or(() -> Optional.of(agent).filter(name -> !name.isEmpty()));
    }

    @Override
    public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        Map<FileKind, List<SourceFile>> plain = new LinkedHashMap<>();
        Map<SourceFile, FileKind> databases = new LinkedHashMap<>();
        for (SourceFile file : files) {
            FileKind kind = kind(file, rejections);
            if (kind == null) {
                continue;
            }
            if (kind.format() == Format.DATABASE) {
                databases.put(file, kind);
            } else {
                plain.computeIfAbsent(kind, k -> new ArrayList<>()).add(file);
            }
        }
        Map<FileKind, List<SourceFile>> big = big(plain, staging);
        if (big.isEmpty()) {
            List<SourceFile> all = plain.values().stream().flatMap(List::stream).toList();
            if (!all.isEmpty()) {
                Survivors.read(
                        all,
                        staging,
                        rejections,
                        (some, said) -> plain(only(some, plain), Map.of(), staging, options, said));
            }
        } else {
            plain(plain, big, staging, options, rejections);
        }
        databases.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<SourceFile, FileKind> e) ->
                                SqliteSnapshot.modified(e.getKey().path()))
                        .thenComparing(e -> e.getKey().shown()))
                .forEach(e -> Survivors.read(
                        List.of(e.getKey()),
                        staging,
                        rejections,
                        (some, said) -> database(e.getKey(), e.getValue(), false, staging, options, said),
                        (some, said) -> database(e.getKey(), e.getValue(), true, staging, options, said)));
    }

    /** Reads all files that are no databases. */
    private void plain(
            Map<FileKind, List<SourceFile>> files,
            Map<FileKind, List<SourceFile>> big,
            Staging staging,
            ImportOptions options,
            Rejections rejections) {
        begin(null, true, staging, options);
        WrittenTime.tell(files.values().stream().flatMap(List::stream).toList(), staging);
        files.forEach((kind, some) -> {
            if (!big.containsKey(kind)) {
                read(kind, some, staging, options, rejections);
            }
        });
        convert(
                staging,
                rejections,
                () -> big.forEach((kind, some) -> stretches(kind, some, staging, options, rejections)));
    }

    private static Map<FileKind, List<SourceFile>> only(List<SourceFile> some, Map<FileKind, List<SourceFile>> files) {
        // a file is equal to another by all that is known of it, which is much for a hundred thousand files
        Set<SourceFile> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(some);
        Map<FileKind, List<SourceFile>> only = new LinkedHashMap<>();
        files.forEach((kind, own) -> {
            List<SourceFile> left = own.stream().filter(wanted::contains).toList();
            if (!left.isEmpty()) {
                only.put(kind, left);
            }
        });
        return only;
    }

    @Override
    public boolean readsBeside(List<SourceFile> files) {
        return apart && files.stream().allMatch(file -> file.shown().endsWith(".json"));
    }

    @Override
    public void finish(Staging staging, Rejections rejections) {
        for (String query : atEnd) {
            for (String note : staging.query("sources/" + name + "/" + query).texts("note")) {
                rejections.note(note);
            }
        }
    }

    private @Nullable FileKind kind(SourceFile file, Rejections rejections) {
        // thousands of files whose names say it all, and that were recognised already, are not opened once more
        String called = String.valueOf(file.path().getFileName()).toLowerCase(Locale.ROOT);
        for (FileKind kind : kinds) {
            if (kind.mayBe(called)) {
                if (kind.asksForNameOnly()) {
                    return kind;
                }
                break;
            }
        }
        try {
            FileHead head = FileBytes.head(file.path());
            return kinds.stream()
                    .filter(kind -> kind.fits(head))
                    .findFirst()
                    .or(() -> byEnding(head))
                    .orElseGet(() -> {
                        rejections.reject(
                                Rejected.file(file.shown(), "this is no file of " + name + ", which reads " + reads));
                        return null;
                    });
        } catch (IOException e) {
            rejections.reject(Rejected.file(file.shown(), "the file cannot be read: " + e.getMessage()));
            return null;
        }
    }

    /** What a file that the user insists on may be, where one kind alone is written so, or in files that end so; databases of the same tables are one. */
    private Optional<FileKind> byEnding(FileHead file) {
        List<FileKind> some = kinds.stream()
                .filter(kind -> kind.format() == Format.DATABASE
                        ? file.isSqlite()
                        : file.ends(kind.format().endings()))
                .toList();
        boolean one = some.size() == 1
                || (!some.isEmpty()
                        && some.stream()
                                .allMatch(kind -> kind.format() == Format.DATABASE
                                        && kind.tables().equals(some.get(0).tables())));
        return one ? Optional.of(some.get(0)) : Optional.empty();
    }

    private void read(
            FileKind kind, List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        TimeReader times = kind.local() ? TimeReader.of(options) : TimeReader.utc();
        switch (kind.format()) {
            case JSON -> {
                JsonLoad.run(files, kind.json().orElseThrow(), staging, times, rejections);
                if (kind.undated()) {
                    WrittenTime.note(files, rejections);
                }
            }
            case JSONL -> JsonLines.run(files, kind, staging, times, rejections);
            case CSV -> CsvLoad.run(files, kind, staging, rejections);
            case PARQUET -> ParquetColumns.load(files, kind, staging, rejections);
            case LOG -> LogLoad.run(files, kind, staging, times, rejections);
            case PROMETHEUS -> PrometheusText.run(files, kind, staging, rejections);
            case DATABASE -> throw new IllegalStateException("databases are read one by one");
        }
        times.notes((name + " " + options.agent().orElse("")).strip()).forEach(rejections::note);
    }

    /** The logs that are read a stretch at a time: none, or all. */
    private Map<FileKind, List<SourceFile>> big(Map<FileKind, List<SourceFile>> files, Staging staging) {
        Map<FileKind, List<SourceFile>> logs = new LinkedHashMap<>(files);
        logs.keySet().removeIf(kind -> kind.format() != Format.LOG);
        long size = logs.values().stream()
                .flatMap(List::stream)
                .mapToLong(SourceFile::size)
                .sum();
        return size > BIG && !stretches.isEmpty() && staging.putsAway() ? logs : Map.of();
    }

    /** Reads a log too big for the memory: each stretch becomes rows that are put away before the next is read. */
    private void stretches(
            FileKind kind, List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        TimeReader times = kind.local() ? TimeReader.of(options) : TimeReader.utc();
        LogLoad.stretches(
                files,
                kind,
                staging,
                times,
                rejections,
                stretches.stream().map(query -> staging.text(path(query))).toList(),
                lot -> stretches.forEach(query -> staging.putAway(path(query), lot)));
        staging.showPutAway();
        times.notes((name + " " + options.agent().orElse("")).strip()).forEach(rejections::note);
    }

    /** @param asText slower, where a column that should hold text holds numbers alone */
    private void database(
            SourceFile file,
            FileKind kind,
            boolean asText,
            Staging staging,
            ImportOptions options,
            Rejections rejections) {
        try (SqliteSnapshot snapshot = SqliteSnapshot.of(file.path())) {
            begin(file.shown(), kind.local(), staging, options);
            SqliteCopy copy = new SqliteCopy(snapshot, staging, asText);
            Set<String> there = snapshot.tables();
            Set<String> passedOver = Set.of(staging.select("passed over", "SELECT name FROM raw.passed_over")
                    .texts("name"));
            kind.tables().forEach((table, without) -> {
                if (there.contains(table)) {
                    unread(file, table, copy.table(table), passedOver, rejections);
                } else if (!without.isEmpty()) {
                    rejections.note(file.shown() + " has no table " + table + ": " + without);
                }
            });
            List<String> unknown = there.stream()
                    .filter(table -> !kind.tables().containsKey(table) && !passedOver.contains(table))
                    .toList();
            if (!unknown.isEmpty()) {
                rejections.note(file.shown() + ": tables that are not read: " + String.join(", ", unknown));
            }
            convert(staging, rejections, () -> {});
        } catch (SqliteUnreadable e) {
            rejections.reject(Rejected.file(file.shown(), String.valueOf(e.getMessage())));
        }
    }

    private static void unread(
            SourceFile file, String table, List<String> columns, Set<String> passedOver, Rejections rejections) {
        List<String> unread = columns.stream()
                .filter(column -> !passedOver.contains(table + "." + column) && !passedOver.contains(table + ".*"))
                .toList();
        if (!unread.isEmpty()) {
            rejections.note(
                    file.shown() + ": columns of " + table + " that are not read: " + String.join(", ", unread));
        }
    }

    /** Empty tables of raw, and what the import was told. */
    private void begin(@Nullable String file, boolean local, Staging staging, ImportOptions options) {
        staging.script("sources/told");
        staging.script("sources/readings");
        DuckDb.update(
                staging.connection(),
                "what the import was told",
                "INSERT INTO raw.told VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?)",
                file,
                options.agent().orElse(null),
                local ? options.zoneOrUtc().getId() : "UTC",
                options.environment().orElse(null),
                options.stake().isPresent() ? options.stake().getAsDouble() : null,
                options.capital().isPresent() ? options.capital().getAsDouble() : null,
                options.feeRate().isPresent() ? options.feeRate().getAsDouble() : null,
                options.maxAge().isPresent() ? options.maxAge().getAsDouble() : null);
        staging.script("sources/" + name + "/raw");
    }

    /**
     * Runs the folder's queries; those whose names begin with rejected or noted say what could not be used.
     *
     * @param big reads what is read in stretches: where the first of its queries stands among the others
     */
    private void convert(Staging staging, Rejections rejections, Runnable big) {
        EmptyTables empty = EmptyTables.of(
                staging,
                queries.stream().map(this::path).toList(),
                stretches.stream().map(this::path).toList());
        for (String query : queries) {
            if (!stretches.isEmpty() && query.equals(stretches.get(0))) {
                big.run();
            }
            String path = path(query);
            String last = path.substring(path.lastIndexOf('/') + 1);
            if (empty.feed(path)) {
                continue;
            }
            if (last.startsWith("rejected")) {
                reject(staging.query(path), rejections);
            } else if (last.startsWith("noted")) {
                for (String note : staging.query(path).texts("note")) {
                    rejections.note(note);
                }
            } else {
                staging.script(path);
            }
        }
    }

    private String path(String query) {
        return "sources/" + name + "/" + query;
    }

    private static void reject(Rows rows, Rejections rejections) {
        for (int i = 0; i < rows.size(); i++) {
            rejections.reject(new Rejected(
                    rows.texts("file")[i],
                    (long) rows.doubles("line")[i],
                    0,
                    Objects.requireNonNullElse(rows.texts("value")[i], ""),
                    Objects.requireNonNullElse(rows.texts("reason")[i], "cannot be read")));
        }
    }
}
