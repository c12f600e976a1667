package dev.plumbline.sample;

/**
 * The bot's guess at deposits, as its decision logger makes it: what equity changed by, less what trades and open
 * positions explain. The trades' profits are inflated by leverage and know no fees, so those leak into it.
 */
final class RomaLedger {

    private static final double EPSILON = 1e-6;

    private boolean started;
    private double lastEquity;
    private double lastUnrealised;
    private double realised;
    private double netDeposits;
    private double flow;

    /** A trade record was written since the last cycle. */
    void recorded(RomaTrade trade) {
        realised += trade.inflated();
    }

    /** Takes the account as one cycle sees it. */
    void cycle(double equity, double unrealised) {
        flow = started ? equity - lastEquity - realised - (unrealised - lastUnrealised) : 0;
        if (Math.abs(flow) < EPSILON) {
            flow = 0;
        }
        netDeposits += flow;
        lastEquity = equity;
        lastUnrealised = unrealised;
        realised = 0;
        started = true;
    }

    double netDeposits() {
        return netDeposits;
    }

    /** Of the last cycle. */
    double flow() {
        return flow;
    }

    double adjusted() {
        return lastEquity - netDeposits;
    }

    /** An item of {@code equity_history.json}. */
    void writeEquity(PythonJson json, long time, int cycle) {
        json.beginObject()
                .field("timestamp", Iso.text(time))
                .field("cycle", cycle)
                .field("equity", adjusted(), 8)
                .field("adjusted_equity", adjusted(), 8)
                .field("gross_equity", lastEquity, 8)
                .field("unrealized_pnl", lastUnrealised, 8)
                .field("pnl", lastUnrealised, 8)
                .field("net_deposits", netDeposits, 8)
                .field("external_cash_flow", flow, 8)
                .endObject();
    }

    /** {@code cash_flow_state.json}. */
    byte[] state() {
        return new PythonJson()
                .beginObject()
                .field("net_deposits", netDeposits, 8)
                .field("last_equity", lastEquity, 8)
                .field("last_unrealized", lastUnrealised, 8)
                .field("last_external_cash_flow", flow, 8)
                .endObject()
                .bytes();
    }
}
