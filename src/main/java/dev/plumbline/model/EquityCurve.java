package dev.plumbline.model;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Account value over time, in time order, one point an instant.
 *
 * @param micros   microseconds since 1970, strictly increasing
 * @param value    account value, unrealised P&L included, in {@code currency}
 * @param flow     deposits minus withdrawals since the point before, in {@code currency}; they are in {@code value} already.
 *                 Not a number where the value jumped and nothing recorded tells a deposit from a gain: see {@link #flow()}
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

    /** What was put in since the point before; a jump that nothing explains counts as such, so as neither gain nor loss. */
    @Override
    public double[] flow() {
        int[] jumps = unexplained();
        if (jumps.length == 0) {
            return flow;
        }
        double[] known = flow.clone();
        for (int i : jumps) {
            known[i] = value[i] - value[i - 1];
        }
        return known;
    }

    /** Places of the points before which the value jumped without anything to explain it: their returns are undefined. */
    public int[] unexplained() {
        int[] places = new int[4];
        int n = 0;
        for (int i = 1; i < flow.length; i++) {
            if (Double.isNaN(flow[i])) {
                places = n == places.length ? Arrays.copyOf(places, 2 * n) : places;
                places[n++] = i;
            }
        }
        return Arrays.copyOf(places, n);
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
        long end = Long.MIN_VALUE;
        for (int i = 0; i < micros.length; i++) {
            sum += flow[i];
            end = micros[i] < end ? end : Period.endOfDay(micros[i], zone);
            boolean closes = i == micros.length - 1 || micros[i + 1] >= end;
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

    /** Simple returns between neighbouring points, net of flows: (v_t - flow_t) / v_{t-1} - 1; those of unexplained jumps left out. */
    public Returns returns() {
        long[] times = new long[Math.max(0, micros.length - 1)];
        double[] r = new double[times.length];
        int n = 0;
        for (int i = 1; i < micros.length; i++) {
            if (!Double.isNaN(flow[i])) {
                times[n] = micros[i];
                r[n++] = (value[i] - flow[i]) / value[i - 1] - 1;
            }
        }
        return new Returns(Arrays.copyOf(times, n), Arrays.copyOf(r, n), period, zone);
    }

    /**
     * Returns between daily closes, what Sharpe and its relatives are computed from; time-weighted within a day, so that
     * what was put in at noon does not count as capital of the morning. A day with an unexplained jump has none.
     */
    public Returns dailyReturns() {
        EquityCurve closes = dailyCloses();
        int n = Math.max(0, closes.micros.length - 1);
        double[] r = new double[n];
        long[] times = new long[n];
        int day = -1;
        int kept = 0;
        double grown = 1;
        double base = Double.NaN;
        boolean known = true;
        for (int i = 0; i < micros.length; i++) {
            known &= i == 0 || !Double.isNaN(flow[i]);
            if (day >= 0 && flow[i] != 0) {
                grown *= (value[i] - flow[i]) / base;
                base = value[i];
            }
            if (micros[i] == closes.micros[day + 1]) {
                if (day >= 0 && known) {
                    r[kept] = grown * (value[i] / base) - 1;
                    times[kept] = micros[i];
                    kept++;
                }
                day++;
                grown = 1;
                base = value[i];
                known = true;
            }
        }
        return new Returns(Arrays.copyOf(times, kept), Arrays.copyOf(r, kept), period, zone);
    }
}
