package dev.plumbline;

import dev.plumbline.metric.Unit;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.report.Block;
import dev.plumbline.report.Showable;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Why the account's value changed over a window: closed trades − fees − funding + change of unrealised P&L + flows + what
 * none of them explains. A term that the source does not record is undefined, and what it was is in the remainder.
 *
 * @param lines    the terms in that order, then the change itself
 * @param instead  why there is no bridge; empty where there is one
 */
public record Bridge(List<Line> lines, String currency, String span, String instead) implements Showable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /**
     * One term.
     *
     * @param amount in the account's currency, positive raises its value; empty where it is not known
     * @param n      rows that it is of
     * @param note   what it rests on, or why it is not known
     */
    public record Line(String term, OptionalDouble amount, long n, String note) {}

    public Bridge {
        lines = List.copyOf(lines);
    }

    static Bridge of(Window window) {
        EquityCurve curve = window.sample(EquityCurve.class);
        if (curve.micros().length < 2) {
            return new Bridge(
                    List.of(), "", "", "Not available: the source has no two values of the account in this window.");
        }
        double[] value = curve.value();
        int last = value.length - 1;
        double change = value[last] - value[0];
        List<Line> terms = BridgeTerms.of(window, curve);
        double explained =
                terms.stream().flatMapToDouble(line -> line.amount().stream()).sum();
        List<String> missing = terms.stream()
                .filter(line -> line.amount().isEmpty())
                .map(Line::term)
                .toList();
        Line rest = new Line(
                "not explained",
                OptionalDouble.of(change - explained),
                curve.unexplained().length,
                missing.isEmpty()
                        ? "every term above is known"
                        : "holds what is not known: " + String.join(", ", missing));
        Line sum = new Line(
                "change of account value",
                OptionalDouble.of(change),
                value.length,
                "from " + Unit.MONEY.format(value[0]) + " to " + Unit.MONEY.format(value[last]) + ", "
                        + (curve.basis().isEmpty() ? "reported" : curve.basis()));
        String span = time(curve, 0) + " to " + time(curve, last);
        return new Bridge(Stream.concat(terms.stream(), Stream.of(rest, sum)).toList(), curve.currency(), span, "");
    }

    private static String time(EquityCurve curve, int i) {
        return TIME.format(Period.instant(curve.micros()[i]).atZone(curve.zone()));
    }

    /** The amount of a term by its name, such as {@code fees}; empty where it is not known. */
    public OptionalDouble amount(String term) {
        return lines.stream()
                .filter(line -> line.term().equals(term))
                .findFirst()
                .map(Line::amount)
                .orElseThrow(() -> new IllegalArgumentException("no term \"" + term + "\"; there are "
                        + String.join(", ", lines.stream().map(Line::term).toList())));
    }

    @Override
    public List<Block> blocks() {
        return List.of(
                lines.isEmpty()
                        ? new Block.Prose(instead)
                        : new Block.DataTable(
                                "Where the change came from, " + span + ".",
                                List.of(
                                        new Block.DataTable.Column("", false),
                                        new Block.DataTable.Column(amountTitle(), true),
                                        new Block.DataTable.Column("n", true),
                                        new Block.DataTable.Column("what it rests on", false)),
                                rows(),
                                lines.size()));
    }

    private String amountTitle() {
        return currency.isEmpty() ? "amount" : currency;
    }

    private List<List<String>> rows() {
        return lines.stream()
                .map(line -> List.of(
                        line.term(),
                        line.amount().isPresent()
                                ? Unit.MONEY.formatChange(line.amount().getAsDouble())
                                : "undefined",
                        String.format(Locale.ROOT, "%,d", line.n()),
                        line.note()))
                .toList();
    }

    @Override
    public String toString() {
        return lines.isEmpty()
                ? instead
                : TextTable.of(List.of(span, amountTitle(), "n", ""), List.of(false, true, true, false), rows());
    }
}
