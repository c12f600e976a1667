package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.metric.Operations;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say of a day of the BingX bot: three orders, six signals, three calls of the exchange, counted by hand. */
final class BingxPagesTest {

    private static final String DATABASE = """
            CREATE TABLE orders (id VARCHAR(36) NOT NULL PRIMARY KEY, created_at DATETIME NOT NULL, broker_order_id VARCHAR(64),
                status VARCHAR(32) NOT NULL, symbol VARCHAR(32) NOT NULL, side VARCHAR(8) NOT NULL, price NUMERIC(38, 18),
                quantity NUMERIC(38, 18) NOT NULL, filled_quantity NUMERIC(38, 18) NOT NULL, signal_metadata JSON);
            CREATE TABLE positions (id VARCHAR(36) NOT NULL PRIMARY KEY, symbol VARCHAR(32) NOT NULL UNIQUE,
                size NUMERIC(38, 18) NOT NULL, avg_price NUMERIC(38, 18) NOT NULL, updated_at DATETIME NOT NULL);
            INSERT INTO orders VALUES
                ('o1', '2026-11-16 14:00:00', 'b1', 'FILLED', 'BTCUSDT', 'BUY', NULL, 1, 1, '{"source": "telegram"}'),
                ('o2', '2026-11-16 14:10:00', NULL, 'FAILED', 'BTCUSDT', 'BUY', NULL, 2, 0, '{"source": "telegram"}'),
                ('o3', '2026-11-16 14:20:00', 'b3', 'PARTIALLY_FILLED', 'ETHUSDT', 'SELL', NULL, 4, 1, '{"source": "cryptet"}');
            INSERT INTO positions VALUES
                ('p1', 'BTCUSDT', 0.3, 91234.5, '2026-11-10 09:00:00'),
                ('p2', 'ETHUSDT', -2, 3000, '2026-11-16 14:20:20'),
                ('p3', 'XRPUSDT', 0, 0, '2026-11-16 14:30:00');
            """;

    private static final String LOG = String.join(
            "\n",
            heard("14:00:00.000", 1),
            order("14:00:00.200", "order_created", "INFO", "o1"),
            call("14:00:00.600", "INFO", 0.25),
            order("14:00:00.700", "order_submitted", "INFO", "o1"),
            order("14:00:10.700", "order_status_reconciled", "INFO", "o1"),
            heard("14:10:00.000", 1),
            order("14:10:00.400", "order_created", "INFO", "o2"),
            call("14:10:01.000", "ERROR", 0.45),
            order("14:10:01.100", "order_submission_failed", "INFO", "o2"),
            heard("14:15:00.000", 2),
            order("14:15:00.100", "signal_parse_failed", "INFO", "s"),
            heard("14:16:00.000", 1),
            order("14:16:00.100", "signal_duplicate", "INFO", "s"),
            heard("14:20:00.000", 2),
            order("14:20:00.600", "order_created", "INFO", "o3"),
            call("14:20:01.000", "INFO", 0.35),
            order("14:20:01.600", "order_submitted", "INFO", "o3"),
            order("14:20:21.600", "order_status_reconciled", "INFO", "o3"),
            heard("14:40:00.000", 2),
            "");

    /** The series without a label never held anything; two readings did. */
    private static final String METRICS = """
            # TYPE telegram_connection_status gauge
            telegram_connection_status 1
            signal_processing_duration_seconds 0
            signal_processing_duration_seconds{type="vip"} 0.04
            signal_processing_duration_seconds{type="cryptet"} 0.06
            order_execution_duration_seconds{quantile="0.95"} 0.48
            """;

    @TempDir
    Path folder;

    private static String line(String time, String event, String level, String words, String data) {
        return "{\"timestamp\": \"2026-11-16T" + time + "Z\", \"level\": \"" + level
                + "\", \"logger\": \"trading_bot_audit\", \"message\": \"[" + event + "] " + words
                + "\", \"event_type\": \"" + event + "\", \"data\": " + data + "}";
    }

    private static String heard(String time, int chat) {
        return line(
                time, "signal_received", "INFO", "Signal received from chat " + chat, "{\"chat_id\": " + chat + "}");
    }

    private static String order(String time, String event, String level, String id) {
        return line(time, event, level, "about " + id, "{\"order_id\": \"" + id + "\"}");
    }

    private static String call(String time, String level, double seconds) {
        return line(
                time,
                "exchange_api_call",
                level,
                "Exchange API call: POST /order",
                "{\"method\": \"POST\", \"endpoint\": \"/order\", \"status_code\": 200, \"duration_seconds\": "
                        + seconds + "}");
    }

    private Workbench bot() throws Exception {
        return new TinyStore(folder)
                .database("bot.db", DATABASE)
                .file("audit.log", LOG)
                .file("metrics_20261116_1400.txt", METRICS)
                .open();
    }

    private static Window day(Workbench lab) {
        return lab.days("2026-11-16", "2026-11-16");
    }

    @Test
    void a_position_is_held_until_its_row_is_written_over() throws Exception {
        try (Workbench lab = bot()) {
            Rows open = day(lab).rows("explore/open_positions");
            assertThat(open.texts("symbol")).containsExactly("BTC/USDT", "ETH/USDT");
            assertThat(open.texts("side")).containsExactly("long", "short");
            assertThat(open.doubles("quantity")).containsExactly(0.3, 2);
        }
    }

    @Test
    void a_failed_call_and_what_the_log_says_of_it_are_one_error() throws Exception {
        try (Workbench lab = bot()) {
            // the call, the submission and the signal that was not understood
            assertThat(Audit.errors(day(lab)).toString()).startsWith("3 errors and warnings of 3 kinds.");
            assertThat(day(lab).rows("explore/errors_by_hour").doubles("error")).containsExactly(3);
            assertThat(day(lab).rows("explore/activity_by_hour").doubles("errors"))
                    .containsExactly(3);
        }
    }

    @Test
    void errors_are_held_against_the_calls_of_the_exchange_where_the_bot_has_no_cycles() throws Exception {
        try (Workbench lab = bot()) {
            // 1 of 3; Garwood, scipy 1.11: chi2.ppf([.025, .975], [2, 4]) / 2 / 3
            assertThat(day(lab).measure(Operations.ERROR_RATE))
                    .hasToString("error_rate 33.3 % [0.8 %, 185.7 %], n = 3 (1 errors / 3 API calls)");
        }
    }

    @Test
    void symbols_are_those_of_orders_and_positions_where_nothing_was_traded() throws Exception {
        try (Workbench lab = bot()) {
            Window day = day(lab);
            assertThat(Show.scope(day, day.against(Optional.empty()))).contains(" · 3 symbols · ");
        }
    }

    @Test
    void no_round_trip_is_rebuilt_from_a_table_of_positions() throws Exception {
        try (Workbench lab = bot()) {
            assertThat(Show.rebuilt(day(lab)).toString())
                    .startsWith("Not available: the source keeps no series of snapshots");
        }
    }

    @Test
    void orders_are_told_by_source_with_their_shares() throws Exception {
        try (Workbench lab = bot()) {
            // Wilson of 1 of 3, of 1 of 2 and of 0 of 1: statsmodels 0.14, proportion_confint(k, n, method="wilson")
            assertThat(Show.orders(day(lab)).toString())
                    .startsWith("3 orders: filled 1 (33.3 % [6.1, 79.2]), failed or rejected 1 (33.3 % [6.1, 79.2]).")
                    .containsPattern("telegram +2 +1 \\(50.0 % \\[9.5, 90.5]\\)")
                    .containsPattern("cryptet +1 +0 \\(0.0 % \\[0.0, 79.3]\\).* 25.0 %");
        }
    }

    @Test
    void each_step_from_the_signal_to_the_answer_is_timed() throws Exception {
        try (Workbench lab = bot()) {
            // Python 3.11: statistics.median and quantiles(n=100, method="inclusive") of 200, 400, 600 ms; 0.5, 1 s;
            // 10, 20 s
            String said = Audit.orders(day(lab)).toString();
            assertThat(said)
                    .containsPattern("signal heard, order made +3 +400 ms +580 ms +596 ms +600 ms")
                    .containsPattern("order made, order at the exchange +2 +750 ms +975 ms +995 ms +1.0 s")
                    .containsPattern("order at the exchange, last answer.* +2 +15.0 s +19.5 s +19.9 s +20.0 s");
        }
    }

    @Test
    void signals_end_as_orders_duplicates_failures_or_as_nothing_known() throws Exception {
        try (Workbench lab = bot()) {
            Rows signals = day(lab).rows("explore/signals");
            assertThat(signals.texts("source"))
                    .containsExactly("Signal received from chat 1", "Signal received from chat 2");
            assertThat(signals.doubles("heard")).containsExactly(3, 3);
            assertThat(signals.doubles("orders")).containsExactly(2, 1);
            assertThat(signals.doubles("duplicates")).containsExactly(1, 0);
            assertThat(signals.doubles("parse_failures")).containsExactly(0, 1);
            assertThat(signals.doubles("nothing_known")).containsExactly(0, 1);
        }
    }

    @Test
    void a_series_that_was_never_written_to_is_no_latency_and_untyped_series_are_shown() throws Exception {
        try (Workbench lab = bot()) {
            String said = Audit.performance(day(lab)).toString();
            // the median of 40 and 60 ms, and of calls of 250, 350 and 450 ms
            assertThat(said)
                    .containsPattern("signal_processing_duration_seconds +50.0 ms")
                    .containsPattern("exchange_api_call_seconds +350 ms")
                    .contains("order_execution_duration_seconds");
        }
    }
}
