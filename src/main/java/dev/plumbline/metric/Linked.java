package dev.plumbline.metric;

import dev.plumbline.model.TradeLinks;

/**
 * The share of closed trades whose opening decision is known.
 *
 * <p>Formula: linked / trades; linked is a trade with a successful opening decision of the same agent, symbol and side
 * within two cycles before it opened, or one that the source names. Unit: share, with its {@link Wilson} interval. No
 * trades: undefined, NONE.
 */
final class Linked implements Formula<TradeLinks> {

    @Override
    public Result apply(TradeLinks trades, Conventions conventions) {
        return trades.size() == 0
                ? Result.undefined(0, Result.Reason.NONE, "no closed trades")
                : Wilson.share(trades.linked(), trades.size(), conventions)
                        .noting(trades.unlinked() == 0 ? "" : trades.unlinked() + " unlinked");
    }
}
