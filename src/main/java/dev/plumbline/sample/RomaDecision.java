package dev.plumbline.sample;

/**
 * One decision as the model words it.
 *
 * @param symbol     empty where it names none
 * @param confidence 0 to 1
 * @param plan       of an opening; the empty one otherwise
 * @param part       share to close, 0 to 1 or 0 to 100; 0 means all of it
 */
record RomaDecision(String action, String symbol, double confidence, String reasoning, Plan plan, double part) {

    /** What an opening asks for. */
    record Plan(int leverage, double margin, double stop, double target) {
        static final Plan NONE = new Plan(0, 0, 0, 0);
    }

    static RomaDecision of(String action, String symbol, double confidence, String reasoning) {
        return new RomaDecision(action, symbol, confidence, reasoning, Plan.NONE, 0);
    }

    boolean opens() {
        return action.startsWith("open_");
    }

    void write(PythonJson json) {
        json.beginObject().field("action", action);
        if (!symbol.isEmpty()) {
            json.field("symbol", symbol);
        }
        if (opens()) {
            json.field("leverage", plan.leverage())
                    .field("position_size_usd", plan.margin(), 2)
                    .field("stop_loss", plan.stop(), 6)
                    .field("take_profit", plan.target(), 6);
        }
        if (part > 0) {
            json.field("close_quantity_pct", part, 2);
        }
        json.field("confidence", confidence, 2).field("reasoning", reasoning).endObject();
    }
}
