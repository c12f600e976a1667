package dev.plumbline.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Account value over time, in time order, one point an instant.
 *
 * @param micros   microseconds since 1970, strictly increasing
 * @param value    account value, unrealised P&L included, in {@code currency}
 * @param flow     deposits minus withdrawals since the point before, in {@code currency}; they are in {@code value} already
 * @param carried  whether the first point lies before the period: the value that the period starts from
 * @param period   the period asked for
 * @param zone     the zone whose days are meant
 * @param currency such as USDT
 * @param basis    where the values come from: {@code reported} by the bot, or {@code modelled} from capital and stake
 */
public record EquityCurve(
        long[] micros,
        double[] value,
        double[] flow,
        boolean carried,
        Period period,
        ZoneId zone,
        String currency,
        String basis)
        implements Sample {

    public EquityCurve {
        micros = micros.clone();
        value = value.clone();
        flow = flow.clone();
        if (micros.length != value.length || micros.length != flow.length) {
            throw new IllegalArgumentException("equity columns of different length: " + micros.length + " times, "
                    + value.length + " values, " + flow.length + " flows");
        }
    }

    @Override
    public int size() {
        return carried && micros.length > 0 ? micros.length - 1 : micros.length;
    }

    /** Value on leaving the day: the last point of each day of the zone; a day without a point is not there. */
    public EquityCurve dailyCloses() {
        List<Integer> last = new ArrayList<>();
        List<Double> flows = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < micros.length; i++) {
            sum += flow[i];
            boolean closes = i == micros.length - 1 || !day(i).equals(day(i + 1));
            if (closes) {
                last.add(i);
                flows.add(sum);
                sum = 0;
            }
        }
        return new EquityCurve(
                last.stream().mapToLong(i -> micros[i]).toArray(),
                last.stream().mapToDouble(i -> value[i]).toArray(),
                flows.stream().mapToDouble(Double::doubleValue).toArray(),
                carried,
                period,
                zone,
                currency,
                basis);
    }

    /** Simple returns between neighbouring points, net of flows: (v_t - flow_t) / v_{t-1} - 1. */
    public Returns returns() {
        int n = Math.max(0, micros.length - 1);
        double[] r = new double[n];
        long[] times = new long[n];
        for (int i = 0; i < n; i++) {
            r[i] = (value[i + 1] - flow[i + 1]) / value[i] - 1;
            times[i] = micros[i + 1];
        }
        return new Returns(times, r, period, zone);
    }

    /**
     * Returns between daily closes, what Sharpe and its relatives are computed from; time-weighted within a day, so that
     * what was put in at noon does not count as capital of the morning.
     */
    public Returns dailyReturns() {
        EquityCurve closes = dailyCloses();
        int n = Math.max(0, closes.micros.length - 1);
        double[] r = new double[n];
        long[] times = new long[n];
        int day = -1;
        double grown = 1;
        double base = Double.NaN;
        for (int i = 0; i < micros.length; i++) {
            if (day >= 0 && flow[i] != 0) {
                grown *= (value[i] - flow[i]) / base;
                base = value[i];
            }
            if (micros[i] == closes.micros[day + 1]) {
                if (day >= 0) {
                    r[day] = grown * (value[i] / base) - 1;
                    times[day] = micros[i];
                }
                day++;
                grown = 1;
                base = value[i];
            }
        }
        return new Returns(times, r, period, zone);
    }

    private LocalDate day(int i) {
        return Instant.ofEpochSecond(Math.floorDiv(micros[i], 1_000_000L))
                .atZone(zone)
                .toLocalDate();
    }
}
