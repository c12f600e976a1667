package dev.plumbline;

/**
 * How a simulated bot is, until something changes it.
 *
 * @param tradesPerWeek   on average, of both symbols together
 * @param winRate         of a trade
 * @param winSize         mean win in mean losses
 * @param fatTails        whether sizes have a Pareto tail (exponent 3) instead of a log-normal one
 * @param dayEffect       how far a good or bad day moves the win rate, one standard deviation
 * @param dayMemory       correlation of one day's mood with the next
 * @param confidence      mean statement of confidence
 * @param retrainingWorks share of runs that succeed
 */
record Nature(
        double tradesPerWeek,
        double winRate,
        double winSize,
        boolean fatTails,
        double dayEffect,
        double dayMemory,
        double confidence,
        double retrainingWorks) {

    /** The playbook's example bot: 55.5 % wins, 76 % confidence, nine in ten retraining runs succeed. */
    static Nature healthy(double tradesPerWeek) {
        return new Nature(tradesPerWeek, 0.555, 1, false, 0, 0, 0.763, 0.9);
    }

    Nature withWinRate(double changed) {
        return new Nature(tradesPerWeek, changed, winSize, fatTails, dayEffect, dayMemory, confidence, retrainingWorks);
    }

    /** Half the mean P&L a trade at the same win rate: mean = p·w − (1 − p). */
    Nature withHalfTheEdge() {
        double half = (winRate * winSize - (1 - winRate)) / 2;
        return new Nature(
                tradesPerWeek,
                winRate,
                (half + 1 - winRate) / winRate,
                fatTails,
                dayEffect,
                dayMemory,
                confidence,
                retrainingWorks);
    }

    Nature withFatTails() {
        return new Nature(tradesPerWeek, winRate, winSize, true, dayEffect, dayMemory, confidence, retrainingWorks);
    }

    /** Good and bad days: 6 points of win rate, and tomorrow is like today by half. */
    Nature withMoods() {
        return new Nature(tradesPerWeek, winRate, winSize, fatTails, 0.06, 0.5, confidence, retrainingWorks);
    }

    Nature withConfidence(double changed) {
        return new Nature(tradesPerWeek, winRate, winSize, fatTails, dayEffect, dayMemory, changed, retrainingWorks);
    }

    Nature withRetraining(double changed) {
        return new Nature(tradesPerWeek, winRate, winSize, fatTails, dayEffect, dayMemory, confidence, changed);
    }
}
