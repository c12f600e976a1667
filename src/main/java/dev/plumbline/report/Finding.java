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
 * @param author who asks: {@code The playbook}
 */
public record Finding(Verdict verdict, String lead, String mark, String body, String action, String author) {

    /** {@code The playbook asks: } or, where the finding before asks the same, that it does. */
    public String asks() {
        return action.isEmpty() ? "" : author + " asks" + (action.equals(SAME) ? " " : ": ");
    }

    /** What is asked where the finding before asks it too. */
    static final String SAME = "the same.";

    Finding askingTheSame() {
        return new Finding(verdict, lead, mark, body, SAME, author);
    }

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
        String action = worst.action().isEmpty() ? finding.action() : request(worst.action());
        String since = rows.stream()
                .map(Deviation::since)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        String numbers = together(moved(told.since(since)));
        return new Finding(worst.verdict(), finding.lead(), mark, numbers + " " + limit, action, author(worst));
    }

    static Finding of(Deviation row) {
        boolean marked = row.verdict() == Verdict.YELLOW || row.verdict() == Verdict.WATCH;
        String mark = marked ? row.verdict().word() : "";
        return new Finding(
                row.verdict(), together(lead(row)), mark, together(body(row)), request(row.action()), author(row));
    }

    static Finding of(Check.Freshness fresh) {
        String mark = fresh.verdict() == Verdict.RED ? "" : fresh.verdict().word();
        return new Finding(
                fresh.verdict(),
                Words.capital(plain(fresh.words())),
                mark,
                "What follows may not be what is happening now.",
                "",
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
            return Leads.stands(row.now());
        }
        return Leads.moved(row, row.change().getAsDouble() > 0);
    }

    /** {@code consider rollback.}: a request goes on where the sentence before it left off. */
    private static String request(String action) {
        String text = plain(action).strip();
        if (text.isEmpty()) {
            return "";
        }
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        String start = word ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
        return start.endsWith(".") ? start : start + ".";
    }

    private static String author(Deviation row) {
        return Words.capital(row.author().isEmpty() ? "the rule" : plain(row.author()));
    }

    /** The numbers, and since when. */
    private static String moved(Deviation row) {
        return (numbers(row) + " " + Words.sentence(plain(row.since()))).strip();
    }

    private static String body(Deviation row) {
        StringBuilder body = new StringBuilder();
        if (!row.now().isDefined()) {
            body.append(Words.sentence(plain(row.now().because().orElse(""))));
        } else {
            body.append(moved(row));
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
                : amount(row.now()) + (before ? ", " + earlier(row.then().orElseThrow()) + " before" : "");
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

    /** {@code 38.1 % of 118 trades} for a share of trials, {@code 1.08 over 268 trades} otherwise. */
    private static String amount(Measurement measured) {
        if (measured.evidence() instanceof Evidence.Proportion share) {
            return String.format(Locale.ROOT, "%s of %s", measured.text(), Leads.counted(measured, share.trials()));
        }
        String counted = Leads.counted(measured, measured.n());
        return measured.text() + (counted.endsWith("s") ? " over " + counted : " (n = " + counted + ")");
    }

    /** The same of the baseline, where the noun was just said. */
    private static String earlier(Measurement measured) {
        return amount(measured).replaceFirst("(\\d) [a-z]+s?(\\)?)$", "$1$2");
    }

    /** A number and its per cent sign stay on one line. */
    private static String together(String text) {
        return text.replace(" %", "\u00a0%");
    }

    private static String points(String change) {
        return change.endsWith(" pt") ? change.substring(0, change.length() - 3) + " points" : change;
    }
}
