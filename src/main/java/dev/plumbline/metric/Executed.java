package dev.plumbline.metric;

import dev.plumbline.model.Executions;

/**
 * The share of decisions that were carried out.
 *
 * <p>Formula: executed / (executed + failed). Unit: share, with its {@link Wilson} interval. Decisions of which the source
 * does not say are told in the notes. None that it says: undefined, NONE.
 */
final class Executed implements Formula<Executions> {

    @Override
    public Result apply(Executions decisions, Conventions conventions) {
        long known = decisions.executed() + decisions.failed();
        if (known == 0) {
            return Result.undefined(0, Result.Reason.NONE, "no decision that says whether it was carried out");
        }
        return Wilson.share(decisions.executed(), known, conventions)
                .noting(decisions.unknown() == 0 ? "" : decisions.unknown() + " do not say, not counted");
    }
}
