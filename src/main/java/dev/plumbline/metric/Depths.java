package dev.plumbline.metric;

import static dev.plumbline.metric.Kind.equity;
import static dev.plumbline.metric.Metric.Better.HIGHER;
import static dev.plumbline.metric.Metric.Better.LOWER;
import static dev.plumbline.metric.Unit.RATIO;
import static dev.plumbline.metric.Unit.SECONDS;
import static dev.plumbline.metric.Unit.SHARE;

import dev.plumbline.model.EquityCurve;
import java.util.List;

/** What lies below a peak, and what was grown for it; the metrics are in {@link Metrics#ALL} too. */
public final class Depths {

    /** See {@link DepthAverages#depth}. */
    public static final Metric<EquityCurve> AVERAGE_DRAWDOWN =
            equity("average_drawdown", "average drawdown", SHARE, LOWER, DepthAverages::depth);

    /** See {@link DepthAverages#recovery}. */
    public static final Metric<EquityCurve> RECOVERY_TIME =
            equity("recovery_time", "average time from peak to peak", SECONDS, LOWER, DepthAverages::recovery);

    /** See {@link Drawdowns#pain}. */
    public static final Metric<EquityCurve> PAIN_INDEX =
            equity("pain_index", "pain index", SHARE, LOWER, Drawdowns::pain);

    /** See {@link GrowthPerDepth#martin}. */
    public static final Metric<EquityCurve> MARTIN_RATIO =
            equity("martin_ratio", "Martin ratio", RATIO, HIGHER, GrowthPerDepth::martin);

    /** See {@link GrowthPerDepth#pain}. */
    public static final Metric<EquityCurve> PAIN_RATIO =
            equity("pain_ratio", "pain ratio", RATIO, HIGHER, GrowthPerDepth::pain);

    /** See {@link GrowthPerDepth#recovery}. */
    public static final Metric<EquityCurve> RECOVERY_FACTOR =
            equity("recovery_factor", "recovery factor", RATIO, HIGHER, GrowthPerDepth::recovery);

    static final List<Metric<?>> ALL =
            List.of(AVERAGE_DRAWDOWN, RECOVERY_TIME, PAIN_INDEX, MARTIN_RATIO, PAIN_RATIO, RECOVERY_FACTOR);

    private Depths() {}
}
