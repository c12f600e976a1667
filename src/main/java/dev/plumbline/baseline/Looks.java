package dev.plumbline.baseline;

/**
 * What it costs to look at a window every day. The last seven days are looked at seven times before none of them is left:
 * seven chances of a false alarm, though not seven independent ones, for the windows overlap. Each look is therefore held
 * to a stricter rate, so that all looks of one window's length together keep to the promised one.
 *
 * <p>Formula: 1 + 1.6·√(D - 1) looks, D the days of the window: about as many as independent ones would alarm as often (a
 * level crossing of a moving sum, S. O. Rice, Bell System Technical Journal 23, 1944; the factor by simulation).
 * 4.9 for a week, 1 for a day, 9.3 for four weeks. A look twice on one day sees the same rows and costs nothing.
 */
final class Looks {

    private static final double OVERLAP = 1.6;

    private Looks() {}

    /** How many independent looks the daily looks at a window of so many days are worth. */
    static double worth(double days) {
        return 1 + OVERLAP * Math.sqrt(Math.max(0, days - 1));
    }
}
