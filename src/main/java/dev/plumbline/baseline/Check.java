package dev.plumbline.baseline;

import dev.plumbline.model.Period;
import dev.plumbline.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One window held against limits and, where there is one, a baseline.
 *
 * @param rows      worst first
 * @param baseline  the baseline's name, or empty when none was there
 * @param freshness how old the newest row is, judged against the wall clock; empty when it was not judged
 * @param rules     which rule file was used
 */
public record Check(
        Scope scope,
        Period period,
        Optional<BaselineRef> baseline,
        List<Deviation> rows,
        Optional<Freshness> freshness,
        String rules) {

    /**
     * A baseline by name and period.
     *
     * @param notes what to know of it: thin data, a recorded change inside, its age
     */
    public record BaselineRef(String name, Period period, List<String> notes) {

        public BaselineRef {
            notes = List.copyOf(notes);
        }

        /** One of which nothing needs to be known. */
        public BaselineRef(String name, Period period) {
            this(name, period, List.of());
        }

        /** The same, with more to know. */
        BaselineRef noting(List<String> more) {
            return new BaselineRef(
                    name, period, Stream.concat(notes.stream(), more.stream()).toList());
        }

        /** {@code the 4 weeks before}, or {@code baseline “launch”}. */
        public String words() {
            long days = Math.round(period.days());
            if (!name.equals(PREVIOUS)) {
                return "baseline “" + name + "”";
            }
            return "the " + (days % 7 == 0 ? days / 7 + (days == 7 ? " week" : " weeks") : days + " days") + " before";
        }
    }

    private static final double OFTEN = 0.05;

    /** The name of the baseline that is kept nowhere: what came right before the window. */
    public static final String PREVIOUS = "previous";

    /** Age of the newest row, in words and as a verdict. */
    public record Freshness(Verdict verdict, String words) {

        /** Clocks differ a little; a row further ahead than this has a wrong zone. */
        private static final Duration AHEAD = Duration.ofMinutes(5);

        /**
         * The newest row held against the wall clock.
         *
         * @param maxAge older than this is red, <i>stale</i>; see {@link #maxAge}
         */
        public static Freshness of(Instant newest, Instant clock, Duration maxAge) {
            Duration age = Duration.between(newest, clock);
            if (age.compareTo(AHEAD.negated()) < 0) {
                return new Freshness(
                        Verdict.RED, "newest row " + words(age.negated()) + " in the future: a wrong zone or clock");
            }
            String words = "newest row " + words(age.isNegative() ? Duration.ZERO : age) + " old";
            return age.compareTo(maxAge) > 0
                    ? new Freshness(Verdict.RED, "stale: " + words + ", " + words(maxAge) + " allowed")
                    : new Freshness(Verdict.WITHIN, words);
        }

        /** Three times the usual gap between two cycles. */
        public static Duration maxAge(Duration medianGap) {
            return medianGap.multipliedBy(3);
        }

        private static String words(Duration age) {
            if (age.toMinutes() < 2) {
                return age.toSeconds() + " s";
            }
            if (age.toHours() < 2) {
                return age.toMinutes() + " min";
            }
            return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
        }
    }

    public Check {
        rows = rows.stream()
                .sorted(Comparator.comparing(Deviation::verdict).thenComparingDouble(Check::doubt))
                .toList();
    }

    /**
     * Red if any row is red or the data is stale, else yellow if any is; else unknown when most of what the rules name
     * could not be told (of all rows, where no rule names any): a green that nothing stands behind would be a lie.
     */
    public Verdict verdict() {
        Verdict worst = freshness.map(Freshness::verdict).orElse(Verdict.WITHIN);
        for (Deviation row : rows) {
            worst = row.verdict() == Verdict.UNKNOWN ? worst : worst.or(row.verdict());
        }
        List<Deviation> named = rows.stream().filter(Check::isNamed).toList();
        List<Deviation> key = named.isEmpty() ? rows : named;
        long untold =
                key.stream().filter(row -> row.verdict() == Verdict.UNKNOWN).count();
        boolean blind = untold * 2 > key.size() || key.isEmpty();
        return blind && !worst.isAlarm() ? Verdict.UNKNOWN : worst;
    }

    /**
     * What to know of a red that nothing but limits gives, no further passed than chance goes now and then: a fact, but no
     * sign that anything changed. Now and then is once in twenty windows or oftener, over all rows of that metric and all
     * {@link Looks}. Empty elsewhere.
     */
    public Optional<String> caution() {
        List<Deviation> red = with(Verdict.RED);
        boolean stale = freshness.filter(it -> it.verdict() == Verdict.RED).isPresent();
        if (stale || red.isEmpty() || !red.stream().allMatch(this::isPassedByChance)) {
            return Optional.empty();
        }
        double rarest = red.stream()
                .mapToDouble(row -> row.pValue().orElseThrow())
                .min()
                .orElseThrow();
        return Optional.of("red only by a limit; chance alone goes as far in one such window of "
                + Math.max(2, Math.round(1 / rarest))
                + ", and oftener looked at daily: a fact, but no sign yet that anything changed");
    }

    private boolean isPassedByChance(Deviation row) {
        if (row.kind() != Deviation.Kind.LIMIT || row.pValue().isEmpty()) {
            return false;
        }
        String id = row.now().metric().id();
        long beside = rows.stream()
                .filter(it -> it.kind() == Deviation.Kind.LIMIT
                        && it.now().metric().id().equals(id))
                .count();
        return row.pValue().getAsDouble() >= OFTEN / beside / Looks.worth(period.days());
    }

    /** Among the watched, the surest first; a limit is a fact and keeps its place. */
    private static double doubt(Deviation row) {
        return row.verdict() == Verdict.WATCH ? row.pValue().orElse(0) : 0;
    }

    /** What it was held against, in words. */
    public String against() {
        return baseline.map(it -> "against " + it.words()).orElse("no baseline: limits only");
    }

    /** The same check, each row as the function makes it. */
    public Check with(UnaryOperator<Deviation> change) {
        return new Check(scope, period, baseline, rows.stream().map(change).toList(), freshness, rules);
    }

    /** The same check, with more rows. */
    public Check and(List<Deviation> more) {
        List<Deviation> all = new ArrayList<>(rows);
        all.addAll(more);
        return new Check(scope, period, baseline, all, freshness, rules);
    }

    /** The same check, with more to know of its baseline. */
    public Check noting(List<String> ofBaseline) {
        return new Check(scope, period, baseline.map(it -> it.noting(ofBaseline)), rows, freshness, rules);
    }

    /** A limit, or a deviation with a band: somebody wrote a rule for it, on something that this agent has. */
    private static boolean isNamed(Deviation row) {
        return (row.kind() == Deviation.Kind.LIMIT || row.band().isPresent()) && !Rule.isUnknownSeries(row.now());
    }

    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    public List<Deviation> with(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).toList();
    }
}
