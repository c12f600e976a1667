package dev.plumbline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Made-up decision files of real size, with prompts that nobody reads: for measuring an import. */
public final class DecisionFleet {

    private static final int PROMPT = 28_000;

    private DecisionFleet() {}

    /** Arguments: a folder and how many files to write into it. */
    public static void main(String[] arguments) {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    static void write(Path folder, int files) {
        String prompt = "思维链 filler \\n".repeat(PROMPT / 16);
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < files; i++) {
                Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(300L * i);
                Files.writeString(folder.resolve("decision_" + i + "_cycle" + i + ".json"), file(i, time, prompt));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(int i, Instant time, String prompt) {
        return String.format(Locale.ROOT, """
                {"timestamp": "%s", "cycle_number": %d, "system_prompt": "%s",
                 "decision_json": "[{\\"symbol\\": \\"BTCUSDT\\", \\"action\\": \\"hold\\", \\"confidence\\": 70}]",
                 "account_state": {"total_balance": %d, "available_balance": 100, "total_unrealized_profit": 1.5,
                                   "position_count": 1, "margin_used_pct": 10},
                 "positions": [{"symbol": "BTCUSDT", "side": "long", "position_amt": 0.01, "entry_price": 100000,
                                "mark_price": 100100, "unrealized_profit": 1, "leverage": 3, "liquidation_price": 70000}],
                 "decisions": [{"action": "hold", "symbol": "BTCUSDT", "quantity": 0, "leverage": 0, "price": 0,
                                "order_id": 0, "success": true, "error": ""},
                               {"action": "wait", "symbol": "ETHUSDT", "quantity": 0, "leverage": 0, "price": 0,
                                "order_id": 0, "success": true, "error": ""}],
                 "execution_log": [], "success": true, "error_message": ""}
                """, time.atOffset(ZoneOffset.ofHours(8)), i, prompt, 10_000 + i % 100);
    }
}
