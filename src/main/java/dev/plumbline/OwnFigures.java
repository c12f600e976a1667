package dev.plumbline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The bot's own figures beside ours, with the definition that each used. A bot's figure is computed as its code does,
 * up to the end of the window; it is shown, never trusted.
 */
public record OwnFigures(List<Figure> figures, String instead) implements Showable {

    /** ROMA's /performance looks at so many trades. */
    private static final int LOOKBACK = 20;

    /** ROMA's drawdown starts from this, whatever the account held. */
    private static final double ROMA_START = 10_000;

    /** One figure twice; each value as text with its unit. */
    public record Figure(String name, String bots, String botsDefinition, String ours, String oursDefinition) {}

    public OwnFigures {
        figures = List.copyOf(figures);
    }

    static OwnFigures of(Window window) {
        return switch (window.scope().system()) {
            case "roma" -> roma(window);
            case "playbook" -> playbook(window);
            default ->
                new OwnFigures(
                        List.of(),
                        "Not available: the files of " + window.scope().system() + " carry no figures of its own.");
        };
    }

    private static OwnFigures roma(Window window) {
        double[] all = reported(window.sinceBeginning(), "samples/closes");
        if (all.length == 0) {
            return none();
        }
        double[] last = Arrays.copyOfRange(all, Math.max(0, all.length - LOOKBACK), all.length);
        String lookback = "its last " + last.length + " closes, partial ones apart";
        List<Figure> figures = new ArrayList<>();
        figures.add(pnl(
                window,
                "samples/closes",
                "Σ pnl_usdt: price difference × quantity × leverage, though the quantity is leveraged already"));
        figures.add(figure(
                "win rate",
                OptionalDouble.of(100.0 * Arrays.stream(last).filter(p -> p > 0).count() / last.length),
                " %",
                "wins / closes, " + lookback,
                window.measure(Metrics.WIN_RATE)));
        figures.add(figure(
                "Sharpe ratio",
                perTrade(last),
                "",
                "mean / population deviation of pnl_usdt per trade, not annualised, " + lookback,
                window.measure(Metrics.SHARPE)));
        figures.add(figure(
                "maximum drawdown",
                OptionalDouble.of(100 * drawdown(last)),
                " %",
                "of 10,000 + cumulated pnl_usdt, " + lookback,
                window.measure(Metrics.MAX_DRAWDOWN)));
        return new OwnFigures(figures, "");
    }

    private static OwnFigures playbook(Window window) {
        Rows rows = window.rows("samples/trades");
        if (rows.isEmpty()) {
            return none();
        }
        double[] won = Arrays.stream(rows.doubles("won_reported"))
                .filter(Double::isFinite)
                .toArray();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(
                "win rate",
                won.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(100 * Arrays.stream(won).average().orElseThrow()),
                " %",
                "was_correct: the price moved as predicted, fees ignored",
                window.measure(Metrics.WIN_RATE)));
        figures.add(pnl(
                window,
                "samples/trades",
                "Σ pnl_absolute: price difference per unit, no quantity, no fee, summed over symbols"));
        return new OwnFigures(figures, "");
    }

    private static Figure pnl(Window window, String query, String definition) {
        double[] reported = reported(window, query);
        return figure(
                "net P&L",
                reported.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Arrays.stream(reported).sum()),
                "",
                definition,
                window.measure(Metrics.NET_PNL));
    }

    private static double[] reported(Window window, String query) {
        return Arrays.stream(window.rows(query).doubles("pnl_reported"))
                .filter(Double::isFinite)
                .toArray();
    }

    private static OptionalDouble perTrade(double[] pnl) {
        double mean = Arrays.stream(pnl).average().orElseThrow();
        double variance =
                Arrays.stream(pnl).map(p -> (p - mean) * (p - mean)).average().orElseThrow();
        return variance > 0 ? OptionalDouble.of(mean / Math.sqrt(variance)) : OptionalDouble.empty();
    }

    private static double drawdown(double[] pnl) {
        double value = ROMA_START;
        double peak = value;
        double deepest = 0;
        for (double p : pnl) {
            value += p;
            peak = Math.max(peak, value);
            deepest = Math.max(deepest, 1 - value / peak);
        }
        return deepest;
    }

    private static Figure figure(String name, OptionalDouble bots, String unit, String definition, Measurement ours) {
        String text = bots.isPresent()
                ? String.format(Locale.ROOT, "%,.2f", bots.getAsDouble()).replace('-', '−') + unit
                : "undefined";
        return new Figure(
                name,
                text,
                definition,
                ours.text(),
                ours.because()
                        .orElseGet(() -> ours.notes().isEmpty()
                                ? "this window, n = " + ours.n()
                                : "this window, n = " + ours.n() + ", " + String.join(", ", ours.notes())));
    }

    private static OwnFigures none() {
        return new OwnFigures(List.of(), "Not available: no closed trade carries a figure of the bot's own.");
    }

    @Override
    public List<Block> blocks() {
        if (figures.isEmpty()) {
            return List.of(new Block.Prose(instead));
        }
        return List.of(new Block.DataTable(
                "",
                List.of(
                        new Block.DataTable.Column("figure", false),
                        new Block.DataTable.Column("the bot’s", true),
                        new Block.DataTable.Column("as it computes it", false),
                        new Block.DataTable.Column("ours", true),
                        new Block.DataTable.Column("as we do", false)),
                figures.stream()
                        .map(f -> List.of(f.name(), f.bots(), f.botsDefinition(), f.ours(), f.oursDefinition()))
                        .toList(),
                figures.size()));
    }

    @Override
    public String toString() {
        return figures.isEmpty()
                ? instead
                : TextTable.of(
                        List.of("figure", "the bot's", "ours"),
                        List.of(false, true, true),
                        figures.stream()
                                .map(f -> List.of(f.name(), f.bots(), f.ours()))
                                .toList());
    }
}
