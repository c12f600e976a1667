package dev.plumbline.chart;

import dev.plumbline.chart.Chart.Format;
import dev.plumbline.chart.Chart.Level;
import dev.plumbline.chart.Chart.Line;
import dev.plumbline.chart.Chart.Panel;
import dev.plumbline.chart.Chart.Series;
import dev.plumbline.chart.Chart.Times;
import dev.plumbline.chart.Chart.Tone;
import dev.plumbline.metric.Unit;
import dev.plumbline.model.EquityCurve;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Accounts side by side, each as its own growth since the beginning; nothing is added up. */
public final class GrowthChart {

    private static final List<Tone> TONES =
            List.of(Tone.MAIN, Tone.SECOND, Tone.THIRD, Tone.FIFTH, Tone.FOURTH, Tone.PALE);

    /** Of more accounts than there are colours, so many of the best and of the worst have one. */
    private static final int ENDS = 3;

    private GrowthChart() {}

    /** An account’s name and its curve of at least one point. */
    public record Account(String name, EquityCurve curve) {}

    private record Grown(String name, double[] x, double[] y) {

        static Grown of(Account account) {
            double[] value = account.curve().value();
            double[] flow = account.curve().flow();
            double[] growth = new double[value.length];
            double factor = 1;
            for (int i = 1; i < value.length; i++) {
                factor *= (value[i] - flow[i]) / value[i - 1];
                growth[i] = factor - 1;
            }
            return new Grown(
                    account.name(),
                    Arrays.stream(account.curve().micros()).asDoubleStream().toArray(),
                    growth);
        }

        double last() {
            return y[y.length - 1];
        }
    }

    /** A line an account, the best first; of many, the {@value #ENDS} best and worst in colour. */
    public static Chart of(List<Account> accounts, ZoneId zone) {
        List<Grown> all = accounts.stream()
                .map(Grown::of)
                .sorted(Comparator.comparingDouble(Grown::last).reversed())
                .toList();
        boolean many = all.size() > TONES.size();
        List<Series> lines = new ArrayList<>();
        List<Series> coloured = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Grown one = all.get(i);
            boolean named = !many || i < ENDS || i >= all.size() - ENDS;
            if (named) {
                coloured.add(new Line(one.name(), one.x(), one.y(), TONES.get(coloured.size())));
            } else {
                lines.add(new Line("others", one.x(), one.y(), Tone.FAINT));
            }
        }
        lines.addAll(coloured);
        String ends = all.size() == 1
                ? ""
                : " Best " + ending(all.get(0)) + ", worst " + ending(all.get(all.size() - 1)) + ".";
        return new Chart(
                "",
                "Growth of each account since the window began, net of deposits and withdrawals." + ends
                        + (many ? " The three best and the three worst are named." : "") + " Times in "
                        + Clock.name(zone) + ".",
                "Growth of " + all.size() + " accounts as lines." + ends,
                new Times(zone),
                List.of(new Panel("growth", Format.PERCENT, 3.4, lines, List.of(new Level(0, "")))),
                List.of());
    }

    /** {@code btc-eth-live −2.2 %}. */
    private static String ending(Grown one) {
        return one.name() + " " + Unit.SHARE.format(one.last()).replaceFirst("^(?=[0-9])", one.last() > 0 ? "+" : "");
    }
}
