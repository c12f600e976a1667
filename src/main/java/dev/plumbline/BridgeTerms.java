package dev.plumbline;

import dev.plumbline.metric.Unit;
import dev.plumbline.model.EquityCurve;
import dev.plumbline.model.Period;
import dev.plumbline.store.DuckDb;
import dev.plumbline.store.Rows;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The terms of a bridge between the first and the last value of an account, each known or not. */
final class BridgeTerms {

    private final Rows rows;
    private final EquityCurve curve;

    /** Whether the agent's files hold closed trades at all. */
    private final boolean kept;

    private BridgeTerms(Rows rows, EquityCurve curve, boolean kept) {
        this.rows = rows;
        this.curve = curve;
        this.kept = kept;
    }

    static List<Bridge.Line> of(Window window, EquityCurve curve) {
        long[] times = curve.micros();
        // what happened at the instant of the first value is in it; what happened at that of the last one is in that
        Rows rows = window.workbench()
                .store()
                .query(
                        "samples/bridge",
                        window.scope().system(),
                        window.scope().agent(),
                        window.scope().environment(),
                        DuckDb.utc(Period.instant(times[0]).plus(1, ChronoUnit.MICROS)),
                        DuckDb.utc(Period.instant(times[times.length - 1]).plus(1, ChronoUnit.MICROS)));
        boolean kept = window.knows("trades");
        BridgeTerms terms = new BridgeTerms(rows, curve, kept);
        return List.of(
                terms.trades(),
                terms.fees(),
                terms.funding(),
                terms.unrealised(window.rows("samples/equity").doubles("unrealised")),
                terms.flows());
    }

    private Bridge.Line trades() {
        String term = "closed trades";
        int[] own = places("trades");
        if (own.length == 0) {
            return kept
                    ? new Bridge.Line(term, OptionalDouble.of(0), 0, "none was closed")
                    : unknown(term, 0, "the files hold none; rebuiltTrades() has what positions tell");
        }
        long n = sum("n", own);
        if (mixed(own)) {
            return unknown(term, n, "their P&L is not in " + curve.currency() + " alone");
        }
        long known = sum("known", own);
        if (known < n) {
            return unknown(term, n, (n - known) + " of them have no P&L in money");
        }
        String basis = sum("modelled", own) > 0
                ? "modelled, fees taken off"
                : sum("net_unsplit", own) > 0 ? "some net of fees that are not told apart" : "before fees and funding";
        return new Bridge.Line(term, OptionalDouble.of(amount("amount", own)), n, basis);
    }

    private Bridge.Line fees() {
        int[] own = places("trades");
        long n = sum("n", own);
        if (n == 0) {
            return kept
                    ? new Bridge.Line("fees", OptionalDouble.of(0), 0, "no trade was closed")
                    : unknown("fees", 0, "the files hold no closed trades");
        }
        if (sum("modelled", own) == n) {
            return new Bridge.Line("fees", OptionalDouble.of(0), n, "taken off the modelled P&L already");
        }
        long known = sum("fees_known", own);
        if (mixed(own)) {
            return unknown("fees", n, "in several currencies");
        }
        if (known == 0) {
            double estimate = amount("estimate", own);
            return unknown(
                    "fees",
                    n,
                    Double.isFinite(estimate) && estimate != 0
                            ? "not recorded; the configured rate makes about " + Unit.MONEY.format(-estimate)
                            : "not recorded");
        }
        return new Bridge.Line(
                "fees",
                OptionalDouble.of(-amount("fees", own)),
                known,
                known < n
                        ? "of " + known + " of " + n + " trades; the others’ are not recorded"
                        : "of the closed trades");
    }

    private Bridge.Line funding() {
        int[] trades = places("trades");
        long known = sum("funding_known", trades);
        if (known > 0 && !mixed(trades)) {
            return new Bridge.Line(
                    "funding", OptionalDouble.of(-amount("funding", trades)), known, "of the closed trades");
        }
        int[] paid = places("funding");
        return paid.length == 0 || mixed(paid)
                ? unknown("funding", sum("n", paid), paid.length == 0 ? "not recorded" : "in several currencies")
                : new Bridge.Line("funding", OptionalDouble.of(-amount("amount", paid)), sum("n", paid), "payments");
    }

    private Bridge.Line unrealised(double[] unrealised) {
        String term = "change of unrealised P&L";
        double change = unrealised[unrealised.length - 1] - unrealised[0];
        return Double.isFinite(change)
                ? new Bridge.Line(term, OptionalDouble.of(change), 2, "at the last value less at the first")
                : unknown(term, 0, "not recorded at both ends");
    }

    private Bridge.Line flows() {
        String term = "deposits less withdrawals";
        List<Integer> asked = Arrays.stream(curve.unexplained()).boxed().toList();
        double[] flow = curve.flow();
        int[] known = IntStream.range(1, flow.length)
                .filter(i -> flow[i] != 0 && !asked.contains(i))
                .toArray();
        if (known.length == 0 && sum("n", places("flows")) == 0) {
            return unknown(term, 0, "none is recorded; data/flows.csv may say them");
        }
        return new Bridge.Line(
                term,
                OptionalDouble.of(Arrays.stream(known).mapToDouble(i -> flow[i]).sum()),
                known.length,
                known.length == 0 ? "none in this window" : "as recorded");
    }

    private static Bridge.Line unknown(String term, long n, String why) {
        return new Bridge.Line(term, OptionalDouble.empty(), n, why);
    }

    private int[] places(String kind) {
        String[] kinds = rows.texts("kind");
        double[] n = rows.doubles("n");
        return IntStream.range(0, kinds.length)
                .filter(i -> kinds[i].equals(kind) && n[i] > 0)
                .toArray();
    }

    /** Whether amounts are in several currencies, or in another one than the account. */
    private boolean mixed(int[] places) {
        String[] currencies = rows.texts("currency");
        return places.length > 1
                || (places.length == 1
                        && !currencies[places[0]].isEmpty()
                        && !curve.currency().isEmpty()
                        && !currencies[places[0]].equals(curve.currency()));
    }

    private long sum(String column, int[] places) {
        double[] values = rows.doubles(column);
        return (long) IntStream.of(places).mapToDouble(i -> values[i]).sum();
    }

    private double amount(String column, int[] places) {
        double[] values = rows.doubles(column);
        return IntStream.of(places).mapToDouble(i -> values[i]).sum();
    }
}
