package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.pairs;
import static dev.plumbline.metric.Metric.Better.HIGHER;
import static dev.plumbline.metric.Metric.Better.LOWER;
import static dev.plumbline.metric.Metric.Better.NEITHER;
import static dev.plumbline.metric.Unit.RATIO;
import static dev.plumbline.metric.Unit.SHARE;

import dev.plumbline.model.PairedReturns;
import java.util.List;

/** An account beside a benchmark, over the returns that both have: see {@link PairedReturns}. */
public final class Benchmarks {

    /** See {@link Regression#alpha}. */
    public static final Metric<PairedReturns> ALPHA =
            pairs("alpha", "alpha, annualised", SHARE, HIGHER, Regression::alpha);

    /** See {@link Regression#beta}. */
    public static final Metric<PairedReturns> BETA = pairs("beta", "beta", RATIO, NEITHER, Regression::beta);

    /** See {@link Regression#correlation}. */
    public static final Metric<PairedReturns> CORRELATION =
            pairs("correlation", "correlation with the benchmark", RATIO, NEITHER, Regression::correlation);

    /** See {@link Regression#jensen}. */
    public static final Metric<PairedReturns> JENSEN_ALPHA =
            pairs("jensen_alpha", "Jensen’s alpha, annualised", SHARE, HIGHER, Regression::jensen);

    /** See {@link Regression#treynor}. */
    public static final Metric<PairedReturns> TREYNOR_RATIO =
            pairs("treynor_ratio", "Treynor ratio", RATIO, HIGHER, Regression::treynor);

    /** See {@link Regression#systematic}. */
    public static final Metric<PairedReturns> SYSTEMATIC_RISK =
            pairs("systematic_risk", "systematic risk, annualised", SHARE, LOWER, Regression::systematic);

    /** See {@link Active#growth}. */
    public static final Metric<PairedReturns> ACTIVE_RETURN =
            pairs("active_return", "active return, annualised", SHARE, HIGHER, Active::growth);

    /** See {@link Active#deviation}. */
    public static final Metric<PairedReturns> TRACKING_ERROR =
            pairs("tracking_error", "tracking error, annualised", SHARE, LOWER, Active::deviation);

    /** See {@link Active#ratio}. */
    public static final Metric<PairedReturns> INFORMATION_RATIO =
            pairs("information_ratio", "information ratio, annualised", RATIO, HIGHER, Active::ratio);

    /** See {@link Active#atTheirRisk}. */
    public static final Metric<PairedReturns> M_SQUARED =
            pairs("m_squared", "return at the benchmark’s risk", SHARE, HIGHER, Active::atTheirRisk);

    /** See {@link Capture#up}. */
    public static final Metric<PairedReturns> UP_CAPTURE =
            pairs("up_capture", "capture of rises", RATIO, HIGHER, Capture::up);

    /** See {@link Capture#down}. */
    public static final Metric<PairedReturns> DOWN_CAPTURE =
            pairs("down_capture", "capture of falls", RATIO, LOWER, Capture::down);

    /** See {@link Capture#beaten}. */
    public static final Metric<PairedReturns> UP_SHARE =
            pairs("up_share", "share of rises that were beaten", SHARE, HIGHER, Capture::beaten);

    static final List<Metric<?>> ALL = List.of(
            ALPHA,
            BETA,
            CORRELATION,
            JENSEN_ALPHA,
            TREYNOR_RATIO,
            SYSTEMATIC_RISK,
            ACTIVE_RETURN,
            TRACKING_ERROR,
            INFORMATION_RATIO,
            M_SQUARED,
            UP_CAPTURE,
            DOWN_CAPTURE,
            UP_SHARE);

    private Benchmarks() {}
}
