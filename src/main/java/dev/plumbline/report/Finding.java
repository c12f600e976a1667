package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.chart.PlainText;
import dev.plumbline.metric.Evidence;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Measurement;
import dev.plumbline.metric.Unit;
import java.util.List;
import java.util.Locale;

/**
 * One thing that moved, in words.
 *
 * @param lead   the point, in bold: {@code Win rate, ETH/USDT, fell}
 * @param mark   what kind of finding, where it is not red; may be empty
 * @param body   numbers before and after, how sure, and why it matters
 * @param action what the rule's author asks to do; may be empty
 */
public record Finding(Verdict verdict, String lead, String mark, String body, String action) {

    /** Rows about one metric and slice, the worst first: the numbers of the deviation, the word of the limit. */
    static Finding of(List<Deviation> rows) {
        Deviation worst = rows.get(0);
        Deviation told = rows.stream()
                .filter(row -> row.kind() == Deviation.Kind.DEVIATION)
                .findFirst()
                .orElse(worst);
        Finding finding = of(told);
        if (told.kind() == worst.kind()) {
            return finding;
        }
        String mark = worst.verdict() == Verdict.RED ? "" : worst.verdict().word();
        String limit = together(Words.sentence(plain(worst.why())));
        String action = worst.action().isEmpty() ? finding.action() : Words.sentence(plain(worst.action()));
        return new Finding(worst.verdict(), finding.lead(), mark, finding.body() + " " + limit, action);
    }

    static Finding of(Deviation row) {
        String action = Words.sentence(plain(row.action()));
        boolean marked = row.verdict() == Verdict.YELLOW || row.verdict() == Verdict.WATCH;
        String mark = marked ? row.verdict().word() : "";
        return new Finding(row.verdict(), together(lead(row)), mark, together(body(row)), action);
    }

    static Finding of(Check.Freshness fresh) {
        String mark = fresh.verdict() == Verdict.RED ? "" : fresh.verdict().word();
        return new Finding(
                fresh.verdict(),
                Words.capital(plain(fresh.words())),
                mark,
                "What follows may not be what is happening now.",
                "");
    }

    static String plain(String text) {
        return PlainText.line(text, 300);
    }

    private static String lead(Deviation row) {
        String title = Words.capital(plain(row.now().title()));
        if (!row.now().isDefined() || row.verdict() == Verdict.UNKNOWN) {
            return title + " can’t be told";
        }
        boolean moved = row.change().isPresent() && row.change().getAsDouble() != 0;
        if (row.kind() == Deviation.Kind.LIMIT || !moved) {
            return title + ": " + row.now().text();
        }
        String comma = title.contains(", ") ? ", " : " ";
        return title + comma + (row.change().getAsDouble() < 0 ? "fell" : "rose");
    }

    private static String body(Deviation row) {
        StringBuilder body = new StringBuilder();
        if (!row.now().isDefined()) {
            body.append(Words.sentence(plain(row.now().because().orElse(""))));
        } else {
            body.append(numbers(row));
        }
        String why = Words.sentence(plain(row.why()));
        boolean said = body.toString().contains(why);
        return (body + (said || why.isEmpty() ? "" : " " + why)).strip();
    }

    private static String numbers(Deviation row) {
        boolean before = row.then().map(Measurement::isDefined).orElse(false);
        boolean limit = row.kind() == Deviation.Kind.LIMIT;
        String text = limit
                ? (before ? row.then().orElseThrow().text() + " in the baseline" : "")
                : amount(row.now()) + (before ? ", " + amount(row.then().orElseThrow()) + " before" : "");
        if (row.change().isEmpty() || !before) {
            return text.isEmpty() ? "" : Words.capital(text) + ".";
        }
        Unit unit = row.now().metric().unit();
        String change = points(unit.formatChange(row.change().getAsDouble()));
        String sure = limit
                ? ""
                : row.interval().map(interval -> between(unit, interval)).orElse("");
        return Words.capital(text) + (limit ? "" : ": " + change + sure) + ".";
    }

    private static String between(Unit unit, Interval interval) {
        return String.format(
                Locale.ROOT,
                ", and between %s and %s at %.0f %%",
                unit.formatChange(interval.low()).replace(" pt", ""),
                unit.formatChange(interval.high()).replace(" pt", ""),
                interval.level() * 100);
    }

    /** {@code 38.1 % of 118} for a share of trials, {@code 1.08 (n = 268)} otherwise. */
    private static String amount(Measurement measured) {
        if (measured.evidence() instanceof Evidence.Proportion share) {
            return String.format(Locale.ROOT, "%s of %,d", measured.text(), share.trials());
        }
        return String.format(Locale.ROOT, "%s (n = %,d)", measured.text(), measured.n());
    }

    /** A number and its per cent sign stay on one line. */
    private static String together(String text) {
        return text.replace(" %", "\u00a0%");
    }

    private static String points(String change) {
        return change.endsWith(" pt") ? change.substring(0, change.length() - 3) + " points" : change;
    }
}
