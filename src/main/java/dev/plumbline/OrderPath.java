package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Operations;
import dev.plumbline.metric.Result;
import dev.plumbline.metric.Unit;
import dev.plumbline.metric.Wilson;
import dev.plumbline.model.Latencies;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** From the signal to the fill: how many orders came how far, and how long each step took. */
final class OrderPath {

    private static final Conventions CONVENTIONS = Conventions.standard();

    private final Window window;
    private final Rows orders;

    private OrderPath(Window window) {
        this.window = window;
        this.orders = window.rows("explore/order_path");
    }

    /** How many orders of each source were filled, wholly or in part, and how many failed. */
    static Showable outcomes(Window window) {
        return new OrderPath(window).ends();
    }

    /** How long each step took, of the orders whose log tells it. */
    static Showable steps(Window window) {
        return new OrderPath(window).waits();
    }

    private Showable ends() {
        if (orders.isEmpty()) {
            return Evaluated.only("Not available: no order is recorded.");
        }
        String[] sources = orders.texts("source");
        Map<String, List<Integer>> bySource = new TreeMap<>();
        for (int i = 0; i < orders.size(); i++) {
            bySource.computeIfAbsent(sources[i].isEmpty() ? "not said" : sources[i], it -> new ArrayList<>())
                    .add(i);
        }
        int[] all = IntStream.range(0, orders.size()).toArray();
        List<List<String>> rows = new ArrayList<>();
        bySource.forEach((source, own) ->
                rows.add(cells(source, own.stream().mapToInt(i -> i).toArray())));
        return new Evaluated(
                String.format(
                        Locale.ROOT,
                        "%,d %s: filled %s, failed or rejected %s.",
                        orders.size(),
                        orders.size() == 1 ? "order" : "orders",
                        share(all, List.of("filled")),
                        share(all, List.of("failed", "rejected"))),
                "In brackets the 95 % interval. Filled: wholly; of what was ordered in part, the share is in the last column.",
                Evaluated.columns(
                        "source of the signal",
                        "#orders",
                        "#filled",
                        "#filled in part",
                        "#cancelled or expired",
                        "#failed or rejected",
                        "#filled of what was ordered, mean"),
                rows);
    }

    private List<String> cells(String source, int[] own) {
        double[] filled = orders.doubles("filled_share");
        return List.of(
                source,
                Integer.toString(own.length),
                share(own, List.of("filled")),
                share(own, List.of("partially_filled")),
                share(own, List.of("cancelled", "expired")),
                share(own, List.of("failed", "rejected")),
                Arrays.stream(own).mapToDouble(i -> filled[i]).filter(Double::isFinite).average().stream()
                        .mapToObj(Unit.SHARE::format)
                        .findFirst()
                        .orElse("–"));
    }

    private String share(int[] own, List<String> words) {
        String[] status = orders.texts("status");
        long n = Arrays.stream(own).filter(i -> words.contains(status[i])).count();
        Result.Value share = Wilson.share(n, own.length, CONVENTIONS);
        Interval range = share.interval().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%,d (%s [%s, %s])",
                n,
                Unit.SHARE.format(share.value()),
                Unit.SHARE.format(range.low()).replace(" %", ""),
                Unit.SHARE.format(range.high()).replace(" %", ""));
    }

    private Showable waits() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("signal heard, order made", "signal_to_order");
        steps.put("order made, order at the exchange", "order_to_exchange");
        steps.put("order at the exchange, last answer (filled or not)", "exchange_to_answer");
        steps.put("signal heard, last answer", "signal_to_answer");
        List<List<String>> rows = new ArrayList<>();
        steps.forEach((name, column) -> {
            double[] known = Arrays.stream(orders.doubles(column))
                    .filter(seconds -> seconds >= 0)
                    .toArray();
            if (known.length > 0) {
                rows.add(wait(name, known));
            }
        });
        return rows.isEmpty()
                ? Evaluated.only("Not available: no log tells when a signal came, or an order went out.")
                : new Evaluated(
                        "How long each step took; the others of the " + String.format(Locale.ROOT, "%,d", orders.size())
                                + " orders never took it, or their log is not here.",
                        "Answers are those that the bot fetched when it looked, so a fill may be older than its answer.",
                        Evaluated.columns("from, to", "#n", "#median", "#95 %", "#99 %", "#longest"),
                        rows);
    }

    private List<String> wait(String name, double[] seconds) {
        Latencies waits = new Latencies(seconds, List.of(name), window.period());
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", seconds.length),
                text(Operations.LATENCY_P50, waits),
                text(Operations.LATENCY_P95, waits),
                text(Operations.LATENCY_P99, waits),
                Unit.SECONDS.format(Arrays.stream(seconds).max().orElseThrow()));
    }

    private static String text(Metric<Latencies> metric, Latencies waits) {
        Measurement measured = metric.measure(waits, CONVENTIONS);
        return measured.text();
    }
}
