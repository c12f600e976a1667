package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The continuous-learning bot of the monitoring playbook: one SQLite file, {@code data/trading.db}, which the bot may
 * have open. Tables and columns are taken under the names of the bot's code and of its guide, which differ.
 */
final class Playbook implements SourceSystem {

    private static final String FILE = "trading.db";
    private static final Set<String> SIGNATURE = Set.of(
            "trade_outcomes", "learning_states", "confidence_history", "retraining_history", "portfolio_snapshots");
    private static final Set<String> NO_NAME = Set.of("data", "db", "database", "databases", "backup", "backups");

    /** A table of the file, and what is not available without it. */
    private record Part(String table, String without) {}

    private static final List<Part> PARTS = List.of(
            new Part("trade_outcomes", "trades not available"),
            new Part("signals", "decisions not available"),
            new Part("confidence_history", "confidence not available"),
            new Part("learning_states", "modes not available"),
            new Part("retraining_history", "retrainings not available"),
            new Part("candles", "candles not available"),
            new Part("news_articles", "news not available"),
            new Part("portfolio_snapshots", "equity not available"),
            new Part("error_log", "errors not available"),
            new Part("positions", "open positions not available"),
            new Part("config", ""));

    /** In this order: equity is modelled from trades, positions and settings take their time from the rows before. */
    private static final List<String> QUERIES = List.of(
            "trades",
            "decisions",
            "confidence",
            "modes",
            "retrainings",
            "candles",
            "news",
            "events",
            "equity",
            "modelled_equity");

    @Override
    public String name() {
        return "playbook";
    }

    @Override
    public String reads() {
        return "trading.db of the continuous-learning bot (SQLite): trades, signals, confidence, modes, retrainings, candles,"
                + " news; snapshots, errors, positions and settings where there are any";
    }

    /** {@inheritDoc} A file called trading.db that cannot be read is taken too, so that the import can say why. */
    @Override
    public boolean recognises(FileHead file) {
        Set<String> tables = file.tables();
        return tables.isEmpty()
                ? file.name().equalsIgnoreCase(FILE)
                : tables.stream().anyMatch(SIGNATURE::contains);
    }

    /** {@inheritDoc} The nearest folder above that is not called data, db or backups. */
    @Override
    public Optional<String> agent(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (Path path = folder; path != null && path.getFileName() != null; path = path.getParent()) {
            String name = path.getFileName().toString();
            if (!NO_NAME.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public void load(List<SourceFile> files, Staging staging, ImportOptions options, Rejections rejections) {
        // a row that two files hold is taken from the one written last
        files.stream()
                .sorted(Comparator.comparing((SourceFile file) -> SqliteSnapshot.modified(file.path()))
                        .thenComparing(SourceFile::shown))
                .forEach(file -> {
                    try (SqliteSnapshot snapshot = SqliteSnapshot.of(file.path())) {
                        load(file, snapshot, staging, options, rejections);
                    } catch (SqliteUnreadable e) {
                        rejections.reject(Rejected.file(file.shown(), String.valueOf(e.getMessage())));
                    }
                });
    }

    private static void load(
            SourceFile file, SqliteSnapshot snapshot, Staging staging, ImportOptions options, Rejections rejections) {
        staging.script("sources/playbook/raw");
        staging.script("sources/readings");
        tell(file, staging, options);
        copy(file, snapshot, staging, options, rejections);
        staging.run("sources/playbook/agreed");
        for (String query : QUERIES) {
            staging.run("sources/playbook/" + query);
        }
        staging.script("sources/playbook/newest");
        staging.run("sources/playbook/positions");
        staging.run("sources/playbook/runs");
        reject(file, staging, rejections);
    }

    private static void tell(SourceFile file, Staging staging, ImportOptions options) {
        DuckDb.update(
                staging.connection(),
                "what the import was told",
                "INSERT INTO raw.told VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?)",
                file.shown(),
                options.agent().orElse(null),
                options.zoneOrUtc().getId(),
                options.environment().orElse(null),
                options.stake().isPresent() ? options.stake().getAsDouble() : null,
                options.capital().isPresent() ? options.capital().getAsDouble() : null,
                options.feeRate().isPresent() ? options.feeRate().getAsDouble() : null,
                options.maxAge().isPresent() ? options.maxAge().getAsDouble() : null);
    }

    private static void copy(
            SourceFile file, SqliteSnapshot snapshot, Staging staging, ImportOptions options, Rejections rejections) {
        SqliteCopy copy = new SqliteCopy(snapshot, staging);
        Set<String> there = snapshot.tables();
        Set<String> passedOver = Set.of(staging.select("passed over", "SELECT name FROM raw.passed_over")
                .texts("name"));
        boolean modelled = options.capital().isPresent() && options.stake().isPresent();
        for (Part part : PARTS) {
            if (there.contains(part.table())) {
                List<String> unread = copy.table(part.table()).stream()
                        .filter(column -> !passedOver.contains(part.table() + "." + column))
                        .toList();
                if (!unread.isEmpty()) {
                    rejections.note(file.shown() + ": columns of " + part.table() + " that are not read: "
                            + String.join(", ", unread));
                }
            } else if (!part.without().isEmpty()) {
                boolean equity = modelled && part.table().equals("portfolio_snapshots");
                rejections.note(file.shown() + " has no table " + part.table() + ": "
                        + (equity ? "equity is modelled from capital and stake" : part.without()));
            }
        }
        List<String> unknown = there.stream()
                .filter(table -> !passedOver.contains(table)
                        && PARTS.stream().noneMatch(part -> part.table().equals(table)))
                .toList();
        if (!unknown.isEmpty()) {
            rejections.note(file.shown() + ": tables that are not read: " + String.join(", ", unknown));
        }
        if (options.stake().isPresent() && options.feeRate().isEmpty()) {
            rejections.note("no fee_rate was told: modelled P&L is before fees");
        }
    }

    private static void reject(SourceFile file, Staging staging, Rejections rejections) {
        Rows lost = staging.query("sources/playbook/rejected_times");
        for (int i = 0; i < lost.size(); i++) {
            rejections.reject(new Rejected(
                    file.shown(),
                    0,
                    0,
                    lost.texts("value")[i],
                    place(lost, i) + ": a time was expected, such as"
                            + " 2026-11-16T10:00:00 or unix seconds; the row is left out"));
        }
        Rows values = staging.query("sources/playbook/rejected_values");
        for (int i = 0; i < values.size(); i++) {
            rejections.reject(new Rejected(
                    file.shown(),
                    0,
                    0,
                    values.texts("value")[i],
                    place(values, i) + ": " + values.texts("expected")[i]
                            + " was expected; the row is kept without it"));
        }
    }

    private static String place(Rows rows, int i) {
        return "table " + rows.texts("origin")[i] + ", id " + rows.texts("row")[i] + ", " + rows.texts("name")[i];
    }
}
