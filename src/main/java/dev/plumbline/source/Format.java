package dev.plumbline.source;

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

    private final String endings;

    Format(String... endings) {
        this.endings = String.join(" ", endings);
    }

    /** Endings of file names, in lower case. */
    String[] endings() {
        return endings.split(" ", -1);
    }

    /** The word in a {@code source.yaml}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
