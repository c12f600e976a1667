package dev.plumbline.sample;

import dev.plumbline.model.Period;
import dev.plumbline.sample.PlaybookRows.Signal;
import dev.plumbline.sample.PlaybookRows.Trade;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes one agent's {@code trading.db}. */
final class PlaybookDatabase {

    private final SqliteFile file;
    private final PlaybookHistory history;
    private final Period period;
    private final boolean paper;
    private final Map<Signal, Integer> signalIds = new HashMap<>();
    private final Map<Signal, Trade> outcomes = new HashMap<>();

    private PlaybookDatabase(SqliteFile file, PlaybookHistory history, Period period, boolean paper) {
        this.file = file;
        this.history = history;
        this.period = period;
        this.paper = paper;
        for (Signal signal : history.signals()) {
            signalIds.put(signal, signalIds.size() + 1);
        }
        for (Trade trade : history.trades()) {
            outcomes.put(trade.signal(), trade);
        }
    }

    static void write(
            Path path, Member member, PlaybookHistory history, Market market, Period period, Plants plants, Dice dice) {
        List<String> ddl = member.live()
                ? Stream.concat(PlaybookSchema.REAL.stream(), PlaybookSchema.DOCUMENTED.stream())
                        .toList()
                : PlaybookSchema.REAL;
        try (SqliteFile file = SqliteFile.create(path, ddl)) {
            PlaybookDatabase database = new PlaybookDatabase(file, history, period, !member.live());
            PlaybookMarketTables.write(file, market, period, plants, dice);
            database.signals();
            database.learning();
            database.outcomes(dice);
            database.retrainings();
            if (member.live()) {
                PlaybookMoneyTables.write(file, history, market, period, plants, dice);
            }
        }
    }

    private void signals() {
        file.insert(
                "signals",
                "timestamp,datetime,signal_type,strength,confidence,price,stop_loss,take_profit,atr,notified,"
                        + "symbol,interval,actual_outcome,outcome_price,outcome_timestamp,pnl_percent",
                history.signals().stream().map(this::signal));
    }

    /** Symbol and interval stay empty, for the bot's save_signal does not write them. */
    private @Nullable Object[] signal(Signal signal) {
        int direction = signal.direction();
        Trade trade = outcomes.get(signal);
        boolean done = trade != null && trade.exitTime() < period.toMicros();
        double reach = signal.series().reach();
        return new @Nullable Object[] {
            signal.time() / 1_000,
            Iso.text(signal.time()),
            direction > 0 ? "BUY" : direction < 0 ? "SELL" : "NEUTRAL",
            signal.confidence() >= 0.8 ? "STRONG" : signal.confidence() >= 0.65 ? "MEDIUM" : "WEAK",
            score(signal.confidence()),
            signal.price(),
            direction == 0 ? null : signal.series().coin().tick(signal.price() * (1 - direction * reach)),
            direction == 0 ? null : signal.series().coin().tick(signal.price() * (1 + direction * 1.12 * reach)),
            signal.atr(),
            direction == 0 ? 0 : 1,
            null,
            null,
            direction == 0 ? null : !done ? "PENDING" : trade.won() ? "WIN" : "LOSS",
            done ? trade.exit().price() : null,
            done ? Iso.text(trade.exitTime()) : null,
            done ? percent(trade) : null
        };
    }

    private void learning() {
        file.insert(
                "learning_states",
                "symbol,interval,mode,confidence_score,entered_at,reason,metadata",
                history.modes().stream().map(m -> new @Nullable Object[] {
                    m.series().pair(),
                    m.series().interval(),
                    m.mode(),
                    score(m.score()),
                    Iso.text(m.time()),
                    m.reason(),
                    null
                }));
        file.insert(
                "confidence_history",
                "symbol,interval,timestamp,confidence_score,validation_accuracy,drift_score,mode",
                history.readings().stream().map(r -> new @Nullable Object[] {
                    r.series().pair(),
                    r.series().interval(),
                    Iso.text(r.time()),
                    score(r.score()),
                    score(r.accuracy()),
                    score(r.drift()),
                    r.mode()
                }));
    }

    /** Entry and exit have the same time, and the profit is a price difference per unit, as the bot has it. */
    private void outcomes(Dice dice) {
        file.insert(
                "trade_outcomes",
                "signal_id,symbol,interval,entry_price,exit_price,entry_time,exit_time,predicted_direction,"
                        + "predicted_confidence,predicted_probability,actual_direction,was_correct,pnl_percent,"
                        + "pnl_absolute,features_snapshot,regime,is_paper_trade,closed_by",
                history.closed(period.toMicros()).stream().map(trade -> outcome(trade, dice)));
    }

    private @Nullable Object[] outcome(Trade trade, Dice dice) {
        double move = trade.exit().price() - trade.entryPrice();
        String features =
                "[" + score(dice.uniform()) + ", " + score(dice.uniform()) + ", " + score(dice.uniform()) + "]";
        return new @Nullable Object[] {
            signalIds.get(trade.signal()),
            trade.pair(),
            trade.series().interval(),
            trade.entryPrice(),
            trade.exit().price(),
            Iso.text(trade.exitTime()),
            Iso.text(trade.exitTime()),
            trade.direction() > 0 ? "BUY" : "SELL",
            score(trade.confidence()),
            score(0.5 + trade.direction() * trade.confidence() / 2),
            move > 0 ? "BUY" : move < 0 ? "SELL" : "NEUTRAL",
            trade.won() ? 1 : 0,
            percent(trade),
            Coin.rounded(trade.direction() * move, 8),
            features,
            trade.regime(),
            paper ? 1 : 0,
            trade.exit().reason()
        };
    }

    private void retrainings() {
        file.insert(
                "retraining_history",
                "symbol,interval,triggered_at,trigger_reason,trigger_metadata,started_at,completed_at,"
                        + "duration_seconds,status,validation_accuracy,validation_confidence,n_epochs,error_message",
                history.retrainings().stream().map(r -> {
                    boolean error = r.status().equals("error");
                    return new @Nullable Object[] {
                        r.series().pair(),
                        r.series().interval(),
                        Iso.text(r.triggered()),
                        r.reason(),
                        "{}",
                        Iso.text(r.triggered() + 1_200_000),
                        Iso.text(r.completed()),
                        Coin.rounded(r.seconds(), 3),
                        r.status(),
                        error ? null : score(r.accuracy()),
                        error ? null : score(r.confidence()),
                        error ? null : r.epochs(),
                        error ? "CUDA out of memory. Tried to allocate 512.00 MiB" : null
                    };
                }));
    }

    private static double percent(Trade trade) {
        return Coin.rounded(100 * trade.exit().gain(), 6);
    }

    private static double score(double raw) {
        return Coin.rounded(raw, 6);
    }
}
