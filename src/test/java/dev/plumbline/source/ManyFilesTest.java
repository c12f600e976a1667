package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.model.LoadReport.FileLoad;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many decision files that two databases are filled at a time, and the report tells of folders. */
class ManyFilesTest {

    private static final int EACH = 2_100;

    @TempDir
    Path folder;

    private static String cycle(LocalDateTime time, String agent, double confidence) {
        return """
                {"timestamp": "%s", "cycle_number": 1, %s"decisions": [{"action": "wait", "symbol": "BTCUSDT", "confidence": %s}]}
                """.formatted(time, agent.isEmpty() ? "" : "\"agent_id\": \"" + agent + "\", ", confidence);
    }

    private LoadReport load() {
        Imports imports = new Imports(folder);
        LocalDateTime first = LocalDateTime.of(2026, 1, 1, 0, 0, 1);
        for (String agent : new String[] {"a", "b", "c"}) {
            for (int i = 0; i < EACH; i++) {
                imports.write(agent + "/decision_" + i + ".json", cycle(first.plusMinutes(i), "", 0.5));
            }
        }
        imports.write("a/decision_x.json", "{");
        imports.write("b/decision_x.json", "[]");
        imports.write("c/decision_x.json", "{\"timestamp\": 1");
        // a cycle of agent a in the folder of c, which is read at the same time: it comes later, so it stays
        imports.write("c/decision_y.json", cycle(first, "a", 0.75));
        return imports.load();
    }

    @Test
    void files_read_at_the_same_time_give_the_rows_of_files_read_one_after_the_other() {
        LoadReport report = load();
        Imports imports = new Imports(folder);
        assertThat(imports.said(report))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("a/decision_x.json", "b/decision_x.json", "c/decision_x.json");
        Rows rows = imports.rows("SELECT agent, COUNT(*) AS n, SUM(confidence) AS sum, COUNT(DISTINCT id) AS ids"
                + " FROM decisions GROUP BY agent ORDER BY agent");
        assertThat(rows.texts("agent")).containsExactly("a", "b", "c");
        assertThat(rows.doubles("n")).containsExactly(EACH, EACH, EACH);
        assertThat(rows.doubles("ids")).containsExactly(EACH, EACH, EACH);
        assertThat(rows.doubles("sum")).containsExactly(EACH * 0.5 + 0.25, EACH * 0.5, EACH * 0.5);
        LoadReport again = imports.load();
        assertThat(again.loaded()).isZero();
        assertThat(again.unchanged()).isEqualTo(3 * EACH + 4);
    }

    /** Nothing is published at first, so both databases are published from; at the second import rows have to be compared. */
    @Test
    void agents_that_share_nothing_are_published_from_two_databases() {
        Imports imports = new Imports(folder);
        LocalDateTime first = LocalDateTime.of(2026, 1, 31, 0, 0, 1);
        for (int from : new int[] {0, EACH}) {
            for (String agent : new String[] {"a", "b"}) {
                for (int i = from; i < from + EACH; i++) {
                    imports.write(agent + "/decision_" + i + ".json", cycle(first.plusMinutes(i), "", 0.5));
                }
            }
            // said once more, with another confidence
            imports.write("b/decision_y.json", cycle(first, "", from == 0 ? 0.25 : 0.75));
            LoadReport report = imports.load();
            assertThat(report.loaded()).isEqualTo(3L * 2 * EACH);
            assertThat(report.updated()).isEqualTo(from == 0 ? 0 : 2);
            Rows rows = imports.rows(
                    "SELECT agent, COUNT(*) AS n, SUM(confidence) AS sum, COUNT(DISTINCT id) AS ids, MAX(import_id) AS imports"
                            + " FROM decisions GROUP BY agent ORDER BY agent");
            int each = from + EACH;
            assertThat(rows.texts("agent")).containsExactly("a", "b");
            assertThat(rows.doubles("n")).containsExactly(each, each);
            assertThat(rows.doubles("ids")).containsExactly(each, each);
            assertThat(rows.doubles("sum")).containsExactly(each * 0.5, each * 0.5 + (from == 0 ? -0.25 : 0.25));
            assertThat(rows.doubles("imports")).containsOnly(from == 0 ? 1 : 2);
        }
    }

    @Test
    void what_very_many_files_brought_is_told_by_folder() {
        LoadReport report = load();
        String file = new Imports(folder).path("").toString();
        // of folder a one file is rejected, and another's rows all gave way to those of folder c
        assertThat(report.byFile())
                .filteredOn(load -> load.table().equals("decisions"))
                .containsExactly(
                        new FileLoad(file + "/a/*", "roma", "decisions", EACH, 1, EACH - 1, 0, 0),
                        new FileLoad(file + "/b/*", "roma", "decisions", EACH + 1, 1, EACH, 0, 0),
                        new FileLoad(file + "/c/*", "roma", "decisions", EACH + 2, 1, EACH + 1, 0, 0));
    }
}
