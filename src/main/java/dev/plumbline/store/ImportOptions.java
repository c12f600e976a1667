package dev.plumbline.store;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What an import was told about its files. Part of a file's identity: the same file with other options replaces its
 * former rows.
 *
 * @param system      id of the system, such as roma
 * @param agent       whose files these are; empty where the files or their folder say it
 * @param account     whose money; empty means the agent's own
 * @param environment live, paper, testnet or backtest; empty where the files say it or nobody knows
 * @param zone        of times that are written without one; empty means that UTC is assumed
 * @param stake       money put into each trade, for systems that know only price changes
 * @param capital     money that the agent began with, likewise
 * @param feeRate     fraction of each side's notional, likewise
 * @param maxAge      seconds after which the newest row is stale
 * @param map         which column of a table is which field, where its header does not say so itself
 * @param symbols     what symbols mean by the operator's word, as one text; empty where only rules are used
 */
public record ImportOptions(
        String system,
        Optional<String> agent,
        Optional<String> account,
        Optional<String> exchange,
        Optional<String> environment,
        Optional<ZoneId> zone,
        OptionalDouble stake,
        OptionalDouble capital,
        OptionalDouble feeRate,
        OptionalDouble maxAge,
        Map<String, String> map,
        String symbols) {

    public ImportOptions {
        map = Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Options that map no columns. */
    public ImportOptions(
            String system,
            Optional<String> agent,
            Optional<String> account,
            Optional<String> exchange,
            Optional<String> environment,
            Optional<ZoneId> zone,
            OptionalDouble stake,
            OptionalDouble capital,
            OptionalDouble feeRate,
            OptionalDouble maxAge) {
        this(system, agent, account, exchange, environment, zone, stake, capital, feeRate, maxAge, Map.of(), "");
    }

    public static ImportOptions of(String system) {
        return new ImportOptions(
                system,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    public ImportOptions withSystem(String name) {
        return new ImportOptions(
                name, agent, account, exchange, environment, zone, stake, capital, feeRate, maxAge, map, symbols);
    }

    public ImportOptions withAgent(String name) {
        return new ImportOptions(
                system,
                Optional.of(name),
                account,
                exchange,
                environment,
                zone,
                stake,
                capital,
                feeRate,
                maxAge,
                map,
                symbols);
    }

    public ImportOptions withMap(Map<String, String> columns) {
        return new ImportOptions(
                system, agent, account, exchange, environment, zone, stake, capital, feeRate, maxAge, columns, symbols);
    }

    public ImportOptions withSymbols(String aliases) {
        return new ImportOptions(
                system, agent, account, exchange, environment, zone, stake, capital, feeRate, maxAge, map, aliases);
    }

    /** The zone of times written without one. */
    public ZoneId zoneOrUtc() {
        return zone.orElse(ZoneId.of("UTC"));
    }

    /** The options as one line of text with sorted keys: what the store's book of files keeps. */
    public String fingerprint() {
        Map<String, String> told = new TreeMap<>();
        told.put("system", system);
        agent.ifPresent(v -> told.put("agent", v));
        account.ifPresent(v -> told.put("account", v));
        exchange.ifPresent(v -> told.put("exchange", v));
        environment.ifPresent(v -> told.put("environment", v));
        zone.ifPresent(v -> told.put("zone", v.getId()));
        stake.ifPresent(v -> told.put("stake", Double.toString(v)));
        capital.ifPresent(v -> told.put("capital", Double.toString(v)));
        feeRate.ifPresent(v -> told.put("fee_rate", Double.toString(v)));
        maxAge.ifPresent(v -> told.put("max_age", Double.toString(v)));
        map.forEach((column, field) -> told.put("map " + column, field));
        if (!symbols.isEmpty()) {
            told.put("symbols", symbols);
        }
        return told.toString();
    }
}
