package dev.plumbline.metric;

import dev.plumbline.model.Reconnects;

/**
 * Reconnects a day.
 *
 * <p>Formula: reconnects / days observed; a counter counts by what it rose, its resets taken out. Unit: things a day, with
 * its {@link Garwood} interval; n counts readings. No reading that has one before it: undefined, TOO_FEW, as nothing was
 * observed; no time: undefined, TOO_SHORT. No reconnect in all readings: 0.
 */
final class Reconnecting implements Formula<Reconnects> {

    @Override
    public Result apply(Reconnects reconnects, Conventions conventions) {
        int known = reconnects.readings() - reconnects.unknown();
        if (known == 0) {
            return Result.undefined(
                    reconnects.readings(), Result.Reason.TOO_FEW, "no reading of it that has one before it");
        }
        double days = reconnects.period().days();
        return days == 0
                ? Result.undefined(known, Result.Reason.TOO_SHORT, "the period has no length")
                : Garwood.rate(reconnects.count(), days, known, conventions);
    }
}
