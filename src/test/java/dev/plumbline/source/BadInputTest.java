package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that cannot be used is one line with its place; everything else loads. */
class BadInputTest {

    private static final String GOOD = """
            {"timestamp": "2025-11-02T10:00:00", "cycle_number": 1, "chain_of_thought": "",
             "decisions": [{"action": "hold", "symbol": "BTCUSDT", "confidence": 0.5}],
             "account_state": {"total_wallet_balance": 1000}, "positions": []}
            """;

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(folder);
        imports.write("alpha/decision_1_cycle1.json", GOOD);
    }

    private void onlyComplaint(String line) {
        LoadReport report = imports.load();
        assertThat(imports.said(report)).containsExactly(line);
        assertThat(imports.rows("SELECT id FROM decisions WHERE time = '2025-11-02 10:00:00'")
                        .size())
                .isEqualTo(1);
        LoadReport again = imports.load();
        assertThat(again.importId()).isZero();
        assertThat(again.rejected()).isEmpty();
    }

    @Test
    void a_file_cut_off_in_the_middle() {
        imports.write("alpha/decision_2_cycle2.json", GOOD.substring(0, 110));
        onlyComplaint(
                "alpha/decision_2_cycle2.json:2:31: found \"end of file\": the rest of the JSON was expected: it is"
                        + " cut off, or still being written");
    }

    @Test
    void a_file_that_was_cut_off_loads_when_it_is_complete() {
        imports.write("alpha/decision_2_cycle2.json", GOOD.substring(0, 110)).load();
        imports.write("alpha/decision_2_cycle2.json", GOOD.replace("10:00:00", "10:03:00"));
        LoadReport report = imports.load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(imports.rows("SELECT id FROM decisions").size()).isEqualTo(2);
        assertThat(imports.rows("SELECT * FROM rejected").size()).isZero();
    }

    @Test
    void an_empty_file() {
        imports.write("alpha/decision_2_cycle2.json", "");
        onlyComplaint("alpha/decision_2_cycle2.json:1:1: the file is empty: a JSON object was expected");
    }

    @Test
    void an_array_where_an_object_was_expected() {
        imports.write("alpha/decision_2_cycle2.json", "[" + GOOD + "]");
        onlyComplaint("alpha/decision_2_cycle2.json:1:1: found \"[\": a JSON object was expected");
    }

    @Test
    void an_object_where_an_array_was_expected() {
        imports.write("alpha/equity_history.json", "{\"equity\": 1}");
        onlyComplaint("alpha/equity_history.json:1:1: found \"{\": a JSON array was expected");
    }

    @Test
    void text_that_is_no_json() {
        imports.write("alpha/decision_2_cycle2.json", "{\"timestamp\": oops}");
        onlyComplaint(
                "alpha/decision_2_cycle2.json:1:15: found \"oops}\": valid JSON was expected (Unrecognized token 'oops')");
    }

    @Test
    void no_timestamp() {
        imports.write("alpha/decision_2_cycle2.json", GOOD.replace("timestamp", "stamp"));
        onlyComplaint("alpha/decision_2_cycle2.json:1:1: no timestamp here: a time was expected");
    }

    @Test
    void a_timestamp_that_is_no_time() {
        imports.write("alpha/decision_2_cycle2.json", GOOD.replace("2025-11-02T10:00:00", "yesterday"));
        onlyComplaint("alpha/decision_2_cycle2.json:1:15: found \"yesterday\": timestamp is not usable: a time such as"
                + " 2026-11-21T10:00:00 was expected");
    }

    @Test
    void not_a_number_costs_its_value_and_not_its_row() {
        imports.write(
                "alpha/decision_2_cycle2.json",
                GOOD.replace("10:00:00", "10:03:00").replace("0.5", "NaN"));
        onlyComplaint(
                "alpha/decision_2_cycle2.json:2:70: found \"NaN\": confidence is not usable: a number was expected");
        assertThat(imports.rows("SELECT confidence FROM decisions ORDER BY time")
                        .doubles("confidence"))
                .containsExactly(0.5, Double.NaN);
    }

    @Test
    void a_wrong_type_costs_its_value_and_not_its_row() {
        imports.write(
                "alpha/decision_2_cycle2.json",
                GOOD.replace("10:00:00", "10:03:00").replace("0.5", "\"very high\""));
        onlyComplaint("alpha/decision_2_cycle2.json:2:70: found \"very high\": confidence is not usable: a number was"
                + " expected");
        assertThat(imports.rows("SELECT id FROM decisions").size()).isEqualTo(2);
    }

    @Test
    void a_confidence_outside_its_scale_is_dropped_and_its_row_kept() {
        imports.write(
                "alpha/decision_2_cycle2.json",
                GOOD.replace("10:00:00", "10:03:00").replace("0.5", "65"));
        onlyComplaint(
                "alpha/decision_2_cycle2.json:2:70: found \"65\": confidence is out of range: a number from 0 to 1"
                        + " was expected");
        assertThat(imports.rows("SELECT confidence FROM decisions ORDER BY time")
                        .doubles("confidence"))
                .containsExactly(0.5, Double.NaN);
    }

    @Test
    void an_array_keeps_what_stands_before_its_break_and_beside_its_strangers() {
        imports.write("alpha/equity_history.json", """
                [{"timestamp": "2025-11-02T10:00:00", "cycle": 1, "equity": 1000, "pnl": 0},
                 7,
                 {"cycle": 2, "equity": 1001, "pnl": 0},
                 {"timestamp": "2025-11-02T10:06:00", "cycle": 3, "equity": 1002, "pn""");
        LoadReport report = imports.load();
        assertThat(imports.said(report))
                .containsExactly(
                        "alpha/equity_history.json:2:2: found \"7\": a JSON object was expected",
                        "alpha/equity_history.json:3:2: no timestamp here: a time was expected",
                        "alpha/equity_history.json:4:70: found \"end of file\": the rest of the JSON was expected: it is cut"
                                + " off, or still being written");
        assertThat(imports.rows("SELECT value FROM equity WHERE preference = 1").doubles("value"))
                .containsExactly(1_000);
    }

    @Test
    void a_fill_without_price_and_quantity_makes_no_trade() {
        imports.write(
                "alpha/trade_history.json",
                "[{\"id\": 1, \"symbol\": \"BTCUSDT\", \"side\": \"BUY\", \"realized_pnl\": 5, \"time\": 1762077600000}]");
        onlyComplaint(
                "alpha/trade_history.json:1: found \"BTCUSDT\": a fill with symbol, price and quantity was expected;"
                        + " it is kept and no trade is made of it");
        assertThat(imports.rows("SELECT id FROM trades").size()).isZero();
    }

    @Test
    void a_time_in_the_future_is_rejected() {
        imports.write("alpha/decision_2_cycle2.json", GOOD.replace("2025-11-02", "2999-01-01"));
        LoadReport report = imports.load();
        assertThat(imports.said(report))
                .contains("alpha/decision_2_cycle2.json: found \"2999-01-01 10:00:00\": 1 rows of decisions lie in the"
                        + " future: a time up to now was expected; name the bot's zone with --zone");
        assertThat(imports.rows("SELECT id FROM decisions").size()).isEqualTo(1);
    }

    @Test
    void a_forced_system_refuses_files_of_another() {
        LoadReport report = imports.load(Optional.of("nofx"), ImportOptions.of(""), "");
        assertThat(imports.said(report))
                .containsExactly(
                        "alpha/decision_1_cycle1.json: this is a file of roma, not of nofx: leave --as nofx away");
        assertThat(report.nothingUsable()).isTrue();
    }

    @Test
    void an_unknown_file_is_said_only_when_it_was_named() {
        imports.write("alpha/notes.txt", "hello");
        assertThat(imports.load().rejected()).isEmpty();
        LoadReport named = imports.load(Optional.empty(), ImportOptions.of(""), "alpha/notes.txt");
        assertThat(imports.said(named))
                .containsExactly("alpha/notes.txt: no system's file is named or looks like this; name one with --as "
                        + Sources.installed().names());
        LoadReport missing = imports.load(Optional.empty(), ImportOptions.of(""), "alpha/gone.json");
        assertThat(imports.said(missing)).containsExactly("alpha/gone.json: there is no such file or folder");
    }

    @Test
    void what_a_file_alone_does_not_tell_its_neighbours_do() {
        imports.write("beta/decision_1_cycle1.json", "{\"timestamp\": \"2025-11-02T10:00:00Z\", \"cot_trace\": \"\"}")
                .write("beta/decision_2_cycle2.json", "")
                .write("gamma/decision_1_cycle1.json", "");
        LoadReport report = imports.load();
        assertThat(imports.rows("SELECT system || ' ' || path AS name FROM files ORDER BY name")
                        .texts("name"))
                .extracting(name -> name.replace(imports.path("").toString() + "/", ""))
                .containsExactly(
                        "nofx beta/decision_1_cycle1.json",
                        "nofx beta/decision_2_cycle2.json",
                        "nofx gamma/decision_1_cycle1.json",
                        "roma alpha/decision_1_cycle1.json");
        assertThat(report.notes())
                .contains(imports.path("gamma/decision_1_cycle1.json")
                        + " may be of nofx or roma: read as nofx; name its system with --as");
    }

    @Test
    void a_loop_of_links_ends() throws IOException {
        Files.createSymbolicLink(imports.path("alpha/loop"), imports.path("alpha"));
        LoadReport report = imports.load();
        assertThat(report.files()).isEqualTo(1);
        assertThat(report.rejected()).isEmpty();
    }

    @Test
    void an_unreadable_folder_and_an_unreadable_file_do_not_stop_the_rest() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "permissions do not bind root");
        imports.write("beta/decision_1_cycle1.json", GOOD).write("alpha/decision_2_cycle2.json", GOOD);
        Files.setPosixFilePermissions(imports.path("beta"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(
                imports.path("alpha/decision_2_cycle2.json"), PosixFilePermissions.fromString("---------"));
        LoadReport report = imports.load();
        Files.setPosixFilePermissions(imports.path("beta"), PosixFilePermissions.fromString("rwx------"));
        assertThat(imports.said(report))
                .containsExactly(
                        "beta: the folder cannot be read; its files are left out",
                        "alpha/decision_2_cycle2.json: the file cannot be read");
        assertThat(imports.rows("SELECT id FROM decisions").size()).isEqualTo(1);
    }

    @Test
    void a_model_that_wrote_no_json_costs_its_plans_and_not_its_cycle() {
        imports.write("beta/decision_1_cycle1.json", """
                {"timestamp": "2025-11-02T10:00:00+08:00", "system_prompt": "",
                 "decision_json": "I would rather not",
                 "account_state": {"total_balance": 1000, "position_count": 0}, "positions": null, "decisions": null}
                """);
        onlyComplaint(
                "beta/decision_1_cycle1.json:2:19: found \"I would rather not\": a JSON array was expected in this"
                        + " text");
        assertThat(imports.rows("SELECT value FROM equity WHERE system = 'nofx'")
                        .doubles("value"))
                .containsExactly(1_000);
    }
}
