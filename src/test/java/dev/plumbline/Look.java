package dev.plumbline;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Deviation;
import dev.plumbline.baseline.Verdict;
import dev.plumbline.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one look at a simulated window said.
 *
 * @param red         whether a deviation was red
 * @param alarm       whether a deviation was red or yellow
 * @param winRate     whether that of a win rate was
 * @param watch       whether a deviation was "changed for certain" and no more
 * @param limitRed    whether a limit was red
 * @param plainRed   whether the week was red without the caution that only a limit says so which chance may pass
 * @param limitAlarm  whether a limit was red or yellow
 * @param band        whether the guide's band alone would have alarmed: any metric with a band, no test
 * @param alarms     the deviations that were red or yellow, in words
 * @param winRateBand how often the guide's own win-rate band fits into the largest change of a win rate: from 1 on it alarms
 */
record Look(
        boolean red,
        boolean alarm,
        boolean winRate,
        boolean watch,
        boolean limitRed,
        boolean plainRed,
        boolean limitAlarm,
        boolean band,
        List<String> alarms,
        double winRateBand) {

    Look {
        alarms = List.copyOf(alarms);
    }

    private static final double BELOW = 0.055;
    private static final double ABOVE = 0.095;

    static Look of(Check check) {
        boolean red = false;
        boolean alarm = false;
        boolean winRate = false;
        boolean limitRed = false;
        boolean limitAlarm = false;
        boolean watch = false;
        boolean band = false;
        double most = 0;
        List<String> alarms = new ArrayList<>();
        for (Deviation row : check.rows()) {
            boolean isWinRate = row.now().metric().id().equals(Metrics.WIN_RATE.id());
            if (row.kind() == Deviation.Kind.LIMIT) {
                limitRed |= row.verdict() == Verdict.RED;
                limitAlarm |= row.verdict().isAlarm();
                continue;
            }
            red |= row.verdict() == Verdict.RED;
            alarm |= row.verdict().isAlarm();
            watch |= row.verdict() == Verdict.WATCH;
            winRate |= isWinRate && row.verdict().isAlarm();
            if (row.verdict().isAlarm()) {
                alarms.add(String.format(
                        Locale.ROOT,
                        "%s %s %s, n %d, %.3f after %.3f, p %.5f",
                        row.verdict(),
                        row.now().metric().id(),
                        row.now().slice(),
                        row.now().n(),
                        row.now().value().orElse(Double.NaN),
                        row.then().orElseThrow().value().orElse(Double.NaN),
                        row.pValue().orElse(Double.NaN)));
            }
            if (row.band().isPresent() && row.now().isDefined()) {
                double value = row.now().value().orElseThrow();
                band |= value < row.band().get().low()
                        || value > row.band().get().high();
                double change = isWinRate ? row.change().orElse(0) : 0;
                most = Math.max(most, Math.max(-change / BELOW, change / ABOVE));
            }
        }
        boolean plainRed = check.verdict() == Verdict.RED && check.caution().isEmpty();
        return new Look(red, alarm, winRate, watch, limitRed, plainRed, limitAlarm, band, alarms, most);
    }
}
