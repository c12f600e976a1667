package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import dev.plumbline.store.Staging;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a counter rose by, its resets taken out, on the queries that notebooks and rules ask. */
final class IncreasesTest {

    private static final Queries QUERIES = Queries.find();
    private static final LocalDateTime FROM = LocalDateTime.of(2026, 11, 16, 0, 0);
    private static final LocalDateTime TO = FROM.plusHours(6);

    /** A value at a minute after the period's beginning. */
    record Point(long minute, double value) {}

    private static void insert(Staging staging, String metric, String labels, String kind, List<Point> points) {
        for (Point point : points) {
            LocalDateTime time = FROM.plusMinutes(point.minute());
            DuckDb.update(
                    staging.connection(),
                    "test",
                    """
                    INSERT INTO staged.samples BY NAME SELECT ? || ? || epoch_us(CAST(? AS TIMESTAMP)) AS id,
                        CAST(? AS TIMESTAMP) AS time, epoch_us(CAST(? AS TIMESTAMP)) AS time_us, 's' AS system, 'a' AS agent,
                        'a' AS account, 'live' AS environment, ? AS metric, ? AS labels, ? AS kind, CAST(? AS DOUBLE) AS value
                    """,
                    metric,
                    labels,
                    time,
                    time,
                    time,
                    metric,
                    labels,
                    kind,
                    point.value());
        }
    }

    private static Rows ask(Staging staging, String query) {
        DuckDb.execute(staging.connection(), "test", "SET search_path = 'staged'");
        return staging.query(query, "s", "a", "live", FROM, TO);
    }

    private static Rows increases(String kind, Point... points) {
        try (Staging staging = Staging.open(QUERIES)) {
            insert(staging, "orders_total", "{}", kind, List.of(points));
            return ask(staging, "samples/increases");
        }
    }

    private static Point at(long minute, double value) {
        return new Point(minute, value);
    }

    @Test
    void a_value_below_the_one_before_was_reached_from_zero() {
        Rows rows = increases("counter", at(-10, 4), at(0, 5), at(10, 9), at(20, 2), at(30, 2), at(40, 0));
        assertThat(rows.doubles("increase")).containsExactly(1, 4, 2, 0, 0);
        assertThat(rows.doubles("resets")).containsExactly(0, 0, 1, 0, 1);
    }

    @Test
    void the_first_sample_counts_from_one_before_the_period_that_is_three_usual_gaps_old_at_most() {
        assertThat(increases("counter", at(-20, 4), at(10, 9), at(20, 10), at(30, 11))
                        .doubles("increase"))
                .containsExactly(5, 1, 1);
        assertThat(increases("counter", at(-21, 4), at(10, 9), at(20, 10), at(30, 11))
                        .doubles("increase"))
                .containsExactly(Double.NaN, 1, 1);
    }

    @Test
    void a_first_sample_with_none_before_it_has_no_known_increase() {
        assertThat(increases("counter", at(10, 9)).doubles("increase")).containsExactly(Double.NaN);
    }

    @Test
    void a_gap_within_the_period_loses_nothing() {
        assertThat(increases("counter", at(-1, 0), at(0, 1), at(1, 2), at(300, 50))
                        .doubles("increase"))
                .containsExactly(1, 1, 48);
    }

    @Test
    void the_end_of_the_period_is_not_of_it() {
        assertThat(increases("counter", at(0, 1), at(359, 2), at(360, 3)).size())
                .isEqualTo(2);
    }

    @Test
    void not_a_number_and_infinities_are_passed_over() {
        assertThat(increases("counter", at(0, 1), at(1, Double.NaN), at(2, Double.POSITIVE_INFINITY), at(3, 4))
                        .doubles("increase"))
                .containsExactly(Double.NaN, 3);
    }

    @Test
    void a_flow_is_its_own_increase_and_a_gauge_has_none() {
        assertThat(increases("flow", at(0, 5), at(1, 3)).doubles("increase")).containsExactly(5, 3);
        assertThat(increases("gauge", at(0, 5), at(1, 3)).size()).isZero();
        assertThat(increases("unknown", at(0, 5), at(1, 3)).size()).isZero();
    }

    @Test
    void a_series_whose_type_only_some_files_tell_stays_one_series() {
        try (Staging staging = Staging.open(QUERIES)) {
            insert(staging, "orders", "{}", "counter", List.of(at(0, 1), at(2, 5)));
            insert(staging, "orders", "{}", "unknown", List.of(at(1, 3), at(3, 6)));
            assertThat(ask(staging, "samples/increases").doubles("increase")).containsExactly(Double.NaN, 2, 2, 1);
        }
    }

    @Test
    void rates_are_by_the_hour_over_all_series_and_count_what_is_not_known() {
        try (Staging staging = Staging.open(QUERIES)) {
            insert(staging, "orders_total", "{\"side\":\"buy\"}", "counter", List.of(at(-5, 0), at(5, 2), at(70, 3)));
            insert(staging, "orders_total", "{\"side\":\"sell\"}", "counter", List.of(at(15, 7), at(75, 1)));
            Rows rates = ask(staging, "explore/counter_rates");
            assertThat(rates.doubles("series")).containsExactly(2, 2);
            assertThat(rates.doubles("increase")).containsExactly(2, 2);
            assertThat(rates.doubles("resets")).containsExactly(0, 1);
            assertThat(rates.doubles("undefined")).containsExactly(1, 0);
        }
    }

    @Test
    void what_a_server_and_a_snapshot_saw_of_one_counter_is_not_added_up() {
        try (Staging staging = Staging.open(QUERIES)) {
            insert(staging, "orders_total", "{}", "counter", List.of(at(0, 1), at(10, 4)));
            insert(staging, "orders_total", "{\"instance\":\"bot:8080\"}", "counter", List.of(at(1, 1), at(11, 4)));
            Rows rates = ask(staging, "explore/counter_rates");
            assertThat(rates.texts("seen_by")).containsExactly("server", "snapshots");
            assertThat(rates.doubles("increase")).containsExactly(3, 3);
        }
    }

    /** By hand: 8 - 5, 2 after a restart, 3 - 2; the other's sample before is too old, so 9 - 8 and 10 - 9. */
    @Test
    void days_count_from_the_last_sample_before_the_period() {
        try (Staging staging = Staging.open(QUERIES)) {
            insert(staging, "orders_total", "{}", "counter", List.of(at(-10, 5), at(5, 8), at(20, 2), at(35, 3)));
            insert(staging, "late_total", "{}", "counter", List.of(at(-300, 5), at(5, 8), at(20, 9), at(35, 10)));
            Rows days = ask(staging, "explore/monitored_days");
            assertThat(days.texts("metric")).containsExactly("late_total", "orders_total");
            assertThat(days.doubles("total")).containsExactly(2, 3 + 2 + 1);
            assertThat(days.doubles("n")).containsExactly(3, 3);
            double[] rates = ask(staging, "explore/counter_rates").doubles("increase");
            assertThat(Arrays.stream(rates).sum()).isEqualTo(8);
        }
    }

    /** A series of up to 40 samples, some before the period, some reset, some not a number, some after a silence. */
    private static List<Point> series(SplittableRandom random) {
        List<Point> points = new ArrayList<>();
        long minute = random.nextLong(-120, 31);
        double value = 20;
        for (int left = random.nextInt(41); left > 0; left--) {
            minute += random.nextInt(9) == 0 ? random.nextLong(7, 61) : random.nextLong(4, 7);
            int kind = random.nextInt(11);
            value = Math.max(0, value + (kind < 2 ? random.nextInt(-30, 0) : random.nextInt(10)));
            points.add(new Point(minute, kind == 10 ? Double.NaN : value));
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void increases_and_rates_are_those_of_a_plain_loop(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Point> one = series(random);
        List<Point> other = series(random);
        try (Staging staging = Staging.open(QUERIES)) {
            insert(staging, "m_total", "{\"s\":\"1\"}", "counter", one);
            insert(staging, "m_total", "{\"s\":\"2\"}", "counter", other);
            List<Double> expected = new ArrayList<>(loop(one));
            expected.addAll(loop(other));
            double[] plain = expected.stream().mapToDouble(Double::doubleValue).toArray();
            assertThat(ask(staging, "samples/increases").doubles("increase")).containsExactly(plain, offset(1e-9));
            double total =
                    Arrays.stream(plain).filter(rise -> !Double.isNaN(rise)).sum();
            double rates = Arrays.stream(ask(staging, "explore/counter_rates").doubles("increase"))
                    .filter(rise -> !Double.isNaN(rise))
                    .sum();
            assertThat(rates).isCloseTo(total, offset(1e-9));
        }
    }

    /** The same in Java: what a series rose by at each of its samples in the period; NaN where that is not known. */
    private static List<Double> loop(List<Point> series) {
        List<Point> points = series.stream()
                .filter(point -> !Double.isNaN(point.value()) && point.minute() < 360)
                .toList();
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            gaps.add(points.get(i).minute() - points.get(i - 1).minute());
        }
        gaps.sort(null);
        int n = gaps.size();
        double usual = n == 0 ? 0 : n % 2 == 1 ? gaps.get(n / 2) : (gaps.get(n / 2 - 1) + gaps.get(n / 2)) / 2.0;
        List<Double> rises = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).minute() < 0) {
                continue;
            }
            if (i == 0) {
                rises.add(Double.NaN);
                continue;
            }
            Point before = points.get(i - 1);
            boolean old = before.minute() < 0 && points.get(i).minute() - before.minute() > 3 * usual;
            double rise = points.get(i).value() - before.value();
            rises.add(old ? Double.NaN : rise < 0 ? points.get(i).value() : rise);
        }
        return rises;
    }
}
