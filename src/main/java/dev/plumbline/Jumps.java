package dev.plumbline;

import dev.plumbline.metric.Metric;
import dev.plumbline.metric.Metrics;
import dev.plumbline.metric.Result;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.model.Returns;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What becomes of a figure when equity jumped and nothing recorded explains it. The return there is left out and the
 * figure says so. After a fall, what a limit could be held against is undefined instead: a loss must not pass for a
 * withdrawal.
 */
final class Jumps {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Jumps() {}

    static Result judged(Metric<?> metric, Result result, EquityCurve curve) {
        int[] places = curve.unexplained();
        if (places.length == 0 || result instanceof Result.Undefined) {
            return result;
        }
        double[] value = curve.value();
        OptionalInt fall =
                Arrays.stream(places).filter(i -> value[i] < value[i - 1]).findFirst();
        boolean limited = metric.sample() == EquityCurve.class || metric.id().equals(Metrics.DAILY_RETURN_WORST.id());
        return fall.isPresent() && limited
                ? Result.undefined(result.n(), Result.Reason.NOT_AVAILABLE, asked(curve, fall.getAsInt()))
                : result.noting(
                        places.length == 1
                                ? "1 unexplained jump left out"
                                : places.length + " unexplained jumps left out");
    }

    /** Whether a figure rests on the account's value. */
    static boolean concern(Metric<?> metric) {
        return metric.sample() == EquityCurve.class || metric.sample() == Returns.class;
    }

    private static String asked(EquityCurve curve, int at) {
        return String.format(
                Locale.ROOT,
                "equity fell by %.1f %% at %s and nothing recorded explains it: withdrawal or loss? Say it in data/flows.csv",
                100 * (1 - curve.value()[at] / curve.value()[at - 1]),
                TIME.format(Period.instant(curve.micros()[at]).atZone(curve.zone())));
    }
}
