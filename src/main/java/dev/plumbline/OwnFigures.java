package dev.plumbline;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Unit;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        OwnFigures computed =
                switch (window.scope().system()) {
                    case "roma" -> roma(window);
                    case "playbook" -> playbook(window);
                    default -> others(window);
                };
        List<Figure> all = new ArrayList<>(computed.figures());
        equity(window).ifPresent(all::add);
        all.addAll(StatedFigures.of(window));
        return new OwnFigures(all, computed.instead());
    }

    /** Of any other system: what its trades carry. */
    private static OwnFigures others(Window window) {
        Rows rows = window.rows("samples/trades");
        List<Figure> figures = new ArrayList<>();
        if (Arrays.stream(rows.doubles("pnl_reported")).anyMatch(Double::isFinite)) {
            String as = Arrays.stream(rows.texts("pnl_reported_as"))
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse("as written on each trade");
            figures.add(pnl(window, "samples/trades", "Σ " + as));
        }
        won(window, "won, as written on each trade").ifPresent(figures::add);
        return new OwnFigures(
                figures, "Not available: the files of " + window.scope().system() + " carry no figures of its own.");
    }

    /** The newest value that the bot itself calls equity, where it differs from the account's. */
    private static Optional<Figure> equity(Window window) {
        Rows equity = window.rows("samples/equity");
        int last = equity.size() - 1;
        if (last < 0 || Double.isNaN(equity.doubles("value_reported")[last])) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                "account value",
                Unit.MONEY.format(equity.doubles("value_reported")[last]),
                "its adjusted equity, less what it takes for deposits",
                Unit.MONEY.format(equity.doubles("value")[last]),
                "the newest of this window, as the account stands"));
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
        List<Figure> figures = new ArrayList<>();
        figures.add(won(window, "was_correct: the price moved as predicted, fees ignored")
                .orElseGet(() -> figure(
                        "win rate", OptionalDouble.empty(), " %", "was_correct", window.measure(Metrics.WIN_RATE))));
        figures.add(pnl(
                window,
                "samples/trades",
                "Σ pnl_absolute: price difference per unit, no quantity, no fee, summed over symbols"));
        return new OwnFigures(figures, "");
    }

    private static Optional<Figure> won(Window window, String definition) {
        double[] won = Arrays.stream(window.rows("samples/trades").doubles("won_reported"))
                .filter(Double::isFinite)
                .toArray();
        return won.length == 0
                ? Optional.empty()
                : Optional.of(figure(
                        "win rate",
                        OptionalDouble.of(100 * Arrays.stream(won).average().orElseThrow()),
                        " %",
                        definition,
                        window.measure(Metrics.WIN_RATE)));
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
        String text = bots.isPresent() ? Unit.MONEY.format(bots.getAsDouble()) + unit : "undefined";
        return new Figure(name, text, definition, ours.text(), definition(ours, "this window"));
    }

    /** How ours was made: of which days, of how much, by which conventions; or why there is none. */
    static String definition(Measurement ours, String days) {
        return ours.because()
                .orElseGet(() -> ours.notes().isEmpty()
                        ? days + ", n = " + ours.n()
                        : days + ", n = " + ours.n() + ", " + String.join(", ", ours.notes()));
    }

    /** A number as it is written, to four decimals. */
    static String plain(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 0.01 ? "%,.4f" : "%.4g", value);
        return text.replace('-', '−');
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
