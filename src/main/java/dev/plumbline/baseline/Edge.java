package dev.plumbline.baseline;

import dev.plumbline.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code below 60 % or above 85 %}, {@code below -5.5 pt}, {@code above x 2.5}, {@code at least 3 days}. */
final class Edge {

    private static final Pattern FORM = Pattern.compile(
            "(below|above|at least|at most) (?:(baseline)|(x )?([+-]?[0-9]+(?:\\.[0-9]+)?)(?: ?(%|[A-Za-z/][A-Za-z/"
                    + " ]*))?)");

    /** How each unit may be written in a rule, and what one of it counts. */
    private static final Map<Unit, Map<String, Double>> WRITTEN = Map.of(
            Unit.SHARE, Map.of("%", 0.01),
            Unit.RATIO, Map.of("", 1.0),
            Unit.MONEY, Map.of("", 1.0),
            Unit.COUNT, Map.of("", 1.0, "days", 1.0, "trades", 1.0, "times", 1.0),
            Unit.PER_DAY, Map.of("per day", 1.0),
            Unit.PER_WEEK, Map.of("per week", 1.0),
            Unit.PER_HOUR, Map.of("per hour", 1.0),
            Unit.SECONDS, Map.of("ms", 0.001, "s", 1.0, "min", 60.0, "h", 3_600.0, "day", 86_400.0, "days", 86_400.0),
            Unit.BITS, Map.of("bits", 1.0));

    private Edge() {}

    static Bounds bounds(Node node, Quantity quantity, Deviation.Kind kind) {
        List<Threshold> below = new ArrayList<>();
        List<Threshold> above = new ArrayList<>();
        for (String part : node.string().split(" or ", -1)) {
            Matcher form = FORM.matcher(part.strip());
            if (!form.matches()) {
                throw node.unreadable(examples(quantity, kind));
            }
            boolean down = form.group(1).equals("below") || form.group(1).equals("at most");
            (down ? below : above).add(threshold(node, form, quantity, kind));
        }
        if (below.size() > 1 || above.size() > 1) {
            throw node.unreadable("one value below and one above");
        }
        if (!below.isEmpty() && !above.isEmpty() && below.get(0).leavesNothing(above.get(0))) {
            throw node.unreadable("an edge below that is under the edge above, for no value is beyond neither");
        }
        return new Bounds(below.stream().findFirst(), above.stream().findFirst());
    }

    private static Threshold threshold(Node node, Matcher form, Quantity quantity, Deviation.Kind kind) {
        boolean inclusive = form.group(1).startsWith("at");
        boolean deviation = kind == Deviation.Kind.DEVIATION;
        String unit = Optional.ofNullable(form.group(5)).orElse("").strip();
        if (form.group(2) != null) {
            return unless(node, !deviation, quantity, kind, new Threshold(0, Threshold.Scale.OFFSET, inclusive));
        }
        double number = Double.parseDouble(form.group(4));
        if (form.group(3) != null) {
            boolean wrong = !deviation || number <= 0 || !unit.isEmpty();
            return unless(node, wrong, quantity, kind, new Threshold(number, Threshold.Scale.FACTOR, inclusive));
        }
        if (deviation) {
            boolean points = quantity.unit() == Unit.SHARE;
            boolean signed = form.group(4).startsWith("-") || form.group(4).startsWith("+");
            double one = points ? (unit.equals("pt") ? 0.01 : 0) : one(quantity, unit);
            return unless(
                    node,
                    !signed || one == 0,
                    quantity,
                    kind,
                    new Threshold(scaled(number, one), Threshold.Scale.OFFSET, inclusive));
        }
        double one = one(quantity, unit);
        return unless(
                node,
                one == 0,
                quantity,
                kind,
                new Threshold(scaled(number, one), Threshold.Scale.ABSOLUTE, inclusive));
    }

    /** Dividing by a hundred is exact where multiplying by 0.01 is not. */
    private static double scaled(double number, double one) {
        return one == 0.01 ? number / 100 : one == 0.001 ? number / 1_000 : number * one;
    }

    private static double one(Quantity quantity, String written) {
        if (!quantity.word().isEmpty()) {
            return written.equals(quantity.word()) ? 1 : 0;
        }
        return WRITTEN.get(quantity.unit()).getOrDefault(written, 0.0);
    }

    private static Threshold unless(
            Node node, boolean wrong, Quantity quantity, Deviation.Kind kind, Threshold threshold) {
        if (wrong) {
            throw node.unreadable(examples(quantity, kind));
        }
        return threshold;
    }

    private static String examples(Quantity quantity, Deviation.Kind kind) {
        String unit = quantity.word().isEmpty() ? usual(quantity.unit()) : " " + quantity.word();
        String words = "a level of " + quantity.id() + " such as ";
        if (kind == Deviation.Kind.LIMIT) {
            return words + "\"below 45" + unit + "\" or \"above 10" + unit + "\"";
        }
        String offset = quantity.unit() == Unit.SHARE ? " pt" : unit;
        return words + "\"below -5.5" + offset + "\", \"above x 2.5\" or \"below baseline\"";
    }

    private static String usual(Unit unit) {
        return WRITTEN.get(unit).keySet().stream()
                .sorted()
                .filter(written -> !written.startsWith("day"))
                .map(written -> written.isEmpty() ? "" : " " + written)
                .findFirst()
                .orElse("");
    }
}
