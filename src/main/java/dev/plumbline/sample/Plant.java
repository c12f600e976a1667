package dev.plumbline.sample;

/**
 * One planted change.
 *
 * @param agent  name of the agent that it happens to
 * @param symbol as the agent's system writes it; empty means all
 * @param from   microseconds since 1970, inclusive
 * @param to     exclusive
 * @param size   in the kind's unit
 */
record Plant(PlantKind kind, String agent, String symbol, long from, long to, double size) {

    boolean covers(long time) {
        return from <= time && time < to;
    }

    boolean concerns(String someSymbol) {
        return symbol.isEmpty() || symbol.equals(someSymbol);
    }
}
