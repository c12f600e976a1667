package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.RawStore.Raw;
import dev.plumbline.metric.Metrics;
import dev.plumbline.model.Returns;
import dev.plumbline.store.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The account's value, its flows and jumps, trades and the bridge between them, against plain loops over all rows. */
final class MoneyReductionsTest {

    private static final double EXACT = 1e-12;
    private static final long FROM = RawStore.WEEK.fromMicros();
    private static final long TO = RawStore.WEEK.toMicros();
    private static final long DAY = 86_400_000_000L;

    private static final List<Arguments> MADE = new ArrayList<>();

    @TempDir
    private static Path data;

    /** The account at one instant; flow is not a number where nothing explains the jump before it. */
    private record Point(long time, double value, double flow, double unrealised) {}

    @BeforeAll
    static void four_stores() throws SQLException {
        for (long seed = 11; seed <= 14; seed++) {
            RawStore raw = new RawStore(seed);
            MADE.add(Arguments.of(raw, raw.open(data.resolve("seed-" + seed))));
        }
    }

    @AfterAll
    static void close() {
        MADE.forEach(made -> ((Window) made.get()[1]).workbench().close());
        MADE.clear();
    }

    static List<Arguments> made() {
        return MADE;
    }

    private static double sum(List<Raw> rows, String column) {
        return rows.stream()
                .filter(row -> row.has(column))
                .mapToDouble(row -> row.number(column))
                .sum();
    }

    /** The last value of each instant, from the last instant before the week on; the better origin alone. */
    private static List<Point> points(RawStore raw) {
        TreeMap<Long, List<Raw>> instants = raw.own("equity").stream()
                .filter(row -> row.has("value") && row.number("preference") == 1 && row.time() < TO)
                .collect(Collectors.groupingBy(Raw::time, TreeMap::new, Collectors.toList()));
        Long carried = instants.lowerKey(FROM);
        List<Point> points = new ArrayList<>();
        for (Map.Entry<Long, List<Raw>> instant :
                instants.tailMap(carried == null ? FROM : carried).entrySet()) {
            List<Raw> rows = instant.getValue().stream()
                    .sorted(Comparator.comparing(row -> row.text("id")))
                    .toList();
            double value = rows.get(rows.size() - 1).number("value");
            double unrealised = rows.stream()
                    .mapToDouble(row -> row.number("unrealised"))
                    .filter(Double::isFinite)
                    .reduce(Double.NaN, (one, next) -> next);
            Point before = points.isEmpty() ? null : points.get(points.size() - 1);
            points.add(new Point(instant.getKey(), value, flow(raw, rows, before, value, unrealised), unrealised));
        }
        return points;
    }

    private static double flow(RawStore raw, List<Raw> rows, Point before, double value, double unrealised) {
        if (rows.stream().anyMatch(row -> row.has("flow"))) {
            return sum(rows, "flow");
        }
        if (before == null) {
            return 0;
        }
        long time = rows.get(0).time();
        List<Raw> recorded = raw.own("cash_flows").stream()
                .filter(flow -> flow.time() > before.time() && flow.time() <= time)
                .toList();
        if (!recorded.isEmpty()) {
            return sum(recorded, "amount");
        }
        double change = value - before.value();
        double most = 0.05 * before.value();
        if (Math.abs(change) <= most) {
            return 0;
        }
        double closed = 0;
        boolean open = false;
        for (Raw trade : raw.own("trades")) {
            long entry = trade.micros("entry_time");
            boolean ends = trade.has("exit_time");
            long exit = ends ? trade.micros("exit_time") : Long.MAX_VALUE;
            boolean inside = ends && exit > before.time() && exit <= time;
            closed += inside && trade.has("pnl") ? trade.number("pnl") : 0;
            open |= entry <= time && exit > before.time() && (entry <= before.time() || exit > time);
        }
        double moved = unrealised - before.unrealised();
        boolean known = Double.isFinite(moved);
        boolean explained = Math.abs(change - closed - (known ? moved : 0)) <= most;
        return explained || (!known && open) ? 0 : Double.NaN;
    }

    @ParameterizedTest
    @MethodSource("made")
    void equity_is_the_last_value_of_each_instant_with_its_flow_and_the_one_carried_in(RawStore raw, Window week) {
        List<Point> expected = points(raw);
        Rows rows = week.rows("samples/equity");

        assertThat(rows.micros("time"))
                .containsExactly(expected.stream().mapToLong(Point::time).toArray());
        assertThat(rows.doubles("value"))
                .containsExactly(expected.stream().mapToDouble(Point::value).toArray());
        assertThat(rows.doubles("flow"))
                .containsExactly(expected.stream().mapToDouble(Point::flow).toArray());
        assertThat(rows.doubles("unrealised"))
                .containsExactly(
                        expected.stream().mapToDouble(Point::unrealised).toArray());
        assertThat(rows.doubles("carried"))
                .containsExactly(expected.stream()
                        .mapToDouble(point -> point.time() < FROM ? 1 : 0)
                        .toArray());
    }

    @ParameterizedTest
    @MethodSource("made")
    void daily_returns_are_time_weighted_between_the_last_values_of_days(RawStore raw, Window week) {
        List<Point> points = points(raw);
        List<Double> returns = new ArrayList<>();
        double grown = 1;
        boolean known = true;
        for (int i = 1; i < points.size(); i++) {
            Point now = points.get(i);
            known &= Double.isFinite(now.flow());
            grown *= (now.value() - now.flow()) / points.get(i - 1).value();
            boolean first = Math.floorDiv(points.get(0).time(), DAY) == Math.floorDiv(now.time(), DAY);
            boolean closes = i == points.size() - 1
                    || Math.floorDiv(now.time(), DAY)
                            != Math.floorDiv(points.get(i + 1).time(), DAY);
            if (closes) {
                if (known && !first) {
                    returns.add(grown - 1);
                }
                grown = 1;
                known = true;
            }
        }
        double[] expected = returns.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(week.sample(Returns.class).value())
                .usingComparatorWithPrecision(EXACT)
                .containsExactly(expected);
        if (expected.length >= 5) {
            double mean = Arrays.stream(expected).average().orElseThrow();
            double sd = Math.sqrt(
                    Arrays.stream(expected).map(r -> (r - mean) * (r - mean)).sum() / (expected.length - 1));
            // the ratio of the two metrics is free of how many periods a year is taken to have
            assertThat(week.measure(Metrics.SHARPE).value().orElseThrow()
                            * week.measure(Metrics.VOLATILITY).value().orElseThrow()
                            / Math.pow(week.measure(Metrics.VOLATILITY).value().orElseThrow() / sd, 2))
                    .isCloseTo(mean, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void trades_are_those_that_were_closed_inside(RawStore raw, Window week) {
        List<Raw> expected = raw.own("trades").stream()
                .filter(trade -> trade.micros("exit_time") >= FROM && trade.micros("exit_time") < TO)
                .sorted(Comparator.comparing((Raw trade) -> trade.micros("exit_time"))
                        .thenComparing(t -> t.text("id")))
                .toList();
        Rows rows = week.rows("samples/trades");

        assertThat(rows.micros("exit_time"))
                .containsExactly(expected.stream()
                        .mapToLong(trade -> trade.micros("exit_time"))
                        .toArray());
        assertThat(rows.doubles("pnl"))
                .containsExactly(
                        expected.stream().mapToDouble(t -> t.number("pnl")).toArray());
        assertThat(week.measure(Metrics.TRADES).value().orElseThrow()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @MethodSource("made")
    void the_bridge_adds_up_trades_by_currency_funding_and_flows(RawStore raw, Window week) {
        Predicate<Raw> closed = trade -> trade.micros("exit_time") >= FROM && trade.micros("exit_time") < TO;
        Rows rows = week.rows("samples/bridge");
        int checked = 0;
        for (int i = 0; i < rows.size(); i++) {
            String currency = rows.texts("currency")[i];
            switch (rows.texts("kind")[i]) {
                case "trades" -> {
                    List<Raw> own = raw.own("trades").stream()
                            .filter(closed.and(
                                    trade -> trade.text("pnl_currency").equals(currency)))
                            .toList();
                    List<Raw> paid =
                            own.stream().filter(trade -> trade.has("pnl")).toList();
                    List<Raw> net = paid.stream()
                            .filter(trade -> trade.text("pnl_basis").equals("net"))
                            .toList();
                    assertThat(rows.doubles("n")[i]).isEqualTo(own.size());
                    assertThat(rows.doubles("known")[i]).isEqualTo(paid.size());
                    assertThat(rows.doubles("amount")[i])
                            .isEqualTo(sum(paid, "pnl") + sum(net, "fee") + sum(net, "funding"));
                    assertThat(rows.doubles("fees")[i]).isEqualTo(sum(own, "fee"));
                    assertThat(rows.doubles("funding")[i]).isEqualTo(sum(own, "funding"));
                    checked++;
                }
                case "funding" -> {
                    List<Raw> own = raw.own("funding").stream()
                            .filter(row -> row.time() >= FROM && row.time() < TO)
                            .toList();
                    assertThat(rows.doubles("n")[i]).isEqualTo(own.size());
                    assertThat(rows.doubles("amount")[i]).isEqualTo(sum(own, "amount"));
                    checked++;
                }
                default -> {
                    long flows = raw.own("cash_flows").stream()
                                    .filter(row -> row.time() < TO)
                                    .count()
                            + raw.own("equity").stream()
                                    .filter(row -> row.has("flow") && row.time() < TO)
                                    .count();
                    assertThat(rows.doubles("n")[i]).isEqualTo((double) flows);
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(4);
    }
}
