package dev.plumbline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Unit;
import dev.plumbline.metric.Wilson;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Closed positions as the log or the events state them: no entries, no fees, but a reason and a P&L. */
final class StatedCloses {

    private static final String UNTOLD = "not told";

    private StatedCloses() {}

    /** All of them, then a row an exchange, a reason and a symbol. */
    static Showable of(Window window) {
        Rows rows = window.rows("explore/stated_closes");
        List<List<String>> lines = new ArrayList<>();
        double[] pnl = rows.isEmpty() ? new double[0] : rows.doubles("pnl");
        double[] all = Arrays.stream(pnl).filter(Double::isFinite).toArray();
        if (all.length == 0) {
            return Evaluated.only("Not available: neither log nor events state the P&L of a close.");
        }
        lines.add(line("all", all));
        for (String column : List.of("exchange", "reason", "symbol")) {
            Map<String, List<Double>> parts = new TreeMap<>();
            for (int i = 0; i < pnl.length; i++) {
                String told = rows.texts(column)[i];
                String name = told.isEmpty() && column.equals("exchange") ? UNTOLD : told;
                if (!name.isEmpty() && Double.isFinite(pnl[i])) {
                    parts.computeIfAbsent(name, part -> new ArrayList<>()).add(pnl[i]);
                }
            }
            parts.entrySet().stream()
                    .sorted(Comparator.comparingInt(part -> -part.getValue().size()))
                    .forEach(part -> lines.add(line(
                            column + " " + part.getKey(),
                            part.getValue().stream().mapToDouble(it -> it).toArray())));
        }
        int without = pnl.length - all.length;
        return new Evaluated(
                String.format(
                        Locale.ROOT,
                        "%,d closes are stated by the log or the events%s; they are no trades: no entry and no fee is known.",
                        pnl.length,
                        without == 0 ? "" : String.format(Locale.ROOT, ", %,d without P&L", without)),
                "P&L as the bot states it, a price difference without fees. Win rate: won of all closed, 95 % Wilson."
                        + " The log’s line of a close names no exchange; it is known where the event is echoed.",
                Evaluated.columns(
                        "of", "#n", "#won", "#lost", "#even", "#win rate", "#P&L", "#mean", "#largest", "#smallest"),
                lines);
    }

    private static List<String> line(String name, double[] pnl) {
        long won = Arrays.stream(pnl).filter(it -> it > 0).count();
        long lost = Arrays.stream(pnl).filter(it -> it < 0).count();
        double sum = Arrays.stream(pnl).sum();
        return List.of(
                name,
                count(pnl.length),
                count(won),
                count(lost),
                count(pnl.length - won - lost),
                share(won, pnl.length),
                Unit.MONEY.format(sum),
                Unit.MONEY.format(sum / pnl.length),
                Unit.MONEY.format(Arrays.stream(pnl).max().orElseThrow()),
                Unit.MONEY.format(Arrays.stream(pnl).min().orElseThrow()));
    }

    private static String share(long won, int n) {
        Interval interval = Wilson.of((double) won, n, 0.95);
        return String.format(
                Locale.ROOT, "%.1f %% [%.1f, %.1f]", 100.0 * won / n, 100 * interval.low(), 100 * interval.high());
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
