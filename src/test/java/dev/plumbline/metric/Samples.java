package dev.plumbline.metric;

import dev.plumbline.model.ActionCounts;
import dev.plumbline.model.ClosedTrades;
import dev.plumbline.model.ConfidenceReadings;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.ModeHistory;
import dev.plumbline.model.Period;
import dev.plumbline.model.PnlBasis;
import dev.plumbline.model.RetrainingRuns;
import dev.plumbline.model.Returns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

/** Samples in few words. The week begins on Monday 2026-11-09 in UTC. */
final class Samples {

    static final ZoneId UTC = ZoneOffset.UTC;
    static final Period WEEK = Period.ofDays(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 15), UTC);
    static final long START = WEEK.fromMicros();
    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    static final Conventions STANDARD = Conventions.standard();

    private Samples() {}

    /** Trades an hour apart, each held half an hour, net of fees. */
    static ClosedTrades trades(double... pnl) {
        return trades(PnlBasis.NET, hours(pnl.length), pnl);
    }

    static ClosedTrades trades(PnlBasis basis, long[] exits, double... pnl) {
        double[] confidence = new double[pnl.length];
        Arrays.fill(confidence, Double.NaN);
        long[] entries = Arrays.stream(exits).map(exit -> exit - HOUR / 2).toArray();
        return new ClosedTrades(exits, entries, pnl, confidence, basis, basis.isMoney() ? "USDT" : "", WEEK, UTC);
    }

    static ClosedTrades held(long[] entries, long[] exits) {
        double[] ones = new double[exits.length];
        Arrays.fill(ones, 1);
        return new ClosedTrades(exits, entries, ones, ones, PnlBasis.NET, "USDT", WEEK, UTC);
    }

    static long[] hours(int n) {
        return LongStream.range(0, n).map(i -> START + i * HOUR).toArray();
    }

    static long[] days(int n) {
        return LongStream.range(0, n).map(i -> START + i * DAY).toArray();
    }

    /** Daily returns. */
    static Returns returns(double... value) {
        return new Returns(days(value.length), value, WEEK, UTC);
    }

    /** Daily equity without flows; the first point lies in the period. */
    static EquityCurve equity(double... value) {
        return equity(value, new double[value.length], DAY, false);
    }

    static EquityCurve equity(double[] value, double[] flow, long spacing, boolean carried) {
        long first = carried ? START - spacing : START;
        long[] micros =
                LongStream.range(0, value.length).map(i -> first + i * spacing).toArray();
        return new EquityCurve(micros, value, flow, carried, WEEK, UTC, "USDT", "reported");
    }

    static ActionCounts actions(Map<String, Long> counts) {
        return new ActionCounts(counts, WEEK);
    }

    static ConfidenceReadings confidence(int[] series, double... value) {
        return new ConfidenceReadings(hours(value.length), value, series, WEEK);
    }

    /** One series; a negative hour is before the period. Ends with the week. */
    static ModeHistory modes(double[] hours, String... modes) {
        return modes(new int[modes.length], hours, modes);
    }

    static ModeHistory modes(int[] series, double[] hours, String... modes) {
        boolean[] carried = new boolean[modes.length];
        long[] micros = new long[modes.length];
        for (int i = 0; i < modes.length; i++) {
            carried[i] = hours[i] < 0;
            micros[i] = START + Math.round(hours[i] * HOUR);
        }
        return new ModeHistory(series, micros, modes, carried, WEEK.toMicros(), WEEK);
    }

    static RetrainingRuns runs(int symbols, double[] seconds, String... status) {
        double[] confidence = new double[status.length];
        Arrays.fill(confidence, 0.7);
        return new RetrainingRuns(hours(status.length), status, seconds, confidence, symbols, WEEK);
    }

    static double value(Measurement measurement) {
        return measurement.value().orElseThrow(() -> new AssertionError(measurement.toString()));
    }

    static Result.Reason reason(Measurement measurement) {
        return ((Result.Undefined) measurement.result()).reason();
    }

    static Instant day(int n) {
        return WEEK.from().plusSeconds(86_400L * n);
    }
}
