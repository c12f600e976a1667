package dev.plumbline.source;

import dev.plumbline.model.EditDistance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a CSV file holds, as its header says, and under which words each column is known. Words are compared without
 * case, spaces and punctuation being {@code _}.
 *
 * @param name    the canonical table
 * @param columns per column, in order, the words for it, its own name first
 */
record CsvKind(String name, Map<String, List<String>> columns) {

    static final CsvKind TRADES = parse(
            "trades",
            "trade_id: id, tradeid, ticket, position_id, trade_no",
            "symbol: pair, market, instrument, ticker, coin",
            "side: direction, position_side, trade_side, type",
            "entry_time: open_time, opened, opened_at, open_date, entry_date, entry_datetime, date_opened, time_open",
            "exit_time: close_time, closed, closed_at, close_date, exit_date, exit_datetime, date_closed, time_close",
            "quantity: qty, size, amount, volume, units, contracts, quantity_base",
            "entry_price: open_price, open_rate, entry, price_open",
            "exit_price: close_price, close_rate, exit, price_close",
            "pnl: profit, pl, p_l, p_and_l, profit_loss, realized_pnl, realised_pnl, profit_abs, pnl_usd, pnl_usdt",
            "net_pnl: pnl_net, net_profit, profit_net",
            "gross_pnl: pnl_gross, gross_profit, profit_gross",
            "pnl_percent: pnl_pct, profit_pct, profit_percent, return_pct, return_percent",
            "pnl_ratio: profit_ratio, pnl_fraction, return",
            "fee: fees, commission, commissions",
            "funding: funding_fee, funding_fees",
            "leverage: lev",
            "confidence: predicted_confidence, confidence_score",
            "currency: pnl_currency, quote_currency",
            "strategy: strategy_name",
            "timeframe: interval",
            "regime: market_regime",
            "close_reason: exit_reason, sell_reason, closed_by, reason",
            "agent: bot, agent_id, bot_name",
            "account: account_id",
            "exchange: venue",
            "environment: env");

    static final CsvKind EQUITY = parse(
            "equity",
            "time: timestamp, date, datetime, ts, day",
            "equity: value, balance, total_value, account_value, portfolio_value, nav, total_balance, net_liquidation",
            "flow: cash_flow, cashflow, net_flow, external_flow, deposit, deposits",
            "available: cash, free, available_balance",
            "unrealised: unrealized, unrealized_pnl, unrealised_pnl",
            "currency: quote_currency",
            "strategy: strategy_name",
            "agent: bot, agent_id, bot_name",
            "account: account_id",
            "exchange: venue",
            "environment: env");

    /** Only where a file is measured by itself: a table of candles is no account. */
    static final CsvKind LEVELS = parse(
            "equity",
            "time: timestamp, date, datetime, ts, day",
            "equity: total_equity, account_equity, wallet_balance, account_balance, portfolio, wealth, close, adj_close, price");

    /** Only where a file is measured by itself: an import takes no returns. */
    static final CsvKind RETURNS = parse(
            "returns",
            "time: timestamp, date, datetime, ts, day",
            "return: returns, ret, rets, daily_return, daily_returns, strategy_return, strategy_returns, portfolio_return,"
                    + " portfolio_returns, net_return, net_returns, simple_return, simple_returns, pct_change,"
                    + " return_pct, return_percent",
            "currency: quote_currency",
            "symbol: pair, market, instrument, ticker, coin",
            "agent: bot, agent_id, bot_name, strategy, strategy_name",
            "account: account_id");

    private static final Set<String> TIMES = Set.of("time", "entry_time", "exit_time");
    private static final Set<String> NUMBERS = Set.of(
            "quantity",
            "entry_price",
            "exit_price",
            "pnl",
            "net_pnl",
            "gross_pnl",
            "pnl_percent",
            "pnl_ratio",
            "fee",
            "funding",
            "leverage",
            "confidence",
            "return",
            "equity",
            "flow",
            "available",
            "unrealised");

    /** What a field holds. */
    enum Type {
        TEXT,
        NUMBER,
        TIME
    }

    static Type type(String field) {
        return TIMES.contains(field) ? Type.TIME : NUMBERS.contains(field) ? Type.NUMBER : Type.TEXT;
    }

    /**
     * Checks what a user mapped.
     *
     * @throws IllegalArgumentException where a field is none, naming the nearest
     */
    static void check(Map<String, String> map) {
        map.forEach((column, field) -> {
            if (!fields().contains(field)) {
                throw new IllegalArgumentException("there is no field \"" + field + "\" to map \"" + column
                        + "\" to: did you mean \""
                        + EditDistance.nearest(field, fields(), 1).get(0) + "\"? One of "
                        + String.join(", ", fields()) + " was expected");
            }
        });
    }

    /** The fields of both kinds, for messages. */
    static Set<String> fields() {
        Set<String> fields = new TreeSet<>(TRADES.columns.keySet());
        fields.addAll(EQUITY.columns.keySet());
        return fields;
    }

    CsvKind {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A kind from lines of a column's name, a colon, and the other words for it. */
    private static CsvKind parse(String name, String... lines) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            List<String> words = new ArrayList<>(List.of(line.substring(0, colon)));
            words.addAll(List.of(line.substring(colon + 1).strip().split(", +")));
            columns.put(line.substring(0, colon), List.copyOf(words));
        }
        return new CsvKind(name, columns);
    }

    /**
     * For each field that a header has, which of its columns it is, from 0. What the user mapped comes first, then the
     * first word that fits.
     *
     * @param map columns, as written, to fields
     */
    Map<String, Integer> places(List<String> header, Map<String, String> map) {
        List<String> words = header.stream().map(CsvKind::word).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        Map<String, Integer> told = new LinkedHashMap<>();
        map.forEach((column, field) -> {
            int exact = header.indexOf(column);
            int place = exact >= 0 ? exact : words.indexOf(word(column));
            if (place >= 0) {
                told.put(field, place);
            }
        });
        columns.forEach((name, known) -> {
            Integer mapped = told.get(name);
            if (mapped != null) {
                places.put(name, mapped);
                return;
            }
            known.stream()
                    .map(words::indexOf)
                    .filter(place -> place >= 0 && !places.containsValue(place) && !told.containsValue(place))
                    .findFirst()
                    .ifPresent(place -> places.put(name, place));
        });
        return places;
    }

    /** What a file with this header holds; empty where it is neither. */
    static Optional<CsvKind> of(List<String> header, Map<String, String> map) {
        Set<String> trades = TRADES.places(header, map).keySet();
        boolean money = List.of("pnl", "net_pnl", "gross_pnl", "pnl_percent", "pnl_ratio").stream()
                .anyMatch(trades::contains);
        boolean prices = trades.contains("entry_price") && trades.contains("exit_price");
        if ((trades.contains("exit_time") || trades.contains("entry_time")) && (money || prices)) {
            return Optional.of(TRADES);
        }
        return EQUITY.places(header, map).keySet().containsAll(List.of("time", "equity"))
                ? Optional.of(EQUITY)
                : Optional.empty();
    }

    /** The columns that a table of rows has besides its fields, in SQL: the time that a trade is known by. */
    String derived(Set<String> fields) {
        if (!name.equals("trades")) {
            return "";
        }
        String times =
                Stream.of("entry_time", "exit_time").filter(fields::contains).collect(Collectors.joining(", "));
        return ", " + (times.isEmpty() ? "CAST(NULL AS TIMESTAMP)" : "COALESCE(" + times + ")") + " AS moment";
    }

    /** A header as a word: without case, {@code _} for spaces and punctuation. */
    static String word(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("%", "_percent")
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
