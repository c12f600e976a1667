package dev.plumbline.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** Whose meaning of a name is taken, where another tool gives another number under the same name. */
public enum Peer {
    /** Our own, as {@code docs/metrics.md} has it. */
    OWN(OptionalDouble.empty()),
    /** VaR and CVaR of a normal, win rate of what is not 0, ulcer index over n - 1, recovery factor of added returns. */
    QUANTSTATS(OptionalDouble.of(252)),
    /** As our own, at 252 days a year. */
    EMPYRICAL(OptionalDouble.of(252)),
    /** Half Kelly of normal returns, and a probabilistic Sharpe ratio that takes every kurtosis for 3. */
    PERFORMANCEANALYTICS(OptionalDouble.empty()),
    /** The drawdown of closed P&L begins with the first trade’s result: a first loss is none. */
    FREQTRADE(OptionalDouble.of(365));

    private final OptionalDouble periodsPerYear;

    Peer(OptionalDouble periodsPerYear) {
        this.periodsPerYear = periodsPerYear;
    }

    /** What it takes by default; empty where it looks at the times, as we do. */
    OptionalDouble periodsPerYear() {
        return periodsPerYear;
    }

    /** @throws IllegalArgumentException naming those that there are */
    public static Peer parse(String name) {
        return Arrays.stream(values())
                .filter(peer -> peer.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--compat: found \"" + name + "\", expected one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(peer -> peer.name().toLowerCase(Locale.ROOT))
                                        .toList())));
    }
}
