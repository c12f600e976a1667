package dev.plumbline.baseline;

import dev.plumbline.metric.DayTotal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The permutation test of two means: whole days are exchanged between the two periods, so that what was read on one day
 * stays together, and the difference seen is held against the differences that exchanging makes.
 *
 * <p>Formula: t = (m₂ - m₁) / √(v₁ + v₂), m = Σ s / Σ n over the days of a period, s the sum and n the number of readings
 * of a day, v = Σ (s - m·n)² / (Σ n)² · D/(D - 1), D the days. P-value: twice the smaller share of arrangements with a t at
 * least, or at most, as great as the one seen. Up to 20,000 arrangements are all tried; of more, up to as many drawn with a
 * fixed seed, the one seen counted among them, (b + 1)/(m + 1), and stopped early where the answer is plain (J. Besag, P.
 * Clifford, Biometrika 78, 1991).
 *
 * <p>Source: E. Chung, J. P. Romano, Exact and Asymptotically Robust Permutation Tests, Annals of Statistics 41 (2013),
 * <a href="https://doi.org/10.1214/13-AOS1090">doi:10.1214/13-AOS1090</a>: divided by its error, the difference keeps its
 * level where the two periods differ in length and in variance too, and stays exact where they do not.
 *
 * @param pValue two-sided, of no difference
 * @param tried  arrangements of days, the one seen among them
 * @param exact  whether those are all there are
 */
record DayExchange(double pValue, long tried, boolean exact) {

    /** Of fewer days the error of a mean is hardly known, and a real change would be called chance. */
    static final int FEWEST_DAYS = 5;

    /** So few arrangements give no p-value small enough for a family of tests. */
    private static final long FEWEST_ARRANGEMENTS = 1_000;

    private static final int MOST = 20_000;
    private static final int ENOUGH = 200;

    /** Empty where days are not known, or there are too few for an answer. */
    static Optional<DayExchange> of(List<DayTotal> then, List<DayTotal> now) {
        if (Math.min(then.size(), now.size()) < FEWEST_DAYS) {
            return Optional.empty();
        }
        long arrangements = arrangements(then.size() + now.size(), Math.min(then.size(), now.size()));
        if (arrangements < FEWEST_ARRANGEMENTS) {
            return Optional.empty();
        }
        // the days of the shorter period are picked out, which is less to add up
        boolean turned = then.size() < now.size();
        List<DayTotal> first = turned ? then : now;
        List<DayTotal> second = turned ? now : then;
        DayError error =
                new DayError(Stream.concat(first.stream(), second.stream()).toList(), first.size());
        return Optional.of(arrangements <= MOST ? all(error, first.size()) : drawn(error, first.size()));
    }

    private static DayExchange all(DayError error, int k) {
        int[] picked = first(k);
        Tally tally = new Tally(error.score(picked));
        while (next(picked, error.days())) {
            tally.add(error.score(picked));
        }
        return new DayExchange(tally.pValue(), tally.tried, true);
    }

    private static DayExchange drawn(DayError error, int k) {
        SplittableRandom random = new SplittableRandom(SeriesTest.SEED);
        int[] order = first(error.days());
        int[] picked = first(k);
        Tally tally = new Tally(error.score(picked));
        while (tally.tried <= MOST && Math.min(tally.above, tally.below) < ENOUGH) {
            for (int i = 0; i < k; i++) {
                int other = i + random.nextInt(order.length - i);
                int day = order[other];
                order[other] = order[i];
                order[i] = day;
                picked[i] = day;
            }
            tally.add(error.score(picked));
        }
        return new DayExchange(tally.pValue(), tally.tried, false);
    }

    private static int[] first(int n) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        return all;
    }

    /** The next choice in the order of a dictionary; false after the last. */
    private static boolean next(int[] picked, int days) {
        int k = picked.length;
        int place = k - 1;
        while (place >= 0 && picked[place] == days - k + place) {
            place--;
        }
        if (place < 0) {
            return false;
        }
        picked[place]++;
        for (int i = place + 1; i < k; i++) {
            picked[i] = picked[i - 1] + 1;
        }
        return true;
    }

    /** Ways to choose k of n, or more than are ever all tried. */
    private static long arrangements(int n, int k) {
        long ways = 1;
        for (int i = 1; i <= k && ways <= MOST; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    /** How many arrangements are at least as far off on either side. */
    private static final class Tally {

        private final double seen;
        private final double hair;
        private long above = 1;
        private long below = 1;
        private long tried = 1;

        Tally(double seen) {
            this.seen = seen;
            this.hair = 1e-7 * (1 + Math.abs(seen));
        }

        void add(double score) {
            tried++;
            above += score >= seen - hair ? 1 : 0;
            below += score <= seen + hair ? 1 : 0;
        }

        double pValue() {
            return Math.min(1, 2.0 * Math.min(above, below) / tried);
        }
    }
}
