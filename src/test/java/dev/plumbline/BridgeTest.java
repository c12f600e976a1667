package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what was traded to what the account became. */
final class BridgeTest {

    @TempDir
    Path folder;

    private TinyStore traded(String fees) throws Exception {
        return new TinyStore(folder).file("trades.csv", """
                        id,symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fee
                        1,BTCUSDT,long,2025-10-20T08:30:00Z,2025-10-20T11:00:00Z,1,100,110,%s
                        2,BTCUSDT,short,2025-10-20T08:30:00Z,2025-10-20T10:00:00Z,1,100,50,0
                        """.formatted(fees));
    }

    /** By hand: 105 = 10 − 0.5 + 100 − 4.5; the trade that closed at the instant of the first value is in that value. */
    @Test
    void the_terms_add_up_to_the_change_of_the_account() throws Exception {
        try (Workbench lab = traded("0.5").file("equity.csv", """
                        time,equity,flow
                        2025-10-20T10:00:00Z,1000,0
                        2025-10-20T12:00:00Z,1107,100
                        2025-10-20T14:00:00Z,1105,0
                        """).open()) {
            Bridge bridge = lab.days("2025-10-20", "2025-10-20").bridge();
            assertThat(bridge.amount("closed trades").orElseThrow()).isCloseTo(10, within(1e-9));
            assertThat(bridge.amount("fees").orElseThrow()).isCloseTo(-0.5, within(1e-9));
            assertThat(bridge.amount("deposits less withdrawals").orElseThrow()).isEqualTo(100);
            assertThat(bridge.amount("funding")).isEmpty();
            assertThat(bridge.amount("change of unrealised P&L")).isEmpty();
            assertThat(bridge.amount("not explained").orElseThrow()).isCloseTo(-4.5, within(1e-9));
            assertThat(bridge.amount("change of account value").orElseThrow()).isEqualTo(105);
            assertThat(bridge.toString())
                    .contains("holds what is not known: funding, change of unrealised P&L")
                    .startsWith("2025-10-20 10:00 to 2025-10-20 14:00");
        }
    }

    @Test
    void fees_that_nobody_recorded_are_undefined_and_not_nothing() throws Exception {
        try (Workbench lab = traded("")
                .file("equity.csv", "time,equity\n2025-10-20T10:00:00Z,1000\n2025-10-20T14:00:00Z,1009\n")
                .open()) {
            Bridge bridge = lab.days("2025-10-20", "2025-10-20").bridge();
            assertThat(bridge.amount("fees")).isEmpty();
            assertThat(bridge.amount("deposits less withdrawals")).isEmpty();
            assertThat(bridge.amount("not explained").orElseThrow()).isCloseTo(-1, within(1e-9));
        }
    }

    @Test
    void one_value_of_the_account_is_no_bridge() throws Exception {
        try (Workbench lab = traded("0.5")
                .file("equity.csv", "time,equity\n2025-10-20T10:00:00Z,1000\n")
                .open()) {
            assertThat(lab.days("2025-10-20", "2025-10-20").bridge().toString())
                    .isEqualTo("Not available: the source has no two values of the account in this window.");
        }
    }
}
