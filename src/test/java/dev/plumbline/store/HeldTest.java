package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up rows of ten months in parts of a month, of which two months are held: answers must be those of the parts. */
final class HeldTest {

    private static final int MONTHS = 10;
    private static final int ROWS = 3_000;
    private static final Period HELD = period("2025-08-10T00:00:00Z", "2025-09-20T00:00:00Z");
    private static final List<Period> ASKED = List.of(
            HELD,
            period("2025-08-10T00:00:00Z", "2025-09-10T00:00:00Z"),
            period("2025-09-13T00:00:00Z", "2025-09-20T00:00:00Z"),
            period("2025-09-01T07:31:00Z", "2025-09-01T19:02:00Z"));

    @TempDir
    private static Path data;

    private static Period period(String from, String to) {
        return Period.of(Instant.parse(from), Instant.parse(to));
    }

    static List<String> bounded() {
        return Held.BOUNDED.stream().sorted().toList();
    }

    @BeforeAll
    static void write() throws IOException {
        Path folder = data.resolve("store");
        List<Manifest.Part> parts = new ArrayList<>();
        try (Store empty = Store.open(data, Queries.find())) {
            for (String table : Held.TABLES) {
                Schema.Table shape =
                        Objects.requireNonNull(empty.schema().tables().get(table));
                String rows = "SELECT "
                        + shape.columns().stream()
                                .map(column -> value(column) + " AS " + column.name())
                                .collect(Collectors.joining(", "))
                        + " FROM (SELECT i, TIMESTAMP '2025-01-01' + to_minutes(CAST(hash(i, '" + table
                        + "') % 432000 AS BIGINT)) AS time FROM range(" + ROWS + ") AS r(i))";
                for (int month = 1; month <= MONTHS; month++) {
                    LocalDate first = LocalDate.of(2025, month, 1);
                    Path file = folder.resolve(table + "-" + month + ".parquet");
                    Files.createDirectories(folder);
                    DuckDb.execute(
                            empty.connection(),
                            "a part",
                            "COPY (SELECT * FROM (" + rows + ") WHERE time >= TIMESTAMP '" + first
                                    + "' AND time < TIMESTAMP '" + first.plusMonths(1) + "') TO "
                                    + DuckDb.literal(file.toString()) + " (FORMAT parquet)");
                    parts.add(new Manifest.Part(
                            table,
                            first.toString().substring(0, 7),
                            file.getFileName().toString(),
                            ROWS / MONTHS,
                            null));
                }
            }
            Manifest manifest = new Manifest(1, Manifest.fingerprint(empty.schema()), parts, folder);
            Files.write(folder.resolve(manifest.fileName()), manifest.bytes());
            Files.writeString(folder.resolve("CURRENT"), manifest.fileName());
        }
    }

    /** A value that follows from the row's number: one of a few words, an eighth, or nothing. */
    private static String value(Schema.Column column) {
        String chance = "CAST(hash(i, '" + column.name() + "') % 10000 AS BIGINT)";
        return switch (column.name()) {
            case "id" -> "'row-' || i";
            case "time" -> "time";
            case "time_us" -> "epoch_us(time)";
            case "day" -> "CAST(time AS DATE)";
            case "weekday" -> "isodow(time)";
            case "system" -> "'made_up'";
            case "agent" -> "['one', 'two'][1 + i % 2]";
            case "environment" -> "CASE WHEN i % 6 < 4 THEN 'live' ELSE 'paper' END";
            case "kind" -> "['cycle', 'error', 'gauge'][1 + " + chance + " % 3]";
            case "basis" -> "'reported'";
            // far later at times, and not at all for one that is open
            case "exit_time" ->
                "CASE WHEN " + chance + " % 5 > 0 THEN time + to_minutes(CAST(hash(i, 'held') % 60000 AS BIGINT)) END";
            default -> ofType(column, chance);
        };
    }

    private static String ofType(Schema.Column column, String chance) {
        String type = column.type().replace(" NOT NULL", "");
        String value =
                switch (type) {
                    case "VARCHAR" -> "['a', 'b', 'c'][1 + " + chance + " % 3]";
                    case "TIMESTAMP" -> "time";
                    case "DATE" -> "CAST(time AS DATE)";
                    case "BOOLEAN" -> chance + " % 2 = 0";
                    default -> "(" + chance + " % 80) / 8";
                };
        return "CAST(CASE WHEN " + chance + " % 7 > 0 THEN " + value + " END AS " + type + ")";
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void a_query_of_held_rows_answers_as_the_parts_do(String query) {
        try (Store parts = Store.open(data, Queries.find());
                Store memory = Store.open(data, Queries.find())) {
            memory.hold(HELD);
            int found = 0;
            for (Period period : ASKED) {
                for (String agent : List.of("one", "two", "nobody")) {
                    for (String environment : List.of("live", "paper")) {
                        Scope scope = Scope.of("made_up", agent, environment);
                        List<String> expected = lines(parts.query(query, scope, period));
                        assertThat(lines(memory.of("made_up", agent).query(query, scope, period)))
                                .as(scope + " in " + period)
                                .isEqualTo(expected);
                        found += expected.size();
                    }
                }
            }
            assertThat(found).isGreaterThan(ASKED.size());
        }
    }

    @Test
    void what_begins_before_the_held_stretch_is_read_from_the_parts() {
        Period longer = period("2025-03-01T00:00:00Z", "2025-09-20T00:00:00Z");
        Scope scope = Scope.of("made_up", "one", "live");
        try (Store parts = Store.open(data, Queries.find());
                Store memory = Store.open(data, Queries.find())) {
            memory.hold(HELD);
            assertThat(lines(memory.of("made_up", "one").query("samples/trades", scope, longer)))
                    .isEqualTo(lines(parts.query("samples/trades", scope, longer)))
                    .hasSizeGreaterThan(100);
        }
    }

    @Test
    void readers_beside_each_other_see_the_same_rows() {
        Scope scope = Scope.of("made_up", "one", "live");
        try (Store store = Store.open(data, Queries.find())) {
            store.hold(HELD);
            List<String> here = lines(store.of("made_up", "one").query("samples/trades", scope, HELD));
            try (Store beside = store.beside()) {
                assertThat(lines(beside.of("made_up", "one").query("samples/trades", scope, HELD)))
                        .isEqualTo(here);
            }
            assertThat(lines(store.of("made_up", "one").query("samples/trades", scope, HELD)))
                    .as("after the other one is closed")
                    .isEqualTo(here)
                    .isNotEmpty();
        }
    }

    private static List<String> lines(Rows rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            lines.add(rows.names().stream()
                    .map(name -> rows.isTime(name)
                            ? Long.toString(rows.micros(name)[row])
                            : rows.isNumeric(name)
                                    ? Double.toString(rows.doubles(name)[row])
                                    : Arrays.asList(rows.texts(name)).get(row))
                    .collect(Collectors.joining("|")));
        }
        return lines;
    }
}
