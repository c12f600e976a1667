package dev.plumbline.source;

import java.util.List;
import java.util.Locale;

/** The formats that a {@code source.yaml} may name, and the endings of the files that are usually written in them. */
@SuppressWarnings("ImmutableEnumChecker")
enum Format {
    JSON(".json"),
    JSONL(".jsonl", ".ndjson"),
    CSV(".csv", ".tsv", ".txt"),
    PARQUET(".parquet"),
    /** SQLite files, and the captures of PostgreSQL. */
    DATABASE(""),
    LOG(".log", ".txt", ".out"),
    PROMETHEUS(".prom", ".txt", ".metrics");

    private final List<String> endings;

    Format(String... endings) {
        this.endings = List.of(endings);
    }

    List<String> endings() {
        return endings;
    }

    /** The word in a {@code source.yaml}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
