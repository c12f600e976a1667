package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.Heartbeats;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an audit of a stretch of time is made of, beside tables and charts. */
public final class Audit {

    /** Findings that a page lists; the rest is in the tables below. */
    private static final int MOST = 30;

    private Audit() {}

    /** How complete the record is: signs of life found of those to be expected, and collections that failed. */
    public static Showable completeness(Window window) {
        Heartbeats beats = window.sample(Heartbeats.class);
        if (beats.medianGapSeconds().isEmpty()) {
            return Evaluated.only(
                    "Not available: " + beats.size() + " signs of life, 3 needed to know how often one comes.");
        }
        double usual = beats.medianGapSeconds().getAsDouble();
        double span = (beats.period().toMicros() - beats.period().fromMicros()) / 1e6;
        long expected = Math.max(beats.size(), Math.round(span / usual));
        Rows failed = window.rows("checks/failed_collections");
        double broken = failed.isEmpty() ? 0 : failed.doubles("n")[0];
        return new Evaluated(
                String.format(
                        Locale.ROOT,
                        "%,d of about %,d signs of life are there (%s), one every %s.%s",
                        beats.size(),
                        expected,
                        Unit.SHARE.format((double) beats.size() / expected),
                        Unit.SECONDS.format(usual),
                        broken > 0 ? String.format(Locale.ROOT, " %,.0f collections failed.", broken) : ""),
                "",
                List.of(),
                List.of());
    }

    /**
     * What was found, the worst first: severity, how often, the evidence, what to do and how soon. Rules that fired,
     * deviations that are real, what the data checks found, and critical errors with file and line.
     */
    public static Showable findings(Window window, Check check) {
        List<List<String>> rows = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.RED, Verdict.YELLOW, Verdict.WATCH)) {
            for (Deviation row : check.with(verdict)) {
                rows.add(List.of(
                        severity(verdict),
                        row.title(),
                        row.now().text(),
                        row.why() + (row.since().isEmpty() ? "" : "; " + row.since()),
                        row.action(),
                        priority(verdict)));
            }
            if (verdict == Verdict.RED) {
                errors(window, rows);
            }
        }
        for (Quality.Finding finding : window.quality().findings()) {
            if (finding.severity() != Quality.Severity.INFO) {
                rows.add(List.of(
                        finding.severity() == Quality.Severity.ERROR ? "data, error" : "data, warning",
                        finding.check().replace('_', ' '),
                        String.format(Locale.ROOT, "%,d", finding.n()),
                        finding.subject() + ": " + finding.sentence(),
                        "Look at the source before trusting what rests on it",
                        "this week"));
            }
        }
        String answer = rows.isEmpty()
                ? "Nothing was found by the rules, the tests and the checks of the data."
                : rows.size()
                        + (rows.size() == 1 ? " finding" : " findings")
                        + (rows.size() > MOST ? ", the " + MOST + " worst are listed." : ".");
        return new Evaluated(
                answer,
                "",
                Evaluated.columns("severity", "finding", "value or count", "evidence", "recommendation", "priority"),
                rows.subList(0, Math.min(MOST, rows.size())));
    }

    private static void errors(Window window, List<List<String>> rows) {
        for (ErrorKinds.Kind kind : ErrorKinds.of(window).kinds()) {
            if (kind.level().equals("CRITICAL")) {
                rows.add(List.of(
                        "critical error",
                        kind.text(),
                        String.format(Locale.ROOT, "%,d", kind.n()),
                        "first in " + kind.place(),
                        "Read the log around that line",
                        "immediate"));
            }
        }
    }

    /** Errors and warnings by kind, with the place of the first. */
    public static Showable errors(Window window) {
        return ErrorKinds.of(window).shown();
    }

    private static String severity(Verdict verdict) {
        return switch (verdict) {
            case RED -> "critical";
            case YELLOW -> "warning";
            default -> "info";
        };
    }

    private static String priority(Verdict verdict) {
        return switch (verdict) {
            case RED -> "immediate";
            case YELLOW -> "this week";
            default -> "when convenient";
        };
    }
}
