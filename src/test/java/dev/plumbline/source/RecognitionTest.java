package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {

    private static final String LEDGER = """
            "txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"
            "L1","Q1","2020-12-31 06:14:54","deposit","","currency","ZEUR",1000.0000,0.0000,1000
            """;

    @TempDir
    Path folder;

    @Test
    void a_csv_file_that_a_system_claims_is_not_any_csv_file() {
        Imports imports = new Imports(folder).write("ledgers.csv", LEDGER);
        LoadReport report = imports.load();
        assertThat(report.notes()).isEmpty();
        assertThat(imports.rows("SELECT system FROM cash_flows").texts("system"))
                .containsExactly("kraken-export");
        assertThat(imports.rows("SELECT id FROM equity").size()).isZero();
    }

    @Test
    void a_user_may_still_say_that_it_is_any_csv_file() {
        Imports imports = new Imports(folder).write("ledgers.csv", LEDGER);
        assertThat(imports.load(Optional.of("csv"), ImportOptions.of(""), "").rejected())
                .isEmpty();
        assertThat(imports.rows("SELECT system FROM equity").texts("system")).containsExactly("csv");
    }

    @Test
    void a_csv_file_that_nobody_claims_is_any_csv_file() {
        Imports imports = new Imports(folder)
                .write(
                        "mine.csv",
                        "symbol,side,entry_time,exit_time,pnl\nBTC/USDT,long,2025-01-01T00:00:00Z,2025-01-02T00:00:00Z,5\n");
        imports.load();
        assertThat(imports.rows("SELECT system FROM trades").texts("system")).containsExactly("csv");
    }
}
