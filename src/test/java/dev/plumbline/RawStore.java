package dev.plumbline;

import dev.plumbline.model.Period;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Made-up canonical rows of three weeks: gaps, NULLs, equal instants, rows at exactly both ends of the middle week, rows
 * before and after it, and other agents and environments that no answer may hold. Amounts are eighths, so that their sums
 * are exact in any order.
 */
final class RawStore {

    static final String SYSTEM = "made_up";
    static final Period WEEK = Period.of(Instant.parse("2025-10-20T00:00:00Z"), Instant.parse("2025-10-27T00:00:00Z"));

    private static final long MINUTE = 60_000_000L;
    private static final List<String> ACTIONS =
            List.of("open_long", "open_short", "close_long", "close_short", "hold", "wait");

    /** One row of one table, as it was written. */
    record Raw(Map<String, Object> cells) {
        long micros(String name) {
            Object found = cells.get(name);
            return found instanceof Instant instant ? Period.micros(instant) : Long.MIN_VALUE;
        }

        long time() {
            return micros("time");
        }

        boolean has(String name) {
            return cells.containsKey(name);
        }

        double number(String name) {
            Object found = cells.get(name);
            return found instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        String text(String name) {
            Object found = cells.get(name);
            return found == null ? "" : found.toString();
        }
    }

    private final Map<String, List<Raw>> tables = new LinkedHashMap<>();
    private final Random random;
    private int ids;

    private final long seed;

    RawStore(long seed) {
        this.seed = seed;
        random = new Random(seed);
        for (String[] scope : new String[][] {{"one", "live"}, {"one", "paper"}, {"other", "live"}}) {
            agent(scope[0], scope[1], scope[1].equals("live") && scope[0].equals("one") ? 4 : 1);
        }
    }

    /** All rows of a table that belong to the agent whose answers are looked at. */
    List<Raw> own(String table) {
        return tables.getOrDefault(table, List.of()).stream()
                .filter(raw -> raw.text("agent").equals("one")
                        && raw.text("environment").equals("live"))
                .toList();
    }

    Window open(Path data) throws SQLException {
        Store store = Store.open(data, Queries.find());
        // one transaction: a row at a time is slow
        store.connection().setAutoCommit(false);
        tables.forEach(
                (table, rows) -> store.add(table, rows.stream().map(Raw::cells).toList()));
        store.connection().commit();
        return Workbench.open(data, store).of(SYSTEM, "one", "live").between(WEEK);
    }

    private void agent(String agent, String environment, int scale) {
        @Nullable Object[] symbols = {"BTC/USDT", "ETH/USDT", null};
        @Nullable Object[] frames = {"5m", "1h", null};
        for (int i = 0; i < 40 * scale; i++) {
            row(
                    "decisions",
                    agent,
                    environment,
                    "action",
                    any(ACTIONS),
                    "symbol",
                    pick(symbols),
                    "timeframe",
                    pick(frames),
                    "confidence",
                    maybe(eighths(0, 8) / 8),
                    "executed",
                    pick(true, false, null));
            row(
                    "confidence",
                    agent,
                    environment,
                    "confidence",
                    maybe(eighths(0, 8) / 8),
                    "symbol",
                    pick(symbols),
                    "timeframe",
                    pick(frames),
                    "mode",
                    pick("LEARNING", "TRADING", null));
            row(
                    "modes",
                    agent,
                    environment,
                    "mode",
                    pick("LEARNING", "TRADING", "PAUSED", null),
                    "symbol",
                    pick(symbols),
                    "timeframe",
                    pick(frames));
            row("events", agent, environment, "kind", pick("error", "cycle", "cycle", "start"));
        }
        for (int i = 0; i < 15 * scale; i++) {
            row("candles", agent, environment, "symbol", "BTC/USDT", "timeframe", "1h", "close", eighths(800, 900));
            row(
                    "retrainings",
                    agent,
                    environment,
                    "symbol",
                    pick(symbols),
                    "status",
                    pick("success", "success", "below_target", "error", "in_progress"),
                    "duration_seconds",
                    maybe(eighths(10, 600)),
                    "confidence_after",
                    maybe(eighths(0, 8) / 8));
            row(
                    "samples",
                    agent,
                    environment,
                    "metric",
                    pick("cpu", "memory"),
                    "kind",
                    "gauge",
                    "value",
                    eighths(0, 100));
            Instant entry = instant();
            boolean open = random.nextInt(8) == 0;
            row(
                    "trades",
                    agent,
                    environment,
                    "time",
                    entry,
                    "entry_time",
                    entry,
                    "exit_time",
                    open ? null : instant(),
                    "symbol",
                    pick(symbols),
                    "side",
                    pick("long", "short"),
                    "pnl",
                    maybe(eighths(-40, 40)),
                    "pnl_basis",
                    pick("net", "gross"),
                    "pnl_currency",
                    pick("USDT", "USDT", "EUR"),
                    "fee",
                    maybe(eighths(0, 2)),
                    "funding",
                    maybe(eighths(-1, 1)),
                    "quantity",
                    eighths(1, 4),
                    "entry_price",
                    eighths(100, 120),
                    "exit_price",
                    eighths(100, 120));
            row("cash_flows", agent, environment, "amount", eighths(-50, 50), "currency", pick("USDT", null));
            row("funding", agent, environment, "amount", eighths(-1, 1), "currency", "USDT");
        }
        equity(agent, environment, 60 * scale);
    }

    /** A walk of steps of at most 2 %, now and then of 20 %, of the better origin; and another one of the worse. */
    private void equity(String agent, String environment, int n) {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            times.add(instant());
        }
        times.sort(null);
        double value = 1_000;
        double unrealised = 0;
        for (Instant time : times) {
            value += Math.round(8 * value * (random.nextInt(25) == 0 ? 0.2 : 0.02) * (random.nextDouble() - 0.5)) / 8.0;
            unrealised = eighths(-20, 20);
            row(
                    "equity",
                    agent,
                    environment,
                    "time",
                    time,
                    "value",
                    random.nextInt(30) == 0 ? null : value,
                    "flow",
                    random.nextInt(12) == 0 ? eighths(-30, 30) : null,
                    "unrealised",
                    maybe(unrealised),
                    "currency",
                    "USDT",
                    "account",
                    "main",
                    "basis",
                    "reported",
                    "origin",
                    "snapshots",
                    "preference",
                    1);
            row(
                    "equity",
                    agent,
                    environment,
                    "time",
                    time,
                    "value",
                    value * 2,
                    "currency",
                    "USDT",
                    "account",
                    "main",
                    "basis",
                    "modelled",
                    "origin",
                    "stake",
                    "preference",
                    2);
        }
    }

    private void row(String table, String agent, String environment, @Nullable Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", String.format("%s-%06d", agent, ids++));
        row.put("time", instant());
        row.put("system", SYSTEM);
        row.put("agent", agent);
        row.put("environment", environment);
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i + 1] != null) {
                row.put((String) cells[i], cells[i + 1]);
            }
        }
        tables.computeIfAbsent(table, key -> new ArrayList<>()).add(new Raw(row));
    }

    /** Mostly a minute of three weeks with a gap of a day in the middle; now and then an end of the week, or beside it. */
    private Instant instant() {
        long from = WEEK.fromMicros();
        long to = WEEK.toMicros();
        switch (random.nextInt(24)) {
            case 0 -> {
                return Period.instant(random.nextBoolean() ? from : to);
            }
            case 1 -> {
                return Period.instant((random.nextBoolean() ? from : to) - 1);
            }
            default -> {
                long day = 1_440 * MINUTE;
                long time = from - 7 * day + (random.nextInt(21 * 1_440) * MINUTE) + (random.nextInt(3) == 0 ? 1 : 0);
                boolean gap = time >= from + 3 * day && time < from + 4 * day;
                return Period.instant(gap ? time + day : time);
            }
        }
    }

    private double eighths(int low, int high) {
        return low + random.nextInt(8 * (high - low) + 1) / 8.0;
    }

    private @Nullable Double maybe(double value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private @Nullable Object pick(@Nullable Object... values) {
        return values[random.nextInt(values.length)];
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
