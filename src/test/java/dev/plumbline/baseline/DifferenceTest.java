package dev.plumbline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Metric;
import dev.plumbline.model.Slice;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values: python3 3.11, standard library; the formulas stand beside each. */
class DifferenceTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static Difference shares(long before, long ofBefore, long after, long ofAfter) {
        return between(
                Weeks.share(Weeks.WIN_RATE, Slice.ALL, before, ofBefore),
                Weeks.share(Weeks.WIN_RATE, Slice.ALL, after, ofAfter));
    }

    private static Difference rates(long before, double during, long after, double afterDuring) {
        return between(
                Weeks.rate(Weeks.TRANSITIONS, Slice.ALL, before, during),
                Weeks.rate(Weeks.TRANSITIONS, Slice.ALL, after, afterDuring));
    }

    private static Difference means(double m1, double sd1, double n1, double m2, double sd2, double n2) {
        return between(
                Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, m1, sd1, 9_999, n1),
                Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, m2, sd2, 9_999, n2));
    }

    private static Difference between(Measurement then, Measurement now) {
        return Difference.between(then, now).orElseThrow();
    }

    private static void spans(Difference difference, double low, double high, Offset<Double> tolerance) {
        assertThat(difference.interval().low()).isCloseTo(low, tolerance);
        assertThat(difference.interval().high()).isCloseTo(high, tolerance);
    }

    /** Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339. */
    @Test
    void newcombes_own_example_comes_back() {
        spans(shares(48, 80, 56, 70), 0.0524, 0.3339, within(5e-5));
    }

    /**
     * wilson(x, n) = ((p + z²/2n) ± z·sqrt(p(1−p)/n + z²/4n²)) / (1 + z²/n); d − sqrt((p2−l2)² + (u1−p1)²) … ;
     * p: math.comb in Fractions over all tables less likely, and half of the equally likely.
     */
    @Test
    void two_shares_have_a_hybrid_score_interval_and_an_exact_test_with_mid_p() {
        Difference difference = shares(226, 412, 45, 118);
        spans(difference, -0.26240126668201363, -0.06499636729140104, CLOSE);
        assertThat(difference.pValue()).isCloseTo(0.0014247577005136207, CLOSE);
        assertThat(difference.interval().method()).isEqualTo("Newcombe hybrid score");
    }

    /** math.comb(n2,k)·math.comb(n1,K−k)/math.comb(n1+n2,K), summed over tables less likely than the one seen, and half of it. */
    @Test
    void small_shares_are_tested_exactly() {
        assertThat(shares(9, 10, 3, 10).pValue()).isCloseTo(0.010240533460347702, CLOSE);
        spans(shares(9, 10, 3, 10), -0.809017973535488, -0.17052272393450307, CLOSE);
        assertThat(shares(226, 412, 4, 10).pValue()).isCloseTo(0.4403904817396984, CLOSE);
    }

    @Test
    void nothing_won_on_either_side_is_no_difference_and_no_certainty() {
        Difference difference = shares(0, 10, 0, 5);
        assertThat(difference.pValue()).isCloseTo(1, CLOSE);
        spans(difference, -0.27753279986288915, 0.43448246478317465, CLOSE);
        assertThat(difference.varianceNow()).isPositive();
    }

    /**
     * The counts of R's help page of poisson.test, c(11, 6+8+7), c(800, 1083+1050+878): p-value = 0.07967, of which half of
     * the count seen, comb(32, 11)·q^11·(1−q)^21 = 0.03194, is left out.
     */
    @Test
    void the_exact_test_of_two_rates_is_rs_but_for_mid_p() {
        assertThat(rates(21, 3_011, 11, 800).pValue()).isCloseTo(0.07967 - 0.03194 / 2, within(1e-5));
    }

    /** sum of comb(m,k)·q^k·(1−q)^(m−k), q = t2/(t1+t2), of the count seen half, in Fractions; Garwood by bisection of the Poisson sums. */
    @Test
    void rates_have_an_exact_test_and_a_recovered_interval() {
        assertThat(rates(36, 3, 19, 1).pValue()).isCloseTo(0.10209693482343725, CLOSE);
        spans(rates(36, 3, 19, 1), -1.8569396399971456, 18.2602681935274, within(1e-6));
        assertThat(rates(36, 3, 30, 1).pValue()).isCloseTo(0.00022875085500721277, CLOSE);
        spans(rates(36, 3, 30, 1), 7.2055178224369065, 31.321223656273396, within(1e-6));
    }

    @Test
    void no_event_on_either_side_is_no_difference() {
        assertThat(rates(0, 3, 0, 1).pValue()).isCloseTo(1, CLOSE);
        spans(rates(0, 3, 0, 1), -1.2296264847046452, 3.688879454113936, within(1e-6));
    }

    /** z = (x2 − m·q)/sqrt(m·q·(1−q)), 2·NormalDist().cdf(−|z|). */
    @Test
    void many_events_are_tested_by_the_normal_limit() {
        assertThat(rates(9_000, 3, 3_300, 1).pValue()).isCloseTo(2.7966913074273236e-06, within(1e-12));
    }

    /** df = (a+b)²/(a²/(n1−1) + b²/(n2−1)), a = sd²/n; Student's t by Simpson's rule over its density. */
    @Test
    void means_are_compared_with_their_effective_numbers() {
        Difference difference = means(10, 2, 5, 13, 3, 8);
        spans(difference, -0.058093507707708714, 6.058093507707708, within(1e-7));
        assertThat(difference.pValue()).isCloseTo(0.05377376252278476, within(1e-7));
        spans(means(0.763, 0.1, 400, 0.839, 0.09, 160), 0.058891607684451806, 0.0931083923155481, within(1e-7));
    }

    @Test
    void means_that_never_vary_differ_only_if_they_differ() {
        assertThat(means(5, 0, 10, 5, 0, 10).pValue()).isEqualTo(1);
        assertThat(Difference.between(
                        Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, 5, 0, 10, 10),
                        Weeks.mean(Weeks.CONFIDENCE, Slice.ALL, 6, 0, 10, 10)))
                .isEmpty();
    }

    /** d ± z·hypot(1.2, 10.2), d = −2.09; 2·NormalDist().cdf(−|d|/hypot). */
    @Test
    void estimates_are_compared_as_if_normal() {
        Difference difference =
                between(Weeks.estimate(Weeks.SHARPE, 1.47, 1.2, 21), Weeks.estimate(Weeks.SHARPE, -0.62, 10.2, 7));
        spans(difference, -22.21950760467866, 18.03950760467866, CLOSE);
        assertThat(difference.pValue()).isCloseTo(0.8387454131511591, CLOSE);
    }

    @Test
    void evidence_of_two_kinds_or_too_little_of_it_allows_no_test() {
        Metric<?> metric = Weeks.WIN_RATE;
        Measurement plain = Weeks.plain(metric, Slice.ALL, 0.5, 10);
        assertThat(Difference.between(plain, Weeks.share(metric, Slice.ALL, 5, 10)))
                .isEmpty();
        assertThat(Difference.between(plain, plain)).isEmpty();
        assertThat(Difference.between(
                        Weeks.mean(metric, Slice.ALL, 1, 1, 9, 1.5), Weeks.mean(metric, Slice.ALL, 1, 1, 9, 9)))
                .isEmpty();
        assertThat(Difference.between(Weeks.estimate(Weeks.SHARPE, 1, 0, 9), Weeks.estimate(Weeks.SHARPE, 2, 0, 9)))
                .isEmpty();
    }

    /** Benjamini and Hochberg 1995, section 3.2: of fifteen p-values the four smallest are rejected at 5 %. */
    @Test
    void false_discovery_follows_the_papers_example() {
        List<Double> paper = List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0);
        assertThat(FalseDiscovery.threshold(paper, 0.05)).isEqualTo(0.0095);
        assertThat(FalseDiscovery.threshold(List.of(0.2, 0.9), 0.05)).isNegative();
        assertThat(FalseDiscovery.threshold(List.of(), 0.05)).isNegative();
    }
}
