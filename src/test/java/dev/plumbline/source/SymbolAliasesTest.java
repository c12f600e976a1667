package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SymbolAliasesTest {

    @TempDir
    Path data;

    private LoadReport load(Path file) {
        return Importer.run(data, Queries.find(), List.of(ImportRequest.of(file.toString())), Progress.none());
    }

    private String[] symbols() {
        try (Store store = Store.open(data, Queries.find())) {
            return store.select("SELECT DISTINCT symbol FROM trades ORDER BY symbol")
                    .texts("symbol");
        }
    }

    @Test
    void a_symbol_means_what_the_operator_says_and_files_are_read_again_when_he_says_it_later() throws IOException {
        Path file = Files.writeString(data.resolve("x.csv"), """
                id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price
                1,1000PEPEUSDT,long,2025-10-20T00:00:00Z,2025-10-20T10:00:00Z,1,100,110
                2,BTCUSDT,long,2025-10-20T00:00:00Z,2025-10-20T10:00:00Z,1,100,110
                """);
        load(file);
        assertThat(symbols()).containsExactly("1000PEPE/USDT", "BTC/USDT");
        Files.writeString(data.resolve("symbols.yaml"), "1000PEPEUSDT: PEPE/USDT:USDT\n");
        assertThat(load(file).files()).isOne();
        assertThat(symbols()).containsExactly("BTC/USDT", "PEPE/USDT:USDT");
        assertThat(load(file).unchanged()).isOne();
    }

    @Test
    void a_name_that_is_not_canonical_is_named_with_its_line() throws IOException {
        Files.writeString(data.resolve("symbols.yaml"), "# mine\nXBT: btc\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymbolAliases.read(data))
                .withMessage(data.resolve("symbols.yaml")
                        + ":2: XBT is \"btc\": BASE/QUOTE or BASE/QUOTE:SETTLE in capitals was expected");
    }
}
