package dev.plumbline;

import dev.plumbline.metric.Conventions;
import dev.plumbline.metric.CurveShape;
import dev.plumbline.metric.Interval;
import dev.plumbline.metric.Result;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.report.Showable;
import dev.plumbline.store.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Which of a window's curves are smooth, erratic, a sawtooth or stuck: the confidence of each series, and the account's value. */
final class Curves {

    private static final String ABSENT = "–";
    private static final String ACCOUNT = "account value";

    private Curves() {}

    static Showable of(Window window) {
        Map<String, double[]> curves = new TreeMap<>(confidence(window));
        EquityCurve equity = window.sample(EquityCurve.class);
        if (curves.isEmpty() && equity.size() == 0) {
            return Evaluated.only(
                    "Not available: neither confidence nor the account's value is recorded in these days.");
        }
        List<List<String>> lines = new ArrayList<>();
        Map<CurveShape.Kind, List<String>> named = new TreeMap<>();
        curves.forEach((name, values) -> {
            CurveShape shape = CurveShape.of(values, Conventions.standard());
            named.computeIfAbsent(shape.kind(), kind -> new ArrayList<>()).add(name);
            lines.add(line("confidence " + name, shape, shape.kind().word()));
        });
        StringJoiner words = new StringJoiner("; ", "Confidence: ", ".").setEmptyValue("");
        named.forEach((kind, names) -> words.add(kind.word() + " " + String.join(", ", names)));
        String said = words.toString();
        if (equity.size() > 0) {
            CurveShape shape = CurveShape.of(earned(equity), Conventions.standard());
            String word = account(shape.kind());
            lines.add(line(ACCOUNT, shape, word));
            said += (said.isEmpty() ? "" : " ") + "The account's value: " + word + ".";
        }
        return new Evaluated(
                said,
                "Unchanged: share of changes that are 0; stuck above 50 %. Turns: share of changes that turn round;"
                        + " chance turns in 66.7 %, a random walk in 50 %, sawtooth above the former. Persistence: correlation of a"
                        + " reading with the one before; smooth above 0.5, erratic below. Each for certain only, with its whole"
                        + " 95 % interval; n is readings.",
                Evaluated.columns("curve", "#n", "#unchanged [95 %]", "#turns [95 %]", "#persistence [95 %]", "shape"),
                lines);
    }

    /** An account's value is smooth as any sum is: what matters is whether it moves, and to and fro. */
    private static String account(CurveShape.Kind kind) {
        return switch (kind) {
            case SMOOTH, ERRATIC -> "neither stuck nor a sawtooth";
            default -> kind.word();
        };
    }

    private static Map<String, double[]> confidence(Window window) {
        Rows rows = window.rows("samples/confidence");
        Map<String, List<Double>> series = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = (rows.texts("symbol")[i] + " " + rows.texts("timeframe")[i]).strip();
            series.computeIfAbsent(name.isEmpty() ? "of no symbol" : name, it -> new ArrayList<>())
                    .add(rows.doubles("confidence")[i]);
        }
        Map<String, double[]> values = new TreeMap<>();
        series.forEach((name, all) ->
                values.put(name, all.stream().mapToDouble(Double::doubleValue).toArray()));
        return values;
    }

    /** The account's value without what was put in or taken out. */
    private static double[] earned(EquityCurve equity) {
        double[] values = equity.value().clone();
        double[] flows = equity.flow();
        double moved = 0;
        for (int i = 0; i < values.length; i++) {
            moved += i == 0 || Double.isNaN(flows[i]) ? 0 : flows[i];
            values[i] -= moved;
        }
        return values;
    }

    private static List<String> line(String name, CurveShape shape, String word) {
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", shape.n()),
                words(shape.unchanged(), true),
                words(shape.turns(), true),
                words(shape.persistence(), false),
                shape.unchanged() instanceof Result.Undefined none ? word + ": " + none.because() : word);
    }

    private static String words(Result result, boolean share) {
        if (!(result instanceof Result.Value value)) {
            return ABSENT;
        }
        Interval range = value.interval().orElseThrow();
        return String.format(
                        Locale.ROOT,
                        share ? "%.1f %% [%.1f, %.1f]" : "%.2f [%.2f, %.2f]",
                        (share ? 100 : 1) * value.value(),
                        (share ? 100 : 1) * range.low(),
                        (share ? 100 : 1) * range.high())
                .replace('-', '−');
    }
}
