package dev.plumbline.sample;

/** A record of {@code trade_history.json}. */
record RomaTrade(RomaPosition position, double price, double quantity, long closed) {

    /** Unlevered, in percent. */
    double percent() {
        return position.profit(price, 1) / position.entry() * 100;
    }

    /** As the bot reckons it: times the leverage a second time. */
    double inflated() {
        return position.profit(price, quantity) * position.leverage();
    }

    void write(PythonJson json) {
        json.beginObject()
                .field("symbol", position.coin().contract())
                .field("side", position.side())
                .field("entry_price", position.entry(), 6)
                .field("close_price", price, 6)
                .field("quantity", quantity, 6)
                .field("leverage", position.leverage())
                .field("open_time", Iso.text(position.opened()))
                .field("close_time", Iso.text(closed))
                .field("pnl_pct", percent(), 10)
                .field("pnl_usdt", inflated(), 8)
                .endObject();
    }
}
