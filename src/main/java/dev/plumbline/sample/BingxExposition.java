package dev.plumbline.sample;

import java.util.Deque;

/**
 * What {@code /metrics} answers, written by hand in the bot and with its faults: a type for five names only, a counter and
 * a gauge of the same name, and {@code _count} and {@code _sum} behind the labels.
 */
final class BingxExposition {

    private static final String HEAD = """
            # HELP signals_processed_total Total number of signals processed
            # TYPE signals_processed_total counter
            # HELP signal_processing_duration_seconds Time spent processing signals
            # TYPE signal_processing_duration_seconds gauge
            # HELP system_uptime_seconds System uptime in seconds
            # TYPE system_uptime_seconds gauge
            # HELP telegram_connection_status Telegram connection status (1=connected, 0=disconnected)
            # TYPE telegram_connection_status gauge
            # HELP trading_errors_total Total number of trading errors
            # TYPE trading_errors_total counter

            """;

    private final BingxProcess process;
    private final StringBuilder text = new StringBuilder(4_096);

    private BingxExposition(BingxProcess process) {
        this.process = process;
    }

    static void write(StringBuilder file, BingxProcess process, long time) {
        BingxExposition exposition = new BingxExposition(process);
        exposition.text.append(HEAD);
        process.counters().forEach((name, value) -> exposition.line(name, Long.toString(value)));
        exposition.gauges(time);
        process.timings().forEach(exposition::quantiles);
        file.append(exposition.text);
    }

    private void gauges(long time) {
        line("signals_processed_total", "0");
        line("signal_processing_errors_total", "0");
        line("cryptet_scraping_errors_total", "0");
        line("telegram_message_errors_total", "0");
        line("trading_errors_total", "0");
        line("telegram_connection_status", "1");
        line("cryptet_last_signal_timestamp", decimal(process.started(), 6));
        line("system_uptime_seconds", decimal(time - process.started(), 6));
        line("signal_processing_duration_seconds", "0");
        line("active_trading_sessions", "0");
        line("app_info{trading_enabled=\"True\",version=\"1.0.0\"}", "1");
        line("app_healthy", process.healthy(time) ? "1" : "0");
        line("app_ready", "1");
        process.timings().forEach((name, values) -> line(name, Digits.shortest(values.getLast(), 4)));
        process.positions().forEach((symbol, position) -> {
            line("position_size{symbol=\"" + symbol + "\"}", decimal(position.after(), 6));
            line("position_avg_price{symbol=\"" + symbol + "\"}", Digits.shortest(position.average(), 8));
        });
    }

    private void quantiles(String name, Deque<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        line(name + "_count", Integer.toString(sorted.length));
        line(name + "_sum", Digits.shortest(sum, 4));
        line(name + "{quantile=\"0.50\"}", at(sorted, 0.50));
        line(name + "{quantile=\"0.95\"}", at(sorted, 0.95));
        line(name + "{quantile=\"0.99\"}", at(sorted, 0.99));
    }

    private static String at(double[] sorted, double quantile) {
        return Digits.shortest(sorted[(int) (sorted.length * quantile)], 4);
    }

    private static String decimal(long scaled, int decimals) {
        return Digits.shortest(new StringBuilder(20), scaled, decimals).toString();
    }

    private void line(String name, String value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
