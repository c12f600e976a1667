package dev.plumbline.baseline;

import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a check: a metric then and now, and what to think of it.
 *
 * @param now      this window's measurement, its slice included
 * @param then     the baseline's, where it has one
 * @param change   now minus then, in the metric's unit
 * @param interval of the change, where the evidence of both allows one
 * @param pValue   of the change being chance, where a test was made; of a limit passed by a share, how often chance alone
 *                 takes the usual share as far beyond it
 * @param band     the values that the rule accepts, where there is one
 * @param kind     a limit is a fact and is never muted by noise; a deviation is inference
 * @param why      one sentence
 * @param action   what the rule's author asks to do; empty when nothing
 * @param author   who wrote the rule, in words: {@code the playbook}; empty when no rule names it
 * @param since    when it began, in words; empty when not known
 */
public record Deviation(
        Measurement now,
        Optional<Measurement> then,
        OptionalDouble change,
        Optional<Interval> interval,
        OptionalDouble pValue,
        Optional<Band> band,
        Kind kind,
        Verdict verdict,
        String why,
        String action,
        String author,
        String since) {

    public enum Kind {
        LIMIT,
        DEVIATION
    }

    /** The same row, with when it began. */
    public Deviation since(String words) {
        return new Deviation(now, then, change, interval, pValue, band, kind, verdict, why, action, author, words);
    }

    /** {@code win rate, ETH/USDT} or, for a limit, {@code drawdown from peak (limit)}. */
    public String title() {
        return now.title() + (kind == Kind.LIMIT ? " (limit)" : "");
    }
}
