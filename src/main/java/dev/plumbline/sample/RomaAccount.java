package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;

/** What a ROMA agent has: a wallet, positions on the exchange, and the trades that its bot recorded. */
final class RomaAccount {

    static final double CAPITAL = 10_000;
    static final double FEE_RATE = 0.0004;
    static final int MAX_POSITIONS = 4;

    private final Market market;
    private final List<RomaPosition> positions = new ArrayList<>();
    private final List<RomaTrade> trades = new ArrayList<>();
    private final RomaLedger ledger = new RomaLedger();
    private double wallet = CAPITAL;
    private int unrecorded;

    RomaAccount(Market market) {
        this.market = market;
    }

    void deposit(double amount) {
        wallet += amount;
    }

    void open(RomaPosition position) {
        positions.add(position);
        wallet -= position.entry() * position.quantity() * FEE_RATE;
    }

    void close(RomaPosition position, double price, double quantity, long time) {
        wallet += position.profit(price, quantity) - price * quantity * FEE_RATE;
        int index = positions.indexOf(position);
        if (quantity >= position.quantity()) {
            positions.remove(index);
        } else {
            positions.set(index, position.reducedBy(quantity));
        }
        if (position.remembered()) {
            RomaTrade trade = new RomaTrade(position, price, quantity, time);
            trades.add(trade);
            ledger.recorded(trade);
        } else {
            unrecorded++;
        }
    }

    /** Stops and targets that the market has touched by now, seen at the beginning of a cycle. */
    void settle(long time) {
        for (RomaPosition position : List.copyOf(positions)) {
            Exit exit = position.exit();
            if (!exit.reason().equals(Exit.TIME) && exit.time() + Market.MINUTE <= time) {
                double level = exit.reason().equals(Exit.TARGET) ? position.target() : position.stop();
                close(position, level, position.quantity(), time - 850_000);
            }
        }
    }

    /** The restart: what is open stays open on the exchange, but the bot knows nothing of it. */
    void forget() {
        positions.replaceAll(RomaPosition::forgotten);
    }

    boolean holds(Coin coin) {
        return positions.stream().anyMatch(position -> position.coin().equals(coin));
    }

    boolean takes(double margin, long time) {
        return positions.size() < MAX_POSITIONS && available(time) > margin;
    }

    double unrealised(long time) {
        double sum = 0;
        for (RomaPosition position : positions) {
            sum += position.profit(market.price(position.coin(), time), position.quantity());
        }
        return sum;
    }

    double equity(long time) {
        return wallet + unrealised(time);
    }

    double available(long time) {
        double bound = positions.stream().mapToDouble(RomaPosition::margin).sum();
        return equity(time) - bound;
    }

    List<RomaPosition> positions() {
        return positions;
    }

    List<RomaTrade> trades() {
        return trades;
    }

    RomaLedger ledger() {
        return ledger;
    }

    /** Closes that the bot did not record. */
    int unrecorded() {
        return unrecorded;
    }

    /** {@code account_state} and {@code positions} of a decision file. */
    void write(PythonJson json, long time) {
        json.key("account_state")
                .beginObject()
                .field("total_wallet_balance", equity(time), 8)
                .field("available_balance", available(time), 8)
                .field("total_unrealized_profit", unrealised(time), 8)
                .field("gross_total_balance", equity(time), 8)
                .field("adjusted_total_balance", ledger.adjusted(), 8)
                .field("net_deposits", ledger.netDeposits(), 8)
                .field("external_cash_flow", ledger.flow(), 8)
                .endObject();
        json.key("positions").beginArray();
        for (RomaPosition position : positions) {
            double mark = market.price(position.coin(), time);
            json.beginObject()
                    .field("symbol", position.coin().contract())
                    .field("side", position.side())
                    .field("position_amt", position.quantity(), 6)
                    .field("entry_price", position.entry(), 6)
                    .field("mark_price", mark, 6)
                    .field("unrealized_profit", position.profit(mark, position.quantity()), 8)
                    .field("leverage", position.leverage())
                    .field("liquidation_price", position.liquidation(), 6)
                    .endObject();
        }
        json.endArray();
    }
}
