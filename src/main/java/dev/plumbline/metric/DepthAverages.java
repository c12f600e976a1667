package dev.plumbline.metric;

import dev.plumbline.model.EquityCurve;
import java.util.List;

/**
 * The stays below a peak taken together, see {@link DrawdownTable}.
 *
 * <ul>
 *   <li>none: undefined, NONE
 *   <li>one point and none before: undefined, ONE
 *   <li>all equal, no loss: undefined, NO_DRAWDOWN
 *   <li>a point that is not above 0: undefined, NOT_POSITIVE
 * </ul>
 *
 * <p>Conventions: one that has not ended counts with the depth it has reached, and the notes say so. n counts equity
 * points. No interval: a few stays of one account are no sample.
 */
final class DepthAverages {

    private DepthAverages() {}

    /** Formula: mean of the depths of all stays below a peak. Unit: share, 0 to 1, a positive number is a loss. */
    static Result depth(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        List<DrawdownTable.Stay> stays = DrawdownTable.stays(curve, conventions);
        return stays.isEmpty()
                ? none(equity)
                : Result.of(
                                stays.stream()
                                        .mapToDouble(DrawdownTable.Stay::depth)
                                        .average()
                                        .orElseThrow(),
                                equity.size())
                        .noting(words(stays));
    }

    /**
     * Formula: mean time from the peak to the return to it, of the stays that have ended. Unit: seconds. None has ended:
     * undefined, TOO_SHORT.
     */
    static Result recovery(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        List<DrawdownTable.Stay> stays = DrawdownTable.stays(curve, conventions);
        if (stays.isEmpty()) {
            return none(equity);
        }
        double[] ended = stays.stream()
                .filter(stay -> !stay.isOngoing())
                .mapToDouble(DrawdownTable.Stay::seconds)
                .toArray();
        return ended.length == 0
                ? Result.undefined(equity.size(), Result.Reason.TOO_SHORT, "the only drawdown has not ended")
                : Result.of(Moments.mean(ended), equity.size())
                        .noting(ended.length < stays.size() ? "1 ongoing, not counted" : "");
    }

    /**
     * Formula: √(Σ depth² / n), depth of each stay below a peak, n the points after the start. Unit: share, 0 to 1.
     *
     * <p>Source: C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, Wiley 2008.
     */
    static Result deviation(TimeWeighted curve, EquityCurve equity, Conventions conventions) {
        return Result.of(Math.sqrt(squares(curve, conventions) / (curve.points() - 1)), equity.size());
    }

    /** Σ depth². */
    static double squares(TimeWeighted curve, Conventions conventions) {
        return DrawdownTable.stays(curve, conventions).stream()
                .mapToDouble(stay -> stay.depth() * stay.depth())
                .sum();
    }

    private static String words(List<DrawdownTable.Stay> stays) {
        return stays.stream().anyMatch(DrawdownTable.Stay::isOngoing) ? "1 ongoing" : "";
    }

    static Result none(EquityCurve equity) {
        return Result.undefined(equity.size(), Result.Reason.NO_DRAWDOWN, "equity was never below its peak");
    }
}
