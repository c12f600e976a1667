package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Period;
import dev.plumbline.model.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final Duration QUARTER = Check.Freshness.maxAge(Duration.ofMinutes(5));

    private static Check.Freshness age(Duration age) {
        return Check.Freshness.of(NOON.minus(age), NOON, QUARTER);
    }

    private static Deviation row(Verdict verdict, Deviation.Kind kind) {
        return new Deviation(
                Weeks.plain(Weeks.TRADES, Slice.ALL, 1, 1),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                kind,
                verdict,
                "",
                "",
                "",
                "");
    }

    @Test
    void the_weeks_before_are_called_so_and_a_baseline_by_its_name() {
        Period days = Period.lastDays(28, LocalDate.of(2026, 11, 13), ZoneOffset.UTC);
        assertThat(new Check.BaselineRef(Check.PREVIOUS, days).words()).isEqualTo("the 4 weeks before");
        assertThat(new Check.BaselineRef("launch", days).words()).isEqualTo("baseline “launch”");
    }

    private static Check check(Optional<Check.Freshness> freshness, Deviation... rows) {
        return new Check(Weeks.SCOPE, Weeks.NOW, Optional.empty(), List.of(rows), freshness, "own.yaml");
    }

    @Test
    void a_row_older_than_three_usual_gaps_is_stale() {
        assertThat(QUARTER).isEqualTo(Duration.ofMinutes(15));
        assertThat(age(Duration.ofMinutes(4))).isEqualTo(new Check.Freshness(Verdict.WITHIN, "newest row 4 min old"));
        assertThat(age(Duration.ofSeconds(20)).words()).isEqualTo("newest row 20 s old");
        assertThat(age(Duration.ofMinutes(15)).verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(age(Duration.ofHours(9)))
                .isEqualTo(new Check.Freshness(Verdict.RED, "stale: newest row 9 h old, 15 min allowed"));
        assertThat(age(Duration.ofDays(3)).words()).isEqualTo("stale: newest row 3 days old, 15 min allowed");
    }

    @Test
    void a_row_of_the_future_is_a_wrong_clock_and_a_little_ahead_is_fresh() {
        assertThat(age(Duration.ofMinutes(-4))).isEqualTo(new Check.Freshness(Verdict.WITHIN, "newest row 0 s old"));
        assertThat(age(Duration.ofHours(-2)))
                .isEqualTo(new Check.Freshness(Verdict.RED, "newest row 2 h in the future: a wrong zone or clock"));
    }

    @Test
    void stale_data_is_red_whatever_the_rows_say() {
        assertThat(check(Optional.of(age(Duration.ofHours(9))), row(Verdict.WITHIN, Deviation.Kind.LIMIT))
                        .verdict())
                .isEqualTo(Verdict.RED);
        assertThat(check(Optional.of(age(Duration.ofHours(9)))).verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void nothing_at_all_is_unknown() {
        assertThat(check(Optional.empty()).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check(Optional.of(age(Duration.ZERO))).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_green_needs_half_of_what_the_rules_name() {
        Deviation unknown = row(Verdict.UNKNOWN, Deviation.Kind.LIMIT);
        Deviation within = row(Verdict.WITHIN, Deviation.Kind.LIMIT);
        Deviation unnamed = row(Verdict.WITHIN, Deviation.Kind.DEVIATION);
        assertThat(check(Optional.empty(), unknown, within).verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(check(Optional.empty(), unknown, unknown, within).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check(Optional.empty(), unknown, unnamed, unnamed).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check(Optional.empty(), unknown, unknown, row(Verdict.YELLOW, Deviation.Kind.LIMIT))
                        .verdict())
                .isEqualTo(Verdict.YELLOW);
    }

    @Test
    void rows_stand_worst_first_and_are_counted() {
        Check check = check(
                Optional.empty(), row(Verdict.WITHIN, Deviation.Kind.LIMIT), row(Verdict.RED, Deviation.Kind.LIMIT));
        assertThat(check.rows()).extracting(Deviation::verdict).containsExactly(Verdict.RED, Verdict.WITHIN);
        assertThat(check.count(Verdict.RED)).isEqualTo(1);
        assertThat(check.with(Verdict.YELLOW)).isEmpty();
        assertThat(check.rows().get(0).title()).isEqualTo("trades (limit)");
        assertThat(Verdict.RED.glyph() + " " + Verdict.RED.word()).isEqualTo("■ red");
    }
}
