package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.annual;
import static dev.plumbline.metric.Kind.returns;
import static dev.plumbline.metric.Kind.some;
import static dev.plumbline.metric.Metric.Better.HIGHER;
import static dev.plumbline.metric.Metric.Better.LOWER;
import static dev.plumbline.metric.Unit.COUNT;
import static dev.plumbline.metric.Unit.RATIO;
import static dev.plumbline.metric.Unit.SHARE;

import dev.plumbline.model.Returns;
import java.util.List;

/** What returns say of risk beyond their deviation; the metrics are in {@link Metrics#ALL} too. */
public final class Risks {

    /** See {@link PartialMoments#omega}. */
    public static final Metric<Returns> OMEGA = annual("omega", "omega ratio", RATIO, HIGHER, PartialMoments::omega);

    /** See {@link GainToPain}. */
    public static final Metric<Returns> GAIN_TO_PAIN =
            some("gain_to_pain", "gain to pain", RATIO, HIGHER, new GainToPain());

    /** See {@link Tails#valueAtRisk}. */
    public static final Metric<Returns> VAR_95 =
            some("var_95", "value at risk, 95 %", SHARE, LOWER, Tails.valueAtRisk(0.05));

    /** See {@link Tails#conditional}. */
    public static final Metric<Returns> CVAR_95 =
            some("cvar_95", "loss beyond the value at risk, 95 %", SHARE, LOWER, Tails.conditional(0.05));

    /** See {@link Tails#valueAtRisk}. */
    public static final Metric<Returns> VAR_99 =
            some("var_99", "value at risk, 99 %", SHARE, LOWER, Tails.valueAtRisk(0.01));

    /** See {@link Tails#conditional}. */
    public static final Metric<Returns> CVAR_99 =
            some("cvar_99", "loss beyond the value at risk, 99 %", SHARE, LOWER, Tails.conditional(0.01));

    /** See {@link Tails#modified}. */
    public static final Metric<Returns> VAR_95_MODIFIED =
            some("var_95_modified", "value at risk, 95 %, Cornish-Fisher", SHARE, LOWER, Tails.modified(0.05));

    /** See {@link Tails#ratio}. */
    public static final Metric<Returns> TAIL_RATIO = some("tail_ratio", "tail ratio", RATIO, HIGHER, Tails::ratio);

    /** See {@link Shape#skewness}. */
    public static final Metric<Returns> SKEWNESS = some("skewness", "skewness", RATIO, HIGHER, Shape::skewness);

    /** See {@link Shape#kurtosis}. */
    public static final Metric<Returns> KURTOSIS = some("kurtosis", "excess kurtosis", RATIO, LOWER, Shape::kurtosis);

    /** See {@link Stability}. */
    public static final Metric<Returns> STABILITY = some("stability", "stability", SHARE, HIGHER, new Stability());

    /** See {@link SharpeCertainty#above}. */
    public static final Metric<Returns> PSR =
            annual("psr", "probabilistic Sharpe ratio", SHARE, HIGHER, SharpeCertainty.above(0));

    /** See {@link SharpeCertainty#trackRecord}. */
    public static final Metric<Returns> MIN_TRACK_RECORD_LENGTH = annual(
            "min_track_record_length",
            "returns until the Sharpe ratio is certain",
            COUNT,
            LOWER,
            SharpeCertainty.trackRecord(0));

    /** See {@link SharpeVariants#autocorrelated}. */
    public static final Metric<Returns> SHARPE_AUTOCORRELATED = annual(
            "sharpe_autocorrelated",
            "Sharpe ratio, annualised with autocorrelation",
            RATIO,
            HIGHER,
            SharpeVariants::autocorrelated);

    /** See {@link BestAndWorst#best}. */
    public static final Metric<Returns> BEST_DAY =
            returns("best_day", "best day", SHARE, HIGHER, BestAndWorst.best(CalendarReturns.Part.DAY));

    /** See {@link BestAndWorst#worst}. */
    public static final Metric<Returns> WORST_DAY =
            returns("worst_day", "worst day", SHARE, HIGHER, BestAndWorst.worst(CalendarReturns.Part.DAY));

    /** See {@link BestAndWorst#positive}. */
    public static final Metric<Returns> POSITIVE_DAYS = returns(
            "positive_days",
            "share of days that gained",
            SHARE,
            HIGHER,
            BestAndWorst.positive(CalendarReturns.Part.DAY));

    /** See {@link BestAndWorst#best}. */
    public static final Metric<Returns> BEST_WEEK =
            returns("best_week", "best week", SHARE, HIGHER, BestAndWorst.best(CalendarReturns.Part.WEEK));

    /** See {@link BestAndWorst#worst}. */
    public static final Metric<Returns> WORST_WEEK =
            returns("worst_week", "worst week", SHARE, HIGHER, BestAndWorst.worst(CalendarReturns.Part.WEEK));

    /** See {@link BestAndWorst#positive}. */
    public static final Metric<Returns> POSITIVE_WEEKS = returns(
            "positive_weeks",
            "share of weeks that gained",
            SHARE,
            HIGHER,
            BestAndWorst.positive(CalendarReturns.Part.WEEK));

    /** See {@link BestAndWorst#best}. */
    public static final Metric<Returns> BEST_MONTH =
            returns("best_month", "best month", SHARE, HIGHER, BestAndWorst.best(CalendarReturns.Part.MONTH));

    /** See {@link BestAndWorst#worst}. */
    public static final Metric<Returns> WORST_MONTH =
            returns("worst_month", "worst month", SHARE, HIGHER, BestAndWorst.worst(CalendarReturns.Part.MONTH));

    /** See {@link BestAndWorst#positive}. */
    public static final Metric<Returns> POSITIVE_MONTHS = returns(
            "positive_months",
            "share of months that gained",
            SHARE,
            HIGHER,
            BestAndWorst.positive(CalendarReturns.Part.MONTH));

    static final List<Metric<?>> ALL = List.of(
            OMEGA,
            GAIN_TO_PAIN,
            VAR_95,
            CVAR_95,
            VAR_99,
            CVAR_99,
            VAR_95_MODIFIED,
            TAIL_RATIO,
            SKEWNESS,
            KURTOSIS,
            STABILITY,
            PSR,
            MIN_TRACK_RECORD_LENGTH,
            SHARPE_AUTOCORRELATED,
            BEST_DAY,
            WORST_DAY,
            POSITIVE_DAYS,
            BEST_WEEK,
            WORST_WEEK,
            POSITIVE_WEEKS,
            BEST_MONTH,
            WORST_MONTH,
            POSITIVE_MONTHS);

    private Risks() {}

    /** Against another Sharpe ratio of one period than 0: see {@link SharpeCertainty#above}. */
    public static Metric<Returns> probabilisticSharpe(double beaten) {
        return annual("psr", "probabilistic Sharpe ratio", SHARE, HIGHER, SharpeCertainty.above(beaten));
    }

    /** The value at risk at another share of the tail, such as 0.1: see {@link Tails#valueAtRisk}. */
    public static Metric<Returns> valueAtRisk(double tail) {
        return some("var_" + Math.round(100 - 100 * tail), "value at risk", SHARE, LOWER, Tails.valueAtRisk(tail));
    }

    /** What lies beyond it: see {@link Tails#conditional}. */
    public static Metric<Returns> conditionalValueAtRisk(double tail) {
        return some(
                "cvar_" + Math.round(100 - 100 * tail),
                "loss beyond the value at risk",
                SHARE,
                LOWER,
                Tails.conditional(tail));
    }
}
