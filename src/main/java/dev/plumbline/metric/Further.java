package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.annual;
import static dev.plumbline.metric.Kind.equity;
import static dev.plumbline.metric.Kind.paths;
import static dev.plumbline.metric.Kind.some;
import static dev.plumbline.metric.Metric.Better.HIGHER;
import static dev.plumbline.metric.Metric.Better.LOWER;
import static dev.plumbline.metric.Unit.RATIO;
import static dev.plumbline.metric.Unit.SHARE;

import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.PricePaths;
import dev.plumbline.model.Returns;
import java.util.List;

/** What other tools know and few ask for: found by id, not measured unasked. */
public final class Further {

    /** See {@link PartialMoments#kappaThree}. */
    public static final Metric<Returns> KAPPA_3 =
            annual("kappa_3", "kappa of order 3", RATIO, HIGHER, PartialMoments::kappaThree);

    /** See {@link PartialMoments#upsidePotential}. */
    public static final Metric<Returns> UPSIDE_POTENTIAL =
            annual("upside_potential", "upside potential", SHARE, HIGHER, PartialMoments::upsidePotential);

    /** See {@link PartialMoments#downsidePotential}. */
    public static final Metric<Returns> DOWNSIDE_POTENTIAL =
            annual("downside_potential", "downside potential", SHARE, LOWER, PartialMoments::downsidePotential);

    /** See {@link PartialMoments#upsidePotentialRatio}. */
    public static final Metric<Returns> UPSIDE_POTENTIAL_RATIO = annual(
            "upside_potential_ratio", "upside potential ratio", RATIO, HIGHER, PartialMoments::upsidePotentialRatio);

    /** See {@link PartialMoments#upsideDeviation}. */
    public static final Metric<Returns> UPSIDE_DEVIATION =
            annual("upside_deviation", "upside deviation, annualised", SHARE, HIGHER, PartialMoments::upsideDeviation);

    /** See {@link PartialMoments#semiDeviation}. */
    public static final Metric<Returns> SEMI_DEVIATION = annual(
            "semi_deviation", "deviation below the mean, annualised", SHARE, LOWER, PartialMoments::semiDeviation);

    /** See {@link PartialMoments#above}. */
    public static final Metric<Returns> UPSIDE_SHARE =
            annual("upside_share", "share of returns above the acceptable one", SHARE, HIGHER, PartialMoments::above);

    /** See {@link PartialMoments#below}. */
    public static final Metric<Returns> DOWNSIDE_SHARE =
            annual("downside_share", "share of returns below the acceptable one", SHARE, LOWER, PartialMoments::below);

    /** See {@link Shape#meanAbsoluteDeviation}. */
    public static final Metric<Returns> MEAN_ABSOLUTE_DEVIATION =
            some("mean_absolute_deviation", "mean absolute deviation", SHARE, LOWER, Shape::meanAbsoluteDeviation);

    /** See {@link Tails#normal}. */
    public static final Metric<Returns> VAR_95_NORMAL =
            some("var_95_normal", "value at risk, 95 %, normal", SHARE, LOWER, Tails.normal(0.05));

    /** See {@link Tails#normalConditional}. */
    public static final Metric<Returns> CVAR_95_NORMAL = some(
            "cvar_95_normal",
            "loss beyond the value at risk, 95 %, normal",
            SHARE,
            LOWER,
            Tails.normalConditional(0.05));

    /** See {@link Tails#modified}. */
    public static final Metric<Returns> VAR_99_MODIFIED =
            some("var_99_modified", "value at risk, 99 %, Cornish-Fisher", SHARE, LOWER, Tails.modified(0.01));

    /** See {@link KellyContinuous}. */
    public static final Metric<Returns> KELLY_CONTINUOUS =
            some("kelly_continuous", "Kelly share of normal returns", RATIO, HIGHER, new KellyContinuous());

    /** See {@link SharpeVariants#bootstrapped}. */
    public static final Metric<Returns> SHARPE_BOOTSTRAP =
            annual("sharpe_bootstrap", "Sharpe ratio, bootstrap interval", RATIO, HIGHER, SharpeVariants::bootstrapped);

    /** See {@link SharpeVariants#geometric}. */
    public static final Metric<Returns> SHARPE_GEOMETRIC =
            annual("sharpe_geometric", "Sharpe ratio, geometric", RATIO, HIGHER, SharpeVariants::geometric);

    /** See {@link SharpeVariants#adjusted}. */
    public static final Metric<Returns> SHARPE_ADJUSTED = annual(
            "sharpe_adjusted",
            "Sharpe ratio, adjusted for skewness and kurtosis",
            RATIO,
            HIGHER,
            SharpeVariants::adjusted);

    /** See {@link SharpeCertainty#deflated}. */
    public static final Metric<Returns> DSR =
            annual("dsr", "deflated Sharpe ratio", SHARE, HIGHER, SharpeCertainty::deflated);

    /** See {@link GrowthPerDepth#burke}. */
    public static final Metric<EquityCurve> BURKE_RATIO =
            equity("burke_ratio", "Burke ratio", RATIO, HIGHER, GrowthPerDepth::burke);

    /** See {@link GrowthPerDepth#sterling}. */
    public static final Metric<EquityCurve> STERLING_RATIO =
            equity("sterling_ratio", "Sterling ratio", RATIO, HIGHER, GrowthPerDepth::sterling);

    /** See {@link DepthAverages#deviation}. */
    public static final Metric<EquityCurve> DRAWDOWN_DEVIATION =
            equity("drawdown_deviation", "deviation of drawdowns", SHARE, LOWER, DepthAverages::deviation);

    /** See {@link Excursion#adverse}. */
    public static final Metric<PricePaths> MAE =
            paths("mae", "largest adverse move, mean", SHARE, LOWER, Excursion::adverse);

    /** See {@link Excursion#favourable}. */
    public static final Metric<PricePaths> MFE =
            paths("mfe", "largest favourable move, mean", SHARE, HIGHER, Excursion::favourable);

    static final List<Metric<?>> ALL = List.of(
            KAPPA_3,
            UPSIDE_POTENTIAL,
            DOWNSIDE_POTENTIAL,
            UPSIDE_POTENTIAL_RATIO,
            UPSIDE_DEVIATION,
            SEMI_DEVIATION,
            UPSIDE_SHARE,
            DOWNSIDE_SHARE,
            MEAN_ABSOLUTE_DEVIATION,
            VAR_95_NORMAL,
            CVAR_95_NORMAL,
            VAR_99_MODIFIED,
            KELLY_CONTINUOUS,
            SHARPE_BOOTSTRAP,
            SHARPE_GEOMETRIC,
            SHARPE_ADJUSTED,
            DSR,
            BURKE_RATIO,
            STERLING_RATIO,
            DRAWDOWN_DEVIATION,
            MAE,
            MFE);

    private Further() {}
}
