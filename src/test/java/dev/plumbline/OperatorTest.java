package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.source.OperatorFiles;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator writes beside the store: seen at once, without an import. */
final class OperatorTest {

    @TempDir
    Path folder;

    private TinyStore store() throws IOException {
        return new TinyStore(folder).file("account.csv", """
                time,equity
                2025-10-20T00:00:00Z,1000
                2025-10-20T12:00:00Z,1010
                2025-10-21T12:00:00Z,1515
                2025-10-22T12:00:00Z,1500
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve(name), text);
    }

    private Rows flows(Workbench lab) {
        return lab.store()
                .select("SELECT CAST(time AS VARCHAR) AS at, amount, origin, kind FROM cash_flows ORDER BY time");
    }

    @Test
    void a_flow_of_a_day_is_put_at_the_step_of_the_day_that_is_as_large() throws IOException {
        TinyStore store = store();
        write("flows.csv", "time,amount\n2025-10-21,500\n");
        try (Workbench lab = store.open()) {
            assertThat(flows(lab).texts("at")).containsExactly("2025-10-21 12:00:00");
            assertThat(flows(lab).doubles("amount")).containsExactly(500);
            assertThat(flows(lab).texts("origin")).containsExactly("operator");
            assertThat(lab.notes()).isEmpty();
        }
    }

    @Test
    void a_flow_written_some_minutes_late_is_still_put_at_its_step() throws IOException {
        TinyStore store = store();
        write("flows.csv", "time,amount\n2025-10-21T12:20:00Z,503\n");
        try (Workbench lab = store.open()) {
            assertThat(flows(lab).texts("at")).containsExactly("2025-10-21 12:00:00");
        }
    }

    @Test
    void a_flow_that_no_step_shows_counts_from_the_next_one_on() throws IOException {
        TinyStore store = store();
        write("flows.csv", "time,amount\n2025-10-20T15:00:00Z,-70\n");
        try (Workbench lab = store.open()) {
            assertThat(flows(lab).texts("at")).containsExactly("2025-10-21 12:00:00");
            assertThat(flows(lab).texts("kind")).containsExactly("withdrawal");
        }
    }

    @Test
    void a_flow_after_the_last_value_changes_nothing_and_says_so() throws IOException {
        TinyStore store = store();
        write("flows.csv", "time,amount\n2025-12-01,500\n");
        try (Workbench lab = store.open()) {
            assertThat(flows(lab).isEmpty()).isTrue();
            assertThat(lab.notes().toString()).contains("flows.csv:2: no agent's equity goes on after this flow");
        }
    }

    @Test
    void changes_are_rows_of_every_agent_or_of_one() throws IOException {
        TinyStore store = store();
        write("changes.yaml", """
                changes:
                  - at: 2025-10-21T10:00:00Z
                    kind: parameter
                    text: threshold 0.80 to 0.75
                    agent: alpha
                  - at: 2025-10-22
                    kind: downtime
                    until: 2025-10-22T04:00:00Z
                """);
        try (Workbench lab = store.open()) {
            Rows changes =
                    lab.store().select("SELECT kind, agent, CAST(until AS VARCHAR) AS til FROM changes ORDER BY time");
            assertThat(changes.texts("kind")).containsExactly("parameter", "downtime");
            assertThat(changes.texts("agent")).containsExactly("alpha", "");
            assertThat(changes.texts("til")).containsExactly("", "2025-10-22 04:00:00");
        }
    }

    @Test
    void what_cannot_be_understood_is_said_with_its_line() throws IOException {
        TinyStore store = store();
        store.load();
        Path data = folder.resolve("data");
        write("flows.csv", "time,amount\n2025-10-21,5OO\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workbench.open(data))
                .withMessage(data.resolve("flows.csv") + ":2: amount is \"5OO\": a number was expected");
        write("flows.csv", "time,amount\n");
        write("changes.yaml", "- at: 2025-10-21\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workbench.open(data))
                .withMessage(
                        data.resolve("changes.yaml") + ":1: \"changes:\" and a list of entries below it was expected");
        write("changes.yaml", "change:\n  - at: 2025-10-21\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workbench.open(data))
                .withMessage(data.resolve("changes.yaml")
                        + ":1: there is no key \"change\": \"changes:\" and a list of entries below it was expected");
        write("changes.yaml", "changes:\n  - at: 2025-10-21\n    kind: downtime\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workbench.open(data))
                .withMessage(data.resolve("changes.yaml") + ":2: planned downtime needs an \"until\" after its \"at\"");
    }

    @Test
    void a_note_is_a_line_more_and_a_wrong_one_leaves_the_file_as_it_was() throws IOException {
        TinyStore store = store();
        store.load();
        Path data = folder.resolve("data");
        OperatorFiles.note(
                data, "2025-10-21T10:00:00Z", "note", "a \"quoted\": # text\n- x", Optional.empty(), Optional.empty());
        OperatorFiles.note(
                data,
                "2025-10-22T10:00:00Z",
                "downtime",
                "maintenance",
                Optional.of("2025-10-22T11:00:00Z"),
                Optional.of("alpha"));
        String written = Files.readString(data.resolve("changes.yaml"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OperatorFiles.note(data, "yesterday", "note", "x", Optional.empty(), Optional.empty()))
                .withMessageStartingWith(data.resolve("changes.yaml") + ":");
        assertThat(Files.readString(data.resolve("changes.yaml"))).isEqualTo(written);
        try (Workbench lab = Workbench.open(data)) {
            Rows changes = lab.store().select("SELECT kind, text, agent FROM changes ORDER BY time");
            assertThat(changes.texts("kind")).containsExactly("note", "downtime");
            assertThat(changes.texts("text")[0]).isEqualTo("a \"quoted\": # text\n- x");
            assertThat(changes.texts("agent")).containsExactly("", "alpha");
        }
    }

    @Test
    void a_gap_that_was_planned_is_no_warning() throws IOException {
        StringBuilder account = new StringBuilder("time,equity\n");
        for (int minute = 0; minute < 24 * 60; minute += 5) {
            if (minute < 120 || minute >= 300) {
                account.append(String.format("2025-10-20T%02d:%02d:00Z,1000%n", minute / 60, minute % 60));
            }
        }
        TinyStore store = new TinyStore(folder).file("account.csv", account.toString());
        try (Workbench lab = store.open()) {
            assertThat(lab.days("2025-10-20", "2025-10-20").quality().findings())
                    .extracting(f -> f.check() + " " + f.severity())
                    .contains("gaps WARNING");
        }
        write("changes.yaml", """
                changes:
                  - at: 2025-10-20T02:00:00Z
                    kind: downtime
                    until: 2025-10-20T05:00:00Z
                    text: moving house
                """);
        try (Workbench lab = Workbench.open(folder.resolve("data"))) {
            assertThat(lab.days("2025-10-20", "2025-10-20").quality().findings())
                    .filteredOn(f -> f.check().equals("gaps"))
                    .extracting(f -> f.severity() + " " + f.sentence())
                    .containsExactly("INFO no sign of life for 3.1 hours, where one comes every 5.0 minutes;"
                            + " planned: moving house");
        }
    }
}
