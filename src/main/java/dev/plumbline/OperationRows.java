package dev.plumbline;

import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.Executions;
import dev.plumbline.model.Latencies;
import dev.plumbline.model.NewsScores;
import dev.plumbline.model.Period;
import dev.plumbline.model.Reconnects;
import dev.plumbline.model.Sample;
import dev.plumbline.model.Slice;
import dev.plumbline.model.Starts;
import dev.plumbline.model.TradeFees;
import dev.plumbline.model.TradeLinks;
import dev.plumbline.store.Rows;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Samples of how a bot runs and what became of its decisions, made of the rows of one scope and period. */
final class OperationRows {

    /** Signs of one start come within this time of each other. */
    private static final long ONE_START = Duration.ofMinutes(15).toNanos() / 1_000;

    private static final List<String> STARTS = List.of("start events", "cycle numbers", "uptime");

    private static final Map<Class<? extends Sample>, String> QUERIES = Map.of(
            Starts.class, "samples/starts",
            Reconnects.class, "samples/increases",
            Latencies.class, "samples/latencies",
            NewsScores.class, "samples/news",
            Executions.class, "samples/actions",
            TradeLinks.class, "samples/trades",
            TradeFees.class, "samples/trades");

    private final SampleRows rows;
    private final Period observed;
    private final ZoneId zone;

    OperationRows(SampleRows rows, Period observed, ZoneId zone) {
        this.rows = rows;
        this.observed = observed;
        this.zone = zone;
    }

    /** The query behind a kind of sample; empty where it is not of these. */
    static Optional<String> query(Class<? extends Sample> kind) {
        return Optional.ofNullable(QUERIES.get(kind));
    }

    /** Why a kind of sample cannot be there: what was never observed is not zero. */
    Optional<String> missing(Class<? extends Sample> kind) {
        if (kind == TradeLinks.class && !rows.knows("decisions")) {
            return Optional.of("not available: this agent’s files hold no decisions");
        }
        if (kind == TradeLinks.class || kind == TradeFees.class) {
            return rows.missing(ClosedTrades.class);
        }
        if (kind == Latencies.class) {
            return rows.rows("samples/latencies").isEmpty()
                    ? Optional.of("not available: nothing in this period tells how long the agent waited")
                    : Optional.empty();
        }
        List<String> signs = signs();
        if (kind == Starts.class && STARTS.stream().noneMatch(signs::contains)) {
            return Optional.of(
                    "not available: this agent’s files hold no start events, no cycle numbers and no uptime");
        }
        if (kind == Reconnects.class && !signs.contains("reconnects")) {
            return Optional.of("not available: this agent’s files count no reconnects");
        }
        if (kind == NewsScores.class && !signs.contains("news")) {
            return Optional.of("not available: this agent’s files hold no news");
        }
        return kind == Executions.class && !signs.contains("executions")
                ? Optional.of("not available: this agent’s decisions do not say whether they were carried out")
                : Optional.empty();
    }

    private List<String> signs() {
        return List.of(rows.rows("samples/signs").texts("kind"));
    }

    Sample sample(Class<? extends Sample> kind, Slice slice) {
        Rows all = rows.rows(query(kind).orElseThrow());
        int[] chosen = Dimension.chosen(all, slice, zone);
        if (kind == Starts.class) {
            return starts(all);
        }
        if (kind == Reconnects.class) {
            return reconnects(all, chosen);
        }
        if (kind == Latencies.class) {
            return new Latencies(pick(all.doubles("seconds"), chosen), distinct(all.texts("metric"), chosen), observed);
        }
        if (kind == NewsScores.class) {
            String[] sources =
                    IntStream.of(chosen).mapToObj(i -> all.texts("source")[i]).toArray(String[]::new);
            return new NewsScores(pick(all.doubles("sentiment"), chosen), sources, observed);
        }
        if (kind == Executions.class) {
            long executed = sum(all.doubles("executed"), chosen);
            long failed = sum(all.doubles("failed"), chosen);
            return new Executions(executed, failed, sum(all.doubles("n"), chosen) - executed - failed, observed);
        }
        if (kind == TradeLinks.class) {
            long linked = sum(all.doubles("linked"), chosen);
            return new TradeLinks(linked, chosen.length - linked, observed);
        }
        List<String> currencies = distinct(all.texts("pnl_currency"), chosen);
        return new TradeFees(
                pick(all.doubles("fee"), chosen), String.join(" and ", currencies), currencies.size() > 1, observed);
    }

    /**
     * Signs of several kinds are of one start where they lie close together, and so are those of several series of uptime;
     * start events and falls of a count are one each.
     */
    private Starts starts(Rows signs) {
        TreeMap<Long, Boolean> starts = new TreeMap<>();
        double[] ranks = signs.doubles("rank");
        long[] times = signs.micros("time");
        for (int rank = 1; rank <= STARTS.size(); rank++) {
            TreeMap<Long, Boolean> before = rank == STARTS.size() ? starts : new TreeMap<>(starts);
            for (int i = 0; i < times.length; i++) {
                boolean known = !before.subMap(times[i] - ONE_START, times[i] + ONE_START)
                        .isEmpty();
                if (ranks[i] == rank && !known) {
                    starts.put(times[i], signs.doubles("planned")[i] > 0);
                }
            }
        }
        // the agent's first start is no restart
        starts.headMap(rows.first() + ONE_START).clear();
        List<String> known = signs();
        String words = String.join(", ", STARTS.stream().filter(known::contains).toList());
        boolean[] planned = new boolean[starts.size()];
        List<Boolean> marks = new ArrayList<>(starts.values());
        for (int i = 0; i < planned.length; i++) {
            planned[i] = marks.get(i);
        }
        return new Starts(starts.keySet().stream().mapToLong(Long::longValue).toArray(), planned, words, observed);
    }

    private Reconnects reconnects(Rows increases, int[] chosen) {
        double[] rises = IntStream.of(chosen)
                .filter(i -> increases.texts("metric")[i].contains("reconnect"))
                .mapToDouble(i -> increases.doubles("increase")[i])
                .toArray();
        double[] known = Arrays.stream(rises).filter(Double::isFinite).toArray();
        return new Reconnects(
                Math.round(Arrays.stream(known).sum()), rises.length, rises.length - known.length, observed);
    }

    private static List<String> distinct(String[] words, int[] chosen) {
        return IntStream.of(chosen)
                .mapToObj(i -> words[i])
                .flatMap(word -> word.isEmpty() ? Stream.empty() : Stream.of(word))
                .distinct()
                .sorted()
                .toList();
    }

    private static double[] pick(double[] from, int[] chosen) {
        return IntStream.of(chosen).mapToDouble(i -> from[i]).toArray();
    }

    private static long sum(double[] from, int[] chosen) {
        return (long) IntStream.of(chosen).mapToDouble(i -> from[i]).sum();
    }
}
